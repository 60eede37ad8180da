/// Who has which role in a round, by their ids.
public struct Casting: Codable, Hashable, Sendable {
    /// Who answers.
    public var agent: String?
    /// Who is the customer; nil while the scenario is.
    public var customer: String?
    /// Who looks on and marks, in the order in which they speak in the feedback round.
    public var observers: [String]

    /// Roles as they are.
    public init(agent: String? = nil, customer: String? = nil, observers: [String] = []) {
        (self.agent, self.customer, self.observers) = (agent, customer, observers)
    }

    /// The roles of a round, from 1: everybody goes agent → customer → observer, one step a round, so that after as many
    /// rounds as there are people everybody has played each.
    ///
    /// - Parameter hasCustomer: somebody plays the customer; else the scenario does, and nobody is asked to.
    public init(round: Int, players: [String], hasCustomer: Bool) {
        self.init()
        guard !players.isEmpty else { return }
        for (place, player) in players.enumerated() {
            let steps = (place + max(0, round - 1)) % players.count
            switch steps {
            case 0: agent = player
            case 1 where hasCustomer: customer = player
            default: continue
            }
        }
        // In the order of arrival, from behind the agent on: whoever plays next is heard first.
        let start = players.firstIndex { $0 == agent } ?? 0
        let order = (1..<max(1, players.count)).map { players[(start + players.count - $0) % players.count] }
        observers = order.filter { $0 != agent && $0 != customer }
    }

    /// The role of a person, if any.
    public func role(of person: String) -> RoundRole? {
        if agent == person { return .agent }
        if customer == person { return .customer }
        return observers.contains(person) ? .observer : nil
    }

    /// Everybody who has a role, the agent first.
    public var everybody: [String] { [agent, customer].compactMap(\.self) + observers }

    /// Gives a role to a person; who had it takes the role of the one who gets it.
    public mutating func give(_ role: RoundRole, to person: String) {
        let former = self.role(of: person)
        guard former != role else { return }
        let displaced: String? =
            switch role {
            case .agent: agent
            case .customer: customer
            case .observer: nil
            }
        remove(person)
        switch role {
        case .agent: agent = person
        case .customer: customer = person
        case .observer: observers.append(person)
        }
        guard let displaced else { return }
        switch former {
        case .agent: agent = displaced
        case .customer: customer = displaced
        case .observer, nil: observers.insert(displaced, at: 0)
        }
    }

    /// Takes a person out of the round.
    public mutating func remove(_ person: String) {
        if agent == person { agent = nil }
        if customer == person { customer = nil }
        observers.removeAll { $0 == person }
    }
}
