internal import CUnix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard input and output as lines: for programs without a screen, on a terminal, a pipe or a file. One at a time, on
/// the main thread.
///
/// Nothing is sent but words: no escape sequence, no control character but the newline. Terminals edit the line that is
/// typed themselves.
public final class LineSession {
    /// What comes in.
    public enum Event: Hashable, Sendable {
        /// A line, without its end. Untrusted.
        case line(String)
        /// Nothing more will come.
        case end
        /// SIGINT, SIGQUIT, SIGTERM or SIGHUP arrived, or SIGPIPE: whoever read the output is gone. Save, then
        /// ``die(by:)``.
        case signal(Int32)
    }

    /// Somebody types the lines on a terminal.
    public let isTyped: Bool
    /// The lines that are written go to a terminal.
    public let isShown: Bool
    private let isUTF8: Bool
    private let pipe: Int32
    private var bytes: [UInt8] = []
    private var lines: [String] = []
    private var signals: [Int32] = []
    private var isAtEnd = false
    /// Whoever read the output is gone.
    private var isDeaf = false
    /// The cursor stands behind a prompt.
    private var isPrompting = false

    /// Longer lines are cut into several, bytes.
    private static let longestLine = 1 << 20
    private static let widest = 80

    /// Takes standard input and output, and the signals.
    public init() {
        isTyped = isatty(0) == 1
        isShown = isatty(1) == 1
        isUTF8 = TerminalSession.isUTF8
        pipe = cunix_signal_pipe()
        for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE] { _ = cunix_catch(number) }
    }

    deinit { cunix_release_signals() }

    // MARK: In

    /// A line is there already.
    public var hasLine: Bool { !lines.isEmpty }

    /// Waits for what comes next, until a moment at most; nil when that has come.
    /// - Parameters:
    ///   - takesLines: false leaves lines for later, and waits for signals and time alone.
    ///   - watched: a further descriptor; nil comes back as well when it can be read.
    public func next(until deadline: Uptime?, takesLines: Bool = true, watching watched: Int32? = nil) -> Event? {
        while true {
            if !signals.isEmpty { return .signal(signals.removeFirst()) }
            if takesLines, !lines.isEmpty { return taken(lines.removeFirst()) }
            if takesLines, isAtEnd { return .end }
            let limit = deadline.map { Int32(max(0, min($0 - Uptime.now(), Int64(Int32.max)))) } ?? -1
            var input: Int32 = 0
            var signal: Int32 = 0
            // A descriptor below zero is not looked at.
            var bell: Int32 = 0
            let result = cunix_poll3(
                takesLines && !isAtEnd ? 0 : -1, pipe, watched ?? -1, limit, &input, &signal, &bell)
            if result != 0 { isAtEnd = true }
            if signal != 0 { readSignals() }
            if input != 0 { read() }
            if bell != 0, signals.isEmpty, !takesLines || lines.isEmpty { return nil }
            if let deadline, deadline <= Uptime.now(), signals.isEmpty, !takesLines || lines.isEmpty { return nil }
        }
    }

    private func taken(_ line: String) -> Event {
        // The terminal has written the end of the line itself.
        isPrompting = false
        return .line(line)
    }

    private func read() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = buffer.withUnsafeMutableBytes { cunix_read(0, $0.baseAddress, $0.count) }
        if count < 0 { isAtEnd = true }
        if count > 0 { bytes += buffer[..<count] }
        while let end = bytes.firstIndex(of: 10) {
            cut(at: end)
            bytes.removeFirst()
        }
        if bytes.count > Self.longestLine || (isAtEnd && !bytes.isEmpty) { cut(at: bytes.endIndex) }
    }

    private func cut(at end: Int) {
        var line = bytes[..<end]
        if line.last == 13 { line.removeLast() }
        lines.append(String(decoding: line, as: UTF8.self))
        bytes.removeSubrange(..<end)
    }

    private func readSignals() {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = buffer.withUnsafeMutableBytes { cunix_read(pipe, $0.baseAddress, $0.count) }
        if count > 0 { signals += buffer[..<count].map(Int32.init) }
    }

    // MARK: Out

    /// Writes lines. On a terminal they are wrapped at its width, or at 80 columns where it is wider.
    public func write(_ text: [String]) {
        guard !text.isEmpty else { return }
        let rows = isShown ? text.flatMap { DisplayText.wrapped($0, columns: columns) } : text
        var output = isPrompting ? "\n" : ""
        isPrompting = false
        for row in rows { output += fit(row) + "\n" }
        send(output)
    }

    /// Asks for a line, where somebody types them.
    public func prompt(_ words: String) {
        guard isTyped, isShown, !isPrompting, !words.isEmpty else { return }
        isPrompting = true
        send(fit(words) + "> ")
    }

    /// Ends a line that was left with a prompt in it.
    public func finish() {
        if isPrompting { send("\n") }
        isPrompting = false
    }

    private var columns: Int {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard cunix_size(1, &rows, &columns) == 0, columns > 0 else { return Self.widest }
        return max(20, min(Self.widest, Int(columns)))
    }

    private func fit(_ text: String) -> String {
        let clean = DisplayText.sanitised(text)
        guard !isUTF8 else { return clean }
        return clean.unicodeScalars.map(AsciiApproximation.of).joined()
    }

    private func send(_ text: String) {
        guard !isDeaf else { return }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty, !isDeaf {
            let count = rest.withUnsafeBytes { Self.write($0) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var wait = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
            } else if errno != EINTR {
                isDeaf = true
                signals.append(SIGPIPE)
            }
        }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.write(1, bytes.baseAddress, bytes.count)
        #else
        Darwin.write(1, bytes.baseAddress, bytes.count)
        #endif
    }

    // MARK: Going

    /// Stops, as Ctrl-Z does; returns when continued.
    public func suspend() {
        finish()
        cunix_stop(1)
    }

    /// Dies by a signal, so that whoever started the program sees it.
    public func die(by signal: Int32) { cunix_die(signal) }
}
