import Conversation
import Foundation
import Testing
import Yarn

@Suite("Docs/Diagnostics.md")
struct DiagnosticsPageTests {
    @Test("is the page made from the tables: `rapport yarn diagnostics > Docs/Diagnostics.md` writes it")
    func isUpToDate() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let written = try String(contentsOf: root.appendingPathComponent("Docs/Diagnostics.md"), encoding: .utf8)
        let page = DiagnosticEntry.page(of: DiagnosticEntry.all)
        let differing = zip(written.split(separator: "\n"), page.split(separator: "\n")).first { $0 != $1 }
        #expect(differing.map { "\($0) / \($1)" } == nil)
        #expect(written == page)
    }
}
