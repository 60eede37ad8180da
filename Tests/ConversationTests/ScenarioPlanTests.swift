import Testing
import Yarn

@testable import Conversation

@Suite("Test plans of a scenario")
struct ScenarioPlanTests {
    private func results(_ plan: String) throws -> [ScenarioTest.RunResult] {
        let plan = TestPlan(parsing: SourceFile(name: "scenario.testplan", text: plan))
        #expect(plan.diagnostics.isEmpty)
        return ScenarioTest(scenario: try SmallScenario.load(), plan: plan).run()
    }

    /// What a plan of one run fails with, and at which line; nil when it passes.
    private func failure(_ plan: String) throws -> String? {
        let results = try results(plan)
        #expect(results.count == 1)
        return results.first?.failure.map { "\($0.span.start.line): \($0.message)" }
    }

    @Test("a run that goes as planned passes, with every kind of step")
    func passes() throws {
        let plan = """
            seed: 7
            line: `Ana: my cake did not come`
            option: `What has to be on the table by four?`
            select: 2
            line: `Ana: that is what they wrote yesterday`
            state: trust() == 30 && heat() == 100
            select: 1
            said: repair-rupture
            line: *
            select: 1
            select: 1
            line: `Ana: you came when you said`
            state: kept("status")
            select: 1
            ending: cake-on-the-table
            stop
            """
        #expect(try failure(plan) == nil)
        let result = try #require(try results(plan).first)
        #expect(result.ending == "cake-on-the-table")
        #expect(result.session.began?.seed == 7)
    }

    @Test("time lets the clock run out, waiting takes the pause")
    func silence() throws {
        #expect(try failure("time: 61s\nline: `Ana: so nobody`\ntime: 31s\nending: she-left") == nil)
        #expect(try failure("time: 59s\nselect: 1\nsaid: focusing-question") == nil)
        #expect(try failure("wait\nline: `Ana: hello??`") == nil)
    }

    @Test("--- begins a fresh session, and one failing run leaves the others be")
    func freshSession() throws {
        let results = try results(
            "select: 3\nstate: trust() == 28\n---\nstate: trust() == 40\nsaid: command-calm\n---\nselect: 1\nstate: trust() == 45"
        )
        #expect(results.map(\.number) == [1, 2, 3])
        #expect(results.map { $0.failure == nil } == [true, false, true])
        #expect(results[1].failure?.message == "`command-calm` was not said; so far: ")
    }

    static let failures: [(plan: String, message: String)] = [
        (
            "line: `Ana: where is it`",
            "1: this line was not spoken; since the last step: Scene: Rain on the skylight. / Ana: my cake did not come / Ana: is anybody there"
        ),
        (
            "option: `Nothing`\nselect: 1",
            "2: there is no option `Nothing`: the moment “First words” is open with 1 What has to be on the table by four? | 2 I'm sorry for any inconvenience. | 3 Please calm down. | 4 (wait a beat) | 5 …"
        ),
        (
            "option: `Please calm down.` [disabled]\nselect: 3",
            "2: `Please calm down.` is available"
        ),
        (
            "select: 9",
            "1: there is no option 9: the moment “First words” is open with 1 What has to be on the table by four? | 2 I'm sorry for any inconvenience. | 3 Please calm down. | 4 (wait a beat) | 5 …"
        ),
        (
            "select: 1\nwait",
            "2: there is no #pause option here: the moment “Naming a time” is open with 1 You hear from me in fifteen minutes. | 2 Soon."
        ),
        ("time: soon", "1: `soon` is no length of time: 45s, 2m"),
        ("state: trust() > 90", "1: `trust() > 90` does not hold: trust 40, heat 65, effort 0"),
        (
            "select: 1\nending: she-left",
            "2: the story has not come to an ending: the moment “Naming a time” is open with 1 You hear from me in fifteen minutes. | 2 Soon."
        ),
        ("time: 61s\ntime: 31s\nending: cake", "3: this run ends at `she-left`, not at `cake`"),
        (
            "select: 1\nstop",
            "2: the story has not ended: the moment “Naming a time” is open with 1 You hear from me in fifteen minutes. | 2 Soon."
        ),
        ("select: 1\nseed: 4", "2: `seed:` takes a whole number and stands first in a run"),
        ("saidd: x", "1: there is no step `saidd:`"),
        ("node: Letter", "1: this step of the official format has no meaning for a scenario's plan"),
        ("time: 61s\ntime: 31s\nselect: 1", "3: there is nothing to choose: no moment is open in node Lost"),
    ]

    @Test("a step that does not hold says what happened instead, at its line", arguments: failures)
    func fails(plan: String, message: String) throws {
        #expect(try failure(plan) == message)
    }

    @Test("an expression that cannot be read is a failure of the step, not of the program")
    func badExpression() throws {
        let message = try failure("state: trust( >")
        #expect(message?.hasPrefix("1: `trust( >` cannot be read: ") == true)
    }
}
