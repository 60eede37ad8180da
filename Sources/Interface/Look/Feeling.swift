import Conversation

/// Trust and heat in words, so that no number and no colour is needed to read them.
enum Feeling {
    /// A word for trust, 0–100.
    static func trust(_ value: Int) -> String {
        switch value {
        case ..<20: "gone"
        case ..<40: "wary"
        case ..<60: "guarded"
        case ..<80: "warming"
        default: "trusting"
        }
    }

    /// A word for heat, 0–100.
    static func heat(_ value: Int) -> String {
        switch value {
        case ..<20: "calm"
        case ..<40: "settled"
        case ..<60: "tense"
        case ..<80: "high"
        default: "boiling"
        }
    }

    /// A word for how an ending is for the customer.
    static func outcome(_ outcome: Outcome?) -> String {
        switch outcome {
        case .kept: "the relationship holds"
        case .strained: "it holds, with a strain on it"
        case .lost: "they left"
        case nil: "it stopped before an ending"
        }
    }

    /// A change with its sign: `+8`, `−4`; nil when nothing moved.
    static func change(_ by: Int) -> String? {
        by == 0 ? nil : by > 0 ? "+\(by)" : "−\(-by)"
    }

    /// An id in plain words: `all-there-on-saturday` as `All there on saturday`.
    static func words(_ id: String) -> String {
        let text = id.split(separator: "-").joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
