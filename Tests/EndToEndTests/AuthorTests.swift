import Foundation
import PseudoTerminal
import Testing

/// What an author does: begin a scenario, try it beside the editor, draw it, record a run.
@Suite(.serialized, .timeLimit(.minutes(15))) struct AuthorTests {
    private func fixture() throws -> Fixture {
        let fixture = try Fixture(["mini": FixtureText.mini])
        return fixture
    }

    /// The content that is shipped with the program.
    private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Content").path

    @Test func previewTakesUpEveryChangeOfTheFile() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let preview = try fixture.start("preview", fixture.content + "/scenarios/mini")
        try preview.see("What must be there by Saturday?")
        #expect(preview.screen.lines[0].contains("Preview: Mini parcel"))
        try preview.press("1", for: "helmets. twelve")

        // Every path is walked behind the screen: the options of this one are no dilemma.
        try preview.see("finding")
        try preview.press("!", for: "What could be better")
        preview.press("q")

        // Reworded: the choice is made again.
        let reworded = FixtureText.mini.replacing("helmets. twelve", with: "helmets. thirteen")
        try fixture.add(reworded, as: "mini")
        try preview.see("1 line reworded (m5). 1 choice made again.")
        #expect(preview.screen.text.contains("helmets. thirteen"))

        // Broken: said with its place, and the version before goes on.
        try fixture.add(reworded.replacing("<<keep status>>", with: "<<keep statsu>>"), as: "mini")
        try preview.see("The file has 1 error.")
        #expect(preview.screen.text.contains("scenario.yarn:"))
        #expect(preview.screen.text.contains("helmets. thirteen"))
        try preview.press("1", for: "the mail is sent")
        #expect(preview.screen.text.contains("fine-by-Friday"))

        // Mended, with an option gone: it stops there and says so.
        let start = try #require(FixtureText.mini.firstRange(of: "-> Dear Priya"))
        let end = try #require(FixtureText.mini.firstRange(of: "-> Soon."))
        let without = FixtureText.mini.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
        try fixture.add(without, as: "mini")
        try preview.see("The 2nd choice is gone")
        #expect(!preview.screen.text.contains("The file has"))

        // And back, put in its place whole, as many editors do it.
        let file = fixture.content + "/scenarios/mini/scenario.yarn"
        try fixture.write(FixtureText.mini, to: file + "~")
        #expect(rename(file + "~", file) == 0)
        try preview.see("2 choices made again.")
        preview.send("q")
        #expect(preview.waitExit() == 0)
        #expect(preview.isCooked)
        #expect(!FileManager.default.fileExists(atPath: fixture.journalFile), "a preview keeps no journal")
    }

    @Test func previewBeginsAnywhereAndSavesARunThatPasses() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let folder = fixture.content + "/scenarios/mini"
        let unknown = try fixture.run("preview", "mini", "--from", "Mial")
        #expect(unknown.status == 1)
        #expect(unknown.complaint.contains("There is no node Mial in mini. Did you mean Mail?"))
        let preview = try fixture.start("preview", "mini", "--from", "Gone", rows: 30, columns: 120)
        try preview.see("gone-for-good")
        try preview.press("/", for: "Find:")
        preview.press("start")
        try preview.press("\r", for: "What must be there by Saturday?")
        preview.press("2")
        try preview.press("s", for: "Added to")
        preview.press("R")
        preview.press("T")
        preview.press("1")
        try preview.press("s", for: "Added to")
        try preview.press("b", for: "The story is over here.")
        preview.send("q")
        #expect(preview.waitExit() == 0)
        let test = try fixture.run("test", folder)
        #expect(test.output.contains("mini run 1: gone-for-good\nmini run 2: fine-by-Friday\n"))
        #expect(test.output.contains("no run comes to handed-over"))
    }

    @Test func previewWaitsForAFileThatIsBroken() throws {
        let fixture = try Fixture(["broken": FixtureText.broken])
        defer { fixture.remove() }
        let preview = try fixture.start("preview", "broken", rows: 16, columns: 60)
        try preview.see("The file has 1 error. Mend it and save")
        try fixture.add(FixtureText.brief, as: "broken")
        try preview.see("quick?")
        preview.resize(rows: 10, columns: 40)
        try preview.see("Rapport needs 60×16 cells")
        preview.resize(rows: 24, columns: 80)
        try preview.see("quick?")
        preview.send("\u{03}")
        #expect(preview.waitExit() == 0)
        #expect(try fixture.run("preview", "nonsense").status == 1)
    }

    @Test func aNewScenarioIsPlayedCheckedAndTestedAsItIs() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        func run(_ arguments: String...) throws -> Fixture.Finished {
            // The shipped content has the template; the fixture's own home takes the new scenario.
            let script = #"out="$1"; err="$2"; shift 2; exec "$0" "$@" > "$out" 2> "$err""#
            let (output, errors) = (fixture.root + "/out", fixture.root + "/err")
            let shell = try PtySession(
                "/bin/sh", ["-c", script, Fixture.program, output, errors] + arguments, env: ["HOME": fixture.home])
            let status = shell.waitExit()
            func text(_ path: String) -> String {
                FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
            }
            return Fixture.Finished(status: status, output: text(output), complaint: text(errors))
        }
        let made = try run("new", "cold-soup")
        #expect(made.status == 0)
        let folder = fixture.home + "/.local/share/rapport/content/scenarios/cold-soup"
        #expect(made.output.contains("Written: \(folder)/scenario.yarn"))
        let check = try run("check", folder)
        #expect(check.status == 0)
        #expect(check.output.contains("0 errors, 0 warnings"))
        let test = try run("test", folder)
        #expect(test.status == 0)
        #expect(test.output.contains("4 passed, 0 failed"))
        #expect(try run("list").output.contains("Cold soup"))
        let again = try run("new", "cold-soup")
        #expect(again.status == 1)
        #expect(again.complaint.contains("is there already, and nothing was changed."))
        #expect(try run("new", "Cold Soup").complaint.contains("Try cold-soup."))
        let here = try run("new", "warm-soup", "--in", fixture.root)
        #expect(here.status == 0)
        #expect(FileManager.default.fileExists(atPath: fixture.root + "/warm-soup/scenario.testplan"))
        #expect(try run("new", "other", "--in", fixture.content).status == 0)
        #expect(FileManager.default.fileExists(atPath: fixture.content + "/scenarios/other/scenario.yarn"))
    }

    @Test func theMapIsDrawnForPeopleAndForPrograms() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let file = fixture.content + "/scenarios/mini/scenario.yarn"
        let text = try fixture.run("graph", file, "--format", "text", namingContent: false)
        #expect(text.status == 0)
        #expect(text.output.contains("── 1 ─"))
        #expect(text.output.contains("■ fine-by-Friday (kept)"))
        let ascii = try fixture.run(
            "graph", file, "--format", "text", env: ["LC_ALL": "C", "LANG": "C"], namingContent: false)
        #expect(ascii.output.contains("# fine-by-Friday (kept)"))
        let dot = try fixture.run("graph", file, namingContent: false)
        #expect(dot.output.hasPrefix("digraph scenario {"), "elsewhere than on a terminal it is for Graphviz")
        #expect(
            try fixture.run("graph", file, "--format", "mermaid", namingContent: false).output.hasPrefix("flowchart TD")
        )
        #expect(try fixture.run("graph", "/nowhere", namingContent: false).status == 1)
        let terminal = try PtySession(Fixture.program, ["graph", file], env: ["HOME": fixture.home])
        #expect(terminal.waitExit() == 0)
        #expect(terminal.transcript.contains("├─ What must be there by Saturday?"))
    }

    @Test(.enabled(if: AuthorTests.graphviz != nil))
    func graphvizUnderstandsTheMap() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let file = fixture.root + "/map.dot"
        let dot = try fixture.run(
            "graph", Self.shipped + "/scenarios/late-delivery", "--format", "dot", namingContent: false)
        try fixture.write(dot.output, to: file)
        let graphviz = try PtySession(try #require(Self.graphviz), ["-Tplain", file])
        #expect(graphviz.waitExit() == 0)
        #expect(graphviz.transcript.contains("node Start"))
    }

    private static let graphviz = ["/usr/bin/dot", "/usr/local/bin/dot"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test func aPlayedSessionBecomesARunThatPasses() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let session = try fixture.start("practise", "mini")
        try session.reachMoment()
        session.say("1")
        try session.reachMoment()
        session.say("1")
        try session.reachMoment()
        session.press("\r")
        try session.reachMoment(stopping: [.over])
        try session.press("\r", for: "Looking back")
        session.press("q")
        session.send("q")
        #expect(session.waitExit() == 0)
        let id = try #require(try fixture.streams().first?.id)
        let plan = fixture.content + "/scenarios/mini/scenario.testplan"
        let recorded = try fixture.run("test", "--record", plan, "\(id)")
        #expect(recorded.status == 0)
        #expect(recorded.output.contains("a run that comes to fine-by-Friday."))
        let text = try String(contentsOfFile: plan, encoding: .utf8)
        #expect(text.contains("select: 1\n"))
        #expect(text.hasSuffix("ending: fine-by-Friday\n"))
        let again = try fixture.run("test", "--record", plan, "\(id)")
        #expect(again.status == 1)
        #expect(again.complaint.contains("is there already, and nothing was changed."))
        #expect(try fixture.run("test", "--record", plan, "\(id)", "--append").status == 0)
        #expect(try fixture.run("test").output.contains("mini run 2: fine-by-Friday"))
        #expect(
            try fixture.run("test", "--record", fixture.root + "/x", "nonsense").complaint.contains(
                "There is no session nonsense."))
        #expect(try fixture.run("test", "--record", fixture.root + "/last").output.contains("comes to fine-by-Friday."))
        #expect(try fixture.run("test", "--record", fixture.root + "/x", "a", "b").status == 64)
        #expect(try fixture.run("test", "--append").status == 64)
        let nobody = try fixture.run("test", "--record", fixture.root + "/x", "--as", "Ben")
        #expect(nobody.complaint.contains("No session has come to its end yet."))
        #expect(!FileManager.default.fileExists(atPath: fixture.root + "/x"))
    }

    @Test func aRunThatTypesIsNotYetHeard() throws {
        let fixture = try Fixture(["mini": FixtureText.brief])
        defer { fixture.remove() }
        try fixture.add(
            "type: \"Yes, at once.\"\nending: silent\n---\nselect: 1\nending: silent\n", as: "mini",
            file: "scenario.testplan")
        let test = try fixture.run("test")
        #expect(test.status == 0)
        #expect(test.output.contains("mini run 1: not yet heard"))
        #expect(test.output.contains("scenario.testplan:1 types a reply"))
        #expect(test.output.contains("1 passed, 0 failed, 1 not yet heard"))
    }
}
