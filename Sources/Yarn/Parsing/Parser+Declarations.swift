extension Parser {
    /// Everything behind `<<set`.
    mutating func parseSet(from start: Int) throws(Failure) -> SetSyntax {
        let variable = try parseVariable(of: "set")
        let variableSpan = span(from: previousEnd - variable.utf8.count)
        let operation = try parseAssignment(of: variable)
        let value = try parseAssignedValue(of: variable)
        try closeCommand(.set, from: start)
        return SetSyntax(
            variable: variable, variableSpan: variableSpan, operation: operation, value: value, span: span(from: start))
    }

    /// Everything behind `<<declare`.
    mutating func parseDeclare(from start: Int) throws(Failure) -> DeclareSyntax {
        let variable = try parseVariable(of: "declare")
        let variableSpan = span(from: previousEnd - variable.utf8.count)
        guard take(.symbol(.assign)) != nil || takeWord("to") else {
            throw failure(
                "`\(variable)` is declared without a value.", expected: "`= 0`, `= \"\"`, `= false` or another value")
        }
        let value = try parseAssignedValue(of: variable)
        var typeName: String?
        var typeSpan: SourceSpan?
        if takeWord("as") {
            guard kind == .identifier else {
                throw failure("There is no type behind `as`.", expected: "number, string, bool or the name of an enum")
            }
            typeName = text
            typeSpan = span
            advance()
        }
        try closeCommand(.declare, from: start)
        return DeclareSyntax(
            variable: variable, variableSpan: variableSpan, value: value, typeName: typeName, typeSpan: typeSpan,
            span: span(from: start))
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard kind == .identifier, text == word else { return false }
        advance()
        return true
    }

    private mutating func parseVariable(of keyword: String) throws(Failure) -> String {
        guard kind == .variable else {
            throw failure(
                "`<<\(keyword)>>` needs a variable, not \(description).", expected: "a variable, such as `$name`",
                hint: kind == .identifier ? "Variables begin with a dollar sign: `$\(text)`." : nil)
        }
        let name = text
        advance()
        return name
    }

    private mutating func parseAssignment(of variable: String) throws(Failure) -> BinaryOperator? {
        let operation: BinaryOperator?
        switch kind {
        case .symbol(.assign): operation = nil
        case .symbol(.addAssign): operation = .add
        case .symbol(.subtractAssign): operation = .subtract
        case .symbol(.multiplyAssign): operation = .multiply
        case .symbol(.divideAssign): operation = .divide
        case .symbol(.remainderAssign): operation = .remainder
        case .identifier where text == "to": operation = nil
        default:
            throw failure(
                "`\(variable)` is not given a value.", expected: "`=`, `to`, `+=`, `-=`, `*=`, `/=` or `%=`",
                hint: kind == .symbol(.equal) ? "`==` compares; write `=` to set." : nil)
        }
        advance()
        return operation
    }

    private mutating func parseAssignedValue(of variable: String) throws(Failure) -> Expression {
        if kind == .closeCommand || isAtLineEnd {
            throw failure(
                "There is no value for `\(variable)`.", expected: "a value, such as `1`, `\"text\"` or `true`")
        }
        return try parseExpression()
    }

    /// Everything behind `<<enum`, cases included; nil when its head could not be read.
    mutating func parseEnum(from start: Int) throws(Failure) -> EnumSyntax? {
        var name: Token?
        do throws(Failure) {
            guard kind == .identifier else {
                throw failure("The enum has no name.", expected: "a name, such as `<<enum Mood>>`")
            }
            name = advance()
            try closeCommand(.enum, from: start)
        } catch {
            report(error)
            skipCommand()
        }
        let opening = span(from: start)
        var cases: [EnumSyntax.Case] = []
        while true {
            if kind == .newline || kind == .blankAfterOption || kind == .indent {
                advance()
            } else if kind == .openCommand, nextKind == .keyword(.case) {
                do throws(Failure) {
                    cases.append(try parseCase())
                } catch {
                    report(error)
                    skipCommand()
                }
            } else if kind == .openCommand, nextKind == .keyword(.endenum) {
                let commandStart = advance().range.lowerBound
                advance()
                try closeCommand(.endenum, from: commandStart)
                break
            } else if kind == .end || kind == .dedent || kind == .openCommand {
                report(.unclosedBlock, "`<<enum>>` has no `<<endenum>>`.", at: opening, expected: "<<endenum>>")
                break
            } else {
                report(.syntax, "Only cases stand in an enum.", at: span, expected: "`<<case Name>>` or `<<endenum>>`")
                skipLine()
            }
        }
        guard let name else { return nil }
        return EnumSyntax(
            name: source.string(name.range), nameSpan: source.span(name.range), cases: cases, span: span(from: start))
    }

    private mutating func parseCase() throws(Failure) -> EnumSyntax.Case {
        let start = advance().range.lowerBound
        advance()
        guard kind == .identifier else {
            throw failure("The case has no name.", expected: "a name, such as `<<case Calm>>`")
        }
        let name = advance()
        var rawValue: Expression?
        if take(.symbol(.assign)) != nil || takeWord("to") { rawValue = try parseExpression() }
        try closeCommand(.case, from: start)
        return EnumSyntax.Case(name: source.string(name.range), rawValue: rawValue, span: source.span(name.range))
    }
}
