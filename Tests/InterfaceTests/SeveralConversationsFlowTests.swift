import Conversation
import Robot
import SampleScenarios
import Terminal
import Testing

@testable import Interface

/// Several conversations in one session, through the screens, without waiting.
@Suite("Several conversations at once")
struct SeveralConversationsFlowTests {
    @Test("three chats are played to an ending, and the debrief tells of each")
    func threeChats() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.plays("three-at-once", run: 1) { $0.session?.commitments.count == 3 }
        let promises = try #require(robot.session?.commitments)
        #expect(promises.allSatisfy { !$0.words.isEmpty }, "a promise has the words it was made with")
        let ruth = try #require(promises.first { $0.id == "ruth" })
        #expect(ruth.words.prefix(26) == "I have three people here, ")
        robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.plays("three-at-once", run: 1)
        #expect(robot.session?.status != .open)
        #expect(robot.session?.threads.map(\.name) == ["main", "tom", "nia"])
        try robot.sees("● Ruth over ○ Tom over ○ Nia over")
        try robot.doesNotSee("Tab next")
        robot.goesOn()
        try robot.sees("Looking back: Three at once", on: .firstRow)
        #expect(robot.kept.map(\.mark.ending) == ["all-held"])
        // Ruth comes back to what was said to her, not to the same move made in another window later.
        let debrief = try #require(robot.compositor.screens.compactMap { $0 as? DebriefScreen }.last)
        let memory = Debrief(debrief.session).memories.first { $0.speaker == "Ruth" }
        #expect(memory?.words.hasPrefix("I have three people here") == true)
    }

    @Test("a call and the chat beside it are played to two endings")
    func callAndChat() throws {
        for (run, ending) in [(1, "launched-with-workaround"), (8, "handed-over-warmly")] {
            var robot = try Robot.atHome(columns: 120, rows: 40)
            try robot.plays("launch-blocker", run: run)
            #expect(robot.session?.threads.map(\.name) == ["main", "side"])
            robot.goesOn()
            #expect(robot.kept.map(\.mark.ending) == [ending])
        }
    }

    @Test("Tab turns, ] turns too, and the other clock runs on meanwhile")
    func turning() throws {
        var desk = try Desk(TwoChatsScenario.source)
        try desk.hear()
        desk.press(.plain(.tab))
        #expect(desk.session.frontName == "ben")
        let ana = try #require(desk.session.thread("main").clock)
        let before = ana.left(at: desk.screen.local(at: desk.now))
        try desk.pass(5_000)
        #expect(ana.left(at: desk.screen.local(at: desk.now)) == before - 5_000)
        desk.press("]")
        #expect(desk.session.frontName == "main")
        desk.press("[")
        #expect(desk.session.frontName == "ben")
        // A note is about the conversation that is in front.
        let moment = try #require(desk.session.front.offer?.sequence)
        desk.press("n")
        desk.press("two invoices")
        desk.press(.plain(.enter))
        #expect(desk.session.learner.notes.first?.written.moment == moment)
    }

    @Test("who listens hears to whom one has turned, what the others' clocks have left, and where one waits")
    func plain() throws {
        var desk = try Desk(TwoChatsScenario.source)
        var narrator = Narrator()
        func tell() -> [String] { narrator.tell(desk.screen.narration(at: desk.now), depth: 1) }
        try desk.hear()
        try desk.pass(2_000)
        let first = tell()
        #expect(first.contains { $0.hasPrefix("Beside this, Ben: ") })
        #expect(first.contains { $0.hasSuffix("seconds to reply to Ben Whitlock.") })
        desk.press(.plain(.tab))
        #expect(tell().contains("You turn to Ben Whitlock."))
        desk.press(.plain(.tab))
        #expect(tell().contains("You turn to Ana Lopes."))
        for _ in 0..<2 {
            desk.press("1")
            desk.press(.plain(.enter))
            for _ in 0..<8 where !desk.screen.isOpen(at: desk.now) { try desk.pass(500) }
        }
        let waits = tell()
        #expect(waits.contains("This conversation waits. An empty line turns to Ben Whitlock."))
        desk.press(.plain(.enter))
        #expect(desk.session.frontName == "ben")
        // What moved in one conversation is not told of the other.
        #expect(!tell().contains { $0.hasPrefix("Trust rose") })
    }

    @Test("the line of conversations says how each stands in any width that Rapport runs in")
    func narrow() throws {
        let names = ["Ruth", "Tom", "Nia"]
        var robot = try Robot.atHome(columns: 60, rows: 16)
        try robot.plays("three-at-once", run: 1) { ($0.session?.threads.count ?? 0) == 3 && $0.shows("Nia") }
        try robot.timePasses(seconds: 8)
        let line = try #require(robot.lines.dropFirst().first)
        #expect(names.allSatisfy { line.contains($0) }, "\(line)")
        #expect(!line.hasSuffix("wait"))
    }
}
