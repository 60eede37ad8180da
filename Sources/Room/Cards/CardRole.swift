/// Whose card it is.
public enum CardRole: String, Codable, Hashable, Sendable, CaseIterable {
    case agent, customer, observer
    /// Who runs the round: clocks, the word that stops it, envelopes.
    case facilitator
}
