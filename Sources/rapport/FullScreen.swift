import ArgumentParser
import Conversation
import Foundation
import Interface
import Journal
import Library
import Terminal

/// Runs the screens on a terminal.
enum FullScreen {
    /// What is shown first.
    enum Opening {
        case home
        case practice(String)
        case debrief(StreamID)
    }

    static func run(_ surroundings: Surroundings, opening: Opening) throws {
        var application = Application(surroundings, opening: opening)
        let ending: Ending
        do {
            ending = try TerminalSession.run(&application)
        } catch {
            throw Words.failure(error.description)
        }
        if case .finished(let exit) = ending {
            if let message = exit.message { print(DisplayText.sanitised(message, keepingNewlines: true)) }
            if exit.status != 0 { throw ExitCode(exit.status) }
        }
    }
}

/// The running program: a stack of screens, and the world that their effects reach.
struct Application: TerminalApplication {
    private let surroundings: Surroundings
    private let look: Look
    private var stack: [any Screen] = []
    private var keeper: SessionKeeper?
    private var vocabulary: Vocabulary?
    private var startAt: FullScreen.Opening?
    private var size = Size(columns: 0, rows: 0)
    /// Something changed outside an input: draw once more.
    private var isStale = false
    private(set) var exit: Exit?

    init(_ surroundings: Surroundings, opening: FullScreen.Opening) {
        self.surroundings = surroundings
        look = Look(
            theme: surroundings.wantsColour ? .calm : .plain, glyphs: TerminalSession.isUTF8 ? .unicode : .ascii)
        var trouble: String?
        if surroundings.library.folders.isEmpty {
            trouble = "Rapport's Content folder was not found. Name it with --content DIR."
        }
        stack = [HomeScreen(entries: surroundings.library.entries(), trouble: trouble)]
        startAt = opening
    }

    var styles: [Style] { look.theme.styles }

    // MARK: The loop's calls

    mutating func receive(_ event: TerminalEvent, at now: Uptime) {
        guard !stack.isEmpty else { return }
        perform(stack[stack.count - 1].handle(event, at: now), at: now)
    }

    mutating func reach(_ now: Uptime) {
        isStale = false
        guard !stack.isEmpty else { return }
        perform(stack[stack.count - 1].reach(now), at: now)
    }

    func nextDeadline(after now: Uptime) -> Uptime? {
        isStale ? now : stack.last?.nextDeadline(after: now)
    }

    mutating func draw(into surface: inout Surface, at now: Uptime) {
        if surface.size != size {
            size = surface.size
            for index in stack.indices { _ = stack[index].handle(.resized(size), at: now) }
        }
        guard size.columns >= Interface.smallestColumns, size.rows >= Interface.smallestRows else {
            let need =
                "Rapport needs \(Interface.smallestColumns)×\(Interface.smallestRows) cells; "
                + "this window has \(size.columns)×\(size.rows). Clocks wait."
            for (row, line) in DisplayText.wrapped(need, columns: max(1, size.columns)).enumerated() {
                surface.put(line, at: Point(column: 0, row: row))
            }
            return
        }
        stack.last?.draw(into: &surface, look: look, at: now)
    }

    mutating func afterFrame(at now: Uptime) -> Bool {
        if keeper == nil { openJournal() }
        if let opening = startAt {
            startAt = nil
            open(opening, at: now)
            isStale = true
            return true
        }
        guard var home = stack.first as? HomeScreen, stack.count == 1, let slug = home.nextToCheck() else {
            return false
        }
        stack[0] = home
        if let trouble = check(slug) {
            home.learn(slug, trouble: trouble)
            stack[0] = home
            isStale = true
        }
        return true
    }

    mutating func saveBeforeLeaving(_ reason: LeavingReason) {
        guard let practice = stack.last(where: { $0 is PracticeScreen }) as? PracticeScreen else { return }
        let now = Uptime.now()
        for case .keep(let events, let stream) in practice.lastWords(at: now) {
            _ = keeper?.keep(events, in: stream)
        }
    }

    // MARK: The journal

    private mutating func openJournal() {
        var trouble: String?
        do {
            keeper = SessionKeeper(journal: try Journal(surroundings.place), owner: surroundings.owner)
        } catch {
            trouble = "\(error) Until then nothing you practise is kept."
            keeper = (try? Journal(.memory)).map { SessionKeeper(journal: $0, owner: surroundings.owner) }
        }
        tellHome(trouble: trouble)
    }

    private mutating func tellHome(trouble: String? = nil) {
        guard var home = stack.first as? HomeScreen, let journal = keeper?.journal else { return }
        let unfinished = (try? journal.unfinished(owner: surroundings.owner)) ?? nil
        let sessions = (try? journal.streams(owner: surroundings.owner)) ?? []
        home.know(unfinished: unfinished, sessions: sessions, trouble: trouble)
        stack[0] = home
        isStale = true
    }

    // MARK: The stack

    private mutating func push(_ screen: any Screen, at now: Uptime) {
        if !stack.isEmpty { stack[stack.count - 1].becomeFront(false, at: now) }
        var screen = screen
        _ = screen.handle(.resized(size), at: now)
        screen.becomeFront(true, at: now)
        stack.append(screen)
    }

    private mutating func pop(at now: Uptime) {
        guard stack.count > 1 else {
            exit = Exit(status: 0)
            return
        }
        stack.removeLast()
        stack[stack.count - 1].becomeFront(true, at: now)
        if stack.count == 1 { tellHome() }
    }

