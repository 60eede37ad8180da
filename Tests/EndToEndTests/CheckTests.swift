import Foundation
import PseudoTerminal
import Testing

/// `rapport check` as a trainer, an editor and a build server use it.
@Suite(.serialized, .timeLimit(.minutes(15))) struct CheckTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func theSummarySaysHowFarTheWalkWent() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let all = try fixture.run("check")
        #expect(all.status == 0)
        #expect(all.output.contains("mini: every path walked ("))
        #expect(all.output.contains("3 of 3 endings"))
        let few = try fixture.run("check", "--budget", "2", "--seed", "9")
        #expect(few.status == 0)
        #expect(few.output.contains("mini: paths sampled ("))
        #expect(few.output.contains("seed 9)"))
        #expect(try fixture.run("check", "--budget", "2", "--seed", "9").output == few.output)
    }

    @Test func warningsCountWhenTheyAreAskedTo() throws {
        let fixture = try Fixture(["mini": FixtureText.mini.replacing("hello?? #line:m2", with: "hello??")])
        defer { fixture.remove() }
        let usual = try fixture.run("check")
        #expect(usual.status == 0)
        #expect(usual.output.contains("warning RP0204: This line has no id."))
        #expect(try fixture.run("check", "--strict").status == 1)
        #expect(try fixture.run("check", "--budget", "0").status == 64)
        #expect(try fixture.run("check", "--format", "xml").status == 64)
    }

    @Test func jsonIsForPrograms() throws {
        let fixture = try Fixture(["mini": FixtureText.mini, "broken": FixtureText.broken])
        defer { fixture.remove() }
        let run = try fixture.run("check", "--format", "json")
        #expect(run.status == 1)
        let report = try object(run.output)
        #expect(report["errors"] as? Int == 1)
        let scenarios = try #require(report["scenarios"] as? [[String: Any]])
        #expect(scenarios.map { $0["slug"] as? String } == ["broken", "mini"])
        let finding = try #require((scenarios[0]["diagnostics"] as? [[String: Any]])?.first)
        #expect(finding["code"] as? String == "RP0301")
        #expect(finding["severity"] as? String == "error")
        #expect((finding["file"] as? String)?.hasSuffix("scenarios/broken/scenario.yarn") == true)
        #expect(finding["start"] as? [String: Int] == ["line": 19, "column": 3])
        let walk = try #require(scenarios[1]["walk"] as? [String: Any])
        #expect(walk["mode"] as? String == "every-path")
        #expect(walk["endings"] as? [String: Int] == ["reached": 3, "total": 3])
    }

    @Test func sarifIsForCodeScanning() throws {
        let fixture = try Fixture(["broken": FixtureText.broken])
        defer { fixture.remove() }
        let run = try fixture.run("check", "--format", "sarif")
        #expect(run.status == 1)
        let log = try object(run.output)
        #expect(log["version"] as? String == "2.1.0")
        let first = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((first["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let result = try #require((first["results"] as? [[String: Any]])?.first)
        #expect(result["ruleId"] as? String == "RP0301")
        #expect(result["level"] as? String == "error")
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules[index]["id"] as? String == "RP0301")
        #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
        let location = try #require((result["locations"] as? [[String: Any]])?.first)
        let place = try #require(location["physicalLocation"] as? [String: Any])
        let region = try #require(place["region"] as? [String: Int])
        #expect(region["startLine"] == 19)
        #expect(region["startColumn"] == 3)
        #expect((region["endColumn"] ?? 0) > 3)
    }

    @Test func aFileByItselfIsAScenario() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try fixture.write(FixtureText.mini, to: fixture.root + "/draft.yarn")
        let good = try fixture.run("check", fixture.root + "/draft.yarn")
        #expect(good.status == 0)
        #expect(good.output.contains("draft: every path walked ("))
        try fixture.write(FixtureText.broken, to: fixture.root + "/draft.yarn")
        let bad = try fixture.run("check", fixture.root + "/draft.yarn")
        #expect(bad.status == 1)
        #expect(bad.output.contains("draft.yarn:19:3: error RP0301"))
    }

    @Test func translationsBesideAScenarioAreLookedAt() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let table = "language,id,text,file,node,lineNumber,lock,comment\nde,line:gone,Hallo,scenario.yarn,Start,1,,\n"
        try fixture.add(table, as: "mini", file: "de.csv")
        let run = try fixture.run("check")
        #expect(run.output.contains("de.csv:2:"))
        #expect(run.output.contains("No line of the script has the id `line:gone`."))
    }
}
