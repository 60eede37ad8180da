#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that goes away with its test.
final class TemporaryFile {
    let path: String

    struct Failure: Error {}

    init() throws {
        var name = Array("/tmp/terminal-test-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw Failure() }
        close(descriptor)
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { unlink(path) }

    var text: String { contents(of: path) }
}

/// A file's text; empty when there is none.
func contents(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += buffer[..<count]
    }
}

/// The processes a process has started.
func children(of process: pid_t) -> [pid_t] {
    contents(of: "/proc/\(process)/task/\(process)/children").split(separator: " ").compactMap { pid_t($0) }
}
