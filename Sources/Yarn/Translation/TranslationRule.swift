/// What a translation must hold to: one case a rule, with what a diagnostic of it is called.
public enum TranslationRule: String, Hashable, Sendable, CaseIterable {
    case csv = "RP0701"
    case columns = "RP0702"
    case duplicate = "RP0703"
    case language = "RP0704"
    case unknownLine = "RP0705"
    case missing = "RP0706"
    case stale = "RP0707"
    case placeholders = "RP0708"
    case markup = "RP0709"
    case speaker = "RP0710"

    /// How much breaking it matters.
    public var severity: Diagnostic.Severity {
        switch self {
        case .csv, .columns, .duplicate, .language, .placeholders: .error
        case .unknownLine, .missing, .stale, .markup, .speaker: .warning
        }
    }

    /// The row of the table of diagnostics; the examples are tables of translations into German of ``script``.
    public var entry: DiagnosticEntry {
        let (title, explanation) = words
        let (wrong, right) = examples
        return DiagnosticEntry(
            code: rawValue, severity: severity, title: title, explanation: explanation, wrong: wrong, right: right,
            format: "csv")
    }

    /// The script that the tables in the examples translate.
    public static let script = "title: Start\n---\nMae: {1 + 1} of [b]three[/b]. #line:a\n===\n"

    private var words: (title: String, explanation: String) {
        switch self {
        case .csv:
            (
                "a table that is not CSV",
                "A string table is comma-separated values as RFC 4180 has them: a field with a comma, a quote or a line "
                    + "break in it stands in double quotes, and a quote inside it is written twice."
            )
        case .columns:
            (
                "a table with other columns",
                "A translation has the columns language, id, text, file, node, lineNumber, lock and comment, in any order."
            )
        case .duplicate: ("two rows for one line", "A line has one row. Remove the one that is not meant.")
        case .language: ("a row in another language", "Every row is in the language that the table is named after.")
        case .unknownLine:
            ("a row for a line that there is not", "The line is gone, or its id has changed. The row says nothing.")
        case .missing: ("a line that is not translated", "It is said as the script has it.")
        case .stale:
            (
                "a translation of an older text",
                "The line has changed since it was translated: `lock` is not the checksum of its text any more. Update "
                    + "the translation and take the mark before it away."
            )
        case .placeholders:
            (
                "placeholders that differ",
                "`{0}`, `{1}` … stand for values. A translation has those of its line, in any order."
            )
        case .markup: ("markup that does not fit, in a translation", "The text is shown raw, brackets and all.")
        case .speaker:
            (
                "a translation said by somebody else",
                "The name before the colon says who speaks. It stays as the script has it."
            )
        }
    }

    private var examples: (wrong: String, right: String) {
        func table(_ rows: String...) -> String {
            Translation.columns.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
        }
        let good = "de,line:a,Mae: {0} von [b]drei[/b].,,,,,"
        let right = table(good)
        switch self {
        case .csv:
            return (
                table("de,line:a,Mae: {0} von \"drei\".,,,,,"), table("de,line:a,\"Mae: {0} von \"\"drei\"\".\",,,,,")
            )
        case .columns: return ("language,id,txt,file,node,lineNumber,lock,comment\n" + good + "\n", right)
        case .duplicate: return (table(good, good), right)
        case .language: return (table("fr,line:a,Mae: {0} sur [b]trois[/b].,,,,,"), right)
        case .unknownLine: return (table(good, "de,line:b,Mae: Hallo.,,,,,"), right)
        case .missing: return (table("de,line:a,,,,,,"), right)
        case .stale: return (table("de,line:a,(NEEDS UPDATE) Mae: {0} von [b]drei[/b].,,,,,"), right)
        case .placeholders: return (table("de,line:a,Mae: zwei von [b]drei[/b].,,,,,"), right)
        case .markup: return (table("de,line:a,Mae: {0} von [b]drei.,,,,,"), right)
        case .speaker: return (table("de,line:a,Maja: {0} von [b]drei[/b].,,,,,"), right)
        }
    }

    func diagnostic(
        _ message: String, at span: SourceSpan, expected: String? = nil, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code: rawValue, severity: severity, message: message, span: span, expected: expected, hint: hint)
    }
}
