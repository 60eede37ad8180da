import Conversation
import Journal
import Robot
import Terminal
import Testing

@testable import Interface

/// Trying a moment again, and seeing what is different.
@Suite("Retry, compare, wordings")
struct CompareFlowTests {
    @Test("two attempts stand side by side in a wide window, and one below the other in a narrow one")
    func twoAttempts() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.opens("late-delivery")
        try robot.says(3)
        try robot.timePasses(seconds: 2)
        try robot.sees("r retry this moment · c compare")
        robot.types("r")
        try robot.says(1)
        try robot.timePasses(seconds: 2)
        robot.types("c")
        try robot.sees("Comparing: Late delivery", on: .firstRow)
        try robot.sees("Attempt 1")
        try robot.sees("Attempt 2, where you stand")
        try robot.sees("Different: what was said")
        try robot.sees("Trust 40, then 30 (−10)")
        try robot.sees("Trust 40, then 45 (+5)")
        #expect(robot.lines.contains { $0.contains("Attempt 1") && $0.contains("Attempt 2") })
        robot.resizes(columns: 80, rows: 24)
        #expect(!robot.lines.contains { $0.contains("Attempt 1") && $0.contains("Attempt 2") })
        robot.presses(.plain(.end))
        try robot.sees("Then: What must arrive")
        robot.presses(.plain(.escape))
        try robot.doesNotSee("Comparing")
        #expect(robot.practice != nil)
    }

    @Test("from the comparison one goes back to any moment, as often as one likes")
    func anyMoment() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.opens("late-delivery")
        for _ in 0..<3 { try robot.says(1) }
        try robot.hearsOut()
        for _ in 0..<2 {
            robot.types("c")
            for _ in 0..<5 where !robot.shows("1 of 3", on: .firstRow) { robot.presses(.plain(.tab)) }
            try robot.sees("First words")
            robot.types("r")
            #expect(robot.session?.front.offer?.moment == "First words")
            for _ in 0..<3 { try robot.says(1) }
            try robot.hearsOut()
        }
        #expect(
            Attempts(robot.session?.log ?? []).places.map { place in
                Attempts(robot.session?.log ?? []).at(place).count
            } == [3, 3, 3])
    }

    @Test("a conversation that is over opens again at a moment, from its debrief")
    func afterTheEnd() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.plays("late-delivery")
        robot.goesOn()
        try robot.sees("Looking back: Late delivery", on: .firstRow)
        #expect(robot.practice == nil)
        robot.types("c")
        try robot.sees("Comparing: Late delivery", on: .firstRow)
        try robot.sees("Led to")
        robot.types("r")
        let session = try #require(robot.session)
        #expect(session.status == .open)
        #expect(session.front.offer?.attempt == 2)
        try robot.says(2)
        robot.types("c")
        try robot.sees("Attempt 2, where you stand")
        robot.presses(.plain(.escape))
        robot.types("q")
        #expect(robot.kept.map(\.mark.status) == [.open])
        try robot.sees("Looking back: Late delivery", on: .firstRow)
        try robot.sees("No ending yet")
        robot.types("q")
        try robot.sees("Rapport", on: .firstRow)
    }

    @Test("the attempts of any session are compared from the journal, and gone back to from there")
    func fromTheJournal() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.plays("late-delivery")
        robot.goesOn()
        robot.types("qJ")
        try robot.sees("Journal", on: .firstRow)
        robot.types("c")
        try robot.sees("Comparing: Late delivery", on: .firstRow)
        robot.types("r")
        #expect(robot.session?.front.offer?.attempt == 2)
        try robot.says(2)
        try robot.hearsOut()
        robot.types("q")
        try robot.sees("Journal", on: .firstRow)
        #expect(robot.kept.count == 1)
    }

    @Test("without a session, the journal has nothing to compare")
    func emptyJournal() throws {
        var robot = try Robot.atHome()
        robot.types("J")
        robot.types("c")
        try robot.sees("No session is here yet.", on: .lastRow)
    }

    @Test("each wording shows what it would have done, and none of it happens")
    func wordings() throws {
        var robot = try Robot.atHome(columns: 120, rows: 50)
        try robot.opens("late-delivery")
        robot.types("V")
        try robot.sees("Answer a moment first", on: .lastRow)
        try robot.says(3)
        try robot.hearsOut()
        let before = robot.session
        robot.types("V")
        try robot.sees("Wordings", on: .firstRow)
        try robot.sees("none of it has happened")
        try robot.sees("said")
        robot.types("q")
        #expect(robot.session == before)
    }

    @Test("two sessions of a scenario are compared moment by moment")
    func twoSessions() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.opens("late-delivery")
        try robot.says(1)
        robot.presses(.plain(.enter))
        robot.types("q")
        try robot.opens("late-delivery")
        try robot.says(3)
        try robot.hearsOut()
        robot.types("cc")
        try robot.sees("The whole way")
        try robot.sees("Different at 1 of 1 moments: First words.")
        robot.presses(.plain(.tab))
        try robot.sees("This one")
        try robot.sees("The other")
    }

    @Test("an apology is read under the coach's word: what it does, what is not there yet")
    func apology() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.opens("late-delivery")
        try robot.says(3)
        try robot.timePasses(seconds: 2)
        try robot.sees("As an apology, it does not acknowledge, align or act yet.")
        try robot.timePasses(seconds: 2)
        robot.goesOn()
        try robot.says(2)
        try robot.timePasses(seconds: 2)
        try robot.sees("As an apology, it acknowledges; it does not align or act yet.")
    }

    @Test("the coach waits for turning points, or for the end, as the learner likes")
    func feedback() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.opens("late-delivery")
        robot.hears(coach: .turningPoints)
        try robot.says(1)
        try robot.timePasses(seconds: 2)
        #expect(!robot.isReadingCoach)
        robot.types("r")
        try robot.says(3)
        try robot.timePasses(seconds: 2)
        #expect(robot.isReadingCoach)

        robot = try Robot.atHome(columns: 160, rows: 50)
        try robot.opens("late-delivery")
        robot.hears(coach: .atTheEnd)
        try robot.says(3)
        try robot.timePasses(seconds: 2)
        #expect(!robot.isReadingCoach)
        try robot.doesNotSee("could be anybody's")
        robot.types("c")
        try robot.sees("could be anybody's")
    }

    @Test("in plain signs and in words it says the same")
    func plain() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.opens("late-delivery")
        try robot.says(3)
        robot.types("r")
        try robot.says(1)
        let session = try #require(robot.session)
        let screen = CompareScreen(Attempts(session.log), of: StreamID("x"))
        let words = screen.narration(at: robot.now).items.map(\.text)
        #expect(words.first?.contains("Different: what was said") == true)
        #expect(words.contains { $0.contains("Attempt 1") } && words.contains { $0.contains("Trust 40, then 30") })
        for columns in [1, 40, 60, 99, 100, 240] {
            let lines = screen.lines(columns: columns, glyphs: .ascii)
            #expect(!lines.isEmpty)
            if columns >= 40 { #expect(lines.allSatisfy { $0.columns <= columns }) }
        }
    }
}
