internal import CNcurses
internal import CUnix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A stretch of time during which a program owns the terminal. One at a time, on the main thread.
public final class TerminalSession {
    /// What may be asked of the terminal beside showing cells and sending keys.
    public struct Options: OptionSet, Hashable, Sendable {
        /// One bit an option.
        public let rawValue: UInt8

        /// A set from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Report when the window gains or loses the keyboard.
        public static let reportsFocus = Options(rawValue: 1)
    }

    /// True when the user's locale writes UTF-8; if not, draw with ``LineGlyphs/ascii``.
    public static var isUTF8: Bool { csystem_locale_is_utf8() == 1 }

    /// Runs a program until it ends, and leaves the terminal as it was found.
    ///
    /// The program first hears `.resized` with the size it starts with. Ctrl-Z, Ctrl-L, SIGTSTP, SIGCONT and SIGWINCH
    /// are dealt with here; Ctrl-C is a key like any other. After SIGINT, SIGTERM or SIGHUP the program saves, the
    /// terminal is restored and the process ends by that signal: this call does not return then. Standard error, where
    /// it is a terminal, is kept back meanwhile and shown afterwards.
    ///
    /// - Throws: ``TerminalFailure`` when there is no terminal, or none that can show a full screen.
    public static func run<Application: TerminalApplication>(
        _ application: inout Application, options: Options = []
    ) throws(TerminalFailure) -> Ending {
        let session = try TerminalSession(options: options)
        var loop = EventLoop(session: session)
        switch loop.run(&application) {
        case .finished(let exit):
            session.leave()
            return .finished(exit)
        case .left(let reason, let isGone):
            if isGone { session.abandon() } else { session.leave() }
            if case .signal(let number) = reason { csystem_die(number) }
            return .hungUp
        }
    }

    let input: Int32
    private let output: Int32
    private let ownsInput: Bool
    private let reader: UnsafeMutablePointer<FILE>
    private let writer: UnsafeMutablePointer<FILE>
    private let screen: OpaquePointer
    private var painter: Painter
    private let modes: [TerminalMode]
    private(set) var size: Size
    private var isOpen = true

    // The order matters: character set, then our signals, then ncurses, which leaves alone what is taken.
    private init(options: Options) throws(TerminalFailure) {
        output = 1
        guard isatty(output) == 1 else { throw .notATerminal }
        let isUTF8 = Self.isUTF8
        if isatty(0) == 1 {
            (input, ownsInput) = (0, false)
        } else {
            // Input was redirected: it is data, and the keys come from the terminal itself.
            (input, ownsInput) = (open("/dev/tty", O_RDONLY | O_CLOEXEC), true)
            guard input >= 0 else { throw .notATerminal }
        }
        let name = try Self.terminalName(output)
        guard csystem_remember(output) == 0, csystem_signal_pipe() >= 0 else {
            throw .refused(reason: String(cString: strerror(errno)))
        }
        for number in Self.signals { _ = csystem_catch(number) }
        use_env(false)
        use_tioctl(true)
        guard let writer = fdopen(dup(output), "w"), let reader = fdopen(dup(input), "r"),
            let screen = nc_new_terminal(name, writer, reader)
        else {
            csystem_release_signals()
            throw .unknownTerminal(name: name)
        }
        (self.reader, self.writer, self.screen) = (reader, writer, screen)
        _ = raw()
        _ = noecho()
        _ = nonl()
        _ = typeahead(-1)
        modes = TerminalMode.list(options)
        size = Self.measure(output)
        guard let painter = Painter(size: size, isUTF8: isUTF8) else {
            _ = endwin()
            csystem_release_signals()
            throw .refused(reason: "there is not enough memory for the screen")
        }
        self.painter = painter
        enter()
        csystem_catch_crashes()
    }

    /// Shows a frame.
    func paint(_ frame: Surface, styles: [Style]) { painter.paint(frame, styles: styles) }

    /// Has the next frame sent whole.
    func repaint() { painter.forget() }

    /// Asks for the size anew and takes it over; nil when it is the same.
    func remeasure() -> Size? {
        let now = Self.measure(output)
        guard now != size else { return nil }
        size = now
        _ = resizeterm(Int32(now.rows), Int32(now.columns))
        painter.resize(now)
        return now
    }

    /// Gives the terminal back, stops the process as the shell expects, and takes the terminal again when continued.
    func suspend(wholeGroup: Bool) {
        undo()
        csystem_stop(wholeGroup ? 1 : 0)
        takeBack()
    }

    /// Takes the terminal (again): after a stop it may be in any state.
    func takeBack() {
        _ = reset_prog_mode()
        enter()
        repaint()
    }

    /// Gives the terminal back for good.
    func leave() {
        guard isOpen else { return }
        isOpen = false
        undo()
        close()
    }

    /// Lets go of a terminal that is no longer there, without a byte to it.
    func abandon() {
        guard isOpen else { return }
        isOpen = false
        csystem_disarm()
        csystem_return_errors(0)
        csystem_release_crashes()
        csystem_release_signals()
    }

    deinit { leave() }

    private static let signals = [SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGPIPE]

    private func enter() {
        Self.write(TerminalMode.enter(modes), to: output)
        let undo = undoBytes()
        _ = csystem_arm(fileno(writer), undo, undo.count)
        csystem_divert_errors()
    }

    private func undo() {
        Self.write(TerminalMode.leave(modes), to: output)
        _ = endwin()
        csystem_disarm()
        csystem_restore_settings()
        csystem_return_errors(1)
    }

    private func close() {
        delscreen(screen)
        fclose(writer)
        fclose(reader)
        if ownsInput { _ = Self.closeDescriptor(input) }
        csystem_release_crashes()
        csystem_release_signals()
    }

    // What a crash writes: our own modes, then what ncurses would have undone.
    private func undoBytes() -> [CChar] {
        var bytes = TerminalMode.leave(modes).map { CChar(bitPattern: $0) }
        var room = [CChar](repeating: 0, count: 128)
        for name in ["sgr0", "op", "cnorm", "rmcup"] {
            let length = nc_capability(name, &room, room.count)
            bytes += room.prefix(length)
            // Without a second screen the words that follow would begin in the middle of a row.
            if name == "rmcup", length == 0 { bytes += [13, 10] }
        }
        return bytes
    }

    private static func terminalName(_ output: Int32) throws(TerminalFailure) -> String {
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
        if name.hasPrefix("tmux") || name.hasPrefix("screen") { return ["screen-256color", "screen"] }
        let modern = [
            "xterm", "kitty", "foot", "ghostty", "wezterm", "alacritty", "contour", "rio", "iterm", "konsole", "gnome",
            "vte", "mintty", "st-", "rxvt", "ms-terminal",
        ]
        return modern.contains { name.lowercased().contains($0) } ? ["xterm-256color", "xterm"] : []
    }

    private static func measure(_ fd: Int32) -> Size {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard csystem_size(fd, &rows, &columns) == 0, rows > 0, columns > 0 else { return Size(columns: 80, rows: 24) }
        // More cells than any screen has would only cost memory.
        return Size(columns: min(Int(columns), 2000), rows: min(Int(rows), 1000))
    }

    private static func write(_ bytes: [UInt8], to fd: Int32) { csystem_write(fd, bytes, bytes.count) }

    private static func closeDescriptor(_ fd: Int32) -> Int32 {
        #if canImport(Glibc)
        Glibc.close(fd)
        #else
        Darwin.close(fd)
        #endif
    }
}
