import Conversation
import Foundation
import Interface
import Journal
import Library
import Patterns
import Terminal

/// The running program: a stack of screens, and the world that their effects reach.
struct Application: ScreenProgram {
    let surroundings: Surroundings
    var compositor: Compositor
    var keeper: SessionKeeper?
    var vocabulary: Vocabulary?
    /// What there is to read, read when it is first asked for.
    var patterns: PatternShelf?
    var startAt: FullScreen.Opening?
    /// How demanding conversations are from now on; nil for what is set.
    var chosenDifficulty: String?
    /// What typed replies are heard with, once somebody has typed.
    var listener: Listener?
    /// Something changed outside an input: draw once more.
    var isStale = false
    /// When the screens last took the passing of time.
    var reached = Uptime(milliseconds: 0)
    /// The place in a live room, while there is one.
    var place: RoomPlace?
    /// One's own room that was found still open.
    var openRoom: StreamID?
    /// The machine's voice, once somebody has asked for it.
    var speech: Speech?
    var exit: Exit? {
        didSet { if exit != nil { speech?.close() } }
    }
    /// The text that is being written in somebody's own editor.
    private var editor: EditorErrand?
    private var errand: TerminalErrand?
    private var copied: String?
    /// When the word came that the program has to go.
    private var leftAt: Uptime?

    init(_ surroundings: Surroundings, opening: FullScreen.Opening) {
        self.surroundings = surroundings
        compositor = Compositor(look: surroundings.preferences.look(), keys: surroundings.preferences.keys)
        var trouble = surroundings.preferences.complaint
        if surroundings.library.folders.isEmpty {
            trouble = "Rapport's Content folder was not found. Name it with --content DIR."
        }
        compositor.push(
            HomeScreen(entries: surroundings.library.entries(), trouble: trouble), at: Uptime(milliseconds: 0))
        startAt = opening
    }

    var preferences: Preferences { surroundings.preferences }

    // MARK: The loop's calls

    mutating func receive(_ event: TerminalEvent, at now: Uptime) {
        switch event {
        case .hungUp, .terminate: leftAt = now
        case .returned(let outcome): endEditing(outcome, at: now)
        default:
            settle(event)
            perform(compositor.receive(event, at: now), at: now)
            if !(compositor.front is PracticeScreen) { speech?.hush() }
        }
    }

    mutating func reach(_ now: Uptime) -> Bool {
        // A ring, or a beat of one's own, that changed nothing is nothing to draw.
        let isDue = isStale || place == nil || (compositor.nextDeadline(after: reached).map { $0 <= now } ?? false)
        isStale = false
        let hasNews = attend(at: now)
        guard isDue || hasNews else { return false }
        reached = now
        perform(compositor.reach(now), at: now)
        return true
    }

    func nextDeadline(after now: Uptime) -> Uptime? {
        isStale ? now : [compositor.nextDeadline(after: now), attends].compactMap(\.self).min()
    }

    mutating func afterFrame(at now: Uptime) -> Bool {
        if keeper == nil { openJournal() }
        if let opening = startAt {
            startAt = nil
            open(opening, at: now)
            isStale = true
            return true
        }
        var unchecked: String?
        guard compositor.front is HomeScreen else { return false }
        compositor.update(HomeScreen.self) { unchecked = $0.nextToCheck() }
        guard let slug = unchecked else { return false }
        if let trouble = check(slug) {
            compositor.update(HomeScreen.self) { $0.learn(slug, trouble: trouble) }
            isStale = true
        }
        return true
    }

    mutating func saveBeforeLeaving(_ reason: LeavingReason) {
        speech?.close()
        place?.seat.leave()
        guard let practice = compositor.screens.last(where: { $0 is PracticeScreen }) as? PracticeScreen else { return }
        guard let now = leftAt else { return }
        for case .keep(let events, let stream) in practice.lastWords(at: now) {
            _ = keeper?.keep(events, in: stream)
        }
    }

    // MARK: The terminal's other uses

    mutating func takeErrand() -> TerminalErrand? {
        defer { errand = nil }
        return errand
    }

    mutating func takeCopy() -> String? {
        defer { copied = nil }
        return copied
    }

    mutating func openEditor(_ text: String, at now: Uptime) {
        do {
            let editor = try EditorErrand(text, environment: surroundings.environment)
            (self.editor, errand) = (editor, editor.errand)
        } catch {
            compositor.say("No file could be made for the editor: \(error.localizedDescription)", at: now)
        }
    }

    mutating func copy(_ text: String, at now: Uptime) {
        copied = text
        compositor.say("Copied, where the terminal has a clipboard.", at: now)
    }

    private mutating func endEditing(_ outcome: TerminalErrand.Outcome, at now: Uptime) {
        guard let editor else { return }
        self.editor = nil
        switch editor.end(outcome) {
        case .success(let text): perform(compositor.receive(edited: text, at: now), at: now)
        case .failure(let trouble): compositor.say(trouble.description, at: now)
        }
    }

    // MARK: The journal

    mutating func openJournal() {
        var trouble: String?
        do {
            let journal = try Journal(surroundings.place)
            keeper = SessionKeeper(journal: journal, owner: surroundings.owner)
            RoomHouse.sweep(journal, of: surroundings.owner)
        } catch {
            let also = surroundings.preferences.complaint.map { " " + $0 } ?? ""
            trouble = "\(error) Until then nothing you practise is kept.\(also)"
            keeper = (try? Journal(.memory)).map { SessionKeeper(journal: $0, owner: surroundings.owner) }
        }
        tellHome(trouble: trouble)
        // Who goes straight into a conversation does not see Home first.
        if trouble != nil, case .practice? = startAt {
            compositor.say("Nothing will be kept: the journal cannot be opened. Home tells why.", at: Uptime.now())
        }
    }

    mutating func tellHome(trouble: String? = nil) {
        guard let journal = keeper?.journal else { return }
        let unfinished = (try? journal.unfinished(owner: surroundings.owner)) ?? nil
        let sessions = (try? journal.streams(owner: surroundings.owner, kind: "session", limit: 12)) ?? []
        let endings = try? journal.endingsSeen(owner: surroundings.owner)
        compositor.update(HomeScreen.self) {
            $0.know(unfinished: unfinished, sessions: sessions, endings: endings, trouble: trouble)
        }
        tellNews()
        isStale = true
    }

    // MARK: The stack

    mutating func push(_ screen: any Screen, at now: Uptime) { compositor.push(screen, at: now) }

    mutating func pop(at now: Uptime) {
        guard compositor.pop(at: now) else {
            exit = Exit(status: 0)
            return
        }
        renewList()
        renewDebrief()
        if compositor.front is HomeScreen { tellHome() }
    }

    mutating func complain(_ title: String, _ text: String, at now: Uptime) {
        push(ReadingScreen(title: title, preformatted: text), at: now)
    }
}
