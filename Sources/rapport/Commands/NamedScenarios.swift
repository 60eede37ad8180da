import ArgumentParser
import Conversation
import Library

/// What authors name on the command line: content folders, scenario folders or scenario files.
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
            entries = try paths.flatMap { path throws(LibraryFailure) in try Library.entries(at: path) }
            let own = paths.compactMap(Library.contentFolder(above:))
            vocabulary = try Library(folders: own + library.folders).vocabulary()
        } catch {
            throw Words.failure("\(error)")
        }
    }
}
