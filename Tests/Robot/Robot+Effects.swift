import Conversation
import Interface
import Journal
import Library
import Patterns
import Terminal

import struct Yarn.SourceFile

// What the screens want of the world, done at once.
extension Robot {
    mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            wanted.append(effect)
            do { try perform(effect) } catch { compositor.say("\(error)", at: now) }
        }
    }

    private mutating func perform(_ effect: Effect) throws {
        switch effect {
        case .practise(let slug):
            guard let entry = world.library.entry(slug) else { throw trouble("There is no scenario \(slug).") }
            let steps = LookInward.steps(before: entry.heading, wish: groundwork)
            if steps.isEmpty { return try perform(.begin(slug: slug, nil)) }
            compositor.push(InwardScreen(before: slug, title: entry.title, steps: steps), at: now)
        case .prepare(let slug):
            guard let entry = world.library.entry(slug) else { throw trouble("There is no scenario \(slug).") }
            let steps = LookInward.steps(before: entry.heading, wish: .always)
            compositor.push(InwardScreen(before: slug, title: entry.title, steps: steps), at: now)
        case .begin(let slug, let said):
            var (screen, events) = try world.begin(slug)
            if let said { events.append(said.event(.before, in: Session(replaying: events))) }
            screen.remember(world.rules())
            show(screen, events)
        case .askAfter(let stream):
            compositor.push(InwardScreen(after: stream, session: try world.session(stream)), at: now)
        case .findSessions(let query, let offset):
            let page = try world.history(query, offset: offset)
            compositor.update(JournalScreen.self) { $0.receive(page, date: RobotWorld.date) }
        case .openPatterns(let signs):
            let shelf = world.library.patterns()
            let pattern = signs.flatMap { shelf.pattern(for: $0) }
            compositor.push(PatternsScreen(shelf, at: pattern?.page.id), at: now)
        case .openNotebook: compositor.push(NotebookScreen(rows: world.notes("")), at: now)
        case .findNotes(let query):
            let rows = world.notes(query)
            compositor.update(NotebookScreen.self) { $0.receive(rows, query: query) }
        case .annotate(let stream, let note):
            try append(Engine.note(note.text, isRule: note.isRule, in: try world.session(stream)), to: stream)
            compositor.say(note.isRule ? "The rule is kept." : "The note is kept.", at: now)
        case .removeNote(let stream, let sequence):
            try append(Engine.removal(ofNote: sequence, in: try world.session(stream)), to: stream)
        case .goOn(let stream):
            let (screen, events) = try world.restore(stream)
            if compositor.front is OfferScreen { compositor.pop(at: now) }
            show(screen, events)
        case .keep(let events, let stream):
            let trouble = world.keep(events, in: stream)
            let now = now
            if compositor.isLookingBack {
                compositor.receiveLookingBack(events, trouble: trouble)
            } else {
                compositor.update(PracticeScreen.self) { $0.receive(events, trouble: trouble, at: now) }
            }
        case .lookBack(let stream):
            let session = try world.session(stream)
            let screen = DebriefScreen(
                stream: stream, session: session, vocabulary: world.vocabulary, support: support)
            if let old = compositor.front as? DebriefScreen, old.stream == stream {
                compositor.replaceFront(with: screen, at: now)
            } else {
                compositor.push(screen, at: now)
            }
        case .chooseGuide(let stream):
            let session = try world.session(stream)
            compositor.push(GuideScreen(stream: stream, session: session, shelf: world.library.guides()), at: now)
        case .writeFix(let stream, let title, let guide):
            compositor.push(
                FixScreen(stream: stream, session: try world.session(stream), title: title, guide: guide), at: now)
        case .setAside(let stream):
            _ = world.keep([Engine.settingAside(try world.session(stream))], in: stream)
            tellHome()
        case .listSessions:
            let page = try world.history("", offset: 0)
            compositor.push(
                JournalScreen(page: page, checkIns: world.checkIns(), date: RobotWorld.date), at: now)
        case .close: close()
        case .finish(let stream):
            close()
            try perform(.lookBack(stream))
        case .notice(let words): compositor.say(words, at: now)
        case .compare(let stream, let place):
            compositor.push(CompareScreen(Attempts(try own(stream).log), of: stream, at: place), at: now)
        case .compareWithAnother(let stream):
            let slug = kept.first { $0.id == stream }?.scenarioSlug
            guard let other = kept.first(where: { $0.id != stream && $0.scenarioSlug == slug }) else {
                return compositor.say("This is your only session of this scenario so far.", at: now)
            }
            let pair = (Attempts(try own(stream).log), Attempts(try world.session(other.id).log))
            compositor.push(
                CompareScreen(pair.0, pair.1, titles: ("This one", "The other"), of: stream), at: now)
        case .showWordings(let stream, let place):
            let session = try own(stream)
            let attempts = Attempts(session.log)
            guard let place = place ?? attempts.standing.last?.place else { return }
            let wordings = try Wordings(at: place, in: session, engine: try world.screen(of: stream).engine)
            compositor.push(
                CompareScreen(wordings, of: stream, at: place, wayBack: attempts.way(backTo: place)), at: now)
        case .goBack(let stream, let sequence): try goBack(stream, to: sequence)
        case .findListener:
            let (listener, trouble) = world.listen()
            let now = now
            var effects: [Effect] = []
            compositor.update(PracticeScreen.self) { effects = $0.listen(with: listener, trouble: trouble, at: now) }
            perform(effects)
        case .quit: hasLeft = true
        default: break
        }
    }

    /// The session on the screen, or the journal's.
    private func own(_ stream: StreamID) throws -> Session {
        if let practice, practice.stream == stream { return practice.session }
        return try world.session(stream)
    }

    private mutating func goBack(_ stream: StreamID, to sequence: Int) throws {
        if compositor.screens.contains(where: { ($0 as? PracticeScreen)?.stream == stream }) {
            while (compositor.front as? PracticeScreen)?.stream != stream, compositor.pop(at: now) {}
            var effects: [Effect] = []
            let now = now
            compositor.update(PracticeScreen.self) { effects = $0.goBack(to: sequence, at: now) }
            return perform(effects)
        }
        let (screen, events) = try world.reopen(stream, at: sequence)
        while compositor.front is CompareScreen, compositor.pop(at: now) {}
        show(screen, events)
    }

    /// Opens what a colleague shared, beside one's own newest session of that scenario, as `rapport open` does.
    public mutating func opens(shared: SharedSession) throws {
        let theirs = Attempts(shared.log)
        guard let own = kept.first(where: { $0.scenarioSlug == shared.slug }) else {
            return compositor.push(CompareScreen(lookingAt: theirs, of: shared.name), at: now)
        }
        let mine = Attempts(try self.own(own.id).log)
        compositor.push(CompareScreen(mine, theirs, titles: ("You", shared.name), of: own.id), at: now)
    }

    /// Has a setting for when the coach speaks.
    public mutating func hears(coach feedback: FeedbackTime) {
        compositor.update(PracticeScreen.self) { $0.hears(coach: feedback) }
    }

    private mutating func show(_ screen: PracticeScreen, _ events: [TimedEvent]) {
        var screen = screen
        screen.receive(events, trouble: world.keep(events, in: screen.stream), at: now)
        compositor.push(screen, at: now)
        perform(compositor.reach(now))
    }

    private mutating func close() {
        guard compositor.pop(at: now) else {
            hasLeft = true
            return
        }
        if let debrief = compositor.front as? DebriefScreen, let session = try? world.session(debrief.stream) {
            compositor.update(DebriefScreen.self) { $0.renew(session) }
        }
        renewLists()
        if compositor.front is HomeScreen { tellHome() }
    }

    private mutating func renewLists() {
        if let list = compositor.front as? JournalScreen {
            perform([.findSessions(query: list.wish.query, offset: list.wish.offset)])
        }
        if let notebook = compositor.front as? NotebookScreen { perform([.findNotes(query: notebook.wish)]) }
    }

    /// Keeps an event of a session that need not be on the screen.
    private mutating func append(_ event: TimedEvent, to stream: StreamID) throws {
        let trouble = world.keep([event], in: stream)
        compositor.update(DebriefScreen.self) { screen in
            if screen.stream == stream { screen.receive([event], trouble: trouble) }
        }
        renewLists()
    }

    mutating func tellHome() {
        let unfinished = (try? world.journal.unfinished(owner: "")) ?? nil
        let sessions = kept
        compositor.update(HomeScreen.self) { $0.know(unfinished: unfinished, sessions: sessions) }
    }

    // MARK: Writing a scenario

    /// Opens the preview of a scenario, as `rapport preview` does.
    public mutating func previews(_ slug: String) throws {
        guard let entry = world.library.entry(slug) else { throw trouble("There is no scenario \(slug).") }
        compositor.push(PreviewScreen(name: slug), at: now)
        try saves(try entry.files())
    }

    /// Changes words in the file that is previewed, and saves it.
    public mutating func saves(_ slug: String, replacing old: String, with new: String) throws {
        guard let entry = world.library.entry(slug) else { throw trouble("There is no scenario \(slug).") }
        let files = try entry.files()
        guard files.contains(where: { $0.text.contains(old) }) else { throw trouble("“\(old)” is not in the file.") }
        try saves(files.map { SourceFile(name: $0.name, text: $0.text.replacing(old, with: new)) })
    }

    private mutating func saves(_ files: [SourceFile]) throws {
        let loaded = Scenario.load(slug: "previewed", files: files, vocabulary: world.vocabulary)
        let now = now
        var words: String?
        guard compositor.update(PreviewScreen.self, { words = $0.receive(loaded, at: now) }) else {
            throw trouble("No preview is open.")
        }
        if let words { compositor.say(words, at: now) } else { compositor.hush() }
    }
}
