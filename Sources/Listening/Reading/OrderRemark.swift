/// Something about the order in which a reply does what it does.
public enum OrderRemark: String, Hashable, Sendable, CaseIterable {
    /// It mends before it has asked what is needed.
    case fixedBeforeAsked
    /// It advises before it has said that it heard.
    case advisedBeforeAcknowledged

    /// In a sentence for people.
    public var words: String {
        switch self {
        case .fixedBeforeAsked: "The fix comes before the question; asked first, it might be another one."
        case .advisedBeforeAcknowledged: "The advice comes before they know that they were heard."
        }
    }

    /// What can be said about the moves that were heard, by where their words stand.
    static func all(in moves: [HeardMove]) -> [OrderRemark] {
        func first(_ ids: Set<String>) -> Int? {
            moves.lazy.filter { $0.isHeard && ids.contains($0.move) }.map(\.span.lowerBound).min()
        }
        var remarks: [OrderRemark] = []
        if let fix = first(["concrete-repair"]), let ask = first(["clarify", "focusing-question"]), fix < ask {
            remarks.append(.fixedBeforeAsked)
        }
        let advice = first(["concrete-repair", "timeboxed-next-step", "offer-choice", "plain-translation"])
        let heard = first(["acknowledge-impact", "name-emotion", "validate", "specific-apology", "summarise"])
        if let advice, let heard, advice < heard { remarks.append(.advisedBeforeAcknowledged) }
        return remarks
    }
}
