import Conversation
import Journal
import Terminal

/// Looking inward, before a conversation or after it: one question at a time, each skipped with Enter, all of them with
/// Tab. A scenario's notice comes first, with a way back.
public struct InwardScreen: Screen {
    /// What it leads to.
    public enum Purpose: Equatable, Sendable {
        /// A session of a scenario.
        case before(slug: String)
        /// It was about a session that is over: the session time of the answer, ms.
        case after(StreamID, Session)
    }

    /// What it leads to.
    public let purpose: Purpose
    /// The name of the scenario.
    let title: String
    let steps: [LookInward.Step]
    private(set) var place = 0
    private(set) var said = LookInward()
    private(set) var field = LineEditor(
        limit: 300, isSingleLine: true, placeholder: "heard; less alone; sure what happens next")
    /// When the breath began; nil while it does not run.
    private var breathSince: Uptime?
    private var breathBefore: Int64 = 0
    /// Two breaths, ms: in for four seconds, out for six.
    static let breath: Int64 = 20_000, breathIn: Int64 = 4_000, breathOut: Int64 = 6_000

    /// Before a session.
    public init(before slug: String, title: String, steps: [LookInward.Step]) {
        (purpose, self.title, self.steps) = (.before(slug: slug), title, steps)
    }

    /// After a session.
    public init(after stream: StreamID, session: Session) {
        purpose = .after(stream, session)
        title = session.began?.title ?? ""
        let wasAsked = session.learner.checkIn(.before)?.willingness != nil
        let isHard = session.began?.difficulty == ScenarioHeading.Difficulty.stretching.level
        steps = [.confidence] + (wasAsked || isHard ? [.willingness] : []) + [.safety]
    }

    /// The question; nil when there is none left.
    var step: LookInward.Step? { steps.indices.contains(place) ? steps[place] : nil }

    /// What it is called.
    public var name: String { if case .notice? = step { "Before you start" } else { "Looking inward" } }

    /// The intention is typed.
    public var isTyping: Bool { step == .intention }

    /// Going on, skipping, going back.
    public var actions: [ScreenAction] {
        let back = ScreenAction(.back, "back", "Back; nothing has begun.")
        if case .notice? = step {
            return [
                ScreenAction(.accept, "go on", "Go on; you can step back from the conversation at any time."), .help,
                back, ScreenAction(.leave, "", "Back; nothing has begun."),
            ]
        }
        let skip = ScreenAction(.nextFocus, "skip all", "Skip the rest. Nobody counts that.")
        let accept = ScreenAction(.accept, "go on", "Go on; a question without an answer is skipped.")
        if isTyping { return [accept, skip, back] }
        let numbers: [ScreenAction] =
            step == .breath
            ? []
            : [ScreenAction(.left, "less", "Five less."), ScreenAction(.right, "more", "Five more.")]
                + [.up, .down, .top, .bottom].map { ScreenAction($0) }
                + (1...9).map { ScreenAction(.say($0), "", "Ten times that number.") }
        return [accept] + numbers + [skip, .help, back, ScreenAction(.leave, "", "Back; nothing has begun.")]
    }

    // MARK: Time

    /// The breath waits while something lies over it.
    public mutating func becomeFront(_ isFront: Bool, at now: Uptime) {
        guard step == .breath else { return }
        breathBefore = breathed(at: now)
        breathSince = isFront ? now : nil
    }

    func breathed(at now: Uptime) -> Int64 {
        min(Self.breath, breathBefore + (breathSince.map { max(0, now - $0) } ?? 0))
    }

    /// The bar moves ten times a second; where nothing moves, only the seconds.
    public func nextDeadline(after now: Uptime, motion: Look.Motion) -> Uptime? {
        guard step == .breath, breathSince != nil else { return nil }
        let passed = breathed(at: now)
        guard passed < Self.breath else { return nil }
        let tick: Int64 = motion == .full ? 100 : 1_000
        return now + (tick - passed % tick)
    }

    // MARK: Input

    /// Takes typed text or a paste.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .paste(let text) where isTyping: field.insert(text)
        case .key(let key) where isTyping: field.handle(key)
        default: break
        }
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept: return goOn(at: now)
        case .nextFocus:
            keepStep(at: now)
            place = steps.count
            return finish()
        case .back, .leave: return [.close]
        case .typing(let edit): field.perform(edit)
        default: move(action)
        }
        return []
    }

    private mutating func keepStep(at now: Uptime) {
        if step == .intention { said.intention = field.value }
        if step == .breath {
            said.breathed = Int(breathed(at: now))
            breathSince = nil
        }
    }

    private mutating func goOn(at now: Uptime) -> [Effect] {
        keepStep(at: now)
        place += 1
        if step == .breath { breathSince = now }
        return step == nil ? finish() : []
    }

    private func finish() -> [Effect] {
        switch purpose {
        case .before(let slug): [.close, .begin(slug: slug, said.isEmpty ? nil : said)]
        case .after(let stream, let session):
            said.isEmpty ? [.close] : [.close, .keep([said.event(.after, in: session)], in: stream)]
        }
    }

    /// The number of the question that is asked; nil until one is chosen.
    var number: Int? {
        switch step {
        case .confidence: said.confidence
        case .willingness: said.willingness
        case .safety: said.safety
        default: nil
        }
    }

    private mutating func move(_ action: Action) {
        let value: Int
        switch action {
        case .left: value = (number ?? 55) - 5
        case .right: value = (number ?? 45) + 5
        case .down: value = (number ?? 51) - 1
        case .up: value = (number ?? 49) + 1
        case .top: value = 0
        case .bottom: value = 100
        case .say(let ten): value = ten * 10
        default: return
        }
        let settled = min(100, max(0, value))
        switch step {
        case .confidence: said.confidence = settled
        case .willingness: said.willingness = settled
        case .safety: said.safety = settled
        default: break
        }
    }
}
