import Testing
import Yarn

@testable import Conversation

// Mistakes in headers.
extension ScenarioMistakeTests {
    @Test("a header that is not of the language")
    func unknownHeader() {
        #expect(
            said("Ana: hello #line:a", headers: "dificulty: gentle\n") == """
                scenario.yarn:8:1: error RP0101: There is no header `dificulty`.
                 8 | dificulty: gentle
                   | ^^^^^^^^^
                   expected: one of scenario, summary, channels, cast, customer, persona, ticket, skills, difficulty, minutes, opens, trust, heat, effort, audience_pace, notice, author, licence, origin, ending, outcome, moment, curveball, micro, unclear, easy, typed, step_back, thread, care
                   hint: Did you mean `difficulty`?
                """)
    }

    @Test("a header with a wrong value")
    func wrongHeaderValue() {
        #expect(
            said("Ana: hello #line:a", headers: "difficulty: gentel\n") == """
                scenario.yarn:8:13: error RP0102: There is no difficulty `gentel`.
                 8 | difficulty: gentel
                   |             ^^^^^^
                   expected: gentle, steady, stretching
                   hint: Did you mean `gentle`?
                """)
        #expect(
            said("Ana: hello #line:a", headers: "trust: 140\n") == """
                scenario.yarn:8:8: error RP0102: `140` is no trust.
                 8 | trust: 140
                   |        ^^^
                   expected: a whole number from 0 to 100
                """)
        #expect(
            said("Ana: hello #line:a", headers: "opens: 25:00\n") == """
                scenario.yarn:8:8: error RP0102: `25:00` is no time of day.
                 8 | opens: 25:00
                   |        ^^^^^
                   expected: hours and minutes, as in 10:02
                """)
        #expect(
            said("Ana: hello #line:a", headers: "skills: asking\n") == """
                scenario.yarn:8:9: error RP0102: There is no skill `asking`.
                 8 | skills: asking
                   |         ^^^^^^
                   expected: a skill of the vocabulary
                """)
    }

    @Test("a first node without its headers says each one that is missing")
    func missingHeaders() {
        let loaded = Scenario.load(
            slug: "x", files: [SourceFile(name: "scenario.yarn", text: "title: Start\n---\nAna: hi\n===\n")],
            vocabulary: SmallScenario.vocabulary)
        #expect(loaded.scenario == nil)
        #expect(
            loaded.errors.map(\.message).sorted() == [
                "No node of this scenario is an ending.", "Nobody is called `Ana`.",
                "The first node does not say `cast`.", "The first node does not say `channels`.",
                "The first node does not say `customer`.", "The first node does not say `scenario`.",
            ])
    }
}
