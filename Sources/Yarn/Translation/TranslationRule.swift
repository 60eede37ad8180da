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

    /// What the rule asks for.
    public var title: String {
        switch self {
        case .csv: "A string table is comma-separated values as RFC 4180 has them."
        case .columns: "A translation has the columns language, id, text, file, node, lineNumber, lock and comment."
        case .duplicate: "A line has one row."
        case .language: "A row is in the language of its table."
        case .unknownLine: "A row belongs to a line of the script."
        case .missing: "Every line is translated."
        case .stale: "A translation is as new as the line it translates."
        case .placeholders: "A translation has the placeholders of its line, in any order."
        case .markup: "The markup of a translation can be read."
        case .speaker: "A translation is said by whoever says the line."
        }
    }

    func diagnostic(
        _ message: String, at span: SourceSpan, expected: String? = nil, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code: rawValue, severity: severity, message: message, span: span, expected: expected, hint: hint)
    }
}
