import Conversation
import Interface
import Journal
import Library
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
            let (screen, events) = try world.begin(slug)
            show(screen, events)
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
            let screen = DebriefScreen(stream: stream, session: session, vocabulary: world.vocabulary)
            if let old = compositor.front as? DebriefScreen, old.stream == stream {
                compositor.replaceFront(with: screen, at: now)
            } else {
                compositor.push(screen, at: now)
            }
        case .rerun(let stream, let moment):
            let (screen, events) = try world.rerun(stream, from: moment)
            show(screen, events)
        case .chooseGuide(let stream):
            let session = try world.session(stream)
            compositor.push(GuideScreen(stream: stream, session: session, shelf: world.library.guides()), at: now)
        case .writeFix(let stream, let title, let guide):
            compositor.push(
                FixScreen(stream: stream, session: try world.session(stream), title: title, guide: guide), at: now)
        case .setAside(let stream):
            _ = world.keep([Engine.settingAside(try world.session(stream))], in: stream)
            tellHome()
        case .listSessions: compositor.push(JournalScreen(rows: world.rows()), at: now)
        case .close: close()
        case .finish(let stream):
            close()
            try perform(.lookBack(stream))
        case .notice(let words): compositor.say(words, at: now)
        case .quit: hasLeft = true
        default: break
        }
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
        if compositor.front is JournalScreen {
            let rows = world.rows()
            compositor.update(JournalScreen.self) { $0.renew(rows) }
        }
        if compositor.front is HomeScreen { tellHome() }
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
