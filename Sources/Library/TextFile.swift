#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Text files of any provenance.
enum TextFile {
    /// No scenario is longer than this, bytes.
    static let limit = 4_000_000

    private static func tooLarge(_ path: String) -> LibraryFailure {
        LibraryFailure("\(path) is larger than 4 MB, which no scenario is. Is it the right file?")
    }

    static func read(_ path: String) throws(LibraryFailure) -> String {
        guard let text = String(validating: try bytes(path), as: UTF8.self) else {
            throw LibraryFailure("\(path) is not UTF-8 text. Save it as UTF-8 in your editor.")
        }
        return text
    }

    /// The bytes of a file that should be text, for readers that can say where they are not.
    static func bytes(_ path: String) throws(LibraryFailure) -> Data {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        if let size = attributes?[.size] as? UInt64, size > UInt64(limit) { throw tooLarge(path) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw LibraryFailure("\(path) cannot be read. Check that it is there and that it is yours to read.")
        }
        guard data.count <= limit else { throw tooLarge(path) }
        return data
    }
}
