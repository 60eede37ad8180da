import Foundation
import PseudoTerminal
import Testing

/// `rapport --health` where things are well, and where nothing works.
@Suite(.serialized, .timeLimit(.minutes(15))) struct HealthTests {
    @Test func aHealthyPlaceIsSaidToBe() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("--health", rows: 60, columns: 200)
        #expect(session.waitExit() == 0)
        let text = session.screen.text
        #expect(text.contains("You can practise here."))
        #expect(text.contains("ok     full screen    xterm-256color"))
        #expect(text.contains("ok     colours        256"))
        #expect(text.contains("ok     characters     UTF-8"))
        #expect(text.contains("ok     size           200 columns, 60 rows"))
        #expect(text.contains("ok     scenarios      1 to play"))
        #expect(text.contains("to be made with your first conversation"))
        #expect(session.isCooked)
        // Looking changes nothing.
        #expect(!FileManager.default.fileExists(atPath: fixture.journalFile))
        #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.home).isEmpty)
    }

    @Test func theTerminalIsAskedAndItsAnswersAreTold() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("health", rows: 60, columns: 120)
        session.wait { $0.transcript.contains("\u{1B}[c") }
        session.send(
            "\u{1B}[?2026;2$y\u{1B}[?0u\u{1B}]11;rgb:ffff/fafa/f0f0\u{1B}\\\u{1B}P>|TestTerm 7\u{1B}\\\u{1B}[?62;22c")
        #expect(session.waitExit() == 0)
        let text = session.screen.text
        #expect(text.contains("whole frames   yes, by mode 2026"))
        #expect(text.contains("background     light, #fffaf0"))
        #expect(text.contains("keys           told apart"))
        #expect(text.contains("its own name   TestTerm 7"))
        #expect(session.isCooked)
    }

    @Test(
        arguments: [
            ("", "The variable TERM is empty"), ("dumb", "cannot place text on the screen"),
            ("no-such-thing", "no description of the terminal “no-such-thing”"),
            ("vt100", "ok     colours        none"), ("xterm-kitty", "xterm-kitty"), ("linux", "colours        8"),
            ("screen", "full screen    screen"), ("evil\u{1B}[2Jname", "evil␛[2Jname"),
            (String(repeating: "x", count: 3_000), "no description of the terminal"),
        ])
    func everyTerminalGetsAReport(name: String, words: String) throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("--health", env: ["TERM": name], rows: 200, columns: 160)
        #expect(session.waitExit() == 0)
        #expect(session.screen.text.contains(words), "\(session.screen.text)")
        #expect(session.isCooked)
    }

    @Test func withoutATerminalNothingIsAsked() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let run = try fixture.run("--health")
        #expect(run.status == 0)
        #expect(run.complaint == "")
        #expect(run.output.contains("note   full screen    not possible"))
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test func withoutScenariosNobodyCanPractise() throws {
        let fixture = try Fixture([:])
        defer { fixture.remove() }
        let none = try fixture.run("--health")
        #expect(none.status == 1)
        #expect(none.output.contains("You cannot practise here yet."))
        #expect(none.output.contains("fault  scenarios"))
        try FileManager.default.removeItem(atPath: fixture.content)
        let gone = try fixture.run("health")
        #expect(gone.status == 1)
        #expect(gone.output.contains("fault  folder"))
    }

    @Test func aBrokenScenarioIsNamed() throws {
        let fixture = try Fixture(["mini": FixtureText.mini, "torn": "title: Start\n---\n<<if\n===\n"])
        defer { fixture.remove() }
        let run = try fixture.run("--health")
        #expect(run.status == 0)
        #expect(run.output.contains("1 to play, 1 broken"))
        #expect(run.output.contains("what is wrong with: torn."))
    }

    @Test func withoutAHomeAndWithABrokenJournalItStillReports() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let journal = fixture.root + "/mine.sqlite"
        try fixture.write(String(repeating: "not a journal\n", count: 500), to: journal)
        let run = try fixture.run(
            "--health", "--journal", journal, env: ["HOME": "", "PATH": "/nonexistent", "VISUAL": "no-such-editor -w"])
        #expect(run.status == 0)
        #expect(run.output.contains("note   journal        \(journal)"))
        #expect(run.output.contains("You can practise, but nothing is kept."))
        #expect(run.output.contains("note   settings       no home folder"))
        #expect(run.output.contains("no-such-editor -w (VISUAL) is not found"))
        #expect(run.output.contains("nothing here can speak"))
        #expect(try String(contentsOfFile: journal, encoding: .utf8).hasPrefix("not a journal\n"))
    }

    @Test func whatIsKeptIsCounted() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("practise", "mini")
        try session.reachMoment()
        session.signal(SIGTERM)
        _ = session.waitExit()
        let run = try fixture.run("--health")
        #expect(run.output.contains("\(fixture.journalFile), 1 session, one of them to go on with"))
    }
}
