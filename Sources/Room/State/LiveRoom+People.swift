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
    public var isKept: Bool {
        plan?.recording == .kept && agreed.values.allSatisfy(\.self) && agreeing.allSatisfy { agreed[$0.id] == true }
    }

    /// Whoever has the desk is the one who opened the room, or came to facilitate: they may read every card. A terminal
    /// that only keeps the room going may not.
    public var isDeskFacilitators: Bool { desk == opener || handedTo == desk }

    /// How many rounds there are.
    public var rounds: Int { max(plan?.rounds ?? 0, (plan?.rounds ?? 0) == 0 ? max(1, players.count) : 1) }

    /// The roles of the next round as they will be: always to be seen.
    public var next: Casting {
        casting(of: round + 1)
    }

    /// The roles of a round as the rotation gives them: it goes on from the round before, whoever came or went.
    func casting(of number: Int) -> Casting {
        let hasCustomer = plan?.hasCustomer ?? false
        let players = players
        guard round > 0, let last = firstAgent.flatMap({ known[$0]?.number }) else {
            return Casting(round: number, players: players.map(\.id), hasCustomer: hasCustomer)
        }
        // This round again, or the next: whoever comes before the last agent in the order of arrival.
        let agent =
            number == round
            ? players.first { $0.number >= last } ?? players.first
            : players.last { $0.number < last } ?? players.last
        guard let agent, let place = players.firstIndex(of: agent) else { return Casting() }
        return Casting(round: 1, players: (players[place...] + players[..<place]).map(\.id), hasCustomer: hasCustomer)
    }

    /// What the customer is called: by the card, by the scenario.
    public var customerName: String { play.front.customer }
}
