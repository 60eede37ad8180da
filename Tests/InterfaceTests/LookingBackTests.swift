import Conversation
import Journal
import Library
import Robot
import Terminal
import Testing

@testable import Interface

@Suite("Looking back, and playing again")
struct LookingBackTests {
    /// At the debrief of the small scenario, or of a shipped one.
    private func atDebrief(columns: Int = 100, rows: Int = 40) throws -> Robot {
        var robot = try Robot.atHome(columns: columns, rows: rows)
        try robot.plays("late-delivery")
        robot.goesOn()
        try robot.sees("Looking back: Late delivery", on: .firstRow)
        return robot
    }

    private func session(_ robot: Robot) throws -> Session {
        try #require(robot.compositor.screens.compactMap { $0 as? DebriefScreen }.last?.session)
    }

    @Test("a turning point is chosen with the arrows, played again from there, and both ways are on the map")
    func rerun() throws {
        var robot = try atDebrief()
        robot.types("r")
        try robot.sees("Choose a turning point first", on: .lastRow)
        robot.presses(.plain(.right))
        let chosen = try #require((robot.compositor.front as? DebriefScreen)?.chosen)
        let before = try session(robot)
        #expect(Debrief(before).turningPoints.first?.sequence == chosen)
        robot.types("r")
        #expect(robot.practice != nil, "practice is open again, after its end")
        try robot.hearsOut()
        #expect(robot.session?.moments.last?.sequence == chosen)
        #expect(robot.session?.front.offer?.attempt == 2)
        let old = try #require(before.moments.first { $0.sequence == chosen }?.reply)
        let lines = try #require(robot.session?.front.offer?.lines)
        let other = try #require(lines.firstIndex { $0.option.text != old.text })
        try robot.says(other + 1)
        try robot.hearsOut()
        robot.types("q")
        if robot.practice != nil { robot.types("q") }
        try robot.sees("Looking back: Late delivery", on: .firstRow)
        let now = try session(robot)
        #expect(Debrief(now).path.first { $0.sequence == chosen }?.others.map(\.reply) == [old.text])
    }

    @Test("from the debrief of a conversation that lies below, a moment is played again in that very conversation")
    func underWay() throws {
        var robot = try Robot.atHome(columns: 100, rows: 40)
        try robot.opens("late-delivery")
        try robot.says(3)
        try robot.hearsOut()
        robot.types("n")
        robot.types("Breathe first")
        robot.presses(.plain(.enter))
        robot.commands("notebook")
        robot.goesOn()
        try robot.sees("Looking back: Late delivery", on: .firstRow)
        robot.presses(.plain(.right))
        robot.types("r")
        #expect(robot.session?.front.offer?.attempt == 2)
        #expect(robot.compositor.screens.count { $0 is PracticeScreen } == 1)
        #expect(robot.compositor.front is PracticeScreen)
        try robot.says(1)
        try robot.hearsOut()
    }

