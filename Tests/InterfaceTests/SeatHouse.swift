import Room
import SampleScenarios
import Terminal

@testable import Interface

/// A room with people at terminals of their own: Wanda, Xaver and Yusuf take turns, Vera looks on, Zoe can have the desk.
///
/// In the first round Wanda is the agent, Xaver the customer, and Yusuf observes.
struct SeatHouse {
    static let accounts = ["wanda", "xaver", "yusuf", "vera", "zoe"]

    var rehearsal: RoomRehearsal
    /// The screen of each terminal, as it was left.
    private var screens: [String: SeatScreen] = [:]
    /// What screens wanted beside wishes, and what they said.
    var wanted: [Effect] = []

    init(
        _ source: String? = RoomScenario.source, hasCustomer: Bool = true, recording: RoomPlan.Recording = .kept
    ) throws {
        rehearsal = try RoomRehearsal(
            source, people: [], hasCustomer: hasCustomer, recording: recording)
        for name in ["Wanda", "Xaver", "Yusuf"] {
            rehearsal.ask(.join(name: name, .player), account: name.lowercased())
        }
        rehearsal.ask(.join(name: "Vera", .audience), account: "vera")
        rehearsal.ask(.join(name: "Zoe", .facilitator), account: "zoe")
    }

    var now: Uptime { rehearsal.now }

    func person(_ account: String) -> String { rehearsal.room.people(of: account).first?.id ?? "" }

    /// Somebody's screen, with the room as it is now.
    func seat(_ account: String, sharesFile: Bool = false, trouble: String? = nil) -> SeatScreen {
        let view = rehearsal.view(as: account, sharesFile: sharesFile, trouble: trouble)
        guard var screen = screens[account] else { return SeatScreen(view) }
        screen.receive(view, at: now)
        return screen
    }

    /// What a screen answers to a key; wishes are laid before the room, and what is declined comes back.
    @discardableResult
    mutating func press(_ key: Key, as account: String, trouble: String? = nil) -> [Effect] {
        var screen = seat(account, trouble: trouble)
        let effects = screen.press(key, at: now)
        screens[account] = screen
        carryOut(effects, account: account)
        return effects
    }

    @discardableResult
    mutating func press(_ keys: String, as account: String) -> [Effect] {
        keys.flatMap { press(.character($0), as: account) }
    }

    /// Lets a screen see the time.
    @discardableResult
    mutating func look(as account: String) -> [Effect] {
        var screen = seat(account)
        let effects = screen.reach(now)
        screens[account] = screen
        carryOut(effects, account: account)
        return effects
    }

    private mutating func carryOut(_ effects: [Effect], account: String) {
        for effect in effects {
            guard case .live(.wish(let person, let wish)) = effect else {
                wanted.append(effect)
                continue
            }
            let before = rehearsal.room.refusals[account]
            rehearsal.ask(wish, person: person, account: account)
            guard let refusal = rehearsal.room.refusals[account], refusal != before else { continue }
            var screen = seat(account)
            screen.receive(refusal: refusal.reason, at: now)
            screens[account] = screen
        }
    }

    /// Everybody says yes at their own terminal.
    mutating func agree() { for account in Self.accounts { press("1", as: account) } }

    /// The next round runs, and its first moment has been heard out.
    mutating func begin() throws {
        try rehearsal.begin()
        rehearsal.hear()
    }
}
