/// One turn of the feedback round: who speaks, as what, and for how long.
public struct FeedbackTurn: Codable, Hashable, Sendable {
    /// Who speaks.
    public var person: String
    /// As what.
    public var role: RoundRole
    /// The timebox, ms.
    public var lasting: Int

    /// A turn as it is.
    public init(person: String, role: RoundRole, lasting: Int) {
        (self.person, self.role, self.lasting) = (person, role, lasting)
    }

    /// The turns after a round: the agent first, then the customer, then each observer one specific thing.
    public static func turns(after casting: Casting) -> [FeedbackTurn] {
        var turns: [FeedbackTurn] = []
        if let agent = casting.agent { turns.append(FeedbackTurn(person: agent, role: .agent, lasting: 60_000)) }
        if let customer = casting.customer {
            turns.append(FeedbackTurn(person: customer, role: .customer, lasting: 60_000))
        }
        return turns + casting.observers.map { FeedbackTurn(person: $0, role: .observer, lasting: 45_000) }
    }
}
