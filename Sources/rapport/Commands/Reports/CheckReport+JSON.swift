import Conversation
import Foundation
import Yarn

// The report for programs. Docs/Authoring.md says what each name means.
extension CheckReport {
    private struct Document: Encodable {
        var version = 1
        var errors: Int
        var warnings: Int
        var notes: Int
        var scenarios: [Entry]
        var files: [Entry]
        var together: [String]
    }

    private struct Entry: Encodable {
        var slug: String
        var path: String
        var failure: String?
        var walk: Walk?
        var diagnostics: [Finding]
    }

    private struct Walk: Encodable {
        var mode: String
        var states: Int?
        var walks: Int?
        var seed: UInt64?
        var lines: Count
        var options: Count
        var nodes: Count
        var endings: Count
    }

    private struct Count: Encodable {
        var reached: Int
        var total: Int

        init(_ count: PathWalk.Count) { (reached, total) = (count.reached, count.total) }
    }

    private struct Finding: Encodable {
        struct Place: Encodable {
            var line: Int
            var column: Int

            init(_ position: SourcePosition) { (line, column) = (position.line, position.column) }
        }

        var code: String
        var severity: String
        var message: String
        var expected: String?
        var hint: String?
        var file: String
        var start: Place
        var end: Place
    }

    /// The report as JSON with sorted keys.
    var json: some Encodable {
        let entries = scenarios.map { scenario in
            Entry(
                slug: scenario.slug, path: scenario.path, failure: scenario.failure, walk: scenario.walk.map(Self.walk),
                diagnostics: scenario.diagnostics.map(Self.finding))
        }
        let others = files.map {
            Entry(slug: $0.slug, path: $0.source.name, diagnostics: $0.diagnostics.map(Self.finding))
        }
        return Document(
            errors: errors, warnings: warnings, notes: notes, scenarios: entries, files: others,
            together: together)
    }

    private static func finding(_ diagnostic: Diagnostic) -> Finding {
        Finding(
            code: diagnostic.code, severity: diagnostic.severity.rawValue, message: diagnostic.message,
            expected: diagnostic.expected, hint: diagnostic.hint, file: diagnostic.span.file,
            start: Finding.Place(diagnostic.span.start), end: Finding.Place(diagnostic.span.end))
    }

    private static func walk(_ walk: PathWalk) -> Walk {
        var result = Walk(
            mode: "every-path", lines: Count(walk.lines), options: Count(walk.options), nodes: Count(walk.nodes),
            endings: Count(walk.endings))
        switch walk.mode {
        case .everyPath(let states): result.states = states
        case .sampled(let walks, let seed): (result.mode, result.walks, result.seed) = ("sampled", walks, seed)
        }
        return result
    }
}
