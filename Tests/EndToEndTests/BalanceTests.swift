import Foundation
import Testing

/// `rapport balance`, and what `rapport check` says of several scenarios together.
@Suite(.serialized, .timeLimit(.minutes(15))) struct BalanceTests {
    @Test func sentencesThatTwoScenariosShareAreNamedAtBothPlaces() throws {
        let other = FixtureText.mini.replacing("shows you heard", with: "shows her that you heard every word of it")
        let fixture = try Fixture([
            "one": other, "two": other.replacing("every word of it", with: "each word of it"),
        ])
        defer { fixture.remove() }
        let run = try fixture.run("check")
        #expect(run.status == 0)
        #expect(
            run.output.contains("two/scenario.yarn:26:5: warning shared: This is nearly a sentence of another scenario")
        )
        #expect(run.output.contains("one/scenario.yarn:26."))
        #expect(run.output.contains("warning shared: This sentence stands in another scenario, too: "))
        #expect(try fixture.run("check", "--strict").status == 1)
        let alone = try fixture.run("check", fixture.content + "/scenarios/one")
        #expect(!alone.output.contains("warning shared"))
    }

    @Test func lengthThatGivesTheBetterReplyAwayIsSaidForAllScenariosTogether() throws {
        var scenarios: [String: String] = [:]
        for name in ["one", "two", "three", "four"] {
            scenarios[name] = FixtureText.mini.replacing("Mini parcel", with: "The parcel \(name)")
        }
        let fixture = try Fixture(scenarios)
        defer { fixture.remove() }
        let run = try fixture.run("check")
        #expect(
            run.output.contains(
                "warning balance: The longest reply is the best one in 8 of 8 moments; chance would be 4."))
        let json = try fixture.run("check", "--format", "json")
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((report["together"] as? [String])?.count == 2)
    }

    @Test func theReportIsWrittenAndKnowsWhenItIsStale() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try fixture.add(
            "select: 1\nselect: 1\nending: done\n", as: "mini", file: "scenario.testplan")
        let shown = try fixture.run("balance")
        #expect(shown.status == 0)
        #expect(shown.output.contains("| mini | chat, email | 2 | 2.0 |"))
        #expect(try fixture.run("balance", "--check", "--to", fixture.root).status == 1)
        #expect(try fixture.run("balance", "--to", fixture.root).status == 0)
        #expect(try fixture.run("balance", "--check", "--to", fixture.root).status == 0)
        let text = try String(contentsOfFile: fixture.root + "/Balance.md", encoding: .utf8)
        #expect(text == shown.output)
        try fixture.add("select: 2\n", as: "mini", file: "scenario.testplan")
        let stale = try fixture.run("balance", "--check", "--to", fixture.root)
        #expect(stale.status == 1 && stale.complaint.contains("is not as the scenarios are"))
        #expect(try fixture.run("balance", "--check").status == 64)
    }
}
