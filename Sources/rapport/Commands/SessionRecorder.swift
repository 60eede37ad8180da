import ArgumentParser
import Conversation
import Foundation
import Journal

/// `rapport test --record FILE SESSION`: a session of the journal becomes a run of a test plan.
struct SessionRecorder {
    let surroundings: Surroundings
    /// Its id; nil for the last one that came to its end.
    let session: String?
    let file: String
    /// Add to a plan that is there.
    let isAdded: Bool

    func record() throws {
        let restored = try restore()
        let run: String
        do {
            run = try RecordedRun(restored.session).plan(
                for: restored.scenario, listener: surroundings.listener(try surroundings.library.vocabulary()))
        } catch {
            throw Words.failure("\(error)")
        }
        let title = restored.scenario.slug
        let ending = if case .ended(let ended) = restored.session.status { ended.ending } else { "" }
        try PlanFile(path: file).add(
            run, comment: ending.isEmpty ? "Recorded from \(title)." : "Recorded from \(title): \(ending).",
            isNew: !isAdded)
        Words.say(
            ending.isEmpty
                ? "Written: \(file). The session did not come to an ending, and the plan stops where it does."
                : "Written: \(file), a run that comes to \(ending).")
        if let entry = surroundings.library.entry(title), let files = try? entry.files(),
            Scenario.hash(of: files) != restored.scenario.hash
        {
            Words.say("The scenario has changed since that session: try `rapport test` with it.")
        }
    }

    private func restore() throws -> SessionKeeper.Restored {
        do {
            let journal = try Journal(surroundings.place)
            let id = try id(in: journal)
            var keeper = SessionKeeper(journal: journal, owner: surroundings.owner)
            return try keeper.restore(id, vocabulary: try surroundings.library.vocabulary())
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw Words.failure("\(error)")
        }
    }
}

extension SessionRecorder {
    private func id(in journal: Journal) throws -> StreamID {
        guard let session else {
            let sessions = try journal.streams(owner: surroundings.owner, kind: "session")
            guard let last = sessions.first(where: { $0.mark.status == .ended }) else {
                throw Words.failure("No session has come to its end yet. Play one, or name one that is open.")
            }
            return last.id
        }
        let id = StreamID(session)
        guard try journal.stream(id, reader: surroundings.owner) != nil else {
            throw Words.failure("There is no session \(session). `rapport journal` lists the ones there are.")
        }
        return id
    }
}

/// A test plan on the disk, to be written or added to.
struct PlanFile {
    let path: String

    /// Writes a run, behind what is there.
    /// - Parameter isNew: nothing may be there.
    /// - Throws: `ExitCode` when it cannot be written; why has been said then.
    func add(_ run: String, comment: String, isNew: Bool) throws {
        if let trouble = write(run, comment: comment, isNew: isNew) { throw Words.failure(trouble) }
    }

    /// Writes a run, behind what is there.
    /// - Returns: why it could not be written; nil when it was.
    func write(_ run: String, comment: String, isNew: Bool) -> String? {
        let manager = FileManager.default
        var before = ""
        if manager.fileExists(atPath: path) {
            guard !isNew else {
                return "\(path) is there already, and nothing was changed. --append adds the run to it."
            }
            guard let data = manager.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
                return "\(path) cannot be read as UTF-8 text, and nothing was changed."
            }
            before = text
        }
        let plan = RecordedRun.adding(run, to: before, comment: comment)
        do {
            // Written beside it and put in its place, so that a plan is never half there.
            try Data(plan.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            return nil
        } catch {
            return "\(path) cannot be written. Check that the folder is there and yours to write in."
        }
    }
}
