import Room
import SampleScenarios
import Terminal
import Testing

@testable import Interface

/// What seats look like: every face at two sizes, some of them in ASCII.
@Suite("Seats in a live room, as they look")
struct SeatSceneTests {
    static let names = [
        "agreement", "agreement-forgotten", "gathering", "cards-agent", "cards-customer", "cards-observer", "countdown",
        "agent", "agent-clock", "agent-typing", "call", "call-customer", "customer", "observer", "marking",
        "finding-words", "audience-vote", "facilitator",
        "frozen", "refused", "desk-came", "cards-alone", "feedback-own-turn", "feedback-listening", "win", "comment",
        "debrief", "closed", "removed", "leaving",
    ]

    @Test("as kept in Snapshots", arguments: names)
    func kept(name: String) throws {
        let (screen, now) = try Self.scene(name)
        var text = ""
        for (columns, rows) in [(80, 24), (120, 40)] {
            text += "════ \(columns)×\(rows) ════\n" + Picture(screen, columns: columns, rows: rows, at: now).text
        }
        if ["agreement", "observer", "customer"].contains(name) {
            text +=
                "════ 80×24, ASCII ════\n"
                + Picture(screen, columns: 80, rows: 24, glyphs: .ascii, at: now).text
        }
        let told = screen.narration(at: now)
        text += "──── told ────\n" + Self.words(told)
        try Kept.expect(text, as: "seat-\(name)")
    }

    @Test("a form to come in by")
    func joining() throws {
        let now = RoomRehearsal.opened
        var screen = JoinScreen(code: "moss-42")
        var text = Picture(screen, columns: 80, rows: 24, at: now).text
        screen.receive(refusal: "Somebody here is called Wanda already. Another name keeps you apart.", at: now)
        text += Picture(screen, columns: 80, rows: 24, glyphs: .ascii, at: now).text
        text += "──── told ────\n" + Self.words(screen.narration(at: now))
        try Kept.expect(text, as: "seat-join")
    }

    private static func words(_ told: Narration) -> String {
        var narrator = Narrator()
        return narrator.tell(told, depth: 1).joined(separator: "\n") + "\n"
    }

    // MARK: Scenes

    static func scene(_ name: String) throws -> (SeatScreen, Uptime) {
        switch name {
        case "agreement", "agreement-forgotten", "gathering", "cards-agent", "cards-customer", "cards-observer",
            "countdown":
            return try beforeTheRound(name)
        case "feedback-own-turn", "feedback-listening", "win", "comment", "debrief", "closed":
            return try afterTheRound(name)
        default: return try inTheRound(name)
        }
    }

    private static func beforeTheRound(_ name: String) throws -> (SeatScreen, Uptime) {
        var house = try SeatHouse(recording: name == "agreement-forgotten" ? .forgotten : .kept)
        switch name {
        case "agreement": return (house.seat("wanda", sharesFile: true), house.now)
        case "agreement-forgotten": return (house.seat("wanda"), house.now)
        case "gathering":
            house.press("1", as: "wanda")
            return (house.seat("wanda"), house.now)
        default: break
        }
        house.agree()
        try house.rehearsal.perform(.next)
        if name == "countdown" { try house.rehearsal.perform(.next) }
        let account = ["cards-customer": "xaver", "cards-observer": "yusuf"][name] ?? "wanda"
        return (house.seat(account), house.now)
    }

    private static func inTheRound(_ name: String) throws -> (SeatScreen, Uptime) {
        let source = name == "cards-alone" ? nil : name.hasPrefix("call") ? CallScenario.source : RoomScenario.source
        var house = try SeatHouse(source, hasCustomer: name != "agent-clock")
        house.agree()
        try house.begin()
        if name == "agent-clock" { return (house.seat("wanda"), house.now) }
        if name != "cards-alone" {
            house.press("1", as: "wanda")
            house.rehearsal.pass(3_000)
            house.rehearsal.hear()
        }
        switch name {
        case "agent":
            try house.rehearsal.perform(.hint("Name an hour before anything else."))
            return (house.seat("wanda"), house.now)
        case "call": return (house.seat("wanda"), house.now)
        case "call-customer": return (house.seat("xaver"), house.now)
        case "agent-typing":
            house.press("tI call them", as: "wanda")
            return (house.seat("wanda"), house.now)
        case "customer":
            house.press("tso who carries it", as: "xaver")
            house.press(.plain(.enter), as: "xaver")
            return (house.seat("xaver"), house.now)
        case "observer", "marking", "finding-words":
            house.press("a", as: "yusuf")
            house.press(.plain(.enter), as: "yusuf")
            if name != "observer" { house.press("t", as: "yusuf") }
            if name == "finding-words" { house.press("/in the way", as: "yusuf") }
            return (house.seat("yusuf"), house.now)
        case "audience-vote":
            try house.rehearsal.perform(.openVote)
            house.press("2", as: "vera")
            return (house.seat("vera"), house.now)
        case "facilitator": return (house.seat("zoe"), house.now)
        case "frozen":
            try house.rehearsal.perform(.freeze)
            try house.rehearsal.perform(.mute(house.person("vera"), true))
            return (house.seat("vera"), house.now)
        case "refused":
            var screen = house.seat("wanda")
            screen.receive(refusal: "That moment had passed when your reply came.", at: house.now)
            return (screen, house.now)
        case "desk-came":
            var screen = house.seat("zoe")
            house.rehearsal.takeDesk(account: "zoe")
            screen.receive(house.rehearsal.view(as: "zoe"), at: house.now)
            return (screen, house.now)
        case "cards-alone":
            house.press("tGood morning, how can I help?", as: "wanda")
            house.press(.plain(.enter), as: "wanda")
            return (house.seat("wanda"), house.now)
        case "removed":
            try house.rehearsal.perform(.remove(house.person("vera")))
            return (house.seat("vera"), house.now)
        default:
            house.press("q", as: "wanda")
            return (house.seat("wanda"), house.now)
        }
    }

    private static func afterTheRound(_ name: String) throws -> (SeatScreen, Uptime) {
        var house = try SeatHouse()
        house.agree()
        try house.begin()
        house.press("1", as: "wanda")
        house.rehearsal.pass(3_000)
        house.rehearsal.hear()
        house.press("a", as: "yusuf")
        house.press(.plain(.enter), as: "yusuf")
        house.press("1", as: "wanda")
        house.rehearsal.pass(20_000)
        try house.rehearsal.perform(.end)
        house.rehearsal.pass(12_000)
        if name == "feedback-own-turn" { return (house.seat("wanda"), house.now) }
        house.press("tI was trying to hear what she needs.", as: "wanda")
        house.press(.plain(.enter), as: "wanda")
        if name == "feedback-listening" { return (house.seat("yusuf"), house.now) }
        house.press("W", as: "yusuf")
        if name == "win" { return (house.seat("yusuf"), house.now) }
        house.press("1“by five” was her hour.", as: "yusuf")
        house.press(.plain(.enter), as: "yusuf")
        if name == "comment" {
            house.press("y2What came before this?", as: "yusuf")
            return (house.seat("yusuf"), house.now)
        }
        for _ in 0..<20 where house.rehearsal.room.phase != .debrief { try house.rehearsal.perform(.next) }
        if name == "debrief" { return (house.seat("xaver"), house.now) }
        try house.rehearsal.perform(.close)
        return (house.seat("xaver"), house.now)
    }
}
