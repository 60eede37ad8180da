import Foundation

/// The processes of a room that is measured: each takes orders, a line each, and answers with lines up to a full stop.
///
/// Their orders come through a pipe that ends when this process does, however it ends, and they end with it.
final class BenchCrew {
    /// One of them.
    struct Member {
        var name: String
        var process: Process
        var orders: FileHandle
        var answers: LineReader
    }

    struct Lost: Error, CustomStringConvertible {
        var description: String
    }

    private(set) var members: [Member] = []

    /// Starts one: this program again, with these arguments.
    func start(_ name: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = Bundle.main.executableURL
        process.arguments = arguments
        let (orders, answers) = (Pipe(), Pipe())
        process.standardInput = orders
        process.standardOutput = answers
        try process.run()
        members.append(
            Member(
                name: name, process: process, orders: orders.fileHandleForWriting,
                answers: LineReader(descriptor: answers.fileHandleForReading.fileDescriptor)))
        pipes.append(answers)
    }

    /// Kept open as long as their descriptors are read.
    private var pipes: [Pipe] = []

    /// Gives an order.
    func order(_ line: String, to index: Int) throws {
        do {
            try members[index].orders.write(contentsOf: Data((line + "\n").utf8))
        } catch {
            throw Lost(description: "\(members[index].name) ended")
        }
    }

    /// What one answers, without the full stop.
    func answer(of index: Int) throws -> [[String]] {
        var lines: [[String]] = []
        while true {
            while let line = members[index].answers.next() {
                if line == "." { return lines }
                lines.append(line.split(separator: " ").map(String.init))
                if line.hasPrefix("trouble") { print("  \(members[index].name): \(line)") }
            }
            guard members[index].answers.read() else { throw Lost(description: "\(members[index].name) ended") }
        }
    }

    /// Gives an order and takes the answer.
    func ask(_ line: String, _ index: Int) throws -> [[String]] {
        try order(line, to: index)
        return try answer(of: index)
    }

    /// What of /proc/PID/status says how much memory it ever needed, KiB, and what of /proc/PID/stat how long it ran,
    /// in hundredths of a second; 0 where there is no such file.
    func figures(of index: Int) -> (memory: Int, ticks: Int) {
        let folder = "/proc/\(members[index].process.processIdentifier)"
        let status = (try? String(contentsOfFile: folder + "/status", encoding: .utf8)) ?? ""
        let memory = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let stat = (try? String(contentsOfFile: folder + "/stat", encoding: .utf8)) ?? ""
        let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
        let ticks = fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
        return (memory?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0, ticks)
    }

    /// Ends them all, the first one last: it tidies up.
    func end() {
        for member in members.reversed() {
            try? member.orders.close()
            member.process.waitUntilExit()
        }
        members = []
    }
}
