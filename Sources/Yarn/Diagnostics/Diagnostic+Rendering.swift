extension Diagnostic {
    /// The diagnostic for people: place and message, the line it is about with a caret under the spot, what was expected and
    /// what to do. Control characters of the source are shown as pictures, so that none can reach a terminal.
    public func rendered(in files: [SourceFile]) -> String {
        var result = Diagnostic.visible(
            "\(span.file):\(span.start.line):\(span.start.column): \(severity.rawValue) \(code): ")
        result += Diagnostic.visible(message)
        if let file = files.first(where: { $0.name == span.file }),
            let whole = Diagnostic.line(span.start.line, of: file.text)
        {
            let (line, cut) = Diagnostic.excerpt(of: whole, around: span.start.column)
            let column = min(span.start.column - cut, line.count + 1)
            let end = span.end.line == span.start.line ? min(span.end.column - cut, line.count + 1) : line.count + 1
            let number = String(span.start.line)
            let margin = String(repeating: " ", count: number.count)
            let indent = line.prefix(column - 1).map {
                $0 == "\t" ? "\t" : String(repeating: " ", count: Diagnostic.width($0))
            }
            let marked = line.dropFirst(column - 1).prefix(max(end - column, 0))
            let carets = marked.reduce(0) { $0 + Diagnostic.width($1) }
            result += "\n \(number) | \(Diagnostic.visible(line))"
            result += "\n \(margin) | \(indent.joined())\(String(repeating: "^", count: max(carets, 1)))"
        }
        if let expected { result += "\n   expected: \(Diagnostic.visible(expected))" }
        if let hint { result += "\n   hint: \(Diagnostic.visible(hint))" }
        return result
    }

    /// A line that is too long to be read is cut on both sides; also how many characters were cut in front, less the sign
    /// that stands for them.
    private static func excerpt(of line: String, around column: Int) -> (line: String, cut: Int) {
        guard line.utf8.count > 200, line.count > 160 else { return (line, 0) }
        let start = max(column - 60, 0)
        let rest = line.dropFirst(start)
        let shown = rest.prefix(140)
        let isCutBehind = shown.endIndex < rest.endIndex
        return ((start > 0 ? "…" : "") + shown + (isCutBehind ? "…" : ""), start > 0 ? start - 1 : 0)
    }

    /// The line with this number, from 1, without its break. Looks at bytes only: a report may ask thousands of times.
    private static func line(_ number: Int, of text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            var current = 1
            var offset = start
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte == 0x0A || byte == 0x0D {
                    if current == number { break }
                    if byte == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { offset += 1 }
                    current += 1
                    start = offset + 1
                }
                offset += 1
            }
            return current == number ? String(decoding: bytes[start..<offset], as: UTF8.self) : nil
        }
    }

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
