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
