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
}
