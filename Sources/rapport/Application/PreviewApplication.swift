import Conversation
import Interface
import Library
import Terminal

/// `rapport preview` while it runs: one screen, and an eye on the scenario's files. It has no journal.
struct PreviewApplication: ScreenProgram {
    /// How often the files are looked at, ms. Nothing else happens while nobody presses a key.
    static let lookInterval: Int64 = 500

    let entry: LibraryEntry
    let vocabulary: Vocabulary
    let preferences: Preferences
    var compositor: Compositor
    private var watch: ScenarioWatch
    private var nextLook = Uptime(milliseconds: 0)
    /// What is played has not been reviewed yet.
    private var awaitsReview = false
    /// Something changed outside an input: draw once more.
    private var isStale = false
    var exit: Exit?

    init(_ entry: LibraryEntry, vocabulary: Vocabulary, from node: String?, seed: UInt64, preferences: Preferences) {
        self.entry = entry
        self.vocabulary = vocabulary
        self.preferences = preferences
        compositor = Compositor(look: preferences.look(), keys: preferences.keys)
        watch = ScenarioWatch(folder: entry.folder)
        let now = Uptime.now()
        compositor.push(PreviewScreen(name: entry.slug, from: node, seed: seed), at: now)
        takeUp(at: now)
    }

    mutating func perform(_ effects: [Effect], at now: Uptime) {
        for effect in effects {
            switch effect {
            case .quit: exit = Exit(status: 0)
            case .keepRun(let run, let comment):
                let plan = PlanFile(path: entry.planPath)
                let trouble = plan.write(run, comment: comment, isNew: false)
                compositor.say(trouble ?? "Added to \(entry.planPath).", at: now)
            default: break
            }
        }
    }

    mutating func reach(_ now: Uptime) -> Bool {
        let hasNews = isStale || compositor.nextDeadline(after: now) != nil
        isStale = false
        perform(compositor.reach(now), at: now)
        guard now >= nextLook else { return hasNews }
        nextLook = now + Self.lookInterval
        guard watch.hasChanged() else { return hasNews }
        takeUp(at: now)
        return true
    }

    func nextDeadline(after now: Uptime) -> Uptime? {
        if isStale { return now }
        return compositor.nextDeadline(after: now).map { min($0, nextLook) } ?? nextLook
    }

    /// Walks every path of what is played, once it is on the screen: that takes longer than loading it.
    mutating func afterFrame(at now: Uptime) -> Bool {
        guard awaitsReview else { return false }
        awaitsReview = false
        guard let files = try? entry.files() else { return false }
        let review = Scenario.review(slug: entry.slug, files: files, vocabulary: vocabulary)
        compositor.update(PreviewScreen.self) { screen in
            if review.loaded.scenario?.hash == screen.preview?.scenario.hash { screen.receive(review) }
        }
        isStale = true
        return false
    }

    private mutating func takeUp(at now: Uptime) {
        do {
            let loaded = try entry.load(vocabulary: vocabulary)
            var words: String?
            compositor.update(PreviewScreen.self) { words = $0.receive(loaded, at: now) }
            if let words { compositor.say(words, at: now) } else if loaded.scenario == nil { compositor.hush() }
            awaitsReview = loaded.scenario != nil
        } catch {
            compositor.update(PreviewScreen.self) { $0.receive(trouble: error.description, at: now) }
        }
    }
}
