/// One case in the official form: a script, and the plan it has to follow. A script without a plan has to be refused.
public struct ConformanceCase: Sendable {
    /// The script.
    public var script: SourceFile
    /// What it has to do; nil when it has to be refused.
    public var plan: SourceFile?

    /// A case of a script and its plan.
    public init(script: SourceFile, plan: SourceFile?) {
        self.script = script
        self.plan = plan
    }

    /// Why the case fails, for people; nil when it passes.
    public func failure() -> String? {
        let compilation = Compiler.compile(
            [script], functions: ConformanceHost.signatures, acceptsUnknownFunctions: true)
        if let misplaced = compilation.diagnostics.first(where: { !isValid($0.span) }) {
            return "A diagnostic has no valid position: \(misplaced.rendered(in: [script]))"
        }
        let errors = compilation.diagnostics.filter { $0.severity == .error }
        guard let plan else {
            return errors.isEmpty ? "It compiles, and without a plan it has to be refused." : nil
        }
        guard errors.isEmpty, let program = compilation.program else {
            return errors.rendered(in: [script]).joined(separator: "\n")
        }
        var runner = TestPlanRunner(program: program, host: ConformanceHost())
        return runner.firstFailure(in: TestPlan(parsing: plan)).map { $0.rendered(in: [script, plan]) }
    }

    /// Whether an editor could show the place.
    private func isValid(_ span: SourceSpan) -> Bool {
        let source = SourceText(script)
        func isInside(_ position: SourcePosition) -> Bool {
            guard source.lines.indices.contains(position.line - 1), position.column >= 1 else { return false }
            return position.column <= source.string(source.lines[position.line - 1]).count + 1
        }
        return span.file == script.name && span.start <= span.end && isInside(span.start) && isInside(span.end)
    }
}
