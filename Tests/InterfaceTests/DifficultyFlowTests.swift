import Conversation
import Robot
import Terminal
import Testing

@testable import Interface

@Suite("Curveballs and difficulty on the screen")
struct DifficultyFlowTests {
    @Test("a curveball strikes with a plain sign, has its own moment, and the conversation goes on")
    func curveball() throws {
        var robot = try Robot.atHome()
        robot.practises(curveballs: .named(["FrontDesk"]))
        try robot.opens("late-delivery")
        try robot.says(1)
        try robot.says(1)
        try robot.hears("Curveball: Somebody else is at her keyboard.")
        try robot.hears("This is Dr Sorley")
        try robot.says(1)
        try robot.hears("he types with one finger")
        try robot.hears("marco on tuesday said my boxes come thursday")
        #expect(robot.session?.curveballs.map(\.node) == ["FrontDesk"])
    }

    @Test("without them nothing strikes")
    func none() throws {
        var robot = try Robot.atHome()
        try robot.plays("late-delivery")
        #expect(robot.session?.curveballs.isEmpty == true)
    }

    @Test("replies that land make it more demanding, and one line says so and why")
    func adapts() throws {
        var robot = try Robot.atHome()
        robot.practises(adapts: true)
        try robot.opens("late-delivery")
        for _ in 0..<4 { try robot.says(1) }
        try robot.hears("More demanding from here: four replies in a row landed.")
        #expect(robot.session?.difficulty == 2)
    }

    @Test("D sets it and keeps it, and hands it back")
    func chosen() throws {
        var robot = try Robot.atHome()
        robot.practises(difficulty: 2, adapts: true)
        try robot.opens("late-delivery")
        try robot.hearsOut()
        robot.types("D")
        try robot.sees("Gentle from here, and it stays so: you chose it.")
        #expect(robot.session?.difficulty == 1)
        robot.types("DD")
        #expect(robot.session?.difficulty == 3)
        robot.types("D")
        try robot.sees("Difficulty moves by what happens here again; it is stretching now.")
        #expect(robot.session?.isDifficultyKept == false)
    }

    @Test("a promise beyond one's hands is remarked on, once, where the coach has not said it")
    func overPromise() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        for number in [1, 1, 1, 3] { try robot.says(number) }
        try robot.hears("hangs on a depot that you have not reached")
        let found = try #require(robot.session?.overPromises.first)
        #expect(found.cause == .said)
        try robot.sees("This promises more than is in your hands; it may come back.")
    }

    @Test("the debrief and its file show what was promised beyond one's hands, with the words said")
    func overPromiseInDebrief() throws {
        var robot = try Robot.atHome(columns: 100, rows: 200)
        try robot.opens("late-delivery")
        for number in [1, 1, 1, 3] { try robot.says(number) }
        let session = try #require(robot.session)
        let words = try #require(session.overPromises.first?.words)
        let document = DebriefDocument(session, vocabulary: SmallScenario.vocabulary)
        #expect(document.markdown.contains(DebriefDocument.markdown(words)))
        #expect(document.html.contains(DebriefDocument.html(words)))
        for text in [document.markdown, document.html] { #expect(text.contains("More than was in your hands.")) }
        let page = DebriefPage(debrief: Debrief(session), vocabulary: SmallScenario.vocabulary, glyphs: .unicode)
        let lines = page.commitments(columns: 200).map { $0.runs.map(\.text).joined() }
        let said = try #require(lines.firstIndex { $0.contains(words) })
        #expect(lines[said + 1].contains("More than was in your hands."))
    }

    @Test("a third promise at a time is told in the debrief, without reproach; two are not")
    func tooMany() throws {
        func told(promises: Int) throws -> [String] {
            let more = (1..<promises).map { "\n    <<promise another\($0) 15m>>" }.joined()
            let source = SmallScenario.source.replacing(
                "<<promise status 15m>>", with: "<<promise status 15m>>" + more)
            var desk = try Desk(source)
            for key in ["2", "1", "1"] { try desk.say(key) }
            return DebriefPage(
                debrief: Debrief(desk.session), vocabulary: SmallScenario.vocabulary,
                glyphs: .unicode
            ).commitments(columns: 200).flatMap(\.runs).map(\.text).filter { $0.contains("open at once") }
        }
        let (two, three) = (try told(promises: 2), try told(promises: 3))
        #expect(two.isEmpty)
        #expect(three == ["With this, 3 promises were open at once, each with its own clock."])
    }
}
