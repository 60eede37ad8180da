// Who is in the room, and what is to be seen of them.
extension LiveRoom {
    /// Who takes turns, in the order of arrival.
    public var players: [Person] { people.filter { $0.kind == .player } }

    /// Somebody by id, in the room or gone.
    public func person(_ id: String) -> Person? { known[id] }

    /// What somebody is called; a number while names are hidden.
    public func name(of id: String, hidden: Bool = false) -> String {
        guard let person = known[id] else { return "somebody" }
        return hidden ? "\(person.number)" : person.name
    }

    /// Who sits at the terminal of an account, by id, with names where several share it.
    public func people(of account: String) -> [Person] { people.filter { $0.account == account } }

    /// Everybody who has a part in what is agreed: stages are only screens.
    public var agreeing: [Person] { people.filter { $0.kind != .stage } }

    /// Who has not said yes to the agreement yet.
    public var unagreed: [Person] { agreeing.filter { agreed[$0.id] == nil } }

    /// What happens stays in the journal when the room closes: it was planned so, and nobody said no.
    public var isKept: Bool { plan?.recording == .kept && agreeing.allSatisfy { agreed[$0.id] != false } }

    /// How many rounds there are.
    public var rounds: Int { max(plan?.rounds ?? 0, (plan?.rounds ?? 0) == 0 ? max(1, players.count) : 1) }

    /// The roles of the next round as they will be: always to be seen.
    public var next: Casting {
        Casting(round: round + 1, players: players.map(\.id), hasCustomer: plan?.hasCustomer ?? false)
    }

    /// What the customer is called: by the card, by the scenario.
    public var customerName: String { play.front.customer }
}
