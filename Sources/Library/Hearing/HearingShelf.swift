import Conversation
import Listening

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What hearing needs, as it lies in a content folder's `moves/`: the table that is shipped, and what it was learnt from.
public struct HearingShelf: Sendable {
    /// The folder, `moves` in a content folder.
    public let folder: String
    private let moves: [HearingTable.Move]

    /// The shelf of a folder, for these moves.
    public init(folder: String, vocabulary: Vocabulary) {
        self.folder = folder
        moves = vocabulary.moves.map { HearingTable.Move(id: $0.id, harms: !$0.helps) }
    }

    /// Where the table lies.
    public var tablePath: String { folder + "/hearing.table" }
    /// There is a table, be it whole or not.
    public var hasTable: Bool { FileManager.default.fileExists(atPath: tablePath) }
    /// Where the lines lie that it is measured by.
    public var heldOutPath: String { folder + "/held-out.txt" }
    private var lorePath: String { folder + "/words.yaml" }

    /// The table that is shipped.
    /// - Throws: ``LibraryFailure`` when there is none, or it cannot be read.
    public func table() throws(LibraryFailure) -> HearingTable {
        let bytes = try TextFile.bytes(tablePath)
        do {
            return try HearingTable(bytes: Array(bytes))
        } catch {
            throw LibraryFailure("\(tablePath): \(error.description)")
        }
    }

    /// What is known of words before anything is learnt.
    /// - Throws: ``LibraryFailure`` when `words.yaml` is missing or wrong.
    public func lore() throws(LibraryFailure) -> WordLore {
        try WordLoreFile.read(try TextFile.read(lorePath), path: lorePath)
    }

    /// The lines that the table is learnt from, voice by voice in the order of their names.
    /// - Throws: ``LibraryFailure`` with file and line of the first that cannot be read.
    public func exemplars() throws(LibraryFailure) -> [(voice: String, lines: [Exemplar])] {
        var voices: [(voice: String, lines: [Exemplar])] = []
        for path in linePaths {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            voices.append((String(name.dropLast(".txt".count)), try lines(at: path)))
        }
        guard !voices.isEmpty else { throw LibraryFailure("There are no exemplars in \(folder)/lines.") }
        return voices
    }

    /// The lines that it is measured by, which nothing was learnt from.
    /// - Throws: ``LibraryFailure`` with file and line of the first that cannot be read.
    public func heldOut() throws(LibraryFailure) -> [Exemplar] { try lines(at: heldOutPath) }

    /// Whether the lines that it is measured by are the ones that were frozen before anything was learnt: `held-out.sha256`
    /// begins with the SHA-256 of their file.
    /// - Throws: ``LibraryFailure`` when one of the two files cannot be read.
    public func heldOutIsFrozen() throws(LibraryFailure) -> Bool {
        let recorded = try TextFile.read(folder + "/held-out.sha256").split(whereSeparator: \.isWhitespace).first
        return recorded.map(String.init) == ContentHash.hexadecimal(of: try TextFile.bytes(heldOutPath))
    }

    /// The name of all that the table is learnt from: another one wants another training.
    /// - Throws: ``LibraryFailure`` when a file cannot be read.
    public func source() throws(LibraryFailure) -> String {
        var text = moves.map { "\($0.id) \($0.harms)\n" }.joined()
        for path in [lorePath] + linePaths { text += try TextFile.read(path) }
        return HearingTable.name(of: text)
    }

    /// Learns the table anew.
    /// - Throws: ``LibraryFailure`` when a file is missing or wrong.
    public func trained(seed: UInt64) throws(LibraryFailure) -> HearingTable {
        Trainer(moves: moves, lore: try lore()).table(
            from: try exemplars().flatMap(\.lines), source: try source(), seed: seed)
    }

    /// A trainer for these moves and words.
    /// - Throws: ``LibraryFailure`` when `words.yaml` is missing or wrong.
    public func trainer() throws(LibraryFailure) -> Trainer { Trainer(moves: moves, lore: try lore()) }

    private var linePaths: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/lines")) ?? []
        return names.filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }.sorted().map { folder + "/lines/" + $0 }
    }

    private func lines(at path: String) throws(LibraryFailure) -> [Exemplar] {
        let text = try TextFile.read(path)
        do {
            return try ExemplarFile.read(text, file: path, moves: Set(moves.map(\.id)))
        } catch {
            throw LibraryFailure(error.description)
        }
    }
}

extension Library {
    /// What hearing needs, from the first folder that has it.
    /// - Throws: ``LibraryFailure`` when no folder has `moves/`.
    public func hearing(_ vocabulary: Vocabulary) throws(LibraryFailure) -> HearingShelf {
        for folder in folders where FileManager.default.fileExists(atPath: folder + "/moves") {
            return HearingShelf(folder: folder + "/moves", vocabulary: vocabulary)
        }
        throw LibraryFailure(
            "There is no folder moves in \(folders.joined(separator: ", ")). It comes with Rapport; name the folder "
                + "that has it with --content.")
    }
}
