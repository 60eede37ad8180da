extension Parser {
    /// Arrows of one kind, each with its indented body, up to a blank line or anything else.
    mutating func parseOptionGroup(into statements: inout [Statement]) {
        let arrow = kind
        var group = OptionGroup(items: [], span: span)
        var goesOn = true
        while goesOn {
            let count = group.items.count
            let line = parseArrowLine(into: &group)
            let first = beginOptionBody()
            let body = first == nil ? [] : parseOptionBody()
            endOptionBody(body, from: first, below: line)
            if group.items.count > count { group.items[count].body = body }
            goesOn = parseEndOfItem(&group, arrow, body)
        }
        guard !group.items.isEmpty else { return }
        statements.append(arrow == .optionArrow ? .options(group) : .lineGroup(group))
    }

    /// The arrow and the text behind it; the index of its source line.
    private mutating func parseArrowLine(into group: inout OptionGroup) -> Int {
        let arrow = advance()
        do throws(Failure) {
            let line = try parseLine(isOption: true)
            group.items.append(OptionGroup.Item(line: line, body: [], arrow: source.span(arrow.range)))
        } catch {
            report(error)
            skipLine()
        }
        return source.lineIndex(at: arrow.range.lowerBound)
    }

    /// Enters what is indented below an arrow; the index of its first token, nil when nothing is.
    private mutating func beginOptionBody() -> Int? {
        guard kind == .newline, nextKind == .indent else { return nil }
        advance()
        advance()
        return index
    }

    private mutating func parseOptionBody() -> [Statement] {
        blocks.append(.optionBody)
        let body = parseStatements()
        blocks.removeLast()
        return body
    }

    private mutating func endOptionBody(_ body: [Statement], from first: Int?, below line: Int) {
        guard let first else { return }
        if body.isEmpty, tokens[first..<index].contains(where: { $0.kind == .blankAfterOption }) {
            report(
                .syntax, "The line below the option is indented, but empty.", at: source.span(source.lines[line + 1]),
                expected: "what happens when the option is chosen",
                hint: "Remove the white space, or write the body there.")
        }
        if kind == .dedent { advance() }
    }

    /// Whether another item of the group follows.
    private mutating func parseEndOfItem(_ group: inout OptionGroup, _ arrow: Token.Kind, _ body: [Statement]) -> Bool {
        group.span = group.span.joined(to: source.span(max(previousEnd - 1, 0)..<previousEnd))
        let ending = index
        var isSplit = false
        while kind == .newline || kind == .blankAfterOption {
            isSplit = isSplit || kind == .blankAfterOption
            advance()
        }
        if isSplit {
            warnAboutBlankLine(arrow: arrow, body: body)
            return false
        }
        if kind != arrow { index = ending }
        return kind == arrow
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
