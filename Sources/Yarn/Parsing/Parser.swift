/// Makes the tree of one file. A mistake becomes a diagnostic and costs one statement; the rest is read all the same.
///
/// The rules are split by topic: lines, options, flow, declarations, commands, expressions, headers.
struct Parser {
    /// Stops the statement, or part of one, in which it is thrown.
    ///
    /// A reference, so that the many places that may throw it take little of the stack: rules call each other deeply.
    final class Failure: Error {
        let diagnostic: Diagnostic

        init(diagnostic: Diagnostic) {
            self.diagnostic = diagnostic
        }
    }

    /// What statements stand in; inner to outer on `blocks`.
    enum Block: Equatable {
        /// `<<if` or `<<once`, with the place where it began.
        case flow(Keyword, SourceSpan)
        case optionBody
    }

    let source: SourceText
    var tokens: [Token] = []
    var index = 0
    var diagnostics: [Diagnostic] = []
    var blocks: [Block] = []
    /// True when the rest of the node was given up; further complaints would be about nothing.
    var isAbandoned = false
    /// `<<endif>>`s that were found in the wrong place and explained there.
    var forgivenBlocks = 0

    init(_ source: SourceText) {
        self.source = source
    }

    static func parse(_ file: SourceFile) -> (tree: SyntaxTree, diagnostics: [Diagnostic]) {
        let source = SourceText(file)
        var parser = Parser(source)
        let outline = Outline(of: source)
        parser.diagnostics = outline.diagnostics
        parser.checkEncoding(of: file)
        let nodes = outline.nodes.map { parser.parseNode($0) }
        return (SyntaxTree(file: file.name, tags: outline.tags, nodes: nodes), parser.diagnostics)
    }

    private mutating func checkEncoding(of file: SourceFile) {
        let hint = "Save the file as UTF-8."
        if let damage = file.damage {
            let end = SourcePosition(line: damage.first.line, column: damage.first.column + 1)
            let others = damage.count - 1
            let more = others == 0 ? "" : ", and in \(others) more place\(others == 1 ? "" : "s")"
            report(
                .notText, "There are bytes here that are not UTF-8\(more).",
                at: SourceSpan(file: file.name, start: damage.first, end: end), hint: hint)
        } else if let offset = source.bytes.firstIndex(of: 0) {
            report(
                .notText, "There is a NUL character here: this is no text file.",
                at: source.span(offset..<offset + 1), hint: hint)
        }
    }

    // MARK: tokens

    var token: Token { tokens[index] }
    var kind: Token.Kind { tokens[index].kind }
    var span: SourceSpan { source.span(token.range) }
    var text: String { source.string(token.range) }

    /// The token behind the current one.
    var nextKind: Token.Kind { index + 1 < tokens.count ? tokens[index + 1].kind : .end }

    @discardableResult
    mutating func advance() -> Token {
        let current = tokens[index]
        if index < tokens.count - 1 { index += 1 }
        return current
    }

    mutating func take(_ kind: Token.Kind) -> Token? {
        self.kind == kind ? advance() : nil
    }

    /// The end of the token before the current one.
    var previousEnd: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

    func span(from start: Int) -> SourceSpan {
        source.span(start..<max(start, previousEnd))
    }

    var isAtLineEnd: Bool {
        switch kind {
        case .newline, .end, .indent, .dedent, .blankAfterOption: true
        default: false
        }
    }

    mutating func skipLine() {
        while !isAtLineEnd { advance() }
    }

    mutating func report(_ failure: Failure) {
        if !isAbandoned { diagnostics.append(failure.diagnostic) }
    }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, expected: String? = nil, hint: String? = nil
    ) {
        report(Failure(diagnostic: Diagnostic(code, message, at: span, expected: expected, hint: hint)))
    }

    func failure(_ message: String, expected: String? = nil, hint: String? = nil) -> Failure {
        Failure(diagnostic: Diagnostic(.syntax, message, at: span, expected: expected, hint: hint))
    }

    /// The current token in words.
    var description: String {
        switch kind {
        case .newline, .end, .indent, .dedent, .blankAfterOption: "the end of the line"
        case .closeCommand: "`>>`"
        case .openString: "a text without its closing quote"
        default: "`\(text)`"
        }
    }

    /// Gives up the rest of the node: it nests too deep to be read safely.
    mutating func abandon(at span: SourceSpan, _ message: String) {
        report(
            .tooDeep, message, at: span, hint: "At most \(Language.nestingLimit) levels. Use jumps and detours instead."
        )
        isAbandoned = true
        index = tokens.count - 1
    }
}
