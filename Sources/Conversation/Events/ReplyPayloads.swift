// The payloads of a reply and of what it does: moves, feelings, clocks, promises, the coach.

/// The agent answered.
public struct Replied: EventPayload {
    /// The index of the option among those offered, from 0; -1 where typed words were none of them.
    public var option: Int
    /// The option's line id.
    public var line: String
    /// The words; for silence, the words of the silence.
    public var text: String
    /// How it came about.
    public var role: Option.Role
    /// How long the moment had been open, ms.
    public var taken: Int
    /// How long it takes to say, or to be silent, ms; nil where it is there at once.
    public var lasting: Int?
    /// Whether it was said in a private message beside a public thread; nil for no.
    public var isPrivate: Bool?
    /// The words were typed, and taken for that option; nil where the option itself was said.
    public var isTyped: Bool?
}

/// The agent spoke before the other had finished: what was not said by then is not said any more.
public struct Interrupted: EventPayload {
    /// The sequence number of the `lineSpoken` that was cut off.
    public var entry: Int
    /// Its line id.
    public var line: String
    /// How many of its words were heard.
    public var word: Int
}

/// The moves that were heard in the last reply, with the words that show them where they are known.
public struct MovesHeard: EventPayload {
    /// Move ids in the option's order.
    public var moves: [String]
    /// It proposes a fix.
    public var isFix: Bool
    /// What was heard in typed words, the surest first; nil where the moves are the option's own.
    public var heard: [HeardInWords]?
    /// What else can be said about typed words, a sentence each.
    public var remarks: [String]?
    /// The name of the table that typed words were heard with; nil where nothing was heard.
    public var table: String?
}

/// What a conversation is measured by, 0–100 each.
public enum Measure: String, Codable, Hashable, Sendable, CaseIterable {
    /// How far the customer trusts the agent.
    case trust
    /// How hot the customer's feelings run.
    case heat
    /// How much work the customer has had.
    case effort
}

/// Trust, heat or effort moved.
public struct Shifted: EventPayload {
    /// What moved.
    public var measure: Measure
    /// By how much the scenario moved it.
    public var by: Int
    /// Where it stands after, 0–100.
    public var to: Int
}

/// Trust broke: a fall of ten or more in a beat, or a line that the author tagged.
public struct Ruptured: EventPayload {
    /// The author tagged it.
    public var isTagged: Bool
    /// When, ms after the event.
    public var after: Int
}

/// A rupture was mended: a repair move, and trust rose.
public struct Repaired: EventPayload {
    /// The sequence number of the rupture.
    public var rupture: Int
    /// The repair move.
    public var move: String
}

/// A reply clock was set on the moment that opened.
public struct ClockStarted: EventPayload {
    /// How long it runs, ms, extra time included.
    public var lasting: Int
    /// When it starts, ms after the event.
    public var after: Int
}

/// The reply clock ran out.
public struct ClockRanOut: EventPayload {
}

/// A promise was made, or given a new time.
public struct CommitmentMade: EventPayload {
    /// The promise's id in the scenario.
    public var commitment: String
    /// The words it was made with.
    public var words: String
    /// How long until it is due, ms of story time.
    public var dueIn: Int
    /// When it was made, ms after the event.
    public var after: Int
}

/// A promise was kept or missed.
public struct CommitmentChanged: EventPayload {
    /// The promise's id.
    public var commitment: String
    /// When, ms after the event.
    public var after: Int
}

/// The coach spoke about the beat just played.
public struct FeedbackShown: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }

    /// How it is shown.
    public enum Look: String, Codable, Hashable, Sendable {
        /// In a corner.
        case nudge
        /// Above the replies; the usual one.
        case shift
        /// In the middle, to be acknowledged.
        case safety
    }

    /// The coach's words.
    public var text: String
    /// The words of the reply that the coach quotes.
    public var quotes: [TextRange]
    /// How it is shown.
    public var look: Look
    /// When, ms after the event.
    public var after: Int
    /// By how much trust moved in this beat.
    public var trust: Int
    /// By how much heat moved in this beat.
    public var heat: Int
    /// By how much effort moved in this beat.
    public var effort: Int
}

/// A question for afterwards was asked.
public struct ReflectionAsked: EventPayload {
    /// The question's line id.
    public var line: String
    /// The question.
    public var text: String
    /// Its timebox, ms.
    public var timebox: Int
}

/// The agent answered a question for afterwards, or left it.
public struct Reflected: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }
    /// The question's line id.
    public var line: String
    /// The answer; empty when it was left.
    public var text: String
    /// How long it took, ms.
    public var taken: Int
}
