extension Parser {
    /// The condition behind `if`: says what is missing when there is none.
    mutating func parseCondition(of word: String) throws(Failure) -> Expression {
        if kind == .closeCommand || isAtLineEnd {
            throw failure(
                "`\(word)` has no condition.", expected: "an expression that is true or false, such as `$visits > 2`")
        }
        return try parseExpression()
    }

    /// The rest of a command that begins a block or branch. After a mistake the block is still read, with a stand-in.
    private mutating func parseHead(
        _ keyword: Keyword, from start: Int, _ rule: (inout Parser) throws(Failure) -> Expression?
    ) -> Expression? {
        do throws(Failure) {
            let condition = try rule(&self)
            try closeCommand(keyword, from: start)
            return condition
        } catch {
            report(error)
            let place = span
            skipCommand()
            return Expression(kind: .invalid, span: place)
        }
    }

    /// The statements of a block, up to the keyword that ends them.
    private mutating func parseBlock(_ keyword: Keyword, _ opening: SourceSpan) -> [Statement] {
        blocks.append(.flow(keyword, opening))
        defer { blocks.removeLast() }
        return parseStatements()
    }

    /// `<<if` and everything up to its `<<endif>>`.
    mutating func parseIf(into statements: inout [Statement]) {
        var syntax = beginIf()
        repeat {
            let body = parseBlock(.if, syntax.branches[0].span)
            syntax.branches[syntax.branches.count - 1].body = body
        } while beginBranch(of: &syntax)
        statements.append(.if(syntax))
    }

    private mutating func beginIf() -> IfSyntax {
        let start = token.range.lowerBound
        advance()
        advance()
        let condition = parseHead(.if, from: start) { (parser) throws(Failure) in try parser.parseCondition(of: "if") }
        let opening = span(from: start)
        return IfSyntax(branches: [IfSyntax.Branch(condition: condition, body: [], span: opening)], span: opening)
    }

    /// Reads the head of the next branch; false when the block has ended, well or not.
    private mutating func beginBranch(of syntax: inout IfSyntax) -> Bool {
        let start = token.range.lowerBound
        let opening = syntax.branches[0].span
        defer { syntax.span = opening.joined(to: span(from: start)) }
        guard kind == .openCommand, case .keyword(let keyword) = nextKind, keyword != .endonce else {
            complainAboutMissingEnd(.if, opening)
            return false
        }
        advance()
        advance()
        if keyword == .endif {
            _ = parseHead(.endif, from: start) { _ in nil }
            return false
        }
        if syntax.branches.contains(where: { $0.condition == nil }) {
            report(
                .syntax, "`<<\(keyword.rawValue)>>` stands behind `<<else>>`.", at: source.span(start..<previousEnd),
                expected: "<<endif>>", hint: "`<<else>>` comes last.")
        }
        let condition = parseBranchHead(keyword, from: start)
        syntax.branches.append(IfSyntax.Branch(condition: condition, body: [], span: span(from: start)))
        return true
    }

    /// `elseif` with its condition, or `else`; nil for the latter. `else if` is explained and read as `elseif`.
    private mutating func parseBranchHead(_ keyword: Keyword, from start: Int) -> Expression? {
        if keyword == .elseif {
            return parseHead(.elseif, from: start) { (parser) throws(Failure) in try parser.parseCondition(of: "elseif")
            }
        }
        if kind == .identifier, text == "if" {
            report(
                .syntax, "`else if` is written as one word.", at: source.span(start + 2..<token.range.upperBound),
                expected: "<<elseif …>>")
            advance()
            return parseHead(.elseif, from: start) { (parser) throws(Failure) in try parser.parseCondition(of: "elseif")
            }
        }
        return parseHead(.else, from: start) { _ in nil }
    }

    /// `<<once` and everything up to its `<<endonce>>`.
    mutating func parseOnce(into statements: inout [Statement]) {
        var syntax = beginOnce()
        let opening = syntax.span
        syntax.body = parseBlock(.once, opening)
        while beginElse(of: &syntax) {
            let body = parseBlock(.once, opening)
            syntax.otherwise = (syntax.otherwise ?? []) + body
        }
        endOnce(&syntax, opening)
        statements.append(.once(syntax))
    }

