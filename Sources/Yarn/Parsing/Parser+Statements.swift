extension Parser {
    /// Statements up to the end of the body they stand in, or a keyword that belongs to the block around them.
    mutating func parseStatements() -> [Statement] {
        var statements: [Statement] = []
        guard blocks.count <= Language.nestingLimit else {
            abandon(at: span, "The statements nest too deep here.")
            return []
        }
        while true {
            switch kind {
            case .newline, .indent, .blankAfterOption:
                advance()
            case .end:
                return statements
            case .dedent:
                if blocks.contains(.optionBody) { return statements }
                advance()
            case .openCommand:
                let before = index
                if endsBlock() { return statements }
                if index != before { continue }
                parseCommand(into: &statements)
            case .optionArrow, .itemArrow:
                parseOptionGroup(into: &statements)
            default:
                parse(into: &statements) { (parser) throws(Failure) in .line(try parser.parseLine(isOption: false)) }
            }
        }
    }

    /// What holds statements itself is kept apart from what does not: these rules call each other as deep as statements nest,
    /// and must take little of the stack.
    private mutating func parseCommand(into statements: inout [Statement]) {
        switch nextKind {
        case .keyword(.if): parseIf(into: &statements)
        case .keyword(.once): parseOnce(into: &statements)
        default: parse(into: &statements) { (parser) throws(Failure) in try parser.parseCommandStatement() }
        }
    }

    private mutating func parse(
        into statements: inout [Statement], _ rule: (inout Parser) throws(Failure) -> Statement?
    ) {
        let before = index
        do throws(Failure) {
            if let statement = try rule(&self) { statements.append(statement) }
        } catch {
            report(error)
            skipLine()
        }
        if index == before { advance() }
    }

    /// Whether the command here belongs to the block around these statements. One in the wrong place is explained and skipped.
    private mutating func endsBlock() -> Bool {
        guard case .keyword(let keyword) = nextKind else { return false }
        switch keyword {
        case .elseif, .else, .endif, .endonce: break
        default: return false
        }
        if case .flow = blocks.last { return true }
        let start = token.range.lowerBound
        let outer = blocks.reversed().lazy.compactMap { block -> SourceSpan? in
            if case .flow(_, let span) = block { span } else { nil }
        }.first
        advance()
        advance()
        while !isAtLineEnd, take(.closeCommand) == nil { advance() }
        let word = "<<\(keyword.rawValue)>>"
        if let outer, blocks.last == .optionBody {
            report(
                .syntax,
                "This `\(word)` stands inside the body of an option, but its block began outside, on line \(outer.start.line).",
                at: span(from: start), hint: "Indent it like the arrow of the option, or less.")
            if keyword == .endif || keyword == .endonce { forgivenBlocks += 1 }
        } else {
            report(
                .syntax,
                "There is no `\(keyword == .endonce ? "<<once>>" : "<<if>>")` that this `\(word)` could belong to.",
                at: span(from: start), hint: "Remove it, or write the beginning of its block above.")
        }
        return false
    }

    /// `<<` … `>>`: a statement of the language, or a command for the host.
    private mutating func parseCommandStatement() throws(Failure) -> Statement? {
        let start = token.range.lowerBound
        guard case .keyword(let keyword) = nextKind else { return .command(try parseHostCommand()) }
        advance()
        advance()
        switch keyword {
        case .enum: return try parseEnum(from: start).map(Statement.enum)
        case .set: return .set(try parseSet(from: start))
        case .declare: return .declare(try parseDeclare(from: start))
        case .jump: return .jump(try parseJump(keyword, from: start))
        case .detour: return .detour(try parseJump(keyword, from: start))
        case .call:
            let expression = try parseExpression()
            guard case .call = expression.kind else {
                throw Failure(
                    diagnostic: Diagnostic(
                        .syntax, "Only a function can be called.", at: expression.span,
                        expected: "a function, such as `f(1)`"))
            }
            try closeCommand(keyword, from: start)
            return .call(expression, span(from: start))
        case .return:
            try closeCommand(keyword, from: start)
            return .return(span(from: start))
        case .stop:
            try closeCommand(keyword, from: start)
            return .stop(span(from: start))
        case .case, .endenum:
            report(
                .syntax, "`<<\(keyword.rawValue)>>` stands outside an enum.", at: source.span(start..<previousEnd),
                hint: "An enum begins with `<<enum Name>>`.")
            skipCommand()
            return nil
        case .local:
            throw Failure(
                diagnostic: Diagnostic(
                    .syntax, "`local` is reserved by the language.", at: source.span(start..<previousEnd),
                    hint: "Give the command another name."))
        case .if, .once, .elseif, .else, .endif, .endonce:
            // Others have looked at these before.
            skipCommand()
            return nil
        }
    }

    /// Takes the `>>` of a command that began at `start`.
    mutating func closeCommand(_ keyword: Keyword, from start: Int) throws(Failure) {
        if take(.closeCommand) != nil {
            warnAboutTextBehindCommand()
            return
        }
        if isAtLineEnd { throw unclosedCommand(from: start) }
        throw failure("`<<\(keyword.rawValue)` does not go on with \(description).", expected: "`>>`")
    }

    func unclosedCommand(from start: Int) -> Failure {
        Failure(
            diagnostic: Diagnostic(
                .unclosedCommand, "The command has no end.", at: source.span(start..<max(previousEnd, start + 2)),
                expected: "`>>` on the same line"))
    }

    /// Skips to behind the `>>`, or to the end of the line.
    mutating func skipCommand() {
        while !isAtLineEnd {
            if take(.closeCommand) != nil { return }
            advance()
        }
    }

    mutating func warnAboutTextBehindCommand() {
        switch kind {
        case .text, .escape, .openBrace:
            report(
                .textAfterCommand, "Text behind a command becomes a line of its own.", at: span,
                hint: "Put it on the next line.")
        default: break
        }
    }
}
