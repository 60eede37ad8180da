/// What whoever plays the agent has in hand: what is wanted, what the desk knows, and how far one may go.
public struct AgentCard: Codable, Hashable, Sendable {
    /// What the agent tries to come to.
    public var goal: String
    /// What stands on the agent's screen. Nothing of it is a secret from the customer.
    public var knows: [String]
    /// What the agent may decide alone.
    public var mayDo: [String]
    /// What the agent may not do.
    public var mayNot: [String]

    /// A card.
    public init(goal: String, knows: [String], mayDo: [String], mayNot: [String]) {
        self.goal = goal
        self.knows = knows
        self.mayDo = mayDo
        self.mayNot = mayNot
    }
}
