import Listening

// The payloads of typed replies: what was heard in them, and what the learner says was meant.

/// A move that was heard in typed words, or may have been.
public struct HeardInWords: Codable, Hashable, Sendable {
    /// The move's id.
    public var move: String
    /// It harms; otherwise it helps.
    public var harms: Bool
    /// How sure it is, 0–100; from 50 on it counts.
    public var percent: Int
    /// The words that show it, in characters of the reply.
    public var words: TextRange

    /// It counts as heard.
    public var counts: Bool { confidence >= HeardMove.heardFrom }
    /// How sure it is, in a word for people.
    public var certainty: String { HeardMove.certainty(confidence) }

    private var confidence: Double { Double(percent) / 100 }
}

/// The learner said that something else was meant by typed words than was heard in them.
public struct HearingCorrected: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }
    /// The words.
    public var text: String
    /// The moves that had been heard.
    public var heard: [String]
    /// The move that was meant; nil for none.
    public var meant: String?

    /// A correction of what was heard in words; nil where none of the moves was meant.
    public init(text: String, heard: [String], meant: String?) {
        (self.text, self.heard, self.meant) = (text, heard, meant)
    }
}
