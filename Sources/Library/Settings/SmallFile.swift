#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that ought to be small, whatever it really is: a folder, a pipe, a device that never ends.
enum SmallFile {
    enum Answer {
        case found([UInt8])
        case missing
        /// Why not, in a sentence that begins with a small letter.
        case refused(String)
    }

    /// The bytes of the file at a path. Never waits, and never reads more than a little over `limit`.
    static func bytes(_ path: String, limit: Int) -> Answer {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return .missing }
            return .refused("it cannot be opened (\(String(cString: strerror(errno)))).")
        }
        defer { close(file) }
        var found = stat()
        if fstat(file, &found) == 0, found.st_mode & S_IFMT == S_IFDIR { return .refused("it is a folder.") }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= limit {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return .refused("it cannot be read (\(String(cString: strerror(errno)))).") }
            if count == 0 { return .found(bytes) }
            bytes += buffer[..<count]
        }
        return .refused("it is larger than \(limit / 1024) KB, which no settings file is. Is it the right file?")
    }
}
