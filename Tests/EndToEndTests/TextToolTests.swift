import Foundation
import Testing

/// The tools that read and write authors' texts: format, tag, strings, import and plain Yarn.
@Suite(.serialized, .timeLimit(.minutes(15))) struct TextToolTests {
    private func read(_ path: String) -> String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

    @Test func formatLaysOutAndChecks() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let path = fixture.content + "/scenarios/mini/scenario.yarn"
        let good = read(path)
        let untidy = good.replacing("\n    ", with: "\n\t").replacing("title: ", with: "title:   ")
            .replacing("\n", with: "\r\n")
        try fixture.write(untidy, to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let check = try fixture.run("format", "--check")
        #expect(check.status == 1)
        #expect(check.output.contains("mini/scenario.yarn: would be changed"))
        #expect(read(path) == untidy)
        let run = try fixture.run("format", fixture.content + "/scenarios/mini")
        #expect(run.status == 0)
        #expect(read(path).replacing("\n\ntitle:", with: "\ntitle:") == good + "\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o640)
        #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.content + "/scenarios/mini").count == 1)
        let again = try fixture.run("format", "--check", "mini")
        #expect(again.status == 0)
        #expect(again.output.contains("Everything is laid out well."))
        try fixture.write(good + "\ntitle: X\n---\n<<if true>>\nhi\n===\n", to: path)
        let broken = try fixture.run("format")
        #expect(broken.status == 1)
        #expect(broken.output.contains("error YS0007"))
    }

    @Test func tagGivesEveryLineAnId() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let path = fixture.content + "/scenarios/mini/scenario.yarn"
        let good = read(path)
        try fixture.write(good.replacing(" #line:m2\n", with: "  // why\n").replacing(" #line:m33", with: ""), to: path)
        let check = try fixture.run("tag", "--check")
        #expect(check.status == 1)
        #expect(check.output.contains("scenario.yarn:21: no id"))
        let run = try fixture.run("tag")
        #expect(run.status == 0)
        #expect(run.output.contains("scenario.yarn: 2 ids given"))
        #expect(
            read(path)
                == good.replacing(" #line:m2\n", with: " #line:m35  // why\n").replacing("#line:m33", with: "#line:m36")
        )
        #expect(try fixture.run("tag").output.contains("Every line has an id."))
        #expect(try fixture.run("check").status == 0)
    }

    @Test func stringsAreExportedAndKept() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let folder = fixture.content + "/scenarios/mini"
        let begun = try fixture.run("strings", folder, "--language", "de")
        #expect(begun.status == 0)
        #expect(begun.output.contains("de.csv: 0 of 23 lines translated, 0 to update"))
        let table = read(folder + "/de.csv")
        #expect(table.hasPrefix("language,id,text,file,node,lineNumber,lock,comment\r\n"))
        #expect(table.contains("de,line:m33,(NEEDS TRANSLATION) Priya: i am off,scenario.yarn,Gone,"))
        try fixture.write(
            "\u{FEFF}" + table.replacing("(NEEDS TRANSLATION) Priya: i am off", with: "Priya: bin weg"),
            to: folder + "/de.csv")
        let source = read(folder + "/scenario.yarn")
        try fixture.write(source.replacing("i am off", with: "i am so off"), to: folder + "/scenario.yarn")
        let updated = try fixture.run("strings")
        #expect(updated.output.contains("warning RP0707"))
        #expect(updated.output.contains("de.csv: 1 of 23 lines translated, 1 to update"))
        #expect(read(folder + "/de.csv").contains("(NEEDS UPDATE) Priya: bin weg"))
        #expect(read(folder + "/de.csv").unicodeScalars.first == "\u{FEFF}", "a byte order mark stays")
        let checked = try fixture.run("check")
        #expect(checked.status == 0)
        #expect(checked.output.contains(/mini\/de.csv:\d+:13: warning RP0707/))
        #expect(!checked.output.contains("RP0706"), "a table that is being filled in is no mistake")
        try fixture.write("nonsense\n", to: folder + "/de.csv")
        #expect(try fixture.run("check").status == 1)
        let broken = try fixture.run("strings")
        #expect(broken.status == 1)
        #expect(broken.output.contains("de.csv:1:1: error RP0702"))
        #expect(read(folder + "/de.csv") == "nonsense\n", "a table that cannot be read is not written over")
        #expect(try fixture.run("strings", "--language", "../x").status != 0)
    }

    @Test func aTwineStoryBecomesAScenario() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let story = fixture.root + "/story.twee"
        try fixture.write(
            ":: StoryTitle\nLost bag\n:: Start\n<<set $a to 1>>Where is it?\n[[We look->Look]]\n:: Look\nThanks \u{1B}[31m\n",
            to: story)
        let folder = fixture.content + "/scenarios/lost-bag"
        let run = try fixture.run("import", "twee", story, "--into", folder)
        #expect(run.status == 0)
        #expect(run.output.contains("story.twee:4: This is not carried over: <<set $a to 1>>"))
        #expect(run.output.contains("2 nodes, 1 reply, 1 remark."))
        #expect(read(folder + "/scenario.yarn").contains("-> We look #line:lb002"))
        let check = try fixture.run("check", folder)
        #expect(check.status == 0)
        #expect(try fixture.run("import", "twee", story, "--into", folder).status == 1)
        #expect(try fixture.run("import", "twee", "nowhere.twee").status == 1)
    }

    @Test func yarnTestRunsFoldersOfCases() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let folder = fixture.root + "/cases"
        try FileManager.default.createDirectory(atPath: folder + "/plans", withIntermediateDirectories: true)
        try fixture.write(
            "title: Start\n---\n{add_three_operands(1, 2, 3)} {dummy_number() + 1}\n===\n", to: folder + "/Sum.yarn")
        try fixture.write("line: `6 2`\nstop\n", to: folder + "/plans/Sum.testplan")
        try fixture.write("title: Start\n---\n<<if 1>>\nx\n<<endif>>\n===\n", to: folder + "/Wrong.yarn")
        let good = try fixture.run("yarn", "test", folder, namingContent: false)
        #expect(good.output.hasSuffix("2 passed, 0 failed\n"))
        #expect(good.status == 0)
        try fixture.write("title: Start\n---\n<<jump Start>>\n===\n", to: folder + "/Loop.yarn")
        try fixture.write("line: *\n", to: folder + "/Loop.testplan")
        try fixture.write("title: Start\n---\nhi\n===\n", to: folder + "/Fine.yarn")
        try fixture.write("stop\n", to: folder + "/Gone.testplan")
        let bad = try fixture.run("yarn", "test", folder, namingContent: false)
        #expect(bad.status == 1)
        #expect(bad.output.hasSuffix("2 passed, 3 failed\n"))
        #expect(bad.output.contains("Fine.yarn: failed\n  It compiles"))
        #expect(bad.output.contains("Loop.yarn: failed\n"))
        #expect(bad.output.contains("Gone.testplan: failed\n  There is no script"))
        #expect(try fixture.run("yarn", "test", fixture.root + "/nowhere", namingContent: false).status == 1)
    }

    @Test func yarnPrintsJSON() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let script = fixture.root + "/s.yarn"
        try fixture.write(
            "title: Start\n---\nMae: a \u{202E}é #x #line:a\n-> b\nMae: a \u{202E}é #shadow:a\n===\n", to: script)
        let tags = try fixture.run("yarn", "tags", script, namingContent: false)
        let lines = try #require(try json(tags.output) as? [[String: Any]])
        #expect(lines.map { $0["id"] as? String } == ["line:a", "line:Start-1", "line:sh_Start-2"])
        #expect(lines[0]["tags"] as? [String] == ["x", "line:a", "lastline"])
        #expect(lines[0]["text"] as? String == "Mae: a \u{202E}é")
        #expect(lines[0]["lineNumber"] as? Int == 3)
        #expect(lines[1]["implicit"] as? Bool == true)
        #expect(lines[2]["text"] is NSNull)
        #expect(lines[2]["shadow"] as? String == "line:a")
        #expect(!tags.output.contains("\u{202E}"))

        let markup = try fixture.run(
            "yarn", "markup", "--units", "utf16", "Mae: 👍🏽 [b x=1.5 y=on z=\"q\"]hi[/b]", namingContent: false)
        let report = try #require(try json(markup.output) as? [String: Any])
        #expect(report["text"] as? String == "Mae: 👍🏽 hi")
        let attributes = try #require(report["attributes"] as? [[String: Any]])
        #expect(attributes.map { $0["name"] as? String } == ["character", "b"])
        #expect(attributes.map { $0["position"] as? Int } == [0, 10])
        #expect(attributes.map { $0["length"] as? Int } == [5, 2])
        let properties = try #require(attributes[1]["properties"] as? [String: Any])
        #expect(properties["x"] as? Double == 1.5)
        #expect(properties["z"] as? String == "q")
        #expect((report["diagnostics"] as? [Any])?.isEmpty == true)
        let accents = try fixture.run("yarn", "markup", "e\u{301}", namingContent: false)
        #expect(accents.output.unicodeScalars.contains("\u{E9}"))

        let strings = try fixture.run("yarn", "strings", script, "--out", fixture.root, namingContent: false)
        #expect(strings.status == 0)
        #expect(
            read(fixture.root + "/s-Metadata.csv")
                == "id,node,lineNumber,tags\r\nline:a,Start,3,x lastline\r\nline:sh_Start-2,Start,5,shadow:a\r\n")
        #expect(read(fixture.root + "/s-Lines.csv").hasPrefix("id,text,file,node,lineNumber\r\nline:a,"))
        let wrong = try fixture.run("yarn", "tags", fixture.content + "/vocabulary.yaml", namingContent: false)
        #expect(wrong.status == 1)
        #expect(wrong.output == "")
    }

    @Test func yarnBenchCountsWhatOthersCount() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let script = fixture.root + "/loop.yarn"
        try fixture.write(
            "title: Start\n---\n<<declare $n = 0>>\nA: x{$n}\n-> one\n    <<set $n += 1>>\n-> two\n<<jump Start>>\n===\n",
            to: script)
        let run = try fixture.run("yarn", "bench", script, "--steps", "10", namingContent: false)
        #expect(run.status == 0)
        #expect(run.output.contains("10 choices, 10 lines, text 120"))
        #expect(run.output.contains("without text: "))
        #expect(run.output.contains("$n = 5"))
    }
}
