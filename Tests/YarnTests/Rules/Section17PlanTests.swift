import Testing

@testable import Yarn

@Suite("§ 17 Test plans")
struct Section17PlanTests {
    /// What a plan has against a script; nil when it is content.
    private func failure(_ script: String, _ plan: String) throws -> String? {
        let file = SourceFile(name: "s.yarn", text: script)
        let program = try #require(Compiler.compile([file], functions: []).program)
        var runner = TestPlanRunner(program: program, host: EmptyHost())
        return runner.firstFailure(in: TestPlan(parsing: SourceFile(name: "p", text: plan))).map {
            "\($0.span.start.line) \($0.message)"
        }
    }

    private let script = """
        title: Start
        ---
        <<declare $n = 0>>
        Mae: [b]hi[/b] {$n} #tag
        <<wait 1 >>
        -> A
            a
        -> B <<if $n == 5>>
        <<set $n += 1>>
        ===
        title: Other
        ---
        other {$n}
        ===
        """

    @Test(
        "that hold",
        arguments: [
            "line: `Mae: hi 0` #tag #other\ncommand: `wait 1`\noption: `A`\noption: `B` [disabled]\nselect: 1\nline: `a`\nstop",
            "# a comment\n\nline: *\ncommand: `wait 1 `\n",
            "set: $n = 5\nline: `Mae: hi 5`\ncommand: `wait 1`\noption: `A`\noption: `B`\nselect: 2\nstop",
            "node: Other\nline: `other 0`\nstop\n---\nline: `Mae: hi 0`",
            "line: *\ncommand: `wait 1`\noption: `A`\noption: `B` [disabled]\nselect: 0\nstop\n---\nline: `Mae: hi 1`",
            "line: *\ncommand: `wait 1`\noption: `A`\noption: `B` [disabled]\nselect: 1\nnode: Other\nline: `other 0`\nstop",
            "saliency: first\n", "---\n---\n", "",
        ])
    func holding(_ plan: String) throws {
        #expect(try failure(script, plan) == nil)
    }

    @Test(
        "that do not hold say where, and what came instead",
        arguments: [
            ("line: `Mae: ho`", "1 The conversation went on with the line `Mae: hi 0`."),
            ("line: *\nstop", "2 The conversation went on with the command `wait 1`."),
            (
                "line: *\ncommand: `wait 1`\noption: `A`\nselect: 1",
                "4 The conversation went on with the options `A`, `B` [disabled]."
            ),
            ("\nset: $x = 1", "2 `$x` cannot be set to 1."), ("set: $n = true", "1 `$n` cannot be set to True."),
            ("node: Nowhere", "1 There is no node \"Nowhere\"."), ("lien: `a`", "1 `lien` is no step of a test plan."),
            ("line: a", "1 The text is not in back quotes."), ("select: x", "1 `x` is no option."),
            ("saliency: bset", "1 There is no strategy `bset`."),
        ])
    func failing(_ plan: String, _ expected: String) throws {
        #expect(try failure(script, plan) == expected)
    }
}
