extension Diagnostic {
    /// The diagnostic for people: place and message, the line it is about with a caret under the spot, what was expected and
    /// what to do. Control characters of the source are shown as pictures, so that none can reach a terminal; of a very long
    /// line only the part around the spot is shown.
    ///
    /// For many diagnostics ask the sequence of them, which reads the files only once.
    public func rendered(in files: [SourceFile]) -> String {
        rendered(with: Excerpts(files.filter { $0.name == span.file }))
    }

    fileprivate func rendered(with excerpts: Excerpts) -> String {
        var result = Diagnostic.visible(
            "\(span.file):\(span.start.line):\(span.start.column): \(severity.rawValue) \(code): ")
        result += Diagnostic.visible(message)
        if let line = excerpts.line(span.start.line, of: span.file) { result += excerpt(of: line) }
        if let expected { result += "\n   expected: \(Diagnostic.visible(expected))" }
        if let hint { result += "\n   hint: \(Diagnostic.visible(hint))" }
        return result
    }

    private func excerpt(of line: String) -> String {
        let count = line.count
        let column = min(span.start.column, count + 1)
        let end = span.end.line == span.start.line ? min(span.end.column, count + 1) : count + 1
        let number = String(span.start.line)
        let margin = String(repeating: " ", count: number.count)
        // A line that no window holds is cut around the spot.
        let first = count > Self.longestExcerpt ? max(1, column - Self.longestExcerpt / 3) : 1
        let last = min(count, first + Self.longestExcerpt - 1)
        let shown = line.dropFirst(first - 1).prefix(last - first + 1)
        let lead = first > 1 ? "…" : ""
        let indent = shown.prefix(column - first).map {
            $0 == "\t" ? "\t" : String(repeating: " ", count: Diagnostic.width($0))
        }
        let marked = shown.dropFirst(column - first).prefix(max(end - column, 0))
        let carets = marked.reduce(0) { $0 + Diagnostic.width($1) }
        return "\n \(number) | \(lead)\(Diagnostic.visible(String(shown)))\(last < count ? "…" : "")"
            + "\n \(margin) | \(first > 1 ? " " : "")\(indent.joined())\(String(repeating: "^", count: max(carets, 1)))"
    }

    /// More characters of a line are not shown.
    private static var longestExcerpt: Int { 300 }

    /// Control and formatting characters as pictures; tabs stay.
    static func visible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: result.append(scalar)
            case 0x00..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: result.append("\u{2421}")
            case 0x80..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Cells a character takes, near enough to put a caret: wide East Asian ranges and emoji take two.
    private static func width(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first?.value else { return 0 }
        switch first {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default:
            return character.unicodeScalars.contains { $0 == "\u{FE0F}" } ? 2 : 1
        }
    }
}

extension Sequence<Diagnostic> {
    /// Each diagnostic for people, as `Diagnostic.rendered(in:)` does it.
    public func rendered(in files: [SourceFile]) -> [String] {
        let excerpts = Excerpts(files)
        return map { $0.rendered(with: excerpts) }
    }
}

/// The lines of files, to show what diagnostics are about.
private struct Excerpts {
    private var sources: [String: SourceText] = [:]

    init(_ files: [SourceFile]) {
        for file in files where sources[file.name] == nil { sources[file.name] = SourceText(file) }
    }

    /// The line with this number, from 1, without its break.
    func line(_ number: Int, of file: String) -> String? {
        guard let source = sources[file], source.lines.indices.contains(number - 1) else { return nil }
        return source.string(source.lines[number - 1])
    }
}
