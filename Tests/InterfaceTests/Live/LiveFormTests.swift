import Conversation
import Room
import SampleScenarios
import Terminal
import Testing

@testable import Interface

@Suite("The form for a live room")
struct LiveFormTests {
    private static let now = Uptime(milliseconds: 1_000)

    private static func form(templates: [RoomTemplate] = [template]) -> LiveFormScreen {
        LiveFormScreen(
            choices: [
                LiveFormScreen.Choice(
                    .scenario("piano"), title: "The piano on the stairs", hash: "abc", cards: RoomCards.set,
                    channel: .chat),
                LiveFormScreen.Choice(.scenario("launch"), title: "A launch at nine", hash: "def", channel: .voice),
                LiveFormScreen.Choice(.cards("keys"), title: "Keys in the drain", cards: RoomCards.set),
            ],
            agreements: [RoomCards.agreement], templates: templates,
            behaviours: [Behaviour(key: "c", name: "Counted time", looksLike: "A number.", example: "Two minutes.")],
            seed: 42)
    }

    private static let template = RoomTemplate(
        name: "Monday", play: .cards("keys"), customer: .person, people: [.init("Kim"), .init("Lou")], rounds: 2,
        minutes: 6, countdown: 3, recording: .kept, agreement: "usual")

    private static func press(_ screen: inout LiveFormScreen, _ keys: [Key]) -> [Effect] {
        var effects: [Effect] = []
        for key in keys { effects += screen.press(key, at: now) }
        return effects
    }

    private static func type(_ words: String) -> [Key] { words.map { .character($0) } }

    private static func plan(_ effects: [Effect]) -> (plan: RoomPlan, people: [String])? {
        for case .live(.open(let plan, let people)) in effects { return (plan, people) }
        return nil
    }

    @Test("names and Enter are enough: everything else has an answer already")
    func defaults() throws {
        var screen = Self.form()
        let enter = Key.plain(.enter)
        let effects = Self.press(
            &screen, [enter, enter] + Self.type("Ana, Mo ,Jo") + Array(repeating: enter, count: 9))
        let (plan, people) = try #require(Self.plan(effects))
        #expect(people == ["Ana", "Mo", "Jo"])
        #expect(plan.scenario == "piano" && plan.hash == "abc" && plan.cards == "piano")
        #expect(plan.lasting == 240_000 && plan.countdown == 10_000 && plan.rounds == 0 && plan.seed == 42)
        #expect(plan.recording == .forgotten && plan.difficulty == 2 && !plan.hasCustomer)
        #expect(plan.agreement == RoomCards.agreement)
        #expect(plan.behaviours == RoomCards.behaviours && plan.stopWord == "curtain")
        #expect(plan.agent == RoomCards.set.agent)
    }

    @Test(
        "what is wrong with the names is said kindly beside them, and nothing is opened",
        arguments: [
            ("Ana, Ana", "two called Ana"), ("Ana, --", "no letter"),
            ("a,b,c,d,e,f,g,h,i,j,k,l,m", "13 names"), (String(repeating: "x", count: 30), "long for a name"),
        ])
    func wrongNames(words: String, said: String) throws {
        var screen = Self.form()
        let effects = Self.press(
            &screen, [.plain(.enter), .plain(.enter)] + Self.type(words) + [.control("s")])
        #expect(Self.plan(effects) == nil)
        #expect(Picture(screen, columns: 80, rows: 24, at: Self.now).contains(said))
    }

    @Test("nobody has to be entered: that is said kindly, and the room opens for all who join")
    func nobodyEntered() throws {
        var screen = Self.form()
        #expect(Picture(screen, columns: 80, rows: 24, at: Self.now).contains("nobody has to be"))
        let effects = Self.press(&screen, [.control("s")])
        let (plan, people) = try #require(Self.plan(effects))
        #expect(people.isEmpty)
        #expect(plan.publicFacts == RoomCards.set.customer.publicFacts)
        var rehearsal = try RoomRehearsal(people: [])
        var desk = RoomDesk(rehearsal)
        desk.press("o")
        #expect(desk.refusals == ["Nobody is here to play yet."])
        rehearsal.ask(.join(name: "Ada", .player), account: "ada")
        rehearsal.ask(.agree(mayKeep: true), person: "p1", account: "ada")
        desk = RoomDesk(rehearsal)
        desk.press("o")
        #expect(desk.refusals.first?.contains("takes two people") == true)
    }

    @Test("a template fills the form; the first letter finds what is played")
    func templates() throws {
        var screen = Self.form()
        _ = Self.press(&screen, [.plain(.right)])
        var effects = Self.press(&screen, [.control("s")])
        var (plan, people) = try #require(Self.plan(effects))
        #expect(people == ["Kim", "Lou"] && plan.scenario.isEmpty && plan.cards == "piano" && plan.hasCustomer)
        #expect(plan.rounds == 2 && plan.lasting == 360_000 && plan.countdown == 3_000 && plan.recording == .kept)
        effects = Self.press(&screen, [.plain(.tab)] + Self.type("a") + [.control("s")])
        (plan, people) = try #require(Self.plan(effects))
        #expect(plan.scenario == "launch" && !plan.hasCustomer)
        #expect(plan.behaviours.map(\.key) == ["c"])
    }

    @Test("the form is kept as a template under a name")
    func keeping() throws {
        var screen = Self.form(templates: [])
        let effects = Self.press(
            &screen, [.plain(.tab)] + Self.type("Ana, Mo") + [.alt("s")] + Self.type("Thursday") + [.plain(.enter)])
        guard case .live(.keepTemplate(let kept))? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(kept.name == "Thursday" && kept.play == .scenario("piano") && kept.rounds == 2)
        #expect(kept.people.map(\.name) == ["Ana", "Mo"] && kept.agreement == "usual")
    }

    @Test("the agreement is read in full and its points are changed for this room alone")
    func agreement() throws {
        var screen = Self.form(templates: [])
        _ = Self.press(&screen, [.plain(.tab)] + Self.type("Ana") + [.control("o")])
        let picture = Picture(screen, columns: 80, rows: 24, at: Self.now)
        #expect(picture.contains("What is said here stays here.") && picture.contains("What a lead can never see"))
        let effects = Self.press(
            &screen, [.plain(.enter)] + Self.type("We begin on time.") + [.plain(.escape), .control("s")])
        let plan = try #require(Self.plan(effects)).plan
        #expect(plan.agreement.points.count == RoomCards.agreement.points.count + 1)
        #expect(plan.agreement.points.last == "We begin on time.")
    }

    @Test("as kept in Snapshots", arguments: ["form", "form-people", "form-wrong", "form-agreement", "form-name"])
    func kept(name: String) throws {
        var screen = Self.form()
        let down = Key.plain(.tab)
        switch name {
        case "form-people": _ = Self.press(&screen, [down, down] + Self.type("Ana, Mo"))
        case "form-wrong": _ = Self.press(&screen, [down, down] + Self.type("Ana, Ana") + [.control("s")])
        case "form-agreement": _ = Self.press(&screen, [.control("o")])
        case "form-name": _ = Self.press(&screen, [.alt("s")] + Self.type("Thursday"))
        default: break
        }
        var text = ""
        for (columns, rows) in [(80, 24), (120, 40)] {
            text +=
                "════ \(columns)×\(rows) ════\n"
                + Picture(screen, columns: columns, rows: rows, at: Self.now).text
        }
        try Kept.expect(text, as: "live-\(name)")
    }
}
