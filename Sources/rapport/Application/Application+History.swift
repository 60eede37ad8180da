import Conversation
import Interface
import Journal
import Library
import Terminal

// The history, the notebook, and what is said of oneself before and after.
extension Application {
    mutating func findSessions(_ query: String, offset: Int) {
        guard let journal = keeper?.journal,
            let page = try? journal.history(
                owner: surroundings.owner, matching: query, offset: offset, limit: JournalScreen.window)
        else { return }
        compositor.update(JournalScreen.self) { $0.receive(page, date: Surroundings.date) }
    }

    mutating func listSessions(at now: Uptime) {
        guard let journal = keeper?.journal else { return }
        do {
            let page = try journal.history(owner: surroundings.owner, limit: JournalScreen.window)
            let checkIns = try journal.checkIns(owner: surroundings.owner)
            push(JournalScreen(page: page, checkIns: checkIns, date: Surroundings.date), at: now)
        } catch {
            complain("The journal cannot be read", "\(error)", at: now)
        }
    }

    // MARK: The notebook

    func notes(_ query: String) -> [NotebookScreen.Row] {
        let notes = (try? keeper?.journal.notebook(owner: surroundings.owner, matching: query)) ?? []
        return notes.map { NotebookScreen.Row($0, date: Surroundings.day($0.writtenAt)) }
    }

    mutating func findNotes(_ query: String) {
        let rows = notes(query)
        compositor.update(NotebookScreen.self) { $0.receive(rows, query: query) }
    }

    /// The learner's own rules, where they are to be offered back.
    var rules: [NotebookScreen.Row] {
        guard surroundings.preferences.settings.isOn(.reminders) else { return [] }
        let rules = (try? keeper?.journal.rules(owner: surroundings.owner)) ?? []
        return rules.map { NotebookScreen.Row($0, date: Surroundings.day($0.writtenAt)) }
    }

    mutating func annotate(_ stream: StreamID, _ note: WrittenNote, at now: Uptime) {
        guard let session = try? keeper?.session(stream) else { return }
        let slug = session.began?.slug ?? ""
        let skills = surroundings.library.entry(slug)?.heading.skills ?? []
        let event = Engine.note(note.text, isRule: note.isRule, skills: skills, in: session)
        let trouble = keeper?.keep([event], in: stream)
        renewDebrief(of: stream, trouble: trouble)
        compositor.say(trouble ?? (note.isRule ? "The rule is kept." : "The note is kept."), at: now)
        renewList()
    }

    mutating func removeNote(_ sequence: Int, of stream: StreamID, at now: Uptime) {
        guard let session = try? keeper?.session(stream) else { return }
        let event = Engine.removal(ofNote: sequence, in: session)
        let trouble = keeper?.keep([event], in: stream)
        renewDebrief(of: stream, trouble: trouble)
        let keeper = keeper
        compositor.update(PracticeScreen.self) { screen in
            guard screen.stream == stream else { return }
            let due = keeper?.caughtUp([event], after: screen.session.sequence, in: stream) ?? [event]
            screen.receive(due, trouble: trouble, at: now)
        }
        if let trouble { compositor.say(trouble, at: now) }
        renewList()
    }

    // MARK: Before and after

    /// The steps before a scenario begins, on a screen; nil where it begins at once.
    func preparation(_ entry: LibraryEntry, wish: LookInward.Wish? = nil) -> InwardScreen? {
        let set = LookInward.Wish(rawValue: surroundings.preferences.settings[.groundwork].text) ?? .never
        let steps = LookInward.steps(before: entry.heading, wish: wish ?? set)
        return steps.isEmpty ? nil : InwardScreen(before: entry.slug, title: entry.title, steps: steps)
    }

    mutating func prepare(_ slug: String, at now: Uptime) {
        guard let entry = surroundings.library.entry(slug) else { return }
        if let screen = preparation(entry, wish: .always) { push(screen, at: now) }
    }

    mutating func askAfter(_ stream: StreamID, at now: Uptime) {
        guard let session = try? keeper?.session(stream) else { return }
        push(InwardScreen(after: stream, session: session), at: now)
    }
}
