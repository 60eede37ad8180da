#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Lines from a pipe, read as far as they are there.
struct LineReader {
    let descriptor: Int32
    private var bytes: [UInt8] = []

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// Reads what is there; waits when nothing is.
    /// - Returns: false at the end.
    mutating func read() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let room = buffer.count
        let count = buffer.withUnsafeMutableBytes { readBytes(descriptor, $0.baseAddress, room) }
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        return true
    }

    /// The next whole line.
    mutating func next() -> String? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { bytes.removeFirst(end + 1) }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}

private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ room: Int) -> Int {
    read(descriptor, buffer, room)
}
