import Yarn

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// What authors name on the command line.
extension Library {
    /// The scenarios at a path: a content folder, a folder of scenarios, one scenario's folder, or its file.
    /// - Throws: ``LibraryFailure`` when nothing there is a scenario.
    public static func entries(at path: String) throws(LibraryFailure) -> [LibraryEntry] {
        let path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
        let manager = FileManager.default
        if path.hasSuffix(".yarn"), manager.fileExists(atPath: path) {
            let folder = parent(path)
            let file = name(path)
            guard file != LibraryEntry.usualFile else {
                return [LibraryEntry(folder: folder, slug: name(absolute(folder)))]
            }
            return [LibraryEntry(folder: folder, slug: String(file.dropLast(".yarn".count)), file: file)]
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

    /// The scenarios at a path, or the one of this library with that short name.
    /// - Throws: ``LibraryFailure`` when it is neither.
    public func entries(named name: String) throws(LibraryFailure) -> [LibraryEntry] {
        do {
            return try Library.entries(at: name)
        } catch {
            guard let entry = entry(name) else { throw error }
            return [entry]
        }
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

extension Library {
    /// One Yarn file that lies outside of any scenario's folder.
    /// - Throws: ``LibraryFailure`` when it cannot be read.
    public static func file(at path: String) throws(LibraryFailure) -> SourceFile {
        SourceFile(name: name(path), text: try TextFile.read(path))
    }

    /// Whether a path names a Yarn file with no scenario beside it.
    public static func isLoneFile(_ path: String) -> Bool {
        let manager = FileManager.default
        return path.hasSuffix(".yarn") && manager.fileExists(atPath: path)
            && !manager.fileExists(atPath: parent(path) + "/scenario.yarn")
    }
}
