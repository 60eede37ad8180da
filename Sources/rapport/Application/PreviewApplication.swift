import Conversation
import Interface
import Library
import Terminal

/// `rapport preview` while it runs: one screen, and an eye on the scenario's files. It has no journal.
struct PreviewApplication: TerminalApplication {
    /// How often the files are looked at, ms. Nothing else happens while nobody presses a key.
    static let lookInterval: Int64 = 500

    let entry: LibraryEntry
    let vocabulary: Vocabulary
    let look: Look
    private var screen: PreviewScreen
    private var watch: ScenarioWatch
    private var nextLook = Uptime(milliseconds: 0)
    /// What is played has not been reviewed yet.
    private var awaitsReview = false
    /// Something changed outside an input: draw once more.
    private var isStale = false
    private var size = Size(columns: 0, rows: 0)
    var exit: Exit?

    init(_ entry: LibraryEntry, vocabulary: Vocabulary, from node: String?, seed: UInt64, wantsColour: Bool) {
        self.entry = entry
        self.vocabulary = vocabulary
        look = Look(theme: wantsColour ? .calm : .monochrome, glyphs: TerminalSession.isUTF8 ? .unicode : .ascii)
        screen = PreviewScreen(name: entry.slug, from: node, seed: seed)
        watch = ScenarioWatch(folder: entry.folder)
        takeUp(at: Uptime.now())
    }

    var styles: [Style] { look.theme.styles }

    mutating func receive(_ event: TerminalEvent, at now: Uptime) {
        if !isVisible, case .key(let key) = event, key != .control("c") { return }
        for effect in screen.handle(event, at: now) {
            switch effect {
            case .quit: exit = Exit(status: 0)
            case .keepRun(let run, let comment):
                let plan = PlanFile(path: entry.planPath)
                screen.say(plan.write(run, comment: comment, isNew: false) ?? "Added to \(entry.planPath).")
            default: break
            }
        }
    }

    mutating func reach(_ now: Uptime) -> Bool {
        let hasNews = isStale || screen.nextDeadline(after: now) != nil
        isStale = false
        _ = screen.reach(now)
        guard now >= nextLook else { return hasNews }
        nextLook = now + Self.lookInterval
        guard watch.hasChanged() else { return hasNews }
        takeUp(at: now)
        return true
    }

    func nextDeadline(after now: Uptime) -> Uptime? {
        if isStale { return now }
        return screen.nextDeadline(after: now).map { min($0, nextLook) } ?? nextLook
    }

    mutating func draw(into surface: inout Surface, at now: Uptime) {
        if surface.size != size {
            size = surface.size
            _ = screen.handle(.resized(size), at: now)
        }
        guard isVisible else { return surface.askForRoom() }
        screen.draw(into: &surface, look: look, at: now)
    }

    /// Walks every path of what is played, once it is on the screen: that takes longer than loading it.
    mutating func afterFrame(at now: Uptime) -> Bool {
        guard awaitsReview else { return false }
        awaitsReview = false
        guard let files = try? entry.files() else { return false }
        let review = Scenario.review(slug: entry.slug, files: files, vocabulary: vocabulary)
        if review.loaded.scenario?.hash == screen.preview?.scenario.hash {
            screen.receive(review)
            isStale = true
        }
        return false
    }

    private var isVisible: Bool { size.columns >= Interface.smallestColumns && size.rows >= Interface.smallestRows }

    private mutating func takeUp(at now: Uptime) {
        do {
            let loaded = try entry.load(vocabulary: vocabulary)
            screen.receive(loaded, at: now)
            awaitsReview = loaded.scenario != nil
        } catch {
            screen.receive(trouble: error.description, at: now)
        }
    }
}
