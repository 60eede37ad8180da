/// What an apology does, read from the moves that its line is tagged with: does it acknowledge the harm, align with the
/// person, and act?
public struct ApologyReading: Equatable, Sendable {
    /// Something that takes an apology's strength away.
    public enum Pull: String, CaseIterable, Sendable {
        case minimise
        case overExplain = "over-explain"
        case generic = "generic-apology"
        case company = "company-apology"
        case defensive
        case blameOther = "blame-other"
        case blameCustomer = "blame-customer"
        case canned = "canned-empathy"

        /// What it does to whoever hears it.
        public var words: String {
            switch self {
            case .minimise: "It makes the harm smaller than it is for them."
            case .overExplain: "The explanation takes more room than the person."
            case .generic: "It names no harm, so it could be said to anybody."
            case .company: "It speaks of how things are for us, not for them."
            case .defensive: "It asks to be believed before they have been heard."
            case .blameOther: "It hands the harm on to somebody else."
            case .blameCustomer: "It gives part of the harm back to them."
            case .canned: "The sympathy is ready-made, and sounds it."
            }
        }
    }

    /// It apologises; otherwise it only has something in it that would spoil an apology.
    public var isApology: Bool
    /// It names the harm, or what it means to them.
    public var acknowledges: Bool
    /// It stands on their side: owns it, or asks what matters to them.
    public var aligns: Bool
    /// It says what is done about it.
    public var acts: Bool
    /// What takes its strength away, in the order of ``Pull``.
    public var pulls: [Pull]

    /// The reading of a reply that apologises, or tries to; nil for every other.
    public init?(moves: [String], isFix: Bool) {
        let moves = Set(moves)
        isApology = !moves.isDisjoint(with: Self.apologies)
        guard isApology || !moves.isDisjoint(with: Self.attempts) else { return nil }
        acknowledges = !moves.isDisjoint(with: Self.acknowledging)
        aligns = !moves.isDisjoint(with: Self.aligning)
        acts = isFix || !moves.isDisjoint(with: Self.acting)
        pulls = Pull.allCases.filter { moves.contains($0.rawValue) }
    }

    private static let apologies: Set<String> = [
        "specific-apology", "generic-apology", "company-apology", "repair-rupture",
    ]
    private static let attempts: Set<String> = ["minimise", "over-explain"]
    private static let acknowledging: Set<String> = [
        "specific-apology", "acknowledge-impact", "name-emotion", "validate", "repair-rupture",
    ]
    private static let aligning: Set<String> = [
        "own-without-blame", "summarise", "clarify", "focusing-question", "clarity-check", "ask-permission",
        "offer-choice", "validate",
    ]
    private static let acting: Set<String> = [
        "concrete-repair", "timeboxed-next-step", "narrate-action", "proactive-follow-up", "written-confirmation",
        "escalate-with-context",
    ]
}
