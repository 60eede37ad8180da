import Conversation
import Foundation
import Journal
import PseudoTerminal
import Testing

/// `--plain`: the same sessions as a dialogue in lines, through pipes, on dumb terminals, and cut off.
@Suite(.serialized, .timeLimit(.minutes(15))) struct PlainTests {
    @Test(.enabled(if: PlannedPlay.shipped != nil)) func everyPlannedRunLeavesTheSameEventsAsItsKeys() throws {
        for run in try PlannedPlay.runs(typing: true) {
            let play = try ScriptedPlay(run)
            guard case .ended(let ended) = play.session.status else {
                Issue.record("\(run.ending): the keys did not come to an end")
                continue
            }
            #expect(ended.ending == run.ending)
            let fixture = try Fixture([:])
            defer { fixture.remove() }
            let told = try fixture.pipe(
                play.lines, "practise", "late-delivery", "--plain", "--seed", "1", namingContent: false,
                env: ["RAPPORT_CONTENT": PlannedPlay.content ?? ""])
            #expect(told.status == 0)
            let session = try fixture.session()
            #expect(session.log == play.session.log, "\(run.ending)")
            #expect(told.output.contains("This conversation is over. Enter looks back on it."))
            expectWords(told.output)
        }
    }

    /// Nothing but words: no control character but the newline, no escape, nothing drawn.
    private func expectWords(_ output: String) {
        #expect(output.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A })
        #expect(!output.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
    }

    @Test func theSameLinesTellTheSame() throws {
        let outputs = try (0..<2).map { _ in
            let fixture = try Fixture()
            defer { fixture.remove() }
            return try fixture.pipe(["2", "", "", "q"], "practise", "mini", "--plain", "--seed", "3").output
        }
        #expect(outputs[0] == outputs[1])
        #expect(outputs[0].contains("Priya, anxious: hi its late"))
        #expect(outputs[0].contains("1. What must be there by Saturday?"))
        #expect(outputs[0].contains("Trust fell to wary (−12). Heat rose, still high (+6)."))
        #expect(outputs[0].contains("Coach: Nobody owns any inconvenience."))
    }

    @Test func aPipeIsPlainByItselfAndItsEndKeepsTheSession() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let run = try fixture.pipe(["1", "1"], "--as", "Ana")
        #expect(run.status == 0)
        #expect(run.complaint == "")
        #expect(run.output.hasPrefix("Rapport. Home.\n"))
        let session = try fixture.session(owner: "Ana")
        #expect(session.status == .open)
        #expect(session.moments.first?.reply?.text == "What must be there by Saturday?")
        let again = try fixture.pipe(["1", "top", ""], "practise", "mini", "--as", "Ana")
        #expect(again.output.contains("1. Go on at the very same moment."))
        #expect(again.output.contains("lines came before this; top reads them."))
        #expect(again.output.contains("You: What must be there by Saturday?"))
        #expect(try fixture.session(owner: "Ana").log.count > session.log.count)
    }

    @Test func aSessionGoesOnFromOneWayToTheOther() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let drawn = try fixture.start("practise", "mini")
        try drawn.reachMoment()
        drawn.say("1")
        drawn.signal(SIGTERM)
        _ = drawn.waitExit()
        let told = try fixture.pipe(["continue", "", "quit"])
        #expect(told.output.contains("You were in the middle of “Mini parcel”."))
        #expect(told.output.contains("You: What must be there by Saturday?"))
        #expect(told.output.contains("The conversation moves to email."))
        let back = try fixture.start("practise", "mini")
        try back.see("Enter goes on at the very same moment.")
        back.press("\r")
        try back.reachMoment(stopping: [.open, .send])
        #expect(back.words.contains("Subject"))
        back.send("q")
        try back.see("Library")
    }

    @Test(.enabled(if: PlannedPlay.shipped != nil)) func anAnswerHasLinesAndEndsWithAnEmptyOne() throws {
        let play = try ScriptedPlay(try #require(PlannedPlay.runs().first))
        let fixture = try Fixture([:])
        defer { fixture.remove() }
        let run = try fixture.pipe(
            play.lines + ["", "", "retry this", "and that", "", ":back"], "practise", "late-delivery", "--plain",
            "--seed", "1", namingContent: false, env: ["RAPPORT_CONTENT": PlannedPlay.content ?? ""])
        #expect(run.output.contains("Looking back: Late delivery, holiday deadline."))
        #expect(run.output.contains("Type your answer; an empty line keeps it."))
        #expect(try fixture.session().reflections.first?.answer == "retry this\nand that")
    }

    @Test func theJournalOpensADebrief() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let run = try fixture.pipe(["1", "2", "", "", "", "journal", "1", "", "back", "quit"])
        #expect(run.status == 0)
        #expect(run.output.contains("Journal.\n1 session:\n1. 20"))
        #expect(run.output.components(separatedBy: "Looking back: Mini parcel.").count == 3)
        #expect(run.output.contains("Trust 40 to 28, wary"))
    }

    @Test func errorsStandWhereErrorsBelong() throws {
        let fixture = try Fixture(["mini": FixtureText.mini, "broken": FixtureText.broken])
        defer { fixture.remove() }
        for name in ["broken", "nothing"] {
            let run = try fixture.pipe(["1"], "practise", name, "--plain")
            #expect(run.status == 1)
            #expect(run.output == "")
            #expect(run.complaint.hasPrefix("rapport: "))
        }
        #expect(!FileManager.default.fileExists(atPath: fixture.journalFile))
    }

    @Test func clocksCanBeTurnedOff() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let with = try fixture.pipe(["time", "q"], "practise", "mini", "--plain")
        #expect(with.output.contains("20 seconds to reply."))
        #expect(with.output.contains("20 seconds left to reply."))
        let without = try fixture.pipe(["2", "time", "timeout", "q"], "practise", "mini", "--plain", "--time", "off")
        #expect(!without.output.contains("seconds to reply."))
        #expect(without.output.contains("No clock runs."))
        #expect(try fixture.session().began?.extraTime == 0)
    }

    @Test func silenceCanBeSaidInAPipe() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let run = try fixture.pipe(["timeout"], "practise", "mini", "--plain")
        #expect(run.output.contains("The clock ran out. You said nothing."))
        #expect(try fixture.session().moments.first?.reply?.role == .timeout)
    }

    @Test func aDumbTerminalIsTalkedTo() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let talk = try fixture.start("practise", "mini", "--pace", "off", env: ["TERM": "dumb"])
        try talk.see("1 to 2, or ? for help>")
        talk.send("2\n")
        try talk.see("Enter goes on; or retry, compare>")
        talk.send("\n")
        try talk.see("This conversation is over.")
        talk.send("?\n")
        try talk.see("quit (q):")
        talk.send("\u{04}")
        #expect(talk.waitExit() == 0)
        #expect(!talk.raw.contains(0x1B))
        #expect(!talk.raw.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x08 })
        #expect(talk.screen.lines.allSatisfy { $0.count <= 80 })
    }

    @Test func peopleTakeTheirTimeOnATerminal() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let talk = try fixture.start("practise", "mini", env: ["ACCESSIBLE": "1"])
        try talk.see("Queue: 7 waiting.")
        #expect(!talk.screen.text.contains("hello??"))
        try talk.see("Priya: hello??")
        try talk.see("20 seconds to reply.")
        // The one mark that a clock of twenty seconds passes.
        try talk.see("10 seconds left to reply.")
        #expect(!talk.raw.contains(0x1B))
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalKeepsTheSession(_ number: Int32) throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let talk = try fixture.start("practise", "mini", "--plain", "--pace", "off")
        try talk.see("? for help>")
        talk.send("1\n")
        try talk.see("Coach:")
        talk.signal(number)
        #expect(talk.waitExit() == -number)
        #expect(try fixture.session().moments.first?.reply?.text == "What must be there by Saturday?")
    }

    @Test func whoStopsListeningEndsIt() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let script = #"yes 9 | { "$0" practise mini --plain --content "$1"; echo "status $?" >&2; } | head -1"#
        let shell = try PtySession(
            "/bin/sh", ["-c", script, Fixture.program, fixture.content], env: ["HOME": fixture.home])
        #expect(shell.waitExit() == 0)
        #expect(shell.transcript.contains("status \(128 + SIGPIPE)"))
    }

    @Test func aPreviewIsTold() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let run = try fixture.pipe(
            ["1", "undo", "find", "Mail", "1", "problems", "", "map", "", "q"], "preview", "mini")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Preview: Mini parcel."))
        #expect(run.output.contains("trust +8 to 48"))
        #expect(run.output.contains("Go to a node."))
        #expect(run.output.contains("State: trust 48 +8"))
        expectWords(run.output)
    }
}