    @Test("a guide asks one prompt at a time, with its timebox; answers and a rule of one's own are kept")
    func guide() throws {
        var robot = try atDebrief()
        robot.types("f")
        try robot.sees("Three, two, one")
        robot.goesOn()
        try robot.sees("Which three things worked?")
        try robot.sees("1:30")
        try robot.timePasses(seconds: 30)
        try robot.sees("1:00")
        robot.types("I asked about Saturday")
        robot.goesOn()
        robot.presses(.plain(.tab))
        robot.types("Ask for the day before the parcel")
        robot.goesOn()
        robot.types("seventy")
        robot.goesOn()
        try robot.sees("A number from 0 to 100", on: .lastRow)
        for _ in 0..<7 { robot.presses(.plain(.backspace)) }
        robot.types("70")
        robot.goesOn()
        try robot.sees("What you wrote is kept")
        let learner = try session(robot).learner
        #expect(
            learner.answers.map(\.answer) == ["I asked about Saturday", "", "Ask for the day before the parcel", "70"])
        #expect(learner.answers.first?.taken == 30_000)
        #expect(learner.notes.map(\.written.kind) == [.heuristic])
        #expect(learner.checkIn(.after)?.confidence == 70)
        robot.goesOn()
        robot.presses(.plain(.end))
        try robot.sees("Ask for the day before the parcel")
    }

    @Test("a huddle agrees first; what should change in the work gets its form, and stands in the debrief")
    func fix() throws {
        var robot = try atDebrief()
        robot.types("f")
        robot.presses(.plain(.down))
        robot.goesOn()
        try robot.sees("everybody says yes to this")
        robot.presses(.plain(.escape), .plain(.escape))
        robot.types("F")
        robot.goesOn()
        robot.goesOn()
        robot.goesOn()
        try robot.sees("Something to change")
        robot.presses(.plain(.escape))
        robot.types("F")
        robot.types("Scan parcels in Leeds")
        robot.presses(.plain(.tab))
        robot.types("Handover")
        robot.presses(.plain(.tab))
        robot.types("Three contacts, no scan")
        robot.presses(.plain(.tab))
        robot.types("Depot team")
        robot.presses(.plain(.enter), .plain(.enter))
        let kept = try #require(try session(robot).learner.outputs.first)
        #expect(kept.kind == .fix)
        #expect(
            [kept.title, kept.area, kept.evidence, kept.owner] == [
                "Scan parcels in Leeds", "Handover", "Three contacts, no scan", "Depot team",
            ])
        robot.presses(.plain(.end))
        try robot.sees("Scan parcels in Leeds")
    }

    @Test(
        "what a guide asks everybody to agree on is kept once it is agreed on, and stands in the debrief and its file")
    func agreement() throws {
        var robot = try atDebrief()
        robot.types("f")
        robot.presses(.plain(.down))
        robot.goesOn()
        try robot.sees("everybody says yes to this")
        robot.presses(.plain(.escape))
        #expect(try session(robot).learner.answers.isEmpty, "nobody has agreed yet")
        robot.goesOn()
        robot.goesOn()
        try robot.sees("1 of ")
        robot.presses(.plain(.escape), .plain(.escape))
        let now = try session(robot)
        let agreed = try #require(now.learner.answers.first)
        #expect(agreed.prompt == "agreement" && agreed.answer == "Agreed." && agreed.taken == 0)
        robot.presses(.plain(.end))
        try robot.sees("Agreed.")
        let document = DebriefDocument(now, vocabulary: SmallScenario.vocabulary)
        #expect(document.markdown.contains(DebriefDocument.markdown(agreed.text)))
        #expect(document.html.contains(DebriefDocument.html(agreed.text)))
    }

    @Test("after stepping back, the guide for a hard call comes first; otherwise it is there, and last")
    func care() throws {
        let shelf = Library(folders: [Robot.content]).guides()
        var desk = try Desk()
        try desk.hear()
        let easy = GuideScreen(stream: StreamID("one"), session: desk.session, shelf: shelf)
        #expect(easy.guides.last?.company == .care)
        desk.press("b")
        desk.press(.plain(.enter))
        let hard = GuideScreen(stream: StreamID("one"), session: desk.session, shelf: shelf)
        #expect(hard.guides.first?.company == .care)
        #expect(hard.guides.count == 6)
    }

    @Test("what worked comes before what is hard to see from inside, and the customer's memory stands between")
    func order() throws {
        let desk = try Scenes.over()
        let page = DebriefPage(debrief: Debrief(desk.session), vocabulary: SmallScenario.vocabulary, glyphs: .unicode)
        let headings = page.lines(columns: 80).filter { $0.runs.first?.role == .title }.map { $0.runs[0].text }
        let worked = try #require(headings.firstIndex(of: "What worked"))
        let remembered = try #require(headings.firstIndex(of: "What was remembered"))
        let blind = try #require(headings.firstIndex(of: "What is hard to see from inside"))
        #expect(worked < remembered && remembered < blind)
    }

    @Test("a sentence that ends with somebody's words has one full stop, and one that does not has it too")
    func fullStops() throws {
        func remembered(_ source: String) throws -> [String] {
            let debrief = Debrief(try Scenes.over(source).session)
            let page = DebriefPage(debrief: debrief, vocabulary: SmallScenario.vocabulary, glyphs: .unicode)
            return page.remembered(columns: 200).map { $0.runs.map(\.text).joined() }
        }
        let said = try remembered(SmallScenario.source)
        #expect(
            said.contains { $0.hasSuffix("came back to the promise you kept: “You hear from me in fifteen minutes.”") })
        let open = try remembered(SmallScenario.source.replacing("in fifteen minutes.", with: "in fifteen minutes"))
        #expect(
            open.contains { $0.hasSuffix("came back to the promise you kept: “You hear from me in fifteen minutes”.") })
    }

    // MARK: Documents

    @Test("E asks for a file; it is one page with its pictures, without a script, and nothing in it is markup but ours")
    func document() throws {
        var robot = try atDebrief()
        robot.types("E")
        #expect(robot.wanted.contains { if case .export = $0 { true } else { false } })
        let session = try session(robot)
        let document = DebriefDocument(session, vocabulary: SmallScenario.vocabulary)
        #expect(document.html.hasPrefix("<!DOCTYPE html>"))
        #expect(document.html.components(of: "<svg") == 2)
        #expect(document.html.components(of: "role=\"img\" aria-label=") == 2)
        #expect(!document.html.contains("<script") && !document.html.contains("http"))
        #expect(document.markdown.hasPrefix("# Looking back: Late delivery"))
        #expect(document.markdown.contains("## What was said"))
    }

    @Test("hostile words stay words, in Markdown and in HTML")
    func hostile() {
        let words = "<b onclick='x'>&\u{1B}[31m *_`"
        #expect(DebriefDocument.html(words).contains("&lt;b onclick=&#39;x&#39;&gt;&amp;"))
        #expect(!DebriefDocument.html(words).unicodeScalars.contains { $0.value == 0x1B })
        #expect(DebriefDocument.markdown("1. <b> *x*") == "1\\. \\<b\\> \\*x\\*")
        #expect(DebriefDocument.markdown("- x") == "\\- x")
    }
}

extension String {
    /// How often a piece stands in it.
    fileprivate func components(of piece: String) -> Int {
        split(separator: piece, omittingEmptySubsequences: false).count - 1
    }
}
