import Room
import Testing

@Suite("Roles rotate")
struct CastingTests {
    @Test("everybody goes agent, customer, observer, and plays each", arguments: 2...8)
    func everybodyPlaysEach(count: Int) {
        let players = (1...count).map { "p\($0)" }
        var roles: [String: [RoundRole]] = [:]
        for round in 1...count {
            let casting = Casting(round: round, players: players, hasCustomer: true)
            #expect(Set(casting.everybody) == Set(players))
            for player in players { roles[player, default: []].append(casting.role(of: player) ?? .observer) }
        }
        for player in players {
            let own = roles[player] ?? []
            #expect(own.count { $0 == .agent } == 1)
            #expect(own.count { $0 == .customer } == 1)
            let agent = own.firstIndex(of: .agent) ?? 0
            #expect(own[(agent + 1) % count] == .customer)
        }
    }

    @Test("without a customer among them, the others observe")
    func scenarioIsCustomer() {
        let casting = Casting(round: 2, players: ["p1", "p2", "p3"], hasCustomer: false)
        #expect(casting.customer == nil)
        #expect(casting.observers.count == 2)
    }

    @Test("a role given away is exchanged")
    func exchange() {
        var casting = Casting(agent: "p1", customer: "p2", observers: ["p3"])
        casting.give(.agent, to: "p3")
        #expect(casting == Casting(agent: "p3", customer: "p2", observers: ["p1"]))
        casting.give(.customer, to: "p3")
        #expect(casting == Casting(agent: "p2", customer: "p3", observers: ["p1"]))
    }
}
