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
        #expect(results[1].failure?.message == "Nothing was said so far.")
    }

    static let failures: [(plan: String, message: String, expected: String?)] = [
        (
            "line: `Ana: where is it`",
            "1: Said since the step before: `Scene: Rain on the skylight.`, `Ana: my cake did not come`, `Ana: is anybody there`.",
            "the line `Ana: where is it`"
        ),
        (
            "line: *\nline: *\nline: *\nline: *",
            "4: Nothing more was said.",
            "any line"
        ),
        (
            "option: `Nothing`\nselect: 1",
            "2: The moment “First words” is open with 1 What has to be on the table by four? | 2 I'm sorry for any inconvenience. | 3 Please calm down. | 4 (wait a beat) | 5 …",
            "the option `Nothing`"
        ),
        (
            "option: `Please calm down.` [disabled]\nselect: 3",
            "2: `Please calm down.` is available.",
            "it is not available"
        ),
        (
            "select: 9",
            "1: The moment “First words” is open with 1 What has to be on the table by four? | 2 I'm sorry for any inconvenience. | 3 Please calm down. | 4 (wait a beat) | 5 …",
            "an option 9"
        ),
        (
            "select: 1\nwait",
            "2: The moment “Naming a time” is open with 1 You hear from me in fifteen minutes. | 2 Soon.",
            "a moment with a #pause option"
        ),
        (
            "time: soon",
            "1: `soon` is no length of time.",
            "seconds or minutes, as in 45s or 2m"
        ),
        (
            "state: trust() > 90",
            "1: It does not hold: trust 40, heat 65, effort 0.",
            "`trust() > 90`"
        ),
        (
            "select: 1\nending: she-left",
            "2: The moment “Naming a time” is open with 1 You hear from me in fifteen minutes. | 2 Soon.",
            "the ending `she-left`"
        ),
        (
            "time: 61s\ntime: 31s\nending: cake",
            "3: The run ended at `she-left`.",
            "the ending `cake`"
        ),
        (
            "select: 1\nstop",
            "2: The moment “Naming a time” is open with 1 You hear from me in fifteen minutes. | 2 Soon.",
            "the end of the story"
        ),
        (
            "select: 1\nseed: 4",
            "2: This seed cannot be used.",
            "a whole number, in the first step of a run"
        ),
        (
            "saidd: x",
            "1: There is no step `saidd`.",
            "one of select, wait, interrupt, time, type, aside, step_back, line, option, said, state, ending, stop, seed, curveball, throw, difficulty, thread"
        ),
        (
            "node: Letter",
            "1: This step of the official format has no meaning for a scenario: a session has no such input.",
            nil
        ),
        (
            "time: 61s\ntime: 31s\nselect: 1",
            "3: The story is over, at `she-left`.",
            "something to choose"
        ),
        (
            "time: 61s\ntime: 31s\nstep_back",
            "3: The story is over, at `she-left`.",
            "a moment to step back from"
        ),
        (
            "type: sorry",
            "1: This types nothing.",
            "type: and the words in quotes"
        ),
    ]

    @Test("a step that does not hold says what happened instead, at its line", arguments: failures)
    func fails(plan: String, message: String, expected: String?) throws {
        let failure = try #require(try results(plan).first?.failure)
        #expect("\(failure.span.start.line): \(failure.message)" == message)
        #expect(failure.expected == expected)
    }

    @Test("stepping back comes to the hand-over")
    func stepsBack() throws {
        #expect(try failure("select: 1\nstep_back\nending: handed-over") == nil)
    }

    @Test("time that passes counts for the reply behind it")
    func time() throws {
        let slow = "select: 1\nselect: 1\ntime: 25s\nselect: 1\nline: `Ana: that took a while`"
        #expect(try failure(slow) == nil)
        #expect(try failure(slow.replacing("time: 25s", with: "time: 5s"))?.hasPrefix("5: ") == true)
    }

    @Test("a run that types stops there, and is neither passed nor failed")
    func typed() throws {
        let result = try #require(
            try results("select: 1\ntype: \"In a quarter of an hour.\"\nending: cake-on-the-table").first)
        #expect(result.failure == nil)
        #expect(result.notYetHeard?.span.start.line == 2)
        #expect(
            result.notYetHeard?.message
                == "A typed reply cannot be heard without the hearing table; the run stops here.")
        #expect(result.wanted == "cake-on-the-table")
        #expect(result.ending == "")
    }

    @Test("an expression that cannot be read is a failure of the step, not of the program")
    func badExpression() throws {
        let message = try failure("state: trust( >")
        #expect(message?.hasPrefix("1: `trust( >` cannot be read: ") == true)
    }
}
