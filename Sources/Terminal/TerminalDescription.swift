internal import CNcurses

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What the machine's description of a terminal (terminfo) tells: whether it will do, what it can do, what its keys send.
enum TerminalDescription {
    /// The description to use for the terminal that TERM names: its own, or one that fits its kind.
    static func name(for output: Int32) throws(TerminalFailure) -> String {
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        guard !name.isEmpty else { throw .unknownTerminal(name: "") }
        for candidate in [name] + substitutes(for: name) {
            switch nc_check_terminal(candidate, output) {
            case 1: return candidate
            case 0: throw .dumbTerminal(name: name)
            default: continue
            }
        }
        throw .unknownTerminal(name: name)
    }

    /// Descriptions that fit emulators whose own is often not installed.
    static func substitutes(for name: String) -> [String] {
        if isMultiplexer(name) { return ["screen-256color", "screen"] }
        return isModern(name) ? ["xterm-256color", "xterm"] : []
    }

    private static func isMultiplexer(_ name: String) -> Bool { name.hasPrefix("tmux") || name.hasPrefix("screen") }

    private static func isModern(_ name: String) -> Bool {
        let modern = [
            "xterm", "kitty", "foot", "ghostty", "wezterm", "alacritty", "contour", "rio", "iterm", "konsole", "gnome",
            "vte", "mintty", "st-", "rxvt", "ms-terminal",
        ]
        return modern.contains { name.lowercased().contains($0) }
    }

    /// What the terminal that ncurses has open can do. `name` is the description in use.
    static func abilities(of name: String) -> TerminalAbilities {
        var abilities = TerminalAbilities()
        abilities.isXtermLike = nc_flag("XT") != 0 || isModern(name) || isMultiplexer(name)
        abilities.shapesCursor = !string("Ss").isEmpty || isModern(name)
        abilities.enterAlternate = string("smcup")
        abilities.leaveAlternate = string("rmcup")
        if abilities.leaveAlternate.isEmpty {
            // No second screen: the words that follow begin below the frame. ANSI terminals stop at their last row.
            let isANSI = string("cup").starts(with: [0x1B, 0x5B])
            abilities.leaveAlternate = Array((isANSI ? "\u{1B}[999;1H\r\n" : "\r\n").utf8)
        }
        abilities.hideCursor = string("civis")
        abilities.showCursor = string("cnorm")
        abilities.plainText = string("sgr0") + string("op")
        return abilities
    }

    /// What the keys of the terminal that ncurses has open send, where it begins with Escape: the bytes after that.
    static func sequences() -> [[UInt8]: Key] {
        var sequences: [[UInt8]: Key] = [:]
        for (capability, key) in keys {
            let bytes = string(capability)
            guard bytes.count > 1, bytes[0] == 0x1B, !isKnown(bytes, as: key) else { continue }
            sequences[Array(bytes.dropFirst())] = key
        }
        return sequences
    }

    // Read as the same key without help, or as a key with something held: descriptions number Shift-F1 as F13.
    private static func isKnown(_ bytes: [UInt8], as key: Key) -> Bool {
        var parser = KeyParser()
        guard case .key(let read)? = parser.feed(bytes).first, !parser.waitsForMore else { return false }
        return read == key || (!read.modifiers.isEmpty && bytes.count > 2)
    }

    private static func string(_ capability: String) -> [UInt8] {
        var room = [CChar](repeating: 0, count: 128)
        let length = nc_capability(capability, &room, room.count)
        return room.prefix(length).map { UInt8(bitPattern: $0) }
    }

    private static let keys: [(String, Key)] =
        [
            ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
            ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
            ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kcbt", Key(.backTab)), ("kent", Key(.enter)),
            ("kri", Key(.up, .shift)), ("kind", Key(.down, .shift)), ("kLFT", Key(.left, .shift)),
            ("kRIT", Key(.right, .shift)), ("kHOM", Key(.home, .shift)), ("kEND", Key(.end, .shift)),
            ("kPRV", Key(.pageUp, .shift)), ("kNXT", Key(.pageDown, .shift)), ("kDC", Key(.delete, .shift)),
            ("kIC", Key(.insert, .shift)),
        ] + (1...20).map { ("kf\($0)", Key(.function($0))) }
}
