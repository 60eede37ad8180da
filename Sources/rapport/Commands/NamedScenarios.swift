import ArgumentParser
import Conversation
import Library
import Listening

/// What authors name on the command line: content folders, scenario folders, scenario files, or the short name of a scenario
/// that the library has.
struct NamedScenarios {
    var entries: [LibraryEntry]
    var vocabulary: Vocabulary
    /// Where words and moves are looked for.
    private let shelves: Library

    /// The scenarios at the paths, or the whole library when none is given.
    init(paths: [String], surroundings: Surroundings) throws {
        let library = surroundings.library
        do {
            guard !paths.isEmpty else {
                shelves = library
                entries = library.entries()
                vocabulary = try library.vocabulary()
                return
            }
            entries = try paths.flatMap { path throws(LibraryFailure) in try library.entries(named: path) }
            let own = entries.compactMap { Library.contentFolder(above: $0.folder) }
            shelves = Library(folders: own + library.folders)
            vocabulary = try shelves.vocabulary()
        } catch {
            throw Words.failure("\(error)")
        }
    }

    /// An ear with the table that is shipped; nil where there is none. Of one that cannot be read, standard error tells.
    func ear() -> Ear? {
        guard let shelf = try? shelves.hearing(vocabulary), shelf.hasTable else { return nil }
        do {
            return Ear(table: try shelf.table())
        } catch {
            Words.complain("Options were not heard. \(error.description)")
            return nil
        }
    }
}
