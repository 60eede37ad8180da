import Conversation
import Journal
import Library
import Robot
import Terminal
import Testing

@testable import Interface

/// What an agent gets out of a conversation, from key to screen; more of it in the suites about learning, comparing and
/// looking back.
@Suite("What an agent gets out of it")
struct AgentFlowTests {
    @Test("a shift is named with the words that did it and one thing to try; a nudge stops nothing")
    func popUps() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.says(3)
        try robot.timePasses(seconds: 2)
        #expect(robot.isReadingCoach)
        try robot.sees("Trust −10")
        let said = try #require(robot.session?.front.feedback?.shown)
        #expect(said.look == .shift)
        let quote = try #require(PopUp.quotes(said).first)
        #expect(robot.session?.moments.first?.reply?.text.contains(quote) == true)
        try robot.sees("“\(quote)”")
        let clock = robot.lines.first { $0.contains("Reply") }
        try robot.timePasses(seconds: 30)
        #expect(robot.lines.first { $0.contains("Reply") } == clock, "no clock runs while one reads")

        var desk = try Desk()
        try desk.hear()
        desk.press("w")
        try desk.pass(1_500)
        #expect(Picture(desk.compositor, columns: 80, rows: 24, at: desk.now).contains("nothing moved"))
        #expect(desk.session.front.feedback?.shown.look == .nudge)
        #expect(!desk.screen.isUnderPopUp)
    }

    @Test("what is about safety is said at once, whatever was set for the coach")
    func safety() throws {
        var desk = try Desk()
        desk.hears(coach: .atTheEnd)
        try desk.hear()
        desk.press("3")
        try desk.pass(2_000)
        let picture = Picture(desk.compositor, columns: 80, rows: 24, at: desk.now)
        #expect(desk.screen.isUnderPopUp)
        #expect(picture.contains("Nobody was ever calmed by the word."))
    }

    @Test("three attempts at a moment stand beside each other, as many as fit, and arrows show the others")
    func threeAttempts() throws {
        var robot = try Robot.atHome(columns: 130, rows: 50)
        try robot.opens("late-delivery")
        for number in [3, 2, 4] {
            try robot.says(number)
            try robot.hearsOut()
            robot.commands("retry")
        }
        try robot.says(1)
        robot.types("c")
        try robot.sees("1 to 3 of 4; left and right show the others.")
        try robot.doesNotSee("Attempt 4, where you stand")
        robot.presses(.plain(.right))
        try robot.sees("2 to 4 of 4")
        try robot.sees("Attempt 4, where you stand")
        #expect(Attempts(robot.session?.log ?? []).all.count == 4)
    }

    @Test("a colleague's session comes as a file: beside one's own, or to look at; it comes into no history")
    func shared() throws {
        var colleague = try Robot.atHome()
        try colleague.plays("late-delivery")
        let session = try #require(colleague.session)
        let scenario = try #require(colleague.practice?.engine.scenario)
        let file = try SharedSession(
            session.log, of: scenario.slug, title: scenario.heading.title, hash: scenario.hash, files: scenario.files,
            by: "Kim", with: SharedSession.Consent()
        ).text()
        let shared = try SharedSession(reading: Array(file.utf8))

        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.opens(shared: shared)
        try robot.sees("Looking at: Late delivery", on: .firstRow)
        try robot.sees("Kim")
        #expect(robot.kept.isEmpty)
        robot.presses(.plain(.escape))
        try robot.opens("late-delivery")
        try robot.says(3)
        try robot.hearsOut()
        try robot.opens(shared: shared)
        try robot.sees("Comparing: Late delivery", on: .firstRow)
        #expect(robot.lines.contains { $0.contains("You") && $0.contains("Kim") })
        robot.presses(.plain(.tab))
        try robot.sees("Different: what was said")
        #expect(robot.kept.count == 1, "what was shared comes into nobody's history")
        robot.types("r")
        #expect(robot.session?.front.offer?.attempt == 2, "from there one goes back into one's own")
    }

    @Test("a chat reply as long as a letter gets one sentence about the channel, once")
    func channelNorms() throws {
        let long = Array(repeating: "and then we look at it together once more", count: 8).joined(separator: " ")
        let source = SmallScenario.source
            .replacing("What has to be on the table by four?", with: "What has to be on the table \(long)?")
            .replacing("That was a form letter", with: "That \(long) was a form letter")
        var desk = try Desk(source)
        try desk.hear()
        desk.press("1")
        try desk.pass(1_500)
        func words() -> String { Picture(desk.compositor, columns: 120, rows: 40, at: desk.now).lines.joined() }
        #expect(words().contains("words are a lot to take in at once"))
        desk.press("r")
        desk.press("2")
        try desk.pass(1_500)
        #expect(!words().contains("words are a lot to take in at once"))
    }

    @Test(
        "each way of an apology that takes its strength away is shown for what it does",
        arguments: [
            ("generic-apology", "It names no harm"), ("minimise", "It makes the harm smaller"),
            ("over-explain", "The explanation takes more room"),
            ("company-apology", "It speaks of how things are for us"),
        ])
    func apologies(move: String, words: String) {
        let reading = ApologyReading(moves: [move], isFix: false)
        let lines = reading.map { ApologyWords.lines(of: $0).joined(separator: " ").lowercased() } ?? ""
        #expect(lines.contains(words.lowercased()), "\(move): \(lines)")
    }

    @Test("the debrief holds the way, the curves, the promises, the moves, the times, what came back; no grade")
    func debrief() throws {
        var robot = try Robot.atHome(columns: 100, rows: 200)
        try robot.plays("unexpected-charge")
        robot.goesOn()
        for heading in [
            "What worked", "Between you", "The way you went", "What you promised", "The moves you made", "Time",
            "To your first question", "Your part of the words", "On the line", "Who spoke",
        ] { try robot.sees(heading) }
        let words = robot.words.lowercased()
        for word in ["score", "grade", "rating", "level up", "well done"] {
            #expect(!words.contains(word), "“\(word)” grades")
        }
        let page = try Scenes.over()
        let text = DebriefPage(
            debrief: Debrief(page.session), vocabulary: SmallScenario.vocabulary, glyphs: .unicode
        ).lines(columns: 100).map { $0.runs.map(\.text).joined() }.joined(separator: "\n")
        for words in ["From rupture to repair", "What was remembered", "trust broke here", "mended here"] {
            #expect(text.contains(words))
        }
        #expect(!text.contains(".”."))
    }

    @Test("after a hard call the guide asks for a process fix and a note for the next incident, and both are kept")
    func afterAHardCall() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.hearsOut()
        robot.types("b")
        for _ in 0..<8 where !robot.shows("Looking back", on: .firstRow) {
            try? robot.hearsOut()
            robot.types("1")
            robot.goesOn()
        }
        robot.types("f")
        try robot.sees("▸ After a hard call")
        robot.goesOn()
        try robot.sees("There is nothing to prove here")
        robot.goesOn()
        for _ in 0..<4 { robot.presses(.plain(.tab)) }
        try robot.sees("What should be different around you")
        robot.types("Two people on the Friday chat")
        robot.goesOn()
        if robot.shows("Something to change", on: .firstRow) {
            try robot.sees("Two people on the Friday chat")
            robot.presses(.control("s"))
        }
        try robot.sees("What should whoever gets the next such call know?")
        robot.types("Leeds scans after six")
        robot.goesOn()
        robot.presses(.plain(.tab))
        try robot.sees("What you wrote is kept")
        robot.goesOn()
        let session = try #require(robot.compositor.screens.compactMap { $0 as? DebriefScreen }.last?.session)
        #expect(session.learner.outputs.map(\.kind) == [.fix, .incident])
        #expect(session.learner.outputs.map(\.title) == ["Two people on the Friday chat", "Leeds scans after six"])
    }

    @Test("a pair writes the line again together, and it is kept for the phrasebook")
    func pair() throws {
        var robot = try Robot.atHome()
        try robot.plays("late-delivery")
        robot.goesOn()
        robot.types("f")
        for _ in 0..<3 where !robot.shows("▸ The turning point") { robot.presses(.plain(.down)) }
        try robot.sees("▸ The turning point")
        robot.goesOn()
        if robot.shows("everybody says yes") { robot.goesOn() }
        for _ in 0..<6 where !robot.shows("Write the line at that moment again") { robot.presses(.plain(.tab)) }
        robot.types("Saturday first, then the parcel")
        robot.goesOn()
        for _ in 0..<6 where !robot.shows("What you wrote is kept") { robot.presses(.plain(.tab)) }
        robot.goesOn()
        let session = try #require(robot.compositor.screens.compactMap { $0 as? DebriefScreen }.last?.session)
        #expect(session.learner.outputs.map(\.kind) == [.phrase])
        #expect(session.learner.outputs.map(\.title) == ["Saturday first, then the parcel"])
    }
}
