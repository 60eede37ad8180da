/// How the terminal is set while a frame is shown: part of the frame, compared with the last one, sent only where it
/// differs, undone on every way out.
public struct TerminalModes: Hashable, Sendable {
    /// What the mouse reports. While it reports anything, selecting text needs Shift held.
    public enum Mouse: Hashable, Sendable {
        /// Nothing: the mouse selects text as everywhere.
        case off
        /// Presses, releases and the wheel.
        case buttons
        /// Those, and motion while a button is held.
        case drag
    }

    /// How the cursor looks.
    public enum CursorShape: Hashable, Sendable {
        /// As the user chose.
        case usual
        /// A steady block.
        case block
        /// A steady line below the character.
        case underline
        /// A steady line before the character.
        case bar
    }

    /// Draw on the terminal's second screen, so that what was there comes back afterwards.
    public var alternateScreen = true
    /// Pastes arrive in one piece instead of as keys.
    public var bracketedPaste = true
    /// What the mouse reports.
    public var mouse = Mouse.off
    /// The window reports when it gains or loses the keyboard.
    public var reportsFocus = false
    /// Keys arrive unmistakable (Escape, Ctrl-I and Tab apart), where the terminal has answered that it can.
    public var distinctKeys = true
    /// The window's title, one line, sanitised; `nil` leaves it alone. The old one comes back at the end where it can.
    public var title: String?
    /// How the cursor looks.
    public var cursorShape = CursorShape.usual

    /// A full screen with marked pastes and nothing else.
    public init() {}
}

/// What a terminal can do beside showing cells, as far as its description and its answers tell.
struct TerminalAbilities: Hashable, Sendable {
    /// Understands the control sequences of xterm: mouse, focus, titles, questions.
    var isXtermLike = false
    /// Has sequences for the shape of the cursor.
    var shapesCursor = false
    /// Has answered to the question about kitty's keyboard protocol.
    var hasDistinctKeys = false
    /// Has answered that it can hold a frame back until it is whole (mode 2026).
    var synchronises = false
    /// From its description: the second screen, the cursor, plain text again. Empty where there is none.
    var enterAlternate: [UInt8] = []
    var leaveAlternate: [UInt8] = []
    var hideCursor: [UInt8] = []
    var showCursor: [UInt8] = []
    var plainText: [UInt8] = []
}

/// What is switched on at a moment, in the order in which it is switched on: the one list from which entering, changing,
/// leaving, suspending and the bytes of a crash are made.
struct ModeSwitches: Equatable, Sendable {
    /// One switch as it stands. Two that are equal need nothing sent.
    struct Switch: Equatable, Sendable {
        var enter: [UInt8] = []
        var leave: [UInt8] = []

        init(_ enter: [UInt8] = [], _ leave: [UInt8] = []) { (self.enter, self.leave) = (enter, leave) }
        init(_ enter: String, _ leave: String) { (self.enter, self.leave) = (Array(enter.utf8), Array(leave.utf8)) }

        static let off = Switch()
    }

    private var switches: [Switch] = []

    /// Nothing switched on: the terminal as the shell left it.
    static let none = ModeSwitches()

    private init() {}

    init(_ modes: TerminalModes, cursorVisible: Bool, on abilities: TerminalAbilities) {
        let isXterm = abilities.isXtermLike
        func set(_ wanted: Bool, _ enter: String, _ leave: String) -> Switch {
            wanted ? Switch(enter, leave) : .off
        }
        switches = [
            modes.alternateScreen ? Switch(abilities.enterAlternate, abilities.leaveAlternate) : .off,
            Switch([], abilities.plainText),
            // Harmless where it is not known; without it, a terminal would go on collecting pastes.
            set(modes.bracketedPaste, "\u{1B}[?2004h", "\u{1B}[?2004l"),
            set(isXterm && modes.reportsFocus, "\u{1B}[?1004h", "\u{1B}[?1004l"),
            set(isXterm && modes.mouse == .buttons, "\u{1B}[?1000h\u{1B}[?1006h", "\u{1B}[?1006l\u{1B}[?1000l"),
            set(isXterm && modes.mouse == .drag, "\u{1B}[?1002h\u{1B}[?1006h", "\u{1B}[?1006l\u{1B}[?1002l"),
            set(abilities.hasDistinctKeys && modes.distinctKeys, "\u{1B}[>1u", "\u{1B}[<u"),
            set(isXterm && modes.title != nil, "\u{1B}[22;2t", "\u{1B}[23;2t"),
            set(isXterm && modes.title != nil, "\u{1B}]2;\(Self.title(modes.title))\u{1B}\\", ""),
            set(
                abilities.shapesCursor && modes.cursorShape != .usual, "\u{1B}[\(Self.number(modes.cursorShape)) q",
                "\u{1B}[0 q"),
            cursorVisible ? .off : Switch(abilities.hideCursor, abilities.showCursor),
        ]
    }

    /// What takes a terminal from the `old` switches to these.
    func change(from old: ModeSwitches) -> [UInt8] {
        let places = max(switches.count, old.switches.count)
        func one(_ list: [Switch], _ place: Int) -> Switch { place < list.count ? list[place] : .off }
        // Each screen keeps key modes of its own: what is on goes off on the screen where it was switched on.
        let anew = one(switches, 0) != one(old.switches, 0)
        var bytes: [UInt8] = []
        for place in (0..<places).reversed() where anew || one(switches, place) != one(old.switches, place) {
            bytes += one(old.switches, place).leave
        }
        for place in 0..<places where anew || one(switches, place) != one(old.switches, place) {
            bytes += one(switches, place).enter
        }
        return bytes
    }

    /// True when these show another screen than the `old` ones did: whatever stood there is not what was drawn last.
    func needsWholeFrame(after old: ModeSwitches) -> Bool { switches.first != old.switches.first }

    /// What switches everything off, last first.
    var leave: [UInt8] { ModeSwitches.none.change(from: self) }

    /// What a crash writes: in the middle of a frame, the cursor in any state.
    func crash(on abilities: TerminalAbilities) -> [UInt8] {
        (abilities.synchronises ? Self.endFrame : []) + abilities.showCursor + leave
    }

    /// Holds back what follows until ``endFrame``: mode 2026.
    static let beginFrame = Array("\u{1B}[?2026h".utf8)
    /// Shows what was held back.
    static let endFrame = Array("\u{1B}[?2026l".utf8)

    /// What is asked once, with the first frame: mode 2026, key protocol, both colours, name; the last is answered by
    /// everything that answers at all.
    static let questions = Array("\u{1B}[?2026$p\u{1B}[?u\u{1B}]10;?\u{1B}\\\u{1B}]11;?\u{1B}\\\u{1B}[>0q\u{1B}[c".utf8)

    private static func title(_ text: String?) -> String {
        DisplayText.truncated(text ?? "", columns: 120)
    }

    private static func number(_ shape: TerminalModes.CursorShape) -> Int {
        switch shape {
        case .usual: 0
        case .block: 2
        case .underline: 4
        case .bar: 6
        }
    }
}
