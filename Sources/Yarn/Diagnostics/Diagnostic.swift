/// One thing that is wrong, or worth knowing, about a source file: where it is, what was expected, what to do.
public struct Diagnostic: Hashable, Sendable, Error {
    /// How much it matters.
    public enum Severity: String, Hashable, Codable, Sendable {
        /// No program can be made.
        case error
        /// The program runs, but probably not as meant.
        case warning
        /// Worth knowing.
        case info
    }

    /// The code, such as `YS0005`; `DiagnosticCode` explains those of this room.
    public var code: String
    /// How much it matters.
    public var severity: Severity
    /// What is wrong, in one plain sentence.
    public var message: String
    /// Where.
    public var span: SourceSpan
    /// What would have been right here, when that can be said shortly.
    public var expected: String?
    /// What to do about it.
    public var hint: String?

    /// A diagnostic with its own code, for rooms that check more than this one.
    public init(
        code: String, severity: Severity, message: String, span: SourceSpan, expected: String? = nil,
        hint: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.span = span
        self.expected = expected
        self.hint = hint
    }

    /// A diagnostic of this room, with the severity its table gives.
    public init(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, expected: String? = nil, hint: String? = nil
    ) {
        self.init(
            code: code.rawValue, severity: code.severity, message: message, span: span, expected: expected, hint: hint)
    }
}
