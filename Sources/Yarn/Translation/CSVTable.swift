/// Comma-separated values, strictly after RFC 4180: what it reads it can write again with the same contents.
///
/// Beyond the letter of the RFC it accepts a byte order mark, LF or CR alone as line breaks, and lines that are wholly
/// empty, which it leaves out. What it writes has CRLF and quotes only where they are needed.
public struct CSVTable: Hashable, Sendable {
    /// One cell.
    public struct Field: Hashable, Sendable {
        /// What it holds, quotes resolved.
        public var text: String
        /// Where it stands, quotes included.
        public var span: SourceSpan
    }

    /// The rows in order, each with as many fields as the first; empty when the file is.
    public private(set) var rows: [[Field]] = []

    /// Reads a table.
    /// - Throws: a ``Diagnostic`` at the first place that is no CSV; behind it nothing can be relied on.
    public init(parsing file: SourceFile) throws(Diagnostic) {
        let source = SourceText(file)
        var reader = Reader(source: source, offset: source.lines[0].lowerBound)
        while reader.offset < source.bytes.count {
            if reader.skipLineBreak() { continue }
            let row = try reader.row()
            if let first = rows.first, row.count != first.count {
                let last = row.last?.span ?? first[0].span
                throw TranslationRule.csv.diagnostic(
                    "This row has \(row.count) field\(row.count == 1 ? "" : "s"), and the first has \(first.count).",
                    at: (row.first?.span ?? last).joined(to: last), expected: "\(first.count) fields",
                    hint: "A text with a comma in it stands in double quotes.")
            }
            rows.append(row)
        }
    }

    /// Rows of texts as CSV: every row ends with CRLF; a field is quoted when it needs to be.
    public static func text(of rows: [[String]]) -> String {
        var result = ""
        for row in rows {
            // A row that is one empty field would look like no row at all.
            result += row == [""] ? "\"\"" : row.map(quoted).joined(separator: ",")
            result += "\r\n"
        }
        return result
    }

    private static func quoted(_ field: String) -> String {
        let bytes = field.utf8
        let needsQuotes =
            bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D } || bytes.first == 0x20
            || bytes.last == 0x20
            // At the beginning of a file it would be taken for a byte order mark.
            || field.unicodeScalars.first == "\u{FEFF}"
        guard needsQuotes else { return field }
        var result = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { result += "\"\"" } else { result.unicodeScalars.append(scalar) }
        }
        return result + "\""
    }
}

extension CSVTable {
    private struct Reader {
        let source: SourceText
        var offset: Int

        private var byte: UInt8? { offset < source.bytes.count ? source.bytes[offset] : nil }
        private var isAtLineBreak: Bool { byte == 0x0A || byte == 0x0D }

        mutating func skipLineBreak() -> Bool {
            guard isAtLineBreak else { return false }
            if byte == 0x0D, offset + 1 < source.bytes.count, source.bytes[offset + 1] == 0x0A { offset += 1 }
            offset += 1
            return true
        }

        mutating func row() throws(Diagnostic) -> [Field] {
            var fields: [Field] = []
            while true {
                fields.append(byte == 0x22 ? try quotedField() : try bareField())
                guard byte == 0x2C else { break }
                offset += 1
            }
            _ = skipLineBreak()
            return fields
        }

        private mutating func bareField() throws(Diagnostic) -> Field {
            let start = offset
            while let byte, byte != 0x2C, !isAtLineBreak {
                if byte == 0x22 {
                    throw TranslationRule.csv.diagnostic(
                        "A double quote stands in a field that is not quoted.", at: source.span(offset..<offset + 1),
                        hint: "Put the whole field in double quotes, and write the quote inside it twice.")
                }
                offset += 1
            }
            return Field(text: source.string(start..<offset), span: source.span(start..<offset))
        }

        private mutating func quotedField() throws(Diagnostic) -> Field {
            let start = offset
            var text: [UInt8] = []
            offset += 1
            while true {
                guard let byte else {
                    throw TranslationRule.csv.diagnostic(
                        "The quoted field that begins here has no end.", at: source.span(start..<start + 1),
                        expected: "a closing double quote")
                }
                offset += 1
                if byte != 0x22 {
                    text.append(byte)
                } else if self.byte == 0x22 {
                    text.append(0x22)
                    offset += 1
                } else {
                    break
                }
            }
            if let byte, byte != 0x2C, !isAtLineBreak {
                throw TranslationRule.csv.diagnostic(
                    "Something stands behind the closing quote of this field.", at: source.span(offset..<offset + 1),
                    expected: "a comma, or the end of the line",
                    hint: "A double quote inside a quoted field is written twice.")
            }
            return Field(text: String(decoding: text, as: UTF8.self), span: source.span(start..<offset))
        }
    }
}
