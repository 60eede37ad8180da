import ArgumentParser
import Conversation
import Library

/// What authors name on the command line: content folders, scenario folders, scenario files, or the short name of a scenario
/// that the library has.
struct NamedScenarios {
    var entries: [LibraryEntry]
    var vocabulary: Vocabulary

    /// The scenarios at the paths, or the whole library when none is given. Files that are no scenario's bring the
    /// vocabulary of the content folder they lie in.
    init(paths: [String], surroundings: Surroundings, near files: [String] = []) throws {
        let library = surroundings.library
        do {
            guard !paths.isEmpty else {
                entries = library.entries()
                let own = files.compactMap(Library.contentFolder(above:))
                vocabulary = try Library(folders: own + library.folders).vocabulary()
                return
            }
            entries = try paths.flatMap { path throws(LibraryFailure) in try library.entries(named: path) }
            let own = entries.compactMap { Library.contentFolder(above: $0.folder) }
            vocabulary = try Library(folders: own + library.folders).vocabulary()
        } catch {
            throw Words.failure("\(error)")
        }
    }
}
