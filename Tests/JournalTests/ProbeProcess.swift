import Foundation

/// The probe as another process, and the lines it prints.
final class ProbeProcess {
    private let process = Process()
    private let output = Pipe()
    private var pending = Data()

    /// Starts the probe. `umask`, when given, is the file mode mask it runs under.
    init(_ arguments: String..., umask: String? = nil) throws {
        let probe = try Self.program()
        if let umask {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "umask \(umask); exec \"$0\" \"$@\"", probe] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: probe)
            process.arguments = arguments
        }
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardOutput = output
        try process.run()
    }

    /// The next whole line, or nil when the probe has ended.
    func line() -> String? {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(bytes: pending[..<end], encoding: .utf8)
                pending.removeSubrange(...end)
                return line
            }
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            pending.append(more)
        }
    }

    /// All lines until it ends.
    func remainingLines() -> [String] {
        var lines: [String] = []
        while let line = line() { lines.append(line) }
        return lines
    }

    /// Ends it at once, without a chance to tidy up.
    func kill() {
        _ = Foundation.kill(process.processIdentifier, SIGKILL)
    }

    /// Waits for its end.
    func status() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    private struct NoProbe: Error {}

    private static func program() throws -> String {
        var folders = [
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(), Bundle.main.bundleURL,
        ]
        folders += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
        let names = folders.flatMap { folder in
            ["journal-probe", "JournalProbe"].map { folder.appendingPathComponent($0).path }
        }
        guard let name = names.first(where: FileManager.default.isExecutableFile(atPath:)) else { throw NoProbe() }
        return name
    }
}
