import Conversation
import Robot
import Terminal
import Testing

@testable import Interface

/// What somebody writes down and says of themselves, from key to screen and back.
@Suite("Notes, notebook, looking inward")
struct LearningFlowTests {
    @Test("n writes a note while every clock waits; the notebook has it, finds it, and takes it out")
    func notes() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.hearsOut()
        let clock = try #require(robot.session?.front.clock)
        let left = clock.left(at: try #require(robot.practice).local(at: robot.now))
        robot.types("n")
        try robot.sees("A note")
        robot.types("Ask about Saturday")
        try robot.timePasses(seconds: 60)
        robot.presses(.plain(.enter))
        try robot.sees("The note is kept.", on: .lastRow)
        #expect(clock.left(at: try #require(robot.practice).local(at: robot.now)) == left, "the clock has waited")
        let note = try #require(robot.session?.learner.notes.first?.written)
        #expect(note.text == "Ask about Saturday")
        #expect(note.moment == robot.session?.front.offer?.sequence)
        robot.types("N")
        try robot.sees("Notebook", on: .firstRow)
        try robot.sees("Ask about Saturday")
        robot.finds("nothing like it")
        try robot.sees("No note has these words.")
        robot.presses(.plain(.escape))
        robot.finds("saturday ask")
        try robot.sees("1 note", on: .firstRow)
        robot.presses(.plain(.enter), .plain(.delete))
        try robot.sees("Once more takes this note out", on: .lastRow)
        robot.presses(.plain(.delete))
        try robot.sees("0 notes", on: .firstRow)
        robot.presses(.plain(.escape), .plain(.escape))
        try robot.says(1)
    }

