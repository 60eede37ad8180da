import Room
import Yarn

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// What a room plays from, beside scenarios.
extension Library {
    /// The role cards: `cards/*.yaml` of every folder; a set in an earlier folder hides its namesake in a later.
    public func cards() -> Shelf<RoleCardSet> { Shelf(cardFiles()) }

    /// The set of cards with a short name, which is a scenario's where they tell its story.
    /// - Throws: ``LibraryFailure`` when there is none, or it cannot be read.
    public func cards(_ slug: String) throws(LibraryFailure) -> RoleCardSet {
        try Self.one(slug, of: cardFiles(), called: "set of role cards")
    }

    /// The safety agreements: `agreements/*.yaml` of every folder.
    public func agreements() -> Shelf<SafetyAgreement> { Shelf(agreementFiles()) }

    /// The safety agreement with a short name.
    /// - Throws: ``LibraryFailure`` when there is none, or it cannot be read.
    public func agreement(_ slug: String) throws(LibraryFailure) -> SafetyAgreement {
        try Self.one(slug, of: agreementFiles(), called: "safety agreement")
    }

    /// The files of role cards, each with what was found in it. One that names a scenario which is not there is noted.
    public func cardFiles() -> [FileReading<RoleCardSet>] {
        let slugs = Set(entries().map(\.slug))
        return readings("cards", code: "cards") { source, slug in
            var reading = CardSetFile.read(source, slug: slug)
            if let scenario = reading.value?.scenario, !slugs.contains(scenario) {
                reading.findings.append(Self.missing(scenario, among: slugs, in: source, code: "cards"))
            }
            return reading
        }
    }

    /// The files of safety agreements, each with what was found in it.
    public func agreementFiles() -> [FileReading<SafetyAgreement>] {
        readings("agreements", code: "agreement", AgreementFile.read)
    }

    func readings<Value>(
        _ kind: String, code: String, _ read: (SourceFile, String) -> FileReading<Value>
    ) -> [FileReading<Value>] {
        var seen: Set<String> = []
        var readings: [FileReading<Value>] = []
        for folder in folders {
            let root = folder + "/" + kind
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
            for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
                let slug = String(name.dropLast(".yaml".count))
                guard seen.insert(slug).inserted else { continue }
                readings.append(Self.reading(root + "/" + name, slug: slug, code: code, read))
            }
        }
        return readings.sorted { $0.slug < $1.slug }
    }

    /// A file, read; a name or bytes that cannot be are noted at its beginning.
    static func reading<Value>(
        _ path: String, slug: String, code: String, _ read: (SourceFile, String) -> FileReading<Value>
    ) -> FileReading<Value> {
        func refused(_ message: String, at place: SourcePosition = SourcePosition(line: 1, column: 1)) -> FileReading<
            Value
        > {
            let end = SourcePosition(line: place.line, column: place.column + 1)
            let span = SourceSpan(file: path, start: place, end: end)
            return FileReading(
                source: SourceFile(name: path, text: ""), slug: slug, value: nil,
                findings: [Diagnostic(code: code, severity: .error, message: message, span: span)])
        }
        guard LibrarySlug.isSlug(slug) else {
            return refused("The file's name is no short name. Small letters, figures and hyphens make one.")
        }
        switch SmallFile.bytes(path, limit: YAMLWalk.limit) {
        case .missing: return refused("It is not there any more.")
        case .refused(let reason): return refused("It cannot be used: \(reason)")
        case .found(let bytes):
            let source = SourceFile(name: path, utf8: bytes)
            if let damage = source.damage {
                return refused("This is no UTF-8 text. Save it as UTF-8 in your editor.", at: damage.first)
            }
            return read(source, slug)
        }
    }

    private static func one<Value>(
        _ slug: String, of readings: [FileReading<Value>], called name: String
    ) throws(LibraryFailure) -> Value {
        guard let reading = readings.first(where: { $0.slug == slug }) else {
            let slugs = readings.map(\.slug)
            let hint = Spelling.nearest(to: slug, in: slugs).map { " Did you mean \($0)?" } ?? ""
            let there = slugs.isEmpty ? "None was found." : "There is: \(slugs.joined(separator: ", "))."
            throw LibraryFailure("There is no \(name) \(slug).\(hint) \(there)")
        }
        guard let value = reading.value else { throw LibraryFailure(reading.troubles.joined(separator: "\n")) }
        return value
    }

    static func missing(
        _ scenario: String, among slugs: Set<String>, in source: SourceFile, code: String
    ) -> Diagnostic {
        let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
        let index = lines.firstIndex { $0.contains("scenario:") } ?? 0
        let indent =
            lines.isEmpty
            ? 0 : lines[index].firstRange(of: "scenario:").map { lines[index][..<$0.lowerBound].count } ?? 0
        let start = SourcePosition(line: index + 1, column: 1 + indent)
        let end = SourcePosition(line: index + 1, column: 1 + indent + "scenario".count)
        return Diagnostic(
            code: code, severity: .warning, message: "There is no scenario `\(scenario)` in this library.",
            span: SourceSpan(file: source.name, start: start, end: end),
            hint: Spelling.nearest(to: scenario, in: slugs.sorted()).map { "Did you mean `\($0)`?" }
                ?? (code == "cards" ? "Leave `scenario` out where the cards tell a story of their own." : nil))
    }
}
