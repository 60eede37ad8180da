import Conversation
import Foundation
import Journal
import Library
import Terminal

// What there is to practise, and where what was practised is kept.
extension HealthReport {
    mutating func look(at surroundings: Surroundings) {
        begin("Scenarios")
        content(surroundings.library)
        begin("Your things")
        journal(surroundings)
        settings(surroundings.preferences)
        state(StateFolder(environment: surroundings.environment))
    }

    private mutating func content(_ library: Library) {
        guard !library.folders.isEmpty else {
            fault("folder", "not found", do: "Name the Content folder: --content DIR, or RAPPORT_CONTENT.")
            return
        }
        for folder in library.folders {
            if (try? FileManager.default.contentsOfDirectory(atPath: folder)) == nil {
                fault("folder", folder, do: "It cannot be read. Name another: --content DIR, or RAPPORT_CONTENT.")
            } else {
                fine("folder", folder)
            }
        }
        let vocabulary: Vocabulary
        do {
            vocabulary = try library.vocabulary()
        } catch {
            return fault("vocabulary", "cannot be used", do: error.description)
        }
        fine("vocabulary", "\(vocabulary.moves.count) moves, \(vocabulary.skills.count) skills")
        let entries = library.entries()
        let broken = entries.filter { entry in
            guard entry.trouble == nil, let loaded = try? entry.load(vocabulary: vocabulary) else { return true }
            return loaded.scenario == nil
        }.map(\.slug)
        let playable = entries.count - broken.count
        let told = "\(playable) to play" + (broken.isEmpty ? "" : ", \(broken.count) broken")
        if playable == 0 {
            fault(
                "scenarios", told,
                do: entries.isEmpty
                    ? "There is none in that folder. `rapport new NAME` begins one."
                    : "`rapport check` says what is wrong with each.")
        } else if broken.isEmpty {
            fine("scenarios", told)
        } else {
            note("scenarios", told, do: "`rapport check` says what is wrong with: \(broken.joined(separator: ", ")).")
        }
    }

    private mutating func journal(_ surroundings: Surroundings) {
        guard case .file(let path) = surroundings.place else {
            return fine("journal", "none: this run keeps nothing")
        }
        let unkept = "You can practise, but nothing is kept."
        guard FileManager.default.fileExists(atPath: path) else {
            if let folder = Self.nearestFolder(above: path), access(folder, W_OK) == 0 {
                fine("journal", "\(path), to be made with your first conversation")
            } else {
                note(
                    "journal", "\(path) cannot be made", do: "\(unkept) Name a place that is yours: --journal FILE")
            }
            return
        }
        do {
            let journal = try Journal(.file(path), patience: 1)
            let sessions = try journal.streams(owner: surroundings.owner)
            try journal.checkIntegrity()
            let broken = try journal.unfinished(owner: surroundings.owner)
            let count = sessions.count
            fine(
                "journal",
                "\(path), \(count) session\(count == 1 ? "" : "s")"
                    + (broken == nil ? "" : ", one of them to go on with"))
        } catch {
            note("journal", path, do: "\(error) \(unkept)")
        }
    }

    private mutating func settings(_ preferences: Preferences) {
        guard let path = preferences.path else {
            return note(
                "settings", "no home folder to look in", do: "Name a file: --settings FILE, or RAPPORT_SETTINGS.")
        }
        let troubles = preferences.troubles
        guard !troubles.isEmpty else {
            return fine("settings", preferences.hasFile ? path : "\(path), not there: everything is as usual")
        }
        let count = troubles.count
        note(
            "settings",
            "\(path): \(count) thing\(count == 1 ? " does" : "s do") not count\n"
                + troubles.map(\.description).joined(separator: "\n"),
            do: "The rest counts. `rapport settings` shows what does.")
    }

    private mutating func state(_ folder: StateFolder) {
        guard let file = folder.crashFile else {
            return note(
                "crash reports", "no home folder to keep them in", do: "Nothing needs them; set HOME to have them.")
        }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file) else {
            return fine("crash reports", "none (\(file))")
        }
        let date = (attributes[.modificationDate] as? Date).map {
            Surroundings.date(Int($0.timeIntervalSince1970 * 1_000))
        }
        note(
            "crash reports", "\(file)\(date.map { ", of \($0)" } ?? "")",
            do: "Rapport broke down once. The file says what is known, and nothing that you typed; delete it when told."
        )
    }

    /// The nearest folder above a path that there is.
    private static func nearestFolder(above path: String) -> String? {
        var folder = path
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            if folder.isEmpty { return "/" }
            if FileManager.default.fileExists(atPath: folder) { return folder }
        }
        return "."
    }
}
