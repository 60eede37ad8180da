import Conversation
import Foundation
import Journal
import PseudoTerminal
import Testing

/// The program on a real terminal and through a pipe, with replies that are typed.
@Suite(.serialized, .timeLimit(.minutes(15)), .enabled(if: PlannedPlay.shipped != nil)) struct TypingTests {
    /// A fixture with the content that is shipped, the hearing table among it.
    private func fixture() throws -> Fixture {
        let fixture = try Fixture([:])
        try FileManager.default.removeItem(atPath: fixture.content)
        try FileManager.default.createSymbolicLink(
            atPath: fixture.content, withDestinationPath: try #require(PlannedPlay.content))
        return fixture
    }

    @Test func typedWordsAreHeardPutRightAndOutliveAKill() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let program = try fixture.start("practise", "late-delivery", "--seed", "1", rows: 30, columns: 100)
        try program.reachMoment()
        try program.press("t", for: "In your own words")
        // q, 1 and Space are letters; two words have a slip in them.
        program.press("Wich one thing has to be ther on Saturday? q 1")
        program.press("\u{17}\u{17}")
        try program.press("\r", for: "Heard: ")
        #expect(program.words.contains("asking the deciding question"))
        try program.press("X", for: "What did you mean?")
        #expect(program.words.contains("None of these"))
        try program.press("1", for: "It stays on this machine")
        let kept = try fixture.session()
        #expect(kept.learner.corrections.count == 1)
        let replies = kept.moments.compactMap(\.reply)
        #expect(replies.last?.isTyped == true)
        #expect(replies.last?.text == "Wich one thing has to be ther on Saturday?")

        // Killed in the middle of a word: what was said is there, the moment is open, and nothing half is said.
        try program.reachMoment()
        program.press("tI am half way through a sen")
        program.signal(SIGKILL)
        #expect(program.waitExit() == -SIGKILL)
        let again = try fixture.start(rows: 30, columns: 100)
        try again.see("You were in the middle of")
        again.send("o")
        try again.reachMoment()
        #expect(try fixture.session().moments.compactMap(\.reply).count == replies.count)
        try again.press("t", for: "In your own words")
        again.press("\u{1B}")
        // What was heard before the kill can still be put right.
        try again.press("X", for: "What did you mean?")
    }

    @Test func plainModeSaysWhatIsNoCommand() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let run = try fixture.pipe(
            [
                "Which one thing has to be there on Saturday?", "", "meant", "1", "", "say purple tractors hum quietly",
                "", "quit",
            ], "practise", "late-delivery", "--plain", "--seed", "1")
        #expect(run.output.contains("You: Which one thing has to be there on Saturday?"))
        #expect(run.output.contains("Heard: "))
        #expect(run.output.contains("asking the deciding question"))
        #expect(run.output.contains("What did you mean by it?"))
        #expect(run.output.contains("Heard again, as “"))
        #expect(run.output.contains("You: purple tractors hum quietly"))
        #expect(run.output.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A })
        let session = try fixture.session()
        #expect(session.learner.corrections.count == 1)
        #expect(session.moments.contains { $0.reply?.isTyped == true })
    }
}