    private mutating func complain(_ title: String, _ text: String, at now: Uptime) {
        push(ReadingScreen(title: title, preformatted: text), at: now)
    }

    // MARK: Effects

    private mutating func open(_ opening: FullScreen.Opening, at now: Uptime) {
        switch opening {
        case .home: break
        case .practice(let slug):
            if let unfinished = try? keeper?.journal.unfinished(owner: surroundings.owner),
                unfinished.scenarioSlug == slug
            {
                push(OfferScreen(unfinished: unfinished), at: now)
            } else {
                perform([.practise(slug: slug)], at: now)
            }
        case .debrief(let stream): perform([.lookBack(stream)], at: now)
        }
    }

    private mutating func perform(_ effects: [Effect], at now: Uptime) {
        for effect in effects {
            switch effect {
            case .practise(let slug): practise(slug, at: now)
            case .goOn(let stream): goOn(stream, at: now)
            case .keep(let events, let stream): keep(events, in: stream, at: now)
            case .lookBack(let stream): lookBack(stream, at: now)
            case .setAside(let stream): setAside(stream)
            case .listSessions: listSessions(at: now)
            case .close: pop(at: now)
            case .finish(let stream):
                pop(at: now)
                lookBack(stream, at: now)
            case .help:
                if let keys = stack.last?.keys { push(ReadingScreen(help: keys), at: now) }
            case .quit: exit = Exit(status: 0)
            }
        }
    }

    /// The words scenarios may use, read when they are first needed.
    private mutating func words() throws(LibraryFailure) -> Vocabulary {
        if let vocabulary { return vocabulary }
        let read = try surroundings.library.vocabulary()
        vocabulary = read
        return read
    }

    private mutating func check(_ slug: String) -> String? {
        do {
            guard let entry = surroundings.library.entry(slug) else { return "It is gone from the disk." }
            let loaded = try entry.load(vocabulary: try words())
            return loaded.errors.first.map { "\($0.span.file):\($0.span.start.line): \($0.message)" }
        } catch {
            return error.description
        }
    }

    private mutating func practise(_ slug: String, at now: Uptime) {
        do {
            guard let entry = surroundings.library.entry(slug) else {
                throw SessionTrouble("There is no scenario \(slug) any more.")
            }
            let loaded = try entry.load(vocabulary: try words())
            guard let scenario = loaded.scenario else {
                throw SessionTrouble(loaded.errors.map { $0.rendered(in: loaded.files) }.joined(separator: "\n\n"))
            }
            try begin(scenario, at: now)
        } catch {
            complain("\(slug) cannot be played yet", "\(error)", at: now)
        }
    }

    private mutating func begin(_ scenario: Scenario, at now: Uptime) throws {
        guard let stream = try keeper?.open(scenario) else { throw SessionTrouble("There is no journal.") }
        let engine = Engine(scenario: scenario)
        let settings = SessionSettings(difficulty: scenario.heading.difficulty.level)
        let events = try engine.begin(seed: surroundings.seed ?? UInt64.random(in: 1...UInt64.max), settings: settings)
        let trouble = keeper?.keep(events, in: stream)
        var screen = PracticeScreen(stream: stream, session: Session(), engine: engine)
        screen.receive(events, trouble: trouble, at: now)
        push(screen, at: now)
    }

    private mutating func goOn(_ stream: StreamID, at now: Uptime) {
        do {
            let vocabulary = try words()
            guard let restored = try keeper?.restore(stream, vocabulary: vocabulary) else { return }
            let engine = Engine(scenario: restored.scenario)
            let events = try engine.handle(.resume, in: restored.session, at: restored.session.time)
            let trouble = keeper?.keep(events, in: stream)
            var screen = PracticeScreen(stream: stream, session: restored.session, engine: engine)
            screen.receive(events, trouble: trouble, at: now)
            if stack.last is OfferScreen { stack.removeLast() }
            push(screen, at: now)
        } catch {
            complain("This session cannot go on", "\(error)", at: now)
        }
    }

    private mutating func keep(_ events: [TimedEvent], in stream: StreamID, at now: Uptime) {
        let trouble = keeper?.keep(events, in: stream)
        guard let index = stack.indices.last else { return }
        if var screen = stack[index] as? PracticeScreen {
            screen.receive(events, trouble: trouble, at: now)
            stack[index] = screen
        } else if var screen = stack[index] as? DebriefScreen {
            screen.receive(events, trouble: trouble)
            stack[index] = screen
        }
    }

    private mutating func lookBack(_ stream: StreamID, at now: Uptime) {
        do {
            guard let session = try keeper?.session(stream) else { return }
            push(DebriefScreen(stream: stream, session: session, vocabulary: (try? words()) ?? Vocabulary()), at: now)
        } catch {
            complain("This session cannot be opened", "\(error)", at: now)
        }
    }

    private mutating func setAside(_ stream: StreamID) {
        guard let session = try? keeper?.session(stream) else { return }
        _ = keeper?.keep([Engine.settingAside(session)], in: stream)
        tellHome()
    }

    private mutating func listSessions(at now: Uptime) {
        let sessions = (try? keeper?.journal.streams(owner: surroundings.owner)) ?? []
        let rows = sessions.map { JournalScreen.Row(summary: $0, date: Surroundings.date($0.openedAt)) }
        push(JournalScreen(rows: rows), at: now)
    }
}
