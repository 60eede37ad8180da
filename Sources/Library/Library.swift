import Conversation
import Yarn

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// **Library**: what there is to practise, read from `Content/` and from the learner's own folder.
///
/// The room reads files and nothing else. A list needs only the headers of each scenario's first node; a scenario is
/// compiled when it is opened. One that is broken is listed with its reason, and the others work.
public struct Library: Sendable {
    /// The folders that scenarios are looked for in; a slug found in an earlier one hides the same slug in a later.
    public let folders: [String]

    /// A library over content folders, each with `scenarios/<slug>/` in it.
    public init(folders: [String]) {
        self.folders = folders
    }

    /// Every scenario there is, by slug.
    public func entries() -> [LibraryEntry] {
        var seen: Set<String> = []
        var entries: [LibraryEntry] = []
        for folder in folders {
            let root = folder + "/scenarios"
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
            for name in names.sorted() where !name.hasPrefix(".") && !seen.contains(name) {
                let entry = LibraryEntry(folder: root + "/" + name, slug: name)
                guard entry.hasFiles else { continue }
                seen.insert(name)
                entries.append(entry)
            }
        }
        return entries.sorted { $0.slug < $1.slug }
    }

    /// The scenario with a slug.
    public func entry(_ slug: String) -> LibraryEntry? { entries().first { $0.slug == slug } }

    /// The words that scenarios may use, from the first folder that says so.
    /// - Throws: ``LibraryFailure`` when no folder has `vocabulary.yaml` or it cannot be read.
    public func vocabulary() throws(LibraryFailure) -> Vocabulary {
        for folder in folders {
            let path = folder + "/vocabulary.yaml"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            return try VocabularyFile.read(try TextFile.read(path), path: path)
        }
        throw LibraryFailure(
            "There is no vocabulary.yaml in \(folders.joined(separator: ", ")). "
                + "It comes with Rapport; name the folder that has it with --content.")
    }
}

/// What a file could not give, in people's words.
public struct LibraryFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Text files of any provenance.
enum TextFile {
    /// No scenario is longer than this, bytes.
    static let limit = 4_000_000

    private static func tooLarge(_ path: String) -> LibraryFailure {
        LibraryFailure("\(path) is larger than 4 MB, which no scenario is. Is it the right file?")
    }

    static func read(_ path: String) throws(LibraryFailure) -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        if let size = attributes?[.size] as? UInt64, size > UInt64(limit) { throw tooLarge(path) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw LibraryFailure("\(path) cannot be read. Check that it is there and that it is yours to read.")
        }
        guard data.count <= limit else { throw tooLarge(path) }
        guard let text = String(data: data, encoding: .utf8) else {
            throw LibraryFailure("\(path) is not UTF-8 text. Save it as UTF-8 in your editor.")
        }
        return text
    }
}

// What authors name on the command line.
extension Library {
    /// The scenarios at a path: a content folder, a folder of scenarios, one scenario's folder, or its file.
    /// - Throws: ``LibraryFailure`` when nothing there is a scenario.
    public static func entries(at path: String) throws(LibraryFailure) -> [LibraryEntry] {
        let path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
        let manager = FileManager.default
        if path.hasSuffix(".yarn"), manager.fileExists(atPath: path) {
            let folder = parent(path)
            return [LibraryEntry(folder: folder, slug: name(absolute(folder)))]
        }
        if manager.fileExists(atPath: path + "/scenario.yarn") {
            return [LibraryEntry(folder: path, slug: name(absolute(path)))]
        }
        if manager.fileExists(atPath: path + "/scenarios") { return Library(folders: [path]).entries() }
        let names = ((try? manager.contentsOfDirectory(atPath: path)) ?? []).sorted()
        let entries = names.map { LibraryEntry(folder: path + "/" + $0, slug: $0) }.filter(\.hasFiles)
        guard !entries.isEmpty else {
            throw LibraryFailure(
                "There is no scenario at \(path). A scenario is a folder with scenario.yarn in it.")
        }
        return entries
    }

    /// The content folder that a path is in, known by its vocabulary; nil when none above it has one.
    public static func contentFolder(above path: String) -> String? {
        var folder = absolute(path)
        while folder != "/", !folder.isEmpty {
            if FileManager.default.fileExists(atPath: folder + "/vocabulary.yaml") { return folder }
            folder = parent(folder)
        }
        return nil
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private static func parent(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func name(_ path: String) -> String {
        path.split(separator: "/").last { $0 != "." }.map(String.init) ?? path
    }
}
