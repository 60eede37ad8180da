/// A move that was heard in a reply, or may have been.
public struct HeardMove: Hashable, Sendable {
    /// The move's id.
    public var move: String
    /// It harms; otherwise it helps.
    public var harms: Bool
    /// How sure it is, 0–1; from ``heardFrom`` on it counts as heard.
    public var confidence: Double
    /// The words that show it, in Unicode scalars of the text.
    public var span: Range<Int>

    /// From here on a move counts as heard.
    public static let heardFrom = 0.5

    /// It counts as heard.
    public var isHeard: Bool { confidence >= Self.heardFrom }
    /// How sure it is, in a word for people.
    public var certainty: String { Self.certainty(confidence) }

    /// A confidence, 0–1, in a word for people.
    public static func certainty(_ confidence: Double) -> String {
        switch confidence {
        case 0.75...: "sounds like"
        case Self.heardFrom...: "looks like"
        default: "maybe"
        }
    }
}

/// What was heard in a reply.
public struct Hearing: Hashable, Sendable {
    /// Every move, the surest first.
    public var moves: [HeardMove]
    /// What it asks.
    public var questions: QuestionReading
    /// What it says will happen by when.
    public var promises: [PromiseReading]
    /// What its apology has, where it apologises.
    public var apology: ApologyParts?
    /// What its boundary has, where it sets one.
    public var boundary: BoundaryParts?
    /// What it picks up of the customer's last words; nil where these are not known.
    public var echo: ContextEcho?
    /// What could be said about the order of things in it.
    public var orders: [OrderRemark]
    /// How many words it has.
    public var wordCount: Int
    /// It went on behind what was read (``Utterance/longest``).
    public var isCut: Bool

    /// The moves that count as heard, the surest first.
    public var heard: [HeardMove] { moves.filter(\.isHeard) }

    /// How sure a move is, 0–1.
    public func confidence(of move: String) -> Double { moves.first { $0.move == move }?.confidence ?? 0 }
}

/// What is known beside the words of a reply.
public struct HearingContext: Hashable, Sendable {
    /// What the customer said last; nil where nobody spoke.
    public var customer: String?

    /// A context of what the customer said last.
    public init(customer: String? = nil) { self.customer = customer }
}
