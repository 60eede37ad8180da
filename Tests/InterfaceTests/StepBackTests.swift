import Conversation
import Robot
import Terminal
import Testing

import struct Yarn.SourceFile
import struct Yarn.TestPlan

@testable import Interface

/// Stepping back: what could be said is at hand before it is said, and after abuse somebody is looked after.
@Suite("Stepping back, and the abusive path")
struct StepBackTests {
    /// A shipped scenario at its first moment, in a small window.
    private func atMoment(_ slug: String, columns: Int = 80, rows: Int = 24) throws -> Robot {
        var robot = try Robot.atHome(columns: columns, rows: rows)
        try robot.opens(slug)
        try robot.hearsOut()
        return robot
    }

    private func hasSteppedBack(_ robot: Robot) -> Bool {
        robot.session?.log.contains { if case .steppedBack = $0.event { true } else { false } } ?? false
    }

    @Test("b shows the lines, an arrow and Enter says one; stepping back and the line are kept together")
    func chooses() throws {
        var robot = try atMoment("late-delivery")
        robot.types("b")
        try robot.sees("Stepping back: nothing is said yet")
        try robot.sees("1 Priya, I'd like a second pair of hands on this")
        try robot.sees("2 I'd like two quiet minutes for both of us")
        try robot.doesNotSee("You step back.")
        #expect(!hasSteppedBack(robot))
        robot.presses(.plain(.enter))
        try robot.sees("choose with the arrows first", on: .lastRow)
        robot.presses(.plain(.down), .plain(.down), .plain(.enter))
        #expect(hasSteppedBack(robot))
        #expect(
            robot.session?.moments.last { $0.reply?.role == .say }?.reply?.text.hasPrefix("I'd like two quiet") == true)
        var batches: [[TimedEvent]] = []
        for case .keep(let events, _) in robot.wanted { batches.append(events) }
        let types = try #require(batches.last { $0.count > 2 }).map(\.event)
        #expect(types.contains { if case .steppedBack = $0 { true } else { false } })
        #expect(types.contains { if case .replied = $0 { true } else { false } })
        try robot.hears("two quiet minutes for both of us")
    }

    @Test("Esc, b again, or q and back: nothing has happened, and the clock was never stopped")
    func stays() throws {
        var robot = try atMoment("late-delivery")
        let before = try #require(robot.session)
        let left = { (robot: Robot) in
            robot.session?.front.clock?.left(at: robot.practice?.local(at: robot.now) ?? 0) ?? 0
        }
        let clock = left(robot)
        robot.types("b")
        try robot.timePasses(seconds: 3)
        #expect(left(robot) == clock - 3_000)
        robot.presses(.plain(.escape))
        try robot.sees("1 Saturday first, parcel second")
        try robot.doesNotSee("nothing is said yet")
        robot.types("bb")
        try robot.doesNotSee("nothing is said yet")
        let after = try #require(robot.session)
        #expect(after.moments == before.moments)
        #expect(after.front.transcript == before.front.transcript)
        #expect(
            after.log.dropFirst(before.log.count).allSatisfy {
                if case .checkpointed = $0.event { true } else { false }
            }, "nothing but the time is written down")
        try robot.says(1)
        #expect(robot.session?.moments.first?.reply?.text.hasPrefix("Saturday first") == true)
    }

    @Test("while one looks, the clock runs out as ever; the lines stay at hand")
    func clockRunsOut() throws {
        var robot = try atMoment("late-delivery")
        robot.types("b")
        try robot.timePasses(seconds: 75)
        #expect(robot.session?.moments.first?.reply?.role == .timeout)
        try robot.sees("Stepping back: nothing is said yet")
        robot.types("1")
        #expect(hasSteppedBack(robot))
    }

    @Test("what is kept is what a test plan's two steps come to")
    func equalsThePlan() throws {
        var robot = try atMoment("late-delivery")
        let before = try #require(robot.session)
        let engine = try #require(robot.practice).engine
        robot.types("b2")
        let time = try #require(robot.session?.log.last).time
        var expected = before
        for input in [SessionInput.stepBack, .reply(1)] {
            for event in try engine.handle(input, in: expected, at: time) { expected.apply(event) }
        }
        #expect(robot.session?.log == expected.log)
        try robot.says(1)
        for _ in 0..<4 {
            try robot.hearsOut()
            if robot.session?.front.offer?.isSend == true { robot.goesOn() }
        }
        let session = try #require(robot.session)
        let words = try RecordedRun(session).plan(for: engine.scenario)
        #expect(words.contains("step_back\n# I'd like two quiet minutes"))
        #expect(words.hasSuffix("ending: handed-over-warmly\n"))
        let plan = TestPlan(parsing: SourceFile(name: "plan", text: words))
        let played = try #require(ScenarioTest(scenario: engine.scenario, plan: plan).run().first)
        #expect(played.failure == nil)
        #expect(played.session.moments.map(\.reply?.text) == session.moments.map(\.reply?.text))
    }

    @Test("the mouse says the line it is pressed on")
    func mouse() throws {
        var robot = try atMoment("late-delivery")
        robot.types("b")
        let row = try #require(robot.lines.firstIndex { $0.contains("2  I'd like two quiet") })
        robot.presses(at: Point(column: 20, row: row))
        #expect(
            robot.session?.moments.last { $0.reply?.role == .say }?.reply?.text.hasPrefix("I'd like two quiet") == true)
    }

    @Test("in three chats each has its own lines, also before its moment is heard out")
    func threads() throws {
        var robot = try atMoment("three-at-once", columns: 100, rows: 30)
        robot.types("b")
        try robot.sees("Ruth, Dele beside me takes bay 4")
        robot.presses(.plain(.escape))
        try robot.says(1)
        for _ in 0..<3 where robot.session?.threads.contains(where: { $0.name == "tom" }) != true {
            try robot.says(1)
        }
        try robot.hearsOut()
        robot.presses(.plain(.tab))
        try robot.hearsOut()
        #expect(robot.session?.frontName == "tom")
        robot.types("b")
        try robot.sees("Tom, Dele at my desk takes it from here")
        robot.types("1")
        #expect(robot.session?.thread("tom").isOver == true)
        #expect(robot.session?.thread(Conversation.mainThread).isOver == false)
    }

    @Test("where nobody can take over, b says so and opens nothing")
    func nobody() throws {
        var desk = try Desk(SmallScenario.source.replacing("step_back: HandOver\n", with: ""))
        try desk.hear()
        desk.press("b")
        #expect(desk.notice == "There is no one to hand over to here. Space pauses, q leaves.")
        #expect(desk.screen.script == nil)
    }

    @Test("in plain mode the lines are told, and asked for by number")
    func plain() throws {
        var desk = try Desk(SmallScenario.withScript)
        try desk.hear()
        desk.press("b")
        let narration = desk.screen.narration(at: desk.now)
        #expect(narration.choices?.heading == "Stepping back. Nothing is said yet. You could say:")
        #expect(narration.choices?.all.map(\.label) == ["1", "2", "stay"])
        #expect(narration.prompt == "1 to 2, or stay")
        #expect(PlainLine("2", in: narration, keys: .standard) == .act([.say(2)]))
        #expect(PlainLine("stay", in: narration, keys: .standard) == .act([.back]))
        desk.press(.plain(.escape))
        #expect(desk.screen.narration(at: desk.now).choices?.all.first?.text.hasPrefix("What has to be") == true)
    }

    // MARK: The abusive path

    /// From Home through the notice into a call that has become very hot.
    private func shouting() throws -> Robot {
        var robot = try Robot.atHome()
        robot.support = ["Mira, on the floor until six"]
        robot.groundwork = .always
        robot.finds("unexpected")
        robot.presses(.plain(.enter), .plain(.enter))
        try robot.sees("the caller shouts and insults you")
        robot.presses(.plain(.enter))
        try robot.sees("What do you want this customer to feel")
        robot.presses(.plain(.tab))
        for reply in [3, 2, 1, 1, 2, 3, 4, 4] { try robot.says(reply) }
        try robot.hears("You are too stupid for a telephone!")
        try robot.hearsOut()
        return robot
    }

    @Test("notice, groundwork, shouting, the script, the end with care, and then the people there are and the guide")
    func abuse() throws {
        var robot = try shouting()
        robot.types("b")
        try robot.sees("1 I want to help you with Monday. I won't be spoken to like this")
        try robot.sees("2 This is where I stop, Milan.")
        try robot.sees("3 I'm handing you to Odile now.")
        robot.types("2")
        try robot.hears("and you ended them kindly")
        try robot.sees("Odile")
        for _ in 0..<6 where robot.session?.front.ending == nil || robot.practice?.isOver == false {
            try robot.hearsOut()
            if robot.session?.front.offer?.isSend == true { robot.goesOn() }
        }
        #expect(robot.session?.front.ending == "ended-with-the-door-open")
        try robot.hearsOut()
        for _ in 0..<4 where !robot.shows("Looking back", on: .firstRow) { robot.goesOn() }
        robot.presses(.plain(.end))
        try robot.sees("Mira, on the floor until six")
        robot.types("f")
        let guides = try #require((robot.compositor.front as? GuideScreen)?.guides)
        #expect(guides.first?.company == .care)
    }

    @Test("he comes back when the limit is named, and the call goes on")
    func comesBack() throws {
        var robot = try shouting()
        try robot.says(1)
        try robot.hears("It's the rent that shouts")
        try robot.hearsOut()
        #expect(robot.session?.front.offer?.moment == "Okay")
        #expect(robot.session?.wasHard == true, "what was shouted was heard all the same")
    }

    @Test("a limit that is named elsewhere is no hard call: only the path that says so is")
    func notByChance() throws {
        var robot = try Robot.atHome()
        try robot.plays("unexpected-charge") { $0.session?.front.offer?.moment == "On the loudspeaker" }
        try robot.says(1)
        #expect(robot.session?.moves.contains("boundary-with-respect") == true)
        #expect(robot.session?.wasHard == false)
    }
}
