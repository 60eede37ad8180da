extension Translation {
    /// Reads a table of one language.
    /// - Parameters:
    ///   - file: the CSV file.
    ///   - language: the language it has to be in, usually the file's name.
    /// - Returns: the translation, nil when the table has no rows that can be relied on; and what is wrong, with places.
    public static func read(
        _ file: SourceFile, language: String
    ) -> (translation: Translation?, diagnostics: [Diagnostic]) {
        let table: CSVTable
        do throws(Diagnostic) {
            table = try CSVTable(parsing: file)
        } catch {
            return (nil, [error])
        }
        guard let header = table.rows.first else {
            let origin = SourcePosition(line: 1, column: 1)
            let span = SourceSpan(file: file.name, start: origin, end: origin)
            return (
                nil,
                [
                    TranslationRule.columns.diagnostic(
                        "The table is empty.", at: span, expected: columns.joined(separator: ","))
                ]
            )
        }
        var diagnostics = complaints(about: header)
        guard diagnostics.isEmpty else { return (nil, diagnostics) }
        var places: [String: Int] = [:]
        for (index, field) in header.enumerated() { places[field.text] = index }
        var translation = Translation(language: language)
        var lines: [String: Int] = [:]
        for row in table.rows.dropFirst() {
            func cell(_ column: String) -> CSVTable.Field { row[places[column] ?? 0] }
            let (id, text, own) = (cell("id"), cell("text"), cell("language"))
            if own.text != language {
                diagnostics.append(
                    TranslationRule.language.diagnostic(
                        "This row is in `\(own.text)`, and the table in `\(language)`.", at: own.span,
                        expected: language))
            }
            if let line = lines[id.text] {
                diagnostics.append(
                    TranslationRule.duplicate.diagnostic(
                        "`\(id.text)` has a row already.", at: id.span,
                        hint: "The first is on line \(line). Remove one of them."))
            } else {
                lines[id.text] = id.span.start.line
            }
            translation.rows.append(
                Row(
                    id: id.text, text: text.text, lock: cell("lock").text, comment: cell("comment").text,
                    idSpan: id.span, textSpan: text.span))
        }
        return (translation, diagnostics)
    }

    private static func complaints(about header: [CSVTable.Field]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        if header.count == 1, let only = header.first, let sign = [";", "\t"].first(where: only.text.contains) {
            return [
                TranslationRule.columns.diagnostic(
                    "The fields of this table are divided by \(sign == ";" ? "semicolons" : "tabs").", at: only.span,
                    expected: columns.joined(separator: ","),
                    hint: "Save it with commas between the fields: most spreadsheets ask when saving as CSV.")
            ]
        }
        var seen: Set<String> = []
        for field in header {
            if !columns.contains(field.text) {
                diagnostics.append(
                    TranslationRule.columns.diagnostic(
                        "There is no column `\(field.text)`.", at: field.span,
                        expected: columns.joined(separator: ","),
                        hint: Spelling.nearest(to: field.text, in: columns).map { "Did you mean `\($0)`?" }))
            } else if !seen.insert(field.text).inserted {
                diagnostics.append(
                    TranslationRule.columns.diagnostic("The column `\(field.text)` is there twice.", at: field.span))
            }
        }
        let missing = columns.filter { !seen.contains($0) }
        if diagnostics.isEmpty, !missing.isEmpty, let first = header.first, let last = header.last {
            diagnostics.append(
                TranslationRule.columns.diagnostic(
                    "The first row does not name \(missing.map { "`\($0)`" }.joined(separator: ", ")).",
                    at: first.span.joined(to: last.span), expected: columns.joined(separator: ",")))
        }
        return diagnostics
    }
}
