extension Parser {
    /// Arrows of one kind, each with its indented body, up to a blank line or anything else.
    mutating func parseOptionGroup() -> Statement? {
        let arrow = kind
        let start = token.range.lowerBound
        var items: [OptionGroup.Item] = []
        while kind == arrow {
            let arrowToken = advance()
            var line: LineSyntax?
            do throws(Failure) {
                line = try parseLine(isOption: true)
            } catch {
                report(error)
                skipLine()
            }
            let body = parseOptionBody(of: arrowToken)
            if let line {
                items.append(OptionGroup.Item(line: line, body: body, arrow: source.span(arrowToken.range)))
            }
            let ending = index
            var isSplit = false
            while kind == .newline || kind == .blankAfterOption {
                isSplit = isSplit || kind == .blankAfterOption
                advance()
            }
            if isSplit {
                warnAboutBlankLine(arrow: arrow, body: body)
                break
            }
            if kind != arrow {
                index = ending
                break
            }
        }
        guard !items.isEmpty else { return nil }
        let group = OptionGroup(items: items, span: span(from: start))
        return arrow == .optionArrow ? .options(group) : .lineGroup(group)
    }

    /// What is indented below an arrow.
    private mutating func parseOptionBody(of arrow: Token) -> [Statement] {
        guard kind == .newline, nextKind == .indent else { return [] }
        advance()
        advance()
        let first = index
        blocks.append(.optionBody)
        let body = parseStatements()
        blocks.removeLast()
        if body.isEmpty, tokens[first..<index].contains(where: { $0.kind == .blankAfterOption }) {
            let line = source.lines[source.lineIndex(at: arrow.range.lowerBound) + 1]
            report(
                .syntax, "The line below the option is indented, but empty.", at: source.span(line),
                expected: "what happens when the option is chosen",
                hint: "Remove the white space, or write the body there.")
        }
        if kind == .dedent { advance() }
        return body
    }

    /// A blank line ends a group; say so where the author probably did not mean it.
    private mutating func warnAboutBlankLine(arrow: Token.Kind, body: [Statement]) {
        if kind == arrow, arrow == .optionArrow {
            report(
                .splitOptionGroup, "The blank line above makes this a second group of options, asked after the first.",
                at: span,
                hint: "Remove the blank line if it is one choice.")
        } else if let last = body.last, !isAtLineEnd, span.start.column > 1, last.span.start.column == span.start.column
        {
            report(
                .cutOptionBody, "The empty line above ended the body of the option: this is outside it.", at: span,
                hint: "Remove the empty line.")
        }
    }
}
