import Conversation

/// What somebody said of themselves before a conversation, or after it. Everything in it can be missing.
public struct LookInward: Hashable, Sendable {
    /// What the customer should feel at the end; empty where it was skipped.
    public var intention = ""
    /// 0–100 each; nil where it was skipped.
    public var confidence: Int?, willingness: Int?, safety: Int?
    /// How long was breathed, ms.
    public var breathed = 0

    /// Nothing was said.
    public init() {}

    /// Nothing was said.
    public var isEmpty: Bool { self == LookInward() }

    /// It as an event of a session.
    public func event(_ point: CheckedIn.Point, in session: Session) -> TimedEvent {
        Engine.checkIn(
            point, intention: intention, confidence: confidence, willingness: willingness, safety: safety,
            breathed: breathed, in: session)
    }

    /// One of the questions.
    public enum Step: Hashable, Sendable {
        /// What the scenario says before it begins.
        case notice(String)
        case intention, breath, confidence, willingness, safety
    }

    /// When to look inward before a session.
    public enum Wish: String, Sendable {
        /// Before conversations that are meant to be hard.
        case hard
        case always, never
    }

    /// The steps before a session of a scenario; empty where it begins at once. What a scenario gives notice of always
    /// comes first.
    public static func steps(before heading: ScenarioHeading, wish: Wish) -> [Step] {
        let isHard = heading.difficulty == .stretching
        var steps: [Step] = heading.notice.isEmpty ? [] : [.notice(heading.notice)]
        if wish == .always || (wish == .hard && isHard) {
            steps += [.intention, .breath, .confidence] + (isHard ? [.willingness] : [])
        }
        return steps
    }
}
