extension Translation {
    /// What is wrong with the translation of a script: lines without translation, rows that need an update, rows of no
    /// line, placeholders that differ, markup that cannot be read, another speaker.
    ///
    /// A complaint about a row stands where the row does; that a line has no translation, where the line does.
    public func diagnostics(against table: StringTable) -> [Diagnostic] {
        var entries: [String: StringTable.Entry] = [:]
        for entry in table.entries where entry.text != nil { entries[entry.id] = entry }
        var found: [Diagnostic] = []
        var translated: Set<String> = []
        for row in rows {
            guard let entry = entries[row.id], let source = entry.text else {
                found.append(unknown(row, entries.keys.sorted()))
                continue
            }
            guard let text = row.translation else { continue }
            translated.insert(row.id)
            let span = row.textSpan ?? entry.span
            if row.isStale(for: entry) {
                found.append(
                    TranslationRule.stale.diagnostic(
                        "The source of `\(row.id)` has changed since this was translated: \(source)", at: span,
                        hint: text == row.text
                            ? "Export the table again: that marks the row and shows the new text beside it."
                            : "Update the text and remove the mark before it."))
            }
            found += complaints(about: text, of: row, source: source, at: span)
        }
        for entry in table.entries {
            guard let text = entry.text, !text.isEmpty, !translated.contains(entry.id) else { continue }
            found.append(
                TranslationRule.missing.diagnostic(
                    "`\(entry.id)` is not translated into `\(language)`.", at: entry.span))
        }
        return found
    }

    /// Everything that is wrong with a table of translations, in itself and against the script.
    /// - Parameters:
    ///   - file: the CSV file.
    ///   - language: the language it has to be in, usually the file's name.
    ///   - table: the lines of the script.
    public static func diagnostics(
        of file: SourceFile, language: String, against table: StringTable
    ) -> [Diagnostic] {
        let (translation, diagnostics) = read(file, language: language)
        return diagnostics + (translation?.diagnostics(against: table) ?? [])
    }

    private func unknown(_ row: Row, _ ids: [String]) -> Diagnostic {
        TranslationRule.unknownLine.diagnostic(
            "No line of the script has the id `\(row.id)`.", at: row.idSpan ?? .nowhere,
            hint: Spelling.nearest(to: row.id, in: ids).map { "Did you mean `\($0)`?" }
                ?? "The line is gone, or its id has changed.")
    }

    private func complaints(about text: String, of row: Row, source: String, at span: SourceSpan) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let (wanted, there) = (Placeholders.numbers(in: source), Placeholders.numbers(in: text))
        if wanted != there {
            let missing = wanted.subtracting(there).sorted().map { "`{\($0)}`" }
            let extra = there.subtracting(wanted).sorted().map { "`{\($0)}`" }
            var words: [String] = []
            if !missing.isEmpty { words.append("lacks \(missing.joined(separator: ", "))") }
            if !extra.isEmpty { words.append("has \(extra.joined(separator: ", ")), which the line has not") }
            found.append(
                TranslationRule.placeholders.diagnostic(
                    "The translation of `\(row.id)` \(words.joined(separator: " and ")).", at: span, expected: source))
        }
        if let problem = Placeholders.markupProblem(in: text), Placeholders.markupProblem(in: source) == nil {
            found.append(TranslationRule.markup.diagnostic(problem.message, at: span, hint: problem.hint))
        }
        let (speaker, other) = (MarkupParser.parse(source).speaker, MarkupParser.parse(text).speaker)
        if speaker != other {
            let said = other.map { "is said by `\($0)`" } ?? "is said by nobody"
            found.append(
                TranslationRule.speaker.diagnostic(
                    "The translation of `\(row.id)` \(said), and the line by \(speaker.map { "`\($0)`" } ?? "nobody").",
                    at: span, expected: speaker.map { "\($0): …" },
                    hint: other == nil ? nil : "Names before the colon stay; a colon as text is written `\\:`."))
        }
        return found
    }
}

/// `{0}`, `{1}` … in the text of a string table.
enum Placeholders {
    /// The text cut at its placeholders: literal pieces, one more than there are numbers between them. A number that is
    /// not below `count` is no placeholder but text.
    static func cut(_ text: String, count: Int) -> (pieces: [String], numbers: [Int]) {
        let bytes = Array(text.utf8)
        var pieces: [String] = []
        var numbers: [Int] = []
        var start = 0
        var offset = 0
        while offset < bytes.count {
            guard bytes[offset] == 0x7B else {
                offset += 1
                continue
            }
            var end = offset + 1
            while end < bytes.count, end - offset < 8, (0x30...0x39).contains(bytes[end]) { end += 1 }
            guard end > offset + 1, end < bytes.count, bytes[end] == 0x7D,
                let number = Int(String(decoding: bytes[offset + 1..<end], as: UTF8.self)), number < count
            else {
                offset += 1
                continue
            }
            pieces.append(String(decoding: bytes[start..<offset], as: UTF8.self))
            numbers.append(number)
            offset = end + 1
            start = offset
        }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
        return (pieces, numbers)
    }

    static func numbers(in text: String) -> Set<Int> { Set(cut(text, count: .max).numbers) }

    /// What is wrong with the markup of a text whatever its values turn out to be.
    static func markupProblem(in text: String) -> (message: String, hint: String)? {
        var parts: [TextPart] = []
        for (index, piece) in cut(text, count: .max).pieces.enumerated() {
            if index > 0 { parts.append(.expression(Expression(kind: .invalid, span: .nowhere))) }
            parts.append(.text(piece, .nowhere))
        }
        return MarkupParser.problem(in: parts)
    }
}
