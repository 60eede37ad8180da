import ArgumentParser
import Foundation

/// Writes files so that a reader sees the old text or the new one, and never a part.
enum FileReplacement {
    /// A path at which nothing is yet: this one, else the same with a number, `debrief 2.html`.
    static func free(_ path: String) -> String {
        let url = URL(fileURLWithPath: path)
        let (stem, ending) = (url.deletingPathExtension().path, url.pathExtension)
        var (free, number) = (path, 1)
        while FileManager.default.fileExists(atPath: free) {
            number += 1
            free = "\(stem) \(number)" + (ending.isEmpty ? "" : ".\(ending)")
        }
        return free
    }

    /// Writes to a file beside the old one and puts it in its place; the old one's mode stays, and a link is followed.
    static func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

    /// The same for bytes.
    static func write(_ bytes: Data, to path: String) throws {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let beside = target.deletingLastPathComponent().appendingPathComponent(
            ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).new")
        do {
            let attributes = try? FileManager.default.attributesOfItem(atPath: target.path)
            try bytes.write(to: beside)
            if let mode = attributes?[.posixPermissions] {
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: beside.path)
            }
            guard rename(beside.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(at: beside)
            throw Words.failure(
                "\(path) cannot be written. Check that its folder is there and that it is yours to write.")
        }
    }
}
