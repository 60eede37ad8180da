import Testing

@testable import Yarn

@Suite("The table of diagnostics")
struct DiagnosticEntryTests {
    /// Everything that is said about an example, with the checks and the language that its code needs.
    private func said(about text: String, for code: DiagnosticCode) -> [Diagnostic] {
        let file = SourceFile(name: "example.yarn", text: text)
        if code == .badTestPlan { return TestPlan(parsing: file).diagnostics }
        let requested: RequestedChecks =
            switch code {
            case .unreachableCode: .unreachableCode
            case .unreachedNode: .unreachedNodes
            default: []
            }
        return Compiler.compile(
            [file], functions: [], locale: code == .unknownLocale ? "tlh" : "en", requested: requested
        ).diagnostics
    }

    @Test("every wrong example raises its code and nothing else", arguments: DiagnosticCode.allCases)
    func wrong(_ code: DiagnosticCode) {
        let found = said(about: code.entry.wrong, for: code)
        #expect(found.map(\.code) == [code.rawValue])
        #expect(found.map(\.severity) == [code.severity])
    }

    @Test("every mended example raises nothing", arguments: DiagnosticCode.allCases)
    func right(_ code: DiagnosticCode) {
        let found = said(about: code.entry.right, for: code).map { "\($0.code) \($0.message)" }
        #expect(found == [])
    }

    @Test("every code is explained in whole sentences, and has a title of its own")
    func words() {
        for code in DiagnosticCode.allCases {
            #expect(code.entry.code == code.rawValue)
            #expect(!code.title.isEmpty && !code.title.hasSuffix("."))
            #expect(code.explanation.hasSuffix("."))
        }
        #expect(Set(DiagnosticCode.allCases.map(\.title)).count == DiagnosticCode.allCases.count)
        #expect(Set(DiagnosticCode.allCases.map(\.rawValue)).count == DiagnosticCode.allCases.count)
    }

    @Test("the page has a section a code and no control character")
    func page() {
        let page = DiagnosticEntry.page(of: DiagnosticCode.allCases.map(\.entry))
        for code in DiagnosticCode.allCases { #expect(page.contains("\n## \(code.rawValue)\n")) }
        #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
}
