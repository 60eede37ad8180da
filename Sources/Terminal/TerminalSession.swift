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

        /// Frames begin with ``TerminalModes/reportsFocus`` set.
        public static let reportsFocus = Options(rawValue: 1)
        /// Frames are never bracketed by mode 2026, whatever the terminal answers: some flicker with it.
        public static let neverSynchronises = Options(rawValue: 2)
        /// The terminal is asked nothing: no synchronized frames, no distinct keys, no colours known.
        public static let asksNothing = Options(rawValue: 4)
    }

    /// True when the user's locale writes UTF-8; if not, draw with ``LineGlyphs/ascii``.
    public static var isUTF8: Bool { cunix_locale_is_utf8() == 1 }

    /// Lets the terminal be restored when the stack of the calling thread overflows. The main thread has this already; any
    /// other thread a program makes should call it first.
    public static func protectThread() { cunix_protect_thread() }

    /// Runs a program until it ends, and leaves the terminal as it was found.
    ///
    /// The program first hears `.resized` with the size it starts with. Ctrl-Z, Ctrl-L, SIGTSTP, SIGCONT and SIGWINCH
    /// are dealt with here; Ctrl-C is a key like any other. After SIGINT, SIGQUIT, SIGTERM or SIGHUP the program saves, the
    /// terminal is restored and the process ends by that signal: this call does not return then. Standard error, where
    /// it is a terminal, is kept back meanwhile and shown afterwards; after a crash it goes into `crashReport` instead.
    ///
    /// - Throws: ``TerminalFailure`` when there is no terminal, or none that can show a full screen.
    public static func run<Application: TerminalApplication>(
        _ application: inout Application, options: Options = [], crashReport: CrashReport? = nil
    ) throws(TerminalFailure) -> Ending {
        let session = try TerminalSession(options: options)
        if let crashReport {
            cunix_report_crashes(crashReport.path, crashReport.about, crashReport.farewell)
        } else {
            cunix_report_crashes(nil, nil, nil)
        }
        var loop = EventLoop(session: session)
        switch loop.run(&application) {
        case .finished(let exit):
            session.leave()
            return .finished(exit)
        case .left(let reason, let isGone):
            if isGone { session.abandon() } else { session.leave() }
            if case .signal(let number) = reason { cunix_die(number) }
            return .hungUp
        }
    }

    let input: Int32
    let output: Int32
    let options: Options
    /// Keys as this terminal's description spells them.
    let sequences: [[UInt8]: Key]
    private let ownsInput: Bool
    private let reader: UnsafeMutablePointer<FILE>
    private let writer: UnsafeMutablePointer<FILE>
    private let screen: OpaquePointer
    private let frames: FrameOutput
    private var painter: Painter
    private var abilities: TerminalAbilities
    private var shown = ModeSwitches.none
    private var armed: [UInt8] = []
    private var hasAsked = false
    private var askedAt: Uptime?
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
        let name = try TerminalDescription.name(for: output)
        guard cunix_remember(output) == 0, cunix_signal_pipe() >= 0 else {
            throw .refused(reason: String(cString: strerror(errno)))
        }
        for number in Self.signals { _ = cunix_catch(number) }
        use_env(false)
        use_tioctl(true)
        guard let writer = fdopen(fcntl(output, F_DUPFD_CLOEXEC, 3), "w"),
            let reader = fdopen(fcntl(input, F_DUPFD_CLOEXEC, 3), "r"),
            let screen = nc_new_terminal(name, writer, reader)
        else {
            cunix_release_signals()
            throw .unknownTerminal(name: name)
        }
        (self.reader, self.writer, self.screen, self.options) = (reader, writer, screen, options)
        _ = raw()
        _ = noecho()
        _ = nonl()
        _ = typeahead(-1)
        cunix_keep_program()
        size = Self.measure(output)
        abilities = TerminalDescription.abilities(of: name)
        sequences = TerminalDescription.sequences()
        guard let frames = FrameOutput(of: fileno(writer)), let painter = Painter(size: size, isUTF8: isUTF8) else {
            cunix_restore_settings(0)
            cunix_release_signals()
            throw .refused(reason: "there is not enough memory for the screen")
        }
        (self.frames, self.painter) = (frames, painter)
        // What ncurses had to say to begin with is ours to say: this makes it say it, to nobody.
        _ = curs_set(1)
        _ = frames.take()
        cunix_divert_errors()
        cunix_catch_crashes()
    }

    /// The modes a frame begins with.
    var usualModes: TerminalModes {
        var modes = TerminalModes()
        modes.reportsFocus = options.contains(.reportsFocus)
        return modes
    }

    /// Shows a frame: modes, cells and cursor in one write, or nothing where nothing changed.
    /// How many colours the terminal has; 0 for none.
    var colours: Int { Int(painter.pairs.colours) }

    /// Puts text on the terminal's clipboard (OSC 52, after xterm's control sequences). Terminals that have none ignore it.
    func copy(_ text: String) {
        let encoded = Base64.encoded(Array(text.utf8.prefix(Self.longestCopy)))
        Self.write(Array("\u{1B}]52;c;".utf8) + encoded + [0x07], to: output)
    }

    /// Terminals cut longer texts, or ignore them whole.
    private static let longestCopy = 74_994

    func paint(_ frame: Surface, styles: [Style], at now: Uptime) {
        let isCursorShown = frame.cursor.map { frame.bounds.contains($0) } ?? false
        let wanted = ModeSwitches(frame.modes, cursorVisible: isCursorShown, on: abilities)
        var bytes = wanted.change(from: shown)
        if wanted.needsWholeFrame(after: shown) { painter.forget() }
        arm(wanted)
        shown = wanted
        let rows = painter.paint(frame, styles: styles)
        if !hasAsked, abilities.isXtermLike, !options.contains(.asksNothing) {
            (hasAsked, askedAt) = (true, now)
            // Just before the first frame wipes the screen: some terminals print a part of what they do not understand.
            bytes += ModeSwitches.questions
        }
        bytes += frames.take()
        guard !bytes.isEmpty else { return }
        if abilities.synchronises, rows > 2 { bytes = ModeSwitches.beginFrame + bytes + ModeSwitches.endFrame }
        Self.write(bytes, to: output)
    }

    /// Takes an answer to heart. True when the next frame is shown otherwise for it.
    func learn(_ answer: TerminalAnswer) {
        guard !options.contains(.asksNothing) else { return }
        switch answer {
        case .mode(2026, let state) where state == .on || state == .off:
            abilities.synchronises = !options.contains(.neverSynchronises)
        case .keyboard: abilities.hasDistinctKeys = true
        case .attributes: askedAt = nil
        default: break
        }
    }

    /// Has the next frame sent whole.
    func repaint() { painter.forget() }

    /// Asks for the size anew and takes it over; nil when it is the same.
    func remeasure() -> Size? {
        let now = Self.measure(output)
        guard now != size else { return nil }
        size = now
        painter.resize(now)
        return now
    }

    /// Gives the terminal back, stops the process as the shell expects, and takes the terminal again when continued.
    func suspend(wholeGroup: Bool) {
        undo()
        cunix_stop(wholeGroup ? 1 : 0)
        takeBack()
    }

    /// Gives the terminal back, lets `borrow` have it, and takes it again.
    func lend<Result>(_ borrow: () -> Result) -> Result {
        undo()
        defer { takeBack() }
        return borrow()
    }

    /// Takes the terminal (again): after a stop it may be in any state. The next frame is sent whole, modes and all.
    func takeBack() {
        cunix_apply_program()
        cunix_divert_errors()
        shown = .none
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
        cunix_disarm()
        cunix_return_errors(0)
        cunix_release_crashes()
        cunix_release_signals()
    }

    deinit { leave() }

    private static let signals = [SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE]

    private func arm(_ wanted: ModeSwitches) {
        let bytes = wanted.crash(on: abilities)
        guard bytes != armed || shown == .none else { return }
        armed = bytes
        _ = bytes.withUnsafeBytes { cunix_arm(output, $0.baseAddress, $0.count) }
    }

    private func undo() {
        Self.write(shown.leave, to: output)
        shown = .none
        cunix_disarm()
        // An answer that is still on its way would be typed into the shell.
        let awaitsAnswer = askedAt.map { Uptime.now() - $0 < 1000 } ?? false
        cunix_restore_settings(awaitsAnswer ? 1 : 0)
        cunix_return_errors(1)
    }

    private func close() {
        delscreen(screen)
        fclose(writer)
        fclose(reader)
        frames.close()
        if ownsInput { _ = Self.closeDescriptor(input) }
        cunix_release_crashes()
        cunix_release_signals()
    }

    private static func measure(_ fd: Int32) -> Size {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard cunix_size(fd, &rows, &columns) == 0, rows > 0, columns > 0 else { return Size(columns: 80, rows: 24) }
        // More cells than any screen has would only cost memory.
        return Size(columns: min(Int(columns), 2000), rows: min(Int(rows), 1000))
    }

    private static func write(_ bytes: [UInt8], to fd: Int32) {
        if !bytes.isEmpty { cunix_write(fd, bytes, bytes.count) }
    }

    private static func closeDescriptor(_ fd: Int32) -> Int32 {
        #if canImport(Glibc)
        Glibc.close(fd)
        #else
        Darwin.close(fd)
        #endif
    }
}
