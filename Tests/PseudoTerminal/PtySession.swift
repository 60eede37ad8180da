import CUnix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What went wrong with a program on a pseudo-terminal, with the screen as it was.
public struct PtyFailure: Error, CustomStringConvertible {
    /// What was awaited and what was seen.
    public let description: String

    /// A failure with its words.
    public init(description: String) { self.description = description }
}

/// A program on a pseudo-terminal of its own, and the screen that it has drawn. For one task at a time.
public final class PtySession {
    /// The program's process.
    public let process: pid_t
    /// What the program has drawn so far.
    public private(set) var screen: EmulatedScreen
    /// The exit status, or minus the signal the program died by; `nil` while it runs.
    public private(set) var status: Int32?
    /// Every byte the program has written.
    public private(set) var raw: [UInt8] = []
    private var master: Int32
    private var isReaped = false

    /// Starts a program.
    ///
    /// `environment` is added to TERM=xterm-256color, a UTF-8 locale, a plain PATH and an empty home.
    /// - Throws: ``PtyFailure`` when the system has no terminal or process to spare.
    public init(
        _ path: String, _ arguments: [String] = [], env environment: [String: String] = [:], cwd: String? = nil,
        rows: Int = 24, columns: Int = 80
    ) throws {
        var variables = [
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": "/nonexistent", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no",
        ]
        // A child's coverage counts too.
        if let profile = getenv("LLVM_PROFILE_FILE") { variables["LLVM_PROFILE_FILE"] = String(cString: profile) }
        variables.merge(environment) { $1 }
        var argv = ([path] + arguments).map { strdup($0) } + [nil]
        var envp = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var side: Int32 = -1
        process = cunix_pty_spawn(path, &argv, &envp, cwd, Int32(rows), Int32(columns), &side)
        guard process > 0 else { throw PtyFailure(description: "no pseudo-terminal: errno \(errno)") }
        master = side
        screen = EmulatedScreen(rows: rows, columns: columns)
    }

    deinit {
        if !isReaped {
            kill(process, SIGKILL)
            var ignored: Int32 = 0
            _ = cunix_reap(process, 1, &ignored)
        }
        if master >= 0 { close(master) }
    }

    /// Types something: text or the bytes of keys.
    public func send(_ text: String) { send(Array(text.utf8)) }

    /// Sends bytes as they are. Takes in what the program draws meanwhile, so that neither waits for the other.
    public func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, master >= 0 {
            let count = rest.prefix(4096).withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
            _ = takeIn(timeout: 0)
        }
    }

    /// Gives the terminal another size.
    public func resize(rows: Int, columns: Int) {
        screen.resize(rows: rows, columns: columns)
        _ = cunix_pty_resize(master, Int32(rows), Int32(columns))
    }

    /// Sends a signal to the program.
    public func signal(_ number: Int32) { kill(process, number) }

    /// Closes the window: the program's terminal is gone.
    public func hangUp() {
        if master >= 0 { close(master) }
        master = -1
    }

    /// True when the terminal is set as shells leave it: lines, echo and interrupt keys on.
    public var isCooked: Bool {
        let wanted = CUNIX_CANONICAL | CUNIX_ECHO | CUNIX_SIGNALS | CUNIX_RETURN_TO_NEWLINE | CUNIX_OUTPUT
        return cunix_pty_settings(master) == Int32(wanted)
    }

    /// Everything written, as text.
    public var transcript: String { String(decoding: raw, as: UTF8.self) }

    /// Takes in what is drawn until `condition` holds, the program ends or so many seconds have passed.
    /// Returns whether it holds.
    @discardableResult
    public func wait(timeout: Double = 60, until condition: (PtySession) -> Bool) -> Bool {
        let end = Self.now() + timeout
        while true {
            if condition(self) { return true }
            let left = end - Self.now()
            if left <= 0 { return false }
            if !takeIn(timeout: min(left, 0.05)) {
                reap()
                if status == nil { poll(nil, 0, 2) }
                if status != nil { return condition(self) }
            }
        }
    }

    /// Waits until a text is on the screen.
    /// - Throws: ``PtyFailure`` with the screen when it does not come within so many seconds.
    public func wait(for text: String, timeout: Double = 60) throws {
        if !wait(timeout: timeout, until: { $0.screen.text.contains(text) }) {
            throw PtyFailure(
                description:
                    "no “\(text)” within \(timeout) s (status \(status.map(String.init) ?? "none"))\n\(screen.text)")
        }
    }

    /// Waits for the end of the program; its status, or minus the signal, or `nil` when it goes on.
    public func waitExit(timeout: Double = 60) -> Int32? {
        // Its last bytes come first: the terminal is only at its end when nobody has it open any more.
        wait(timeout: timeout) { $0.status != nil }
        return status
    }

    // False when nothing will ever come again.
    private func takeIn(timeout seconds: Double) -> Bool {
        guard master >= 0 else { return false }
        var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, Int32((seconds * 1000).rounded(.up))) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        raw += buffer[..<count]
        screen.feed(buffer[..<count])
        return true
    }

    private func reap() {
        guard !isReaped else { return }
        var result: Int32 = 0
        guard cunix_reap(process, 0, &result) == 1 else { return }
        isReaped = true
        status = result
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// The folder that holds the built programs, found from the running test's own place.
public func productsDirectory() -> String {
    #if os(Linux)
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
    // The tests run inside NAME.xctest/Contents/MacOS/NAME, beside the programs.
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    let parts = bundle.split(separator: "/", omittingEmptySubsequences: false)
    let path = parts[...(parts.firstIndex { $0.hasSuffix(".xctest") } ?? parts.count - 1)].joined(separator: "/")
    #endif
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
}
