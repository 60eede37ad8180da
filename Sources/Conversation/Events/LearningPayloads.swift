// The payloads of learning: how demanding it is, how the learner is, what the learner writes down.

/// A curveball struck: something that the scenario allows, and that nobody chose.
public struct CurveballStruck: EventPayload {
    /// Who let it strike.
    public enum Cause: String, Codable, Hashable, Sendable {
        /// The session's own chance.
        case chance
        /// Whoever runs the room, or the author who tries the scenario.
        case facilitator
    }

    /// The node that tells it.
    public var node: String
    /// Its name for people.
    public var label: String
    /// Who let it strike.
    public var cause: Cause
    /// When, ms after the event.
    public var after: Int
    /// True where it came into a moment that was open, which opens again behind it.
    public var interrupts: Bool?
}

/// The session is more demanding from here, or less.
public struct DifficultyChanged: EventPayload {
    /// What it goes by.
    public enum Cause: String, Codable, Hashable, Sendable {
        /// Lines with a subtle cue were misread.
        case misreads
        /// Ruptures stayed open.
        case ruptures
        /// Trust was won back after it had broken.
        case recoveries
        /// Replies landed, one after the other.
        case steady
        /// Earlier sessions ended so.
        case earlier
        /// The learner chose it.
        case chosen
    }

    /// 1 gentle, 2 steady, 3 stretching: before, and from now on.
    public var from: Int, to: Int
    /// What it goes by.
    public var cause: Cause
    /// How many times what it goes by was seen. A learner's own choice counts once, and none when it is left to the
    /// session again.
    public var count: Int
    /// What is said about it, what it is and why: a sentence or two, as `DifficultyRule` puts it.
    public var words: String
}

/// The learner wrote something down.
public struct NoteWritten: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }

    /// What is written.
    public enum Kind: String, Codable, Hashable, Sendable {
        /// About this conversation.
        case note
        /// A rule of the learner's own, for other conversations too.
        case heuristic
    }

    /// What is written.
    public var kind: Kind
    /// The words.
    public var text: String
    /// The sequence number of the moment it is about; nil for the session as a whole.
    public var moment: Int?
    /// That moment's name for people; empty for none.
    public var name: String
    /// The moves of the reply it is about, and the skills of the scenario: what it is found again by.
    public var topics: [String]
}

/// A note was taken out of the notebook. The log keeps it until the session is forgotten.
public struct NoteRemoved: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }
    /// The sequence number of its `noteWritten`.
    public var note: Int
}

/// The learner looked inward, before a conversation or after it. Everything in it is theirs to skip.
public struct CheckedIn: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }

    /// When.
    public enum Point: String, Codable, Hashable, Sendable {
        case before, after
    }

    /// Before the conversation or after it.
    public var point: Point
    /// What the customer should feel at the end, in the learner's words; empty where it was skipped.
    public var intention: String
    /// How confident in the next conversation, 0–100; nil where it was skipped.
    public var confidence: Int?
    /// How willing to take a hard call, 0–100; nil where it was skipped.
    public var willingness: Int?
    /// How safe it feels to make mistakes here, 0–100; nil where it was skipped.
    public var safety: Int?
    /// How long was breathed, ms.
    public var breathed: Int
}

/// Something was kept from a debrief, for the learner or for the team.
public struct OutputKept: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }

    /// What it is.
    public enum Kind: String, Codable, Hashable, Sendable {
        /// Something in the way that people work that should change.
        case fix
        /// A note for whoever prepares the next incident.
        case incident
        /// A wording for the phrasebook.
        case phrase
    }

    /// What it is.
    public var kind: Kind
    /// Its title.
    public var title: String
    /// The part of the work it belongs to; empty where nothing is said.
    public var area: String
    /// What shows that it is needed: words, not people.
    public var evidence: String
    /// Who takes it on; empty where nobody has.
    public var owner: String
    /// The guide it came from; empty for none.
    public var guide: String
}

/// A prompt of a debrief guide was answered, or left.
public struct PromptAnswered: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }
    /// The guide's id.
    public var guide: String
    /// The prompt's id in it.
    public var prompt: String
    /// The prompt's words, so that the log reads without its guide.
    public var text: String
    /// The answer; empty when it was left.
    public var answer: String
    /// How long it took, ms.
    public var taken: Int
}