    private mutating func beginOnce() -> OnceSyntax {
        let start = token.range.lowerBound
        advance()
        advance()
        let condition = parseHead(.once, from: start) { parser throws(Failure) -> Expression? in
            guard parser.kind == .identifier, parser.text == "if" else { return nil }
            parser.advance()
            return try parser.parseCondition(of: "if")
        }
        return OnceSyntax(condition: condition, body: [], otherwise: nil, span: span(from: start))
    }

    /// Reads the `<<else>>` of a once block; false when there is none.
    private mutating func beginElse(of syntax: inout OnceSyntax) -> Bool {
        guard kind == .openCommand, case .keyword(let keyword) = nextKind, keyword == .else || keyword == .elseif else {
            return false
        }
        let start = advance().range.lowerBound
        advance()
        if syntax.otherwise != nil || keyword == .elseif {
            report(
                .syntax, "`<<once>>` has at most one `<<else>>` and no `<<elseif>>`.",
                at: source.span(start..<previousEnd), expected: "<<endonce>>")
            skipCommand()
        } else {
            _ = parseHead(.else, from: start) { _ in nil }
        }
        return true
    }

    private mutating func endOnce(_ syntax: inout OnceSyntax, _ opening: SourceSpan) {
        let start = token.range.lowerBound
        if kind == .openCommand, nextKind == .keyword(.endonce) {
            advance()
            advance()
            _ = parseHead(.endonce, from: start) { _ in nil }
        } else {
            complainAboutMissingEnd(.once, opening)
        }
        syntax.span = opening.joined(to: span(from: start))
    }

    private mutating func complainAboutMissingEnd(_ keyword: Keyword, _ opening: SourceSpan) {
        if forgivenBlocks > 0 {
            forgivenBlocks -= 1
            return
        }
        let wrong = keyword == .if ? Keyword.endonce : .endif
        let isOuter = blocks.contains { if case .flow(let other, _) = $0 { other != keyword } else { false } }
        if kind == .openCommand, nextKind == .keyword(wrong), !isOuter {
            let start = token.range.lowerBound
            skipCommand()
            report(
                .syntax, "`<<\(keyword.rawValue)>>` does not end with `<<\(wrong.rawValue)>>`.", at: span(from: start),
                expected: "<<end\(keyword.rawValue)>>", hint: "The block began on line \(opening.start.line).")
            return
        }
        let isCutShort = kind == .dedent
        report(
            .unclosedBlock, "`<<\(keyword.rawValue)>>` has no `<<end\(keyword.rawValue)>>`.", at: opening,
            expected: isCutShort
                ? "<<end\(keyword.rawValue)>> before the body of the option ends" : "<<end\(keyword.rawValue)>>",
            hint: isCutShort ? "A line that is indented less, or empty, ends the body of an option." : nil)
    }

    /// Everything behind `<<jump` or `<<detour`.
    mutating func parseJump(_ keyword: Keyword, from start: Int) throws(Failure) -> JumpSyntax {
        let targetStart = token.range.lowerBound
        let target: JumpSyntax.Target
        if kind == .openBrace {
            target = .expression(try parseInterpolation())
        } else if kind == .identifier {
            target = .node(text)
            advance()
        } else {
            throw failure(
                "`<<\(keyword.rawValue)>>` does not say where to.", expected: "the title of a node, or `{…}`",
                hint: kind == .variable ? "Write `{\(text)}` to use the value of the variable." : nil)
        }
        let targetSpan = span(from: targetStart)
        if kind == .identifier || kind == .number {
            throw failure("The title of a node is one word.", expected: "`>>`")
        }
        if kind == .symbol(.dot) {
            throw failure("A member of a node group is named by a text.", expected: "`{\"Title.subtitle\"}`")
        }
        try closeCommand(keyword, from: start)
        return JumpSyntax(target: target, targetSpan: targetSpan, span: span(from: start))
    }
}
