import Testing

@testable import Yarn

@Suite("The official cases", .enabled(if: ReferenceData.isPresent, "RAPPORT_REFERENCE_DATA is not set"))
struct ConformanceTests {
    private static func compile(_ path: String) throws -> (Compilation, SourceFile) {
        let file = SourceFile(name: path, text: try #require(ReferenceData.read(path)))
        return (
            Compiler.compile([file], functions: ConformanceHost.signatures, acceptsUnknownFunctions: true), file
        )
    }

    @Test("run as planned", arguments: ReferenceData.cases(in: "run"))
    func runsAsPlanned(_ name: String) throws {
        let (compilation, file) = try Self.compile("run/\(name).yarn")
        let errors = compilation.diagnostics.filter { $0.severity == .error }.map { $0.rendered(in: [file]) }
        #expect(errors == [])
        let plan = TestPlan(
            parsing: SourceFile(name: name, text: try #require(ReferenceData.read("run/\(name).testplan"))))
        var runner = TestPlanRunner(program: try #require(compilation.program), host: ConformanceHost())
        #expect(runner.firstFailure(in: plan).map { $0.rendered(in: []) } == nil)
    }

    @Test("are rejected", arguments: ReferenceData.cases(in: "reject"))
    func isRejected(_ name: String) throws {
        let (compilation, file) = try Self.compile("reject/\(name).yarn")
        #expect(compilation.program == nil)
        #expect(compilation.diagnostics.contains { $0.severity == .error })
        for diagnostic in compilation.diagnostics { expectValid(diagnostic.span, in: file) }
    }

    @Test("are all there")
    func countIsKnown() {
        #expect(ReferenceData.cases(in: "run").count >= 19)
        #expect(ReferenceData.cases(in: "reject").count >= 20)
    }
}

/// A span that an editor could show.
func expectValid(_ span: SourceSpan, in file: SourceFile) {
    let lines = SourceText(file).lines
    #expect(span.file == file.name)
    #expect(span.start.line >= 1 && span.start.line <= lines.count)
    #expect(span.start.column >= 1)
    #expect(span.start <= span.end)
}
