import Testing

@testable import Yarn

@Suite("Printing test plans")
struct TestPlanPrintingTests {
    static let plan = """
        seed: 7
        line: `Mae: hi, you`
        line: *
        option: `Yes`
        option: `No` [disabled]
        select: 1
        command: `wait 3`
        set: $a = True
        set: $n = 1.5
        set: $s = "a b"
        ---
        node: Other
        saliency: first
        wait
        time: 12s
        stop

        """

    @Test("a plan that is read and printed is the same plan")
    func roundTrip() {
        let plan = TestPlan(parsing: SourceFile(name: "plan", text: Self.plan))
        #expect(plan.diagnostics == [])
        #expect(plan.description == Self.plan)
        #expect(TestPlan(parsing: SourceFile(name: "plan", text: plan.description)) == plan)
    }

    @Test("a text that the format cannot quote is any line")
    func backQuotes() {
        #expect(TestPlan.Step.line("a ` b").description == "line: *")
        #expect(TestPlan.Step.line("a\nb").description == "line: *")
    }

    @Test("a comment may follow any step")
    func comments() {
        let text = """
            set: $a = true # now: true
            set: $s = "a # b" # text
            node: Other# there
            saliency: best # c
            option: `#1` [disabled] # c
            select: 2 # the second
            stop # end: here
            """
        let plan = TestPlan(parsing: SourceFile(name: "plan", text: text))
        #expect(plan.diagnostics == [])
        #expect(
            plan.runs.first?.map(\.step) == [
                .set("$a", .bool(true)), .set("$s", .string("a # b")), .node("Other"), .saliency(.best),
                .option("#1", isDisabled: true), .select(2), .stop,
            ])
    }

    @Test("a plan may go to another node right after a choice")
    func nodeAfterChoice() throws {
        let script = "title: Start\n---\n-> a\n-> b\n===\ntitle: B\n---\nb\n===\n"
        let file = SourceFile(name: "a.yarn", text: script)
        let program = try #require(Compiler.compile([file], functions: []).program)
        let plan = TestPlan(
            parsing: SourceFile(
                name: "plan", text: "option: `a`\noption: `b`\nselect: 2\nnode: B\nline: `b`\nstop"))
        var runner = TestPlanRunner(program: program, host: ConformanceHost())
        #expect(runner.firstFailure(in: plan)?.message == nil)
    }
}
