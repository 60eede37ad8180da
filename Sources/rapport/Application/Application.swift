import Conversation
import Foundation
import Interface
import Journal
import Library
import Terminal

/// The running program: a stack of screens, and the world that their effects reach.
struct Application: TerminalApplication {
    let surroundings: Surroundings
    let look: Look
    var stack: [any Screen] = []
    var keeper: SessionKeeper?
    var vocabulary: Vocabulary?
    var startAt: FullScreen.Opening?
    var size = Size(columns: 0, rows: 0)
    /// Something changed outside an input: draw once more.
    var isStale = false
    var exit: Exit?

    init(_ surroundings: Surroundings, opening: FullScreen.Opening) {
        self.surroundings = surroundings
        look = Look(
            theme: surroundings.wantsColour ? .calm : .monochrome, glyphs: TerminalSession.isUTF8 ? .unicode : .ascii)
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
        guard !stack.isEmpty, isVisible || !Self.isTyped(event) else { return }
        perform(stack[stack.count - 1].handle(event, at: now), at: now)
    }

    /// The window is large enough for a screen to be on it.
    private var isVisible: Bool { size.columns >= Interface.smallestColumns && size.rows >= Interface.smallestRows }

    /// A key or a paste that means something on a screen one can see. Ctrl-C leaves from anywhere.
    private static func isTyped(_ event: TerminalEvent) -> Bool {
        switch event {
        case .key(let key): key != .control("c")
        case .paste: true
        default: false
        }
    }

    mutating func reach(_ now: Uptime) -> Bool {
        isStale = false
        guard !stack.isEmpty else { return false }
        perform(stack[stack.count - 1].reach(now), at: now)
        return true
    }

    func nextDeadline(after now: Uptime) -> Uptime? {
        isStale ? now : stack.last?.nextDeadline(after: now)
    }

    mutating func draw(into surface: inout Surface, at now: Uptime) {
        if surface.size != size {
            size = surface.size
            for index in stack.indices { _ = stack[index].handle(.resized(size), at: now) }
        }
        guard isVisible else { return surface.askForRoom() }
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

    mutating func openJournal() {
        var trouble: String?
        do {
            keeper = SessionKeeper(journal: try Journal(surroundings.place), owner: surroundings.owner)
        } catch {
            trouble = "\(error) Until then nothing you practise is kept."
            keeper = (try? Journal(.memory)).map { SessionKeeper(journal: $0, owner: surroundings.owner) }
        }
        tellHome(trouble: trouble)
    }

    mutating func tellHome(trouble: String? = nil) {
        guard var home = stack.first as? HomeScreen, let journal = keeper?.journal else { return }
        let unfinished = (try? journal.unfinished(owner: surroundings.owner)) ?? nil
        let sessions = (try? journal.streams(owner: surroundings.owner)) ?? []
        home.know(unfinished: unfinished, sessions: sessions, trouble: trouble)
        stack[0] = home
        isStale = true
    }

    // MARK: The stack

    mutating func push(_ screen: any Screen, at now: Uptime) {
        if !stack.isEmpty { stack[stack.count - 1].becomeFront(false, at: now) }
        var screen = screen
        _ = screen.handle(.resized(size), at: now)
        screen.becomeFront(true, at: now)
        stack.append(screen)
    }

    mutating func pop(at now: Uptime) {
        guard stack.count > 1 else {
            exit = Exit(status: 0)
            return
        }
        stack.removeLast()
        stack[stack.count - 1].becomeFront(true, at: now)
        renewList()
        if stack.count == 1 { tellHome() }
    }

    mutating func complain(_ title: String, _ text: String, at now: Uptime) {
        push(ReadingScreen(title: title, preformatted: text), at: now)
    }
}
