/// What somebody is in a round.
public enum RoundRole: String, Codable, Hashable, Sendable, CaseIterable {
    /// Answers the customer.
    case agent
    /// Is the customer, from a card.
    case customer
    /// Looks for a few behaviours, and marks them.
    case observer
}
