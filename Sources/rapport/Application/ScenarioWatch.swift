import Foundation

/// Notices that a scenario's files have changed on the disk: it compares their times and sizes when asked.
struct ScenarioWatch {
    /// What tells one state of a file from another.
    private struct Stamp: Hashable {
        var name: String
        var seconds: Int
        var nanoseconds: Int
        var size: Int
        var file: UInt64
    }

    private let folder: String
    private var stamps: [Stamp]

    /// Watches the Yarn files of a folder, as they are from now on.
    init(folder: String) {
        self.folder = folder
        stamps = Self.stamps(in: folder)
    }

    /// Whether anything has changed since it was last asked.
    mutating func hasChanged() -> Bool {
        let now = Self.stamps(in: folder)
        guard now != stamps else { return false }
        stamps = now
        return true
    }

    private static func stamps(in folder: String) -> [Stamp] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yarn") }.sorted().compactMap { name in
            var found = stat()
            guard stat(folder + "/" + name, &found) == 0 else { return nil }
            #if os(Linux)
            let time = found.st_mtim
            #else
            let time = found.st_mtimespec
            #endif
            return Stamp(
                name: name, seconds: time.tv_sec, nanoseconds: time.tv_nsec, size: Int(found.st_size),
                file: UInt64(found.st_ino))
        }
    }
}
