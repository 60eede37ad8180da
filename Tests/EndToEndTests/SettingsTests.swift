import Foundation
import PseudoTerminal
import Testing

/// Settings as somebody meets them: in the file, on the screen, on paper.
@Suite(.serialized, .timeLimit(.minutes(15))) struct SettingsTests {
    private func fixture(_ settings: String) throws -> Fixture {
        let fixture = try Fixture()
        let folder = fixture.home + "/.config/rapport"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try fixture.write(settings, to: folder + "/settings.yaml")
        return fixture
    }

    @Test func ownKeysAreListedAndWork() throws {
        let fixture = try fixture("keys:\n  help: F9\n  journal: [x, Ctrl-T]\n")
        defer { fixture.remove() }
        let listed = try fixture.run("--keys")
        #expect(listed.status == 0)
        #expect(listed.output.contains("* F9 "))
        #expect(listed.output.contains("* x, Ctrl-T "))
        // What lost its key to a wish is said with the line of the wish.
        #expect(listed.complaint.contains("settings.yaml:3:3: warning keys: `set-aside` has no key any more"))

        let session = try fixture.start()
        try session.wait(for: "Library")
        try session.wait(for: "F9 help")
        session.send("x")
        try session.wait(for: "Nothing yet")
        session.send("q")
        try session.wait(for: "Library")
        session.send("\u{1B}[20~")
        try session.wait(for: "Keys \u{2014} Home")
        session.send("\u{3}\u{3}")
        #expect(session.waitExit() == 0)
    }

    @Test func whatIsWrongIsSaidOnHomeAndStopsNothing() throws {
        let fixture = try fixture("theme: drak\n")
        defer { fixture.remove() }
        let session = try fixture.start()
        try session.wait(for: "settings.yaml, line 1: `theme` cannot be `drak`.")
        try session.wait(for: "Library")
        session.send("q")
        #expect(session.waitExit() == 0)
        let health = try fixture.run("--health")
        #expect(health.status == 0)
        #expect(health.output.contains("settings.yaml:1:8: warning settings: `theme` cannot be `drak`."))
        #expect(health.output.contains("hint: Did you mean `dark`?"))
    }

    @Test func theSourceOfEachValueIsTold() throws {
        let fixture = try fixture("motion: reduced\ntheme: dark\n")
        defer { fixture.remove() }
        let run = try fixture.run(
            "settings", "--time", "off", env: ["RAPPORT_THEME": "light"], namingContent: false)
        #expect(run.status == 0)
        let rows = run.output.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
        func row(_ name: String) -> [Substring] { rows.first { $0.first.map(String.init) == name } ?? [] }
        #expect(
            row("motion").joined(separator: " ") == "motion reduced \(fixture.home)/.config/rapport/settings.yaml:1")
        #expect(row("theme") == ["theme", "light", "RAPPORT_THEME"])
        #expect(row("time") == ["time", "off", "--time"])
        #expect(row("mouse") == ["mouse", "off", "default"])
    }

    @Test func theExampleIsAFileToBeginWith() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let example = try fixture.run("settings", "--example", namingContent: false)
        let path = fixture.root + "/example.yaml"
        try fixture.write(example.output, to: path)
        let run = try fixture.run("settings", "--settings", path, namingContent: false)
        #expect(run.complaint == "")
        #expect(run.output.contains("Read from \(path)."))
        let missing = try fixture.run(
            "settings", env: ["RAPPORT_SETTINGS": "/nonexistent.yaml"], namingContent: false)
        #expect(missing.complaint.contains("There is no settings file /nonexistent.yaml."))
    }

    @Test func aWrongFlagIsExplainedWithStatus64() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let run = try fixture.run("--theme", "drak")
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.complaint.contains("--theme takes auto, calm, dark"))
        #expect(run.complaint.contains("Did you mean dark?"))
        for (arguments, words) in [("--version", "0.1.0"), ("--help", "health")] {
            let told = try fixture.run(arguments, namingContent: false)
            #expect(told.status == 0)
            #expect(told.complaint == "")
            #expect(told.output.contains(words))
        }
    }

    @Test func coloursFollowTheOneThatCountsMost() throws {
        let fixture = try fixture("theme: dark\n")
        defer { fixture.remove() }
        func hasColour(_ arguments: [String], _ environment: [String: String]) throws -> Bool {
            let session = try PtySession(
                Fixture.program, arguments + ["--content", fixture.content],
                env: ["HOME": fixture.home].merging(environment) { $1 })
            try session.wait(for: "Library")
            let screen = session.screen
            session.send("q")
            _ = session.waitExit()
            return (0..<screen.rows).contains { row in
                (0..<screen.columns).contains { !screen.colour(row: row, column: $0).isEmpty }
            }
        }
        let none = ["NO_COLOR": "1"]
        let nameless = ["RAPPORT_SETTINGS": "/dev/null"]
        #expect(try hasColour([], [:]))
        #expect(try hasColour([], none))
        #expect(try !hasColour([], none.merging(nameless) { $1 }))
        #expect(try hasColour(["--color", "always"], none.merging(nameless) { $1 }))
        #expect(try hasColour([], none.merging(nameless) { $1 }.merging(["CLICOLOR_FORCE": "1"]) { $1 }))
        #expect(try !hasColour(["--color", "never"], [:]))
        #expect(try !hasColour(["--theme", "monochrome"], [:]))
    }

    @Test func plainSignsAndSlowClocksAreObeyed() throws {
        let fixture = try fixture("glyphs: ascii\ntime: \"200\"\n")
        defer { fixture.remove() }
        let session = try fixture.start("practise", "mini")
        try session.reachMoment()
        #expect(!session.screen.text.contains("─"))
        #expect(try fixture.session().began?.extraTime == 200)
        session.signal(SIGTERM)
        _ = session.waitExit()
    }

    @Test func theManualIsWrittenAndTornPagesAreNamed() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let docs = fixture.root + "/Docs"
        let missing = try fixture.run("manual", "--check", "--to", docs, namingContent: false)
        #expect(missing.status == 1)
        #expect(!FileManager.default.fileExists(atPath: docs))
        #expect(try fixture.run("manual", "--to", docs, namingContent: false).status == 0)
        #expect(try fixture.run("manual", "--check", "--to", docs, namingContent: false).status == 0)
        let page = try String(contentsOfFile: docs + "/man/rapport.1", encoding: .utf8)
        for words in [".SS \"rapport practise SCENARIO\"", ".SH \"EXIT STATUS\"", "RAPPORT_THEME", "Ctrl\\-L"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || (32..<127).contains($0.value) })
        try fixture.write(page.replacing("EXIT STATUS", with: "STATUS"), to: docs + "/man/rapport.1")
        let stale = try fixture.run("manual", "--check", "--to", docs, namingContent: false)
        #expect(stale.status == 1)
        #expect(stale.complaint.contains("Docs/man/rapport.1"))
        #expect(!stale.complaint.contains("Keys.md"))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
    func theManualIsFitForGroff() throws {
        try checkPages(#"for f in "$0"/man/*; do groff -ww -man -Tutf8 "$f" 2>&1 >/dev/null; done"#)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc")))
    func theManualIsFitForMandoc() throws {
        try checkPages(#"mandoc -Tlint "$0"/man/*"#)
    }

    /// Runs a shell line over pages just written; it must say nothing.
    private func checkPages(_ line: String) throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let docs = fixture.root + "/Docs"
        #expect(try fixture.run("manual", "--to", docs, namingContent: false).status == 0)
        let shell = try PtySession("/bin/sh", ["-c", line, docs])
        _ = shell.waitExit()
        #expect(shell.transcript == "")
    }

    @Test func theScenarioOfTheManualHasNoMistake() throws {
        let fixture = try Fixture([:])
        defer { fixture.remove() }
        let docs = fixture.root + "/Docs"
        #expect(try fixture.run("manual", "--to", docs, namingContent: false).status == 0)
        let page = try String(contentsOfFile: docs + "/man/rapport-scenario.7", encoding: .utf8)
        let example = page.split(separator: ".RS 4\n").dropFirst().first?.split(separator: ".RE").first ?? ""
        let text = example.replacing("\\&", with: "").replacing("\\-", with: "-").replacing("\\(aq", with: "'")
        try fixture.add(String(text), as: "lost-tent")
        let run = try fixture.run("check", fixture.content + "/scenarios/lost-tent")
        #expect(run.output.contains("0 errors"), "\(run.output)")
    }
}
