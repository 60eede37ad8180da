import Foundation
import PseudoTerminal
import Testing

/// What can be asked for on the command line, without a full screen and with one.
@Suite(.serialized, .timeLimit(.minutes(15))) struct CommandTests {
    /// Plays mini to the end of its short way.
    private func play(_ fixture: Fixture, _ arguments: String...) throws {
        let session = try PtySession(
            Fixture.program, ["practise", "mini", "--content", fixture.content] + arguments, env: ["HOME": fixture.home]
        )
        try session.reachMoment()
        session.say("2")
        try session.reachMoment()
        try session.press("\r", for: "Looking back")
        session.press("q")
        session.send("q")
        #expect(session.waitExit() == 0)
    }

    @Test func listNamesEveryScenario() throws {
        let fixture = try Fixture(["mini": FixtureText.mini, "broken": FixtureText.broken])
        defer { fixture.remove() }
        let list = try fixture.run("list")
        #expect(list.status == 0)
        #expect(list.output.contains("mini    Mini parcel (chat → email, 3 min, gentle)"))
        #expect(list.output.contains("broken  Broken one (needs mending, line 19: There is no command `trsut`.)"))
    }

    @Test func anUnknownScenarioIsGuessedAt() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let run = try fixture.run("practise", "minni")
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.complaint.contains("There is no scenario minni. Did you mean mini?"))
        #expect(!FileManager.default.fileExists(atPath: fixture.journalFile))
    }

    @Test func checkSaysWhatIsWrongAndWhere() throws {
        let fixture = try Fixture(["mini": FixtureText.mini, "broken": FixtureText.broken])
        defer { fixture.remove() }
        let all = try fixture.run("check")
        #expect(all.status == 1)
        #expect(all.output.contains("scenario.yarn:19:3: error RP0301"))
        #expect(all.output.contains("2 scenarios checked: 1 error, "))
        let one = try fixture.run("check", fixture.content + "/scenarios/mini")
        #expect(one.status == 0)
        #expect(one.output.contains("1 scenario checked: 0 errors"))
    }

    @Test func testRunsThePlanBesideAScenario() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let plan = "select: 1\nselect: 1\nending: fine-by-Friday\n---\nselect: 2\nending: gone-for-good\n"
        try fixture.add(
            plan + "---\ntime: 30s\nselect: 2\nending: handed-over\n", as: "mini", file: "scenario.testplan")
        let failing = try fixture.run("test")
        #expect(failing.status == 1)
        #expect(failing.output.contains("mini run 3: failed"))
        #expect(failing.output.contains("The run ended at `fine-by-Friday`."))
        #expect(failing.output.contains("expected: the ending `handed-over`"))
        #expect(failing.output.contains("scenario.testplan:10"))
        try fixture.add(FixtureText.brief, as: "mini")
        try fixture.add("select: 1\nending: silent\n", as: "mini", file: "scenario.testplan")
        let passing = try fixture.run("test")
        #expect(passing.status == 0)
        #expect(passing.output.contains("1 passed, 0 failed"))
    }

    @Test func theJournalListsOpensAndForgets() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        #expect(try fixture.run("journal").output.contains("Nothing yet."))
        try play(fixture)
        let streams = try fixture.streams()
        let id = try #require(streams.first?.id)
        let list = try fixture.run("journal")
        #expect(list.status == 0)
        #expect(list.output.hasPrefix("\(id)  20"))
        #expect(list.output.contains("Mini parcel  Gone for good"))

        let debrief = try fixture.start("journal", "\(id)")
        try debrief.see("Looking back: Mini parcel")
        #expect(debrief.screen.text.contains("Gone for good: they left."))
        debrief.press("q")
        debrief.send("q")
        #expect(debrief.waitExit() == 0)

        let unknown = try fixture.run("forget", "nonsense")
        #expect(unknown.status == 1)
        #expect(unknown.complaint.contains("There is no session nonsense."))
        #expect(try fixture.run("journal", "nonsense").status == 1)
        #expect(try fixture.run("forget", "\(id)").status == 0)
        #expect(try fixture.run("journal").output.contains("Nothing yet."))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.journalFile))
        #expect(bytes.range(of: Data("any inconvenience".utf8)) == nil, "nothing of it is left in the file")
    }

    @Test func privatePracticeLeavesNoFile() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try play(fixture, "--private")
        let left = try FileManager.default.subpathsOfDirectory(atPath: fixture.home)
        #expect(left == [])
    }

    @Test func peopleAreKeptApart() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try play(fixture, "--as", "Ana")
        #expect(try fixture.run("journal").output.contains("Nothing yet."))
        #expect(try fixture.run("journal", "--as", "Ben").output.contains("Nothing yet."))
        #expect(try fixture.run("journal", "--as", "Ana").output.contains("Mini parcel"))
        let streams = try fixture.streams(owner: "Ana")
        let id = try #require(streams.first?.id)
        #expect(try fixture.run("forget", "\(id)", "--as", "Ben").status == 1)
        #expect(try fixture.streams(owner: "Ana").count == 1)
    }

    @Test func aNamedJournalIsForItsOwnerAlone() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let file = fixture.root + "/deep/er/mine.sqlite"
        try play(fixture, "--journal", file)
        #expect(try fixture.streams(in: file).count == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        #expect(!FileManager.default.fileExists(atPath: fixture.journalFile))
    }

    @Test func helpAndUsage() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let help = try fixture.run("--help", namingContent: false)
        #expect(help.status == 0)
        #expect(help.output.contains("practise"))
        let wrong = try fixture.run("--nonsense", namingContent: false)
        #expect(wrong.status != 0)
        #expect(wrong.output == "")
        #expect(wrong.complaint.contains("--nonsense"))
    }
}
