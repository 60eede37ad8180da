/// What there is to say about one kind of diagnostic: the row that messages, the reference page and tests are made from.
public struct DiagnosticEntry: Hashable, Sendable {
    /// The code that stands in the message, such as `YS0012`.
    public var code: String
    /// How much it matters.
    public var severity: Diagnostic.Severity
    /// What it is called, in a few words.
    public var title: String
    /// Why it matters and what to do, in a sentence or two.
    public var explanation: String
    /// A whole file that raises exactly this code.
    public var wrong: String
    /// The same file, mended: it raises nothing.
    public var right: String
    /// What kind of file the examples are, as code blocks name it.
    public var format: String

    /// A row of the table.
    public init(
        code: String, severity: Diagnostic.Severity, title: String, explanation: String, wrong: String, right: String,
        format: String = "yarn"
    ) {
        self.code = code
        self.severity = severity
        self.title = title
        self.explanation = explanation
        self.wrong = wrong
        self.right = right
        self.format = format
    }

    /// A row for a code of this room.
    init(_ code: DiagnosticCode, _ title: String, _ explanation: String, wrong: String, right: String) {
        self.init(
            code: code.rawValue, severity: code.severity, title: title, explanation: explanation, wrong: wrong,
            right: right)
    }
}
