/// What a reply asks.
public struct QuestionReading: Hashable, Sendable {
    /// Questions that leave room for an answer of one's own: what, how, when, “walk me through”.
    public var open = 0
    /// Questions that yes, no or one word answers.
    public var closed = 0

    /// From this many questions on one does not know which to answer.
    public static let stackedFrom = 3

    /// How many there are.
    public var count: Int { open + closed }
    /// So many that one does not know which to answer.
    public var isStacked: Bool { count >= Self.stackedFrom }

    init(_ utterance: Utterance) {
        for sentence in utterance.sentences {
            let forms = utterance.words[sentence.words].map(\.form)
            let invites = Self.invitations.contains { forms.starts(with: $0) }
            guard sentence.isAsked || invites else { continue }
            // “And what did you see?”, “Okay, which one?”
            let first = forms.first { !Self.lead.contains($0) } ?? ""
            if invites || Self.asking.contains(first) { open += 1 } else { closed += 1 }
        }
    }

    private static let asking: Set<String> = [
        "what", "which", "when", "where", "who", "how", "why", "whose", "tell", "describe", "walk",
    ]
    private static let lead: Set<String> = ["and", "so", "okay", "but", "or", "well", "then", "also", "right", "just"]
    private static let invitations: [[String]] = [
        ["tell", "me"], ["walk", "me", "through"], ["talk", "me", "through"], ["take", "me", "through"],
        ["describe"], ["can", "you", "tell", "me"], ["could", "you", "tell", "me"], ["can", "you", "walk", "me"],
        ["could", "you", "walk", "me"], ["can", "you", "describe"], ["could", "you", "describe"],
    ]
}
