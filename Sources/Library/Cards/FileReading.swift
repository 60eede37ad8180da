import Yarn

/// A file of cards, of an agreement or of a room, read: what it gives, and what was found in it.
public struct FileReading<Value: Sendable>: Sendable {
    /// The file under the path it was found at.
    public var source: SourceFile
    /// Its name without its end.
    public var slug: String
    /// What it gives; nil when there is a mistake in it.
    public var value: Value?
    /// Mistakes, and what is worth a look, each at its place.
    public var findings: [Diagnostic]

    /// The mistakes, a line each with its place.
    public var troubles: [String] {
        findings.filter { $0.severity == .error }.map { finding in
            let start = finding.span.start
            return "\(finding.span.file):\(start.line):\(start.column): \(finding.message)"
                + (finding.hint.map { " \($0)" } ?? "")
        }
    }
}

/// What could be read of a folder, and why the rest could not.
public struct Shelf<Value: Sendable>: Sendable {
    /// What could be read, by short name.
    public var values: [Value]
    /// What is wrong with the others, each with file, line and column.
    public var troubles: [String]

    init(_ readings: [FileReading<Value>]) {
        values = readings.compactMap(\.value)
        troubles = readings.filter { $0.value == nil }.flatMap(\.troubles)
    }
}
