import ArgumentParser
import Foundation
import Library
import Yarn

/// Scripts that are compiled together, with the paths they are written back to.
struct ScriptProject {
    /// What new ids are named after.
    var slug: String
    /// The folder the scripts are in.
    var folder: String
    /// The scripts, each named by its path.
    var files: [SourceFile]

    /// What authors name: a scenario's folder or one of its files, a folder of scenarios, a folder of plain Yarn files
    /// (one project), a plain Yarn file by itself, or a scenario's short name; every scenario there is when nothing is named.
    static func named(_ paths: [String], surroundings: Surroundings) throws -> [ScriptProject] {
        do {
            guard !paths.isEmpty else { return try surroundings.library.entries().map(project) }
            return try paths.flatMap { path throws in
                FileManager.default.fileExists(atPath: path)
                    ? try projects(at: path) : try surroundings.library.entries(named: path).map(project)
            }
        } catch let failure as LibraryFailure {
            throw Words.failure("\(failure)")
        }
    }

    private static func projects(at path: String) throws -> [ScriptProject] {
        let path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        _ = manager.fileExists(atPath: path, isDirectory: &isFolder)
        if isFolder.boolValue {
            let names = ((try? manager.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".yarn") }
                .sorted()
            if !names.isEmpty, !names.contains("scenario.yarn") {
                return [try plain(names.map { "\(path)/\($0)" }, folder: path)]
            }
        } else {
            let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
            if !manager.fileExists(atPath: folder + "/scenario.yarn") { return [try plain([path], folder: folder)] }
        }
        return try Library.entries(at: path).map(project)
    }

    private static func project(_ entry: LibraryEntry) throws -> ScriptProject {
        let files = try entry.files().map { SourceFile(name: "\(entry.folder)/\($0.name)", text: $0.text) }
        return ScriptProject(slug: entry.slug, folder: entry.folder, files: files)
    }

    private static func plain(_ paths: [String], folder: String) throws -> ScriptProject {
        let name = paths.first?.split(separator: "/").last.map(String.init) ?? ""
        return ScriptProject(
            slug: name.hasSuffix(".yarn") ? String(name.dropLast(5)) : name, folder: folder,
            files: try paths.map(YarnFiles.readStrictly))
    }

    /// The initials of its name, in small letters: `ld` for `late-delivery`.
    var initials: String {
        let words = slug.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let initials = words.compactMap(\.first).map(String.init).joined()
        return initials.isEmpty ? "l" : initials
    }

    /// Says why its scripts are left as they are.
    func complain(_ diagnostics: [Diagnostic]) {
        Words.say(diagnostics.rendered(in: files).joined(separator: "\n"))
        Words.say("\(folder): left as it is. Mend the errors above first.")
    }
}
