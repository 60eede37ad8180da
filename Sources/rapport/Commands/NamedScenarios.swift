import ArgumentParser
import Conversation
import Library

/// What authors name on the command line: content folders, scenario folders, scenario files, or the short name of a scenario
/// that the library has.
struct NamedScenarios {
    var entries: [LibraryEntry]
    var vocabulary: Vocabulary

    /// The scenarios at the paths, or the whole library when none is given.
    init(paths: [String], surroundings: Surroundings) throws {
        let library = surroundings.library
        do {
            guard !paths.isEmpty else {
                entries = library.entries()
                vocabulary = try library.vocabulary()
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
