extension Parser {
    mutating func parseNode(_ outline: Outline.Node) -> NodeSyntax {
        let span = source.span(outline.range)
        let headers = outline.headers.map(\.header)
        let titles = headers.filter { $0.name == "title" }
        let place = titles.first ?? headers.first
        if titles.isEmpty, outline.delimiter != nil {
            let start = outline.range.lowerBound
            let line = source.lines[source.lineIndex(at: start)]
            let known = headers.first { Spelling.nearest(to: $0.name, in: ["title"]) != nil }
            report(
                .missingTitle, "The node has no title.", at: known?.nameSpan ?? source.span(source.trimmed(line)),
                expected: "title: Name", hint: known.map { "Did you mean `title` instead of `\($0.name)`?" })
        }
        for extra in titles.dropFirst() {
            report(.severalTitles, "The node has a title already.", at: extra.nameSpan, hint: "Remove one of them.")
        }
        if let title = titles.first { checkTitle(title, isSubtitle: false) }
        for subtitle in headers where subtitle.name == "subtitle" { checkTitle(subtitle, isSubtitle: true) }
        let whens = outline.headers.filter { $0.header.name == "when" }.map { parseWhen($0) }
        let body = parseBody(outline)
        return NodeSyntax(
            title: titles.first?.value ?? "", titleSpan: place?.span ?? span, headers: headers, whens: whens,
            body: body,
            span: span)
    }

    private mutating func checkTitle(_ header: Header, isSubtitle: Bool) {
        guard !header.value.isIdentifier else { return }
        let what = isSubtitle ? "subtitle" : "title"
        if header.value.isEmpty {
            report(.syntax, "The \(what) is empty.", at: header.nameSpan, expected: "\(what): Name")
        } else if header.value.contains(where: \.isWhitespace) {
            let words = header.value.split(whereSeparator: \.isWhitespace)
            report(
                .syntax, "A \(what) is one word, without spaces.", at: header.span,
                expected: "\(what): \(words.joined(separator: "_"))")
        } else {
            report(
                .invalidTitle, "`\(header.value)` is no \(what).", at: header.span,
                expected: "letters, digits and underscores, not beginning with a digit")
        }
    }

    private mutating func parseWhen(_ line: Outline.HeaderLine) -> WhenSyntax {
        let place = line.header.span
        func when(_ isOnce: Bool, _ condition: Expression?) -> WhenSyntax {
            WhenSyntax(isOnce: isOnce, condition: condition, span: place)
        }
        switch line.header.value {
        case "always": return when(false, nil)
        case "once": return when(true, nil)
        case "":
            report(
                .syntax, "`when:` has no condition.", at: line.header.nameSpan,
                expected: "`always`, `once`, `once if …` or an expression")
            return when(false, Expression(kind: .invalid, span: place))
        default: break
        }
        var lexer = Lexer.expression(line.value, of: source)
        tokens = lexer.tokens
        index = 0
        diagnostics += lexer.diagnostics
        lexer.diagnostics = []
        var isOnce = false
        do throws(Failure) {
            if kind == .identifier, text == "once", index + 1 < tokens.count,
                source.string(tokens[index + 1].range) == "if"
            {
                isOnce = true
                advance()
                advance()
            }
            let condition = try parseExpression()
            guard kind == .end else {
                throw failure("The condition does not go on with \(description).", expected: "its end")
            }
            return when(isOnce, condition)
        } catch {
            report(error)
            return when(isOnce, Expression(kind: .invalid, span: place))
        }
    }

    private mutating func parseBody(_ outline: Outline.Node) -> [Statement] {
        guard let delimiter = outline.delimiter else { return [] }
        let lexer = Lexer.body(outline.body, after: delimiter, of: source)
        diagnostics += lexer.diagnostics
        tokens = lexer.tokens
        index = 0
        isAbandoned = false
        forgivenBlocks = 0
        blocks = []
        return parseStatements()
    }
}
