import Foundation
import Listening

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Hears a file of JSON Lines, a line at a time, so that it may be as long as it likes.
struct HearBatch {
    let ear: Ear

    /// Hears all lines of a file, `-` for standard input.
    /// - Returns: whether every line could be heard.
    func run(_ path: String) throws -> Bool {
        let name = path == "-" ? "standard input" : path
        guard let file = Self.open(path) else {
            throw Words.failure("\(path) cannot be read. Check that it is a file, and that it is yours to read.")
        }
        defer { fclose(file) }
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        var (number, all) = (0, true)
        while true {
            let count = getline(&line, &capacity, file)
            guard count >= 0, let start = line else { break }
            number += 1
            var bytes = Data(bytes: start, count: count)
            while let last = bytes.last, last == 10 || last == 13 { bytes.removeLast() }
            if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = Data(bytes.dropFirst(3)) }
            guard bytes.contains(where: { $0 != 32 && $0 != 9 }) else { continue }
            let answer: HeardLine
            do throws(HearBatchLine.Failure) {
                let asked = try HearBatchLine(bytes)
                answer = HeardLine(
                    asked.id, ear.hear(asked.text, context: HearingContext(customer: asked.customer)))
            } catch {
                all = false
                Words.complain("\(name):\(number): \(error.message)")
                answer = HeardLine(error, line: number)
            }
            // A line at a time, so that whoever asks through a pipe has each answer at once.
            try FileHandle.standardOutput.write(contentsOf: Data((JSONOutput.line(of: answer) + "\n").utf8))
        }
        guard ferror(file) == 0 else { throw Words.failure("\(name) cannot be read to its end.") }
        return all
    }

    private static func open(_ path: String) -> UnsafeMutablePointer<FILE>? {
        guard path != "-" else { return fdopen(dup(STDIN_FILENO), "r") }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return nil
        }
        return fopen(path, "r")
    }
}
