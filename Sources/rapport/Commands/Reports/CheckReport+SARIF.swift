import Conversation
import Foundation
import Yarn

// The report for code scanning. Format: OASIS, Static Analysis Results Interchange Format 2.1.0.
extension CheckReport {
    private struct Log: Encodable {
        var schema = "https://json.schemastore.org/sarif-2.1.0.json"
        var version = "2.1.0"
        var runs: [Run]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }

    private struct Run: Encodable {
        struct Tool: Encodable { var driver: Driver }

        struct Driver: Encodable {
            var name = "rapport"
            var version: String
            var rules: [Rule]
        }

        var tool: Tool
        var columnKind = "unicodeCodePoints"
        var results: [Finding]
    }

    private struct Text: Encodable { var text: String }

    private struct Rule: Encodable {
        struct Configuration: Encodable { var level: String }

        var id: String
        var shortDescription: Text
        var fullDescription: Text
        var defaultConfiguration: Configuration
    }

    private struct Finding: Encodable {
        struct Location: Encodable { var physicalLocation: Physical }
        struct Physical: Encodable {
            var artifactLocation: Artifact
            var region: Region?
        }
        struct Artifact: Encodable { var uri: String }
        struct Region: Encodable {
            var startLine: Int
            var startColumn: Int
            var endLine: Int
            var endColumn: Int
        }

        var ruleId: String
        var ruleIndex: Int?
        var level: String
        var message: Text
        var locations: [Location]
    }

    /// The report as SARIF 2.1.0.
    var sarif: some Encodable {
        let rules = Self.rules
        var indices: [String: Int] = [:]
        for (index, rule) in rules.enumerated() { indices[rule.id] = index }
        var results: [Finding] = []
        for scenario in scenarios {
            if let failure = scenario.failure {
                let place = Finding.Physical(artifactLocation: Finding.Artifact(uri: Self.uri(scenario.path)))
                results.append(
                    Finding(
                        ruleId: "unreadable", level: "error", message: Text(text: failure),
                        locations: [Finding.Location(physicalLocation: place)]))
            }
            let lines = scenario.lines
            results += scenario.diagnostics.map {
                Self.result($0, rule: indices[$0.code], lines: lines[$0.span.file] ?? [])
            }
        }
        for file in files {
            let lines = Self.lines(of: file.source)
            results += file.diagnostics.map { Self.result($0, rule: indices[$0.code], lines: lines) }
        }
        results += together.map {
            Finding(ruleId: "balance", level: "warning", message: Text(text: $0), locations: [])
        }
        let driver = Run.Driver(version: Rapport.configuration.version, rules: rules)
        return Log(runs: [Run(tool: Run.Tool(driver: driver), results: results)])
    }

    private static func result(_ diagnostic: Diagnostic, rule: Int?, lines: [Substring]) -> Finding {
        let place = Finding.Physical(
            artifactLocation: Finding.Artifact(uri: Self.uri(diagnostic.span.file)),
            region: Self.region(diagnostic.span, in: lines))
        return Finding(
            ruleId: diagnostic.code, ruleIndex: rule, level: Self.level(diagnostic.severity),
            message: Text(text: Self.message(diagnostic)), locations: [Finding.Location(physicalLocation: place)])
    }

    private static var rules: [Rule] {
        DiagnosticEntry.all.map { entry in
            Rule(
                id: entry.code, shortDescription: Text(text: entry.title),
                fullDescription: Text(text: entry.explanation),
                defaultConfiguration: Rule.Configuration(level: level(entry.severity)))
        }
    }

    private static func level(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    private static func message(_ diagnostic: Diagnostic) -> String {
        [diagnostic.message, diagnostic.expected.map { "Expected: \($0)." }, diagnostic.hint].compactMap(\.self)
            .joined(separator: " ")
    }

    private static func uri(_ path: String) -> String {
        let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return path.hasPrefix("/") ? "file://" + encoded : encoded
    }

    /// A span in code points: our columns count characters as people see them.
    private static func region(_ span: SourceSpan, in lines: [Substring]) -> Finding.Region {
        let column = { (position: SourcePosition) -> Int in
            guard lines.indices.contains(position.line - 1) else { return position.column }
            return lines[position.line - 1].prefix(position.column - 1).unicodeScalars.count + 1
        }
        return Finding.Region(
            startLine: span.start.line, startColumn: column(span.start), endLine: span.end.line,
            endColumn: column(span.end))
    }
}