    @Test("a note that is put away half written is there again")
    func putAway() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        robot.types("n")
        robot.types("half a tho")
        robot.presses(.plain(.escape))
        robot.types("n")
        try robot.sees("half a tho")
        robot.types("ught")
        robot.presses(.plain(.tab))
        try robot.sees("A rule of your own")
        robot.presses(.plain(.enter))
        #expect(robot.session?.learner.notes.map(\.written.text) == ["half a thought"])
        #expect(robot.session?.learner.notes.map(\.written.kind) == [.heuristic])
        robot.types("n")
        try robot.doesNotSee("half a thought")
    }

    @Test("a rule of one's own is offered back in another session, once, above the replies")
    func offeredBack() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.opens("late-delivery")
        try robot.hearsOut()
        robot.commands("rule Name the party before the parcel")
        try robot.doesNotSee("You wrote on")
        robot.presses(.character("q"))
        try robot.opens("late-delivery")
        try robot.hearsOut()
        try robot.sees("You wrote on 21 Nov 2026: Name the party before the parcel")
        try robot.says(1)
        for _ in 0..<3 {
            try robot.hearsOut()
            guard robot.session?.front.offer != nil else { break }
            try robot.doesNotSee("You wrote on")
            try robot.says(1)
        }
    }

    @Test("without a rule that fits, nothing is offered back")
    func nothingFits() throws {
        var robot = try Robot.atHome()
        try robot.opens("unexpected-charge")
        try robot.hearsOut()
        robot.commands("note only a note")
        robot.presses(.character("q"))
        try robot.opens("late-delivery")
        try robot.hearsOut()
        try robot.doesNotSee("You wrote on")
    }

    @Test("before a hard call: an intention, a breath, two numbers; afterwards the same, and the shift is plain")
    func groundwork() throws {
        var robot = try Robot.atHome()
        robot.groundwork = .hard
        for _ in 0..<20 where !robot.shows("▸ Weekend outage") { robot.presses(.plain(.down)) }
        robot.presses(.plain(.enter))
        try robot.sees("What do you want this customer to feel at the end?")
        robot.types("heard")
        robot.presses(.plain(.enter))
        try robot.sees("breathe in, 4")
        try robot.timePasses(seconds: 5)
        try robot.sees("breathe out, 5")
        try robot.timePasses(seconds: 30)
        try robot.sees("That was twenty seconds.")
        robot.presses(.plain(.enter))
        robot.types("4")
        robot.presses(.plain(.enter))
        try robot.sees("How willing are you to take a hard call?")
        robot.presses(.plain(.enter))
        let before = try #require(robot.session?.learner.checkIn(.before))
        #expect(before.intention == "heard")
        #expect(before.confidence == 40)
        #expect(before.willingness == nil, "Enter without a number skips")
        #expect(before.breathed == 20_000)
        robot.types("b")
        try robot.handsOver()
        try robot.sees("Looking back", on: .firstRow)
        robot.types("i")
        robot.types("6")
        robot.presses(.plain(.enter), .plain(.tab))
        robot.presses(.plain(.end))
        try robot.sees("Confidence 40 → 60")
        try robot.sees("You wanted: heard")
        robot.presses(.character("q"))
        robot.types("J")
        try robot.sees("40 → 60")
    }

    @Test("Tab skips all of it, and nothing is kept; Esc begins nothing")
    func skipping() throws {
        var robot = try Robot.atHome()
        robot.groundwork = .always
        robot.presses(.plain(.enter))
        try robot.sees("What do you want this customer to feel")
        robot.presses(.plain(.tab))
        try robot.hears("it was for sunday")
        #expect(robot.session?.learner.checkIns.isEmpty == true)
        robot.presses(.character("q"), .plain(.enter), .plain(.escape))
        try robot.sees("Rapport", on: .firstRow)
        #expect(robot.kept.count == 1)
    }

    @Test("where nothing moves, the breath is words and numbers that change once a second")
    func stillBreath() throws {
        let screen = InwardScreen(before: "x", title: "X", steps: [.intention, .breath])
        var compositor = Compositor(look: Look(theme: .calm, glyphs: .ascii, motion: .reduced))
        var now = Uptime(milliseconds: 0)
        _ = compositor.receive(.resized(Size(columns: 80, rows: 24)), at: now)
        compositor.push(screen, at: now)
        _ = compositor.receive(.key(.plain(.enter)), at: now)
        var wakings = 0
        while let deadline = compositor.nextDeadline(after: now) {
            now = deadline
            wakings += 1
            var surface = Surface(Size(columns: 80, rows: 24))
            compositor.draw(into: &surface, at: now)
            #expect(surface.text.contains("breathe") || surface.text.contains("twenty seconds"))
            #expect(!surface.text.contains("##"), "no bar")
        }
        #expect(wakings == 20)
    }

    @Test("what a scenario gives notice of comes first, with a way back")
    func notice() throws {
        var heading = try SmallScenario.load(SmallScenario.source, vocabulary: SmallScenario.vocabulary).heading
        heading.notice = "An insult is shouted in this call."
        #expect(LookInward.steps(before: heading, wish: .never) == [.notice("An insult is shouted in this call.")])
        let screen = InwardScreen(
            before: "x", title: "X", steps: LookInward.steps(before: heading, wish: .never))
        var compositor = Compositor(look: Look(theme: .calm, glyphs: .unicode))
        let now = Uptime(milliseconds: 0)
        _ = compositor.receive(.resized(Size(columns: 80, rows: 24)), at: now)
        compositor.push(screen, at: now)
        var surface = Surface(Size(columns: 80, rows: 24))
        compositor.draw(into: &surface, at: now)
        #expect(surface.text.contains("An insult is shouted in this call."))
        #expect(surface.text.contains("Esc back"))
        var other = compositor
        #expect(other.receive(.key(.plain(.escape)), at: now) == [.close])
        #expect(compositor.receive(.key(.plain(.enter)), at: now) == [.close, .begin(slug: "x", nil)])
    }

    @Test("after a step back the debrief names the people a team has put into its settings")
    func support() throws {
        for support in [["Mira, on the floor until six"], []] {
            var robot = try Robot.atHome()
            robot.support = support
            try robot.opens("late-delivery")
            try robot.hearsOut()
            robot.types("b")
            try robot.handsOver()
            robot.presses(.plain(.end))
            if support.isEmpty {
                try robot.doesNotSee("Mira, on the floor until six")
            } else {
                try robot.sees("Mira, on the floor until six")
            }
        }
    }

    @Test("the journal narrows as one types, by title, ending and notes")
    func finding() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.plays("late-delivery")
        robot.goesOn()
        robot.commands("note the lantern moment")
        robot.presses(.plain(.escape))
        try robot.opens("unexpected-charge")
        robot.presses(.character("q"))
        robot.types("J")
        try robot.sees("2 sessions", on: .firstRow)
        try robot.sees("1 note")
        robot.finds("lantern")
        try robot.sees("1 found", on: .firstRow)
        try robot.sees("Late delivery")
        robot.presses(.plain(.escape))
        try robot.sees("2 sessions", on: .firstRow)
        robot.finds("zebra")
        try robot.sees("No session has these words.")
        robot.presses(.control("u"))
        robot.types("open")
        robot.presses(.plain(.enter), .plain(.enter))
        #expect(robot.practice != nil)
    }
}

extension Robot {
    /// Says the first reply until the conversation is over, and looks back.
    fileprivate mutating func handsOver() throws {
        for _ in 0..<8 {
            try hearsOut()
            if case .ended? = session?.status { break }
            if session?.front.offer?.isSend == true { goesOn() } else { types("1") }
        }
        for _ in 0..<4 where !shows("Looking back", on: .firstRow) { goesOn() }
    }
}
