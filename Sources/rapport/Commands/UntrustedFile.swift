import Conversation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that somebody sent, whatever it really is: a folder, a pipe, a device that never ends.
enum UntrustedFile {
    /// Why it cannot be read: a whole sentence.
    struct Refusal: Error, CustomStringConvertible {
        var description: String
    }

    /// The bytes of the file at a path. Never waits, and never reads much more than `limit` bytes.
    static func bytes(_ path: String, limit: Int) throws(Refusal) -> [UInt8] {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw Refusal(description: "Check that it is there and that it is yours to read.") }
        defer { close(file) }
        var found = stat()
        guard fstat(file, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
            throw Refusal(description: "It is no file with a session in it, but a folder or something else.")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Refusal(description: "It cannot be read to its end.") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        throw Refusal(
            description: "It is larger than \(limit / 1_000_000) MB, which no shared session is. Is it the right file?")
    }
}
