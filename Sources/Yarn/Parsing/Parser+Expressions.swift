extension Parser {
    /// An expression with everything that belongs to it, by precedence climbing.
    mutating func parseExpression(from lowest: Int = 1) throws(Failure) -> Expression {
        var left = try parseUnary()
        while let operation = binaryOperator, operation.precedence >= lowest {
            advance()
            let right = try parseExpression(from: operation.precedence + 1)
            left = try nested(.binary(operation, left, right), in: [left, right], at: left.span.joined(to: right.span))
        }
        if kind == .symbol(.assign), expressionDepth == 0 {
            throw failure("`=` does not compare.", expected: "`==`")
        }
        return left
    }

    private func nested(_ kind: Expression.Kind, in operands: [Expression], at span: SourceSpan) throws(Failure)
        -> Expression
    {
        let depth = (operands.map(\.depth).max() ?? 0) + 1
        if depth > Language.nestingLimit { throw tooDeep(at: span) }
        return Expression(kind: kind, span: span, depth: depth)
    }

    private func tooDeep(at span: SourceSpan) -> Failure {
        Failure(
            diagnostic: Diagnostic(
                .tooDeep, "The expression is too long or nests too deep.", at: span,
                hint:
                    "At most \(Language.nestingLimit) operators and \(Language.parenthesisLimit) parentheses. Use variables for its parts."
            ))
    }

    private var binaryOperator: BinaryOperator? {
        switch kind {
        case .symbol(let symbol):
            switch symbol {
            case .multiply: .multiply
            case .divide: .divide
            case .remainder: .remainder
            case .add: .add
            case .subtract: .subtract
            case .less: .less
            case .lessOrEqual: .lessOrEqual
            case .greater: .greater
            case .greaterOrEqual: .greaterOrEqual
            case .equal: .equal
            case .notEqual: .notEqual
            case .and: .and
            case .or: .or
            case .xor: .xor
            default: nil
            }
        case .identifier:
            switch text {
            case "lt": .less
            case "lte": .lessOrEqual
            case "gt": .greater
            case "gte": .greaterOrEqual
            case "is", "eq": .equal
            case "neq": .notEqual
            case "and": .and
            case "or": .or
            case "xor": .xor
            default: nil
            }
        default: nil
        }
    }

    private mutating func parseUnary() throws(Failure) -> Expression {
        var operators: [(UnaryOperator, SourceSpan)] = []
        while true {
            if kind == .symbol(.subtract) {
                operators.append((.negate, span))
            } else if kind == .symbol(.not) || (kind == .identifier && text == "not") {
                operators.append((.not, span))
            } else {
                break
            }
            if operators.count > Language.nestingLimit { throw tooDeep(at: span) }
            advance()
        }
        var operand = try parseOperand()
        for (operation, place) in operators.reversed() {
            operand = try nested(.unary(operation, operand), in: [operand], at: place.joined(to: operand.span))
        }
        return operand
    }

    /// Rules that call each other stand apart from those that do not: their frames stay small, however deep they go.
    private mutating func parseOperand() throws(Failure) -> Expression {
        if kind == .symbol(.open) { return try parseParenthesis() }
        return kind == .identifier && nextKind == .symbol(.open) ? try parseCall() : try parsePrimary()
    }

    private mutating func parseParenthesis() throws(Failure) -> Expression {
        let start = advance().range.lowerBound
        var inner = try parseInner()
        guard take(.symbol(.close)) != nil else {
            throw failure("The parenthesis is not closed.", expected: "`)`")
        }
        inner.span = span(from: start)
        return inner
    }

    private mutating func parseCall() throws(Failure) -> Expression {
        let name = text
        let start = advance().range.lowerBound
        advance()
        let arguments = try parseArguments(of: name)
        return try nested(.call(name, arguments), in: arguments, at: span(from: start))
    }

    private mutating func parsePrimary() throws(Failure) -> Expression {
        let place = span
        let word = text
        switch kind {
        case .number:
            advance()
            return Expression(kind: .number(Float(word) ?? .infinity), span: place)
        case .string:
            advance()
            return Expression(kind: .string(Parser.unquoted(word)), span: place)
        case .variable:
            advance()
            return Expression(kind: .variable(word), span: place)
        case .symbol(.dot):
            advance()
            guard kind == .identifier else {
                throw failure("There is no case behind the dot.", expected: "the name of a case")
            }
            let name = text
            let end = span
            advance()
            return Expression(kind: .member(type: nil, name: name), span: place.joined(to: end))
        case .identifier:
            return try parseWord()
        case .openString:
            throw failure("The text has no closing quote.", expected: "`\"` on the same line")
        case .unknown where word == "$":
            throw failure("There is no name behind the dollar sign.", expected: "a variable, such as `$name`")
        default:
            throw failure(
                "\(description.capitalisedFirst) stands where a value should be.",
                expected: "a number, a text in quotes, true, false, a variable or a function")
        }
    }

    /// An expression inside parentheses.
    private mutating func parseInner() throws(Failure) -> Expression {
        expressionDepth += 1
        defer { expressionDepth -= 1 }
        if expressionDepth > Language.parenthesisLimit { throw tooDeep(at: span) }
        return try parseExpression()
    }

    /// A literal or a case.
    private mutating func parseWord() throws(Failure) -> Expression {
        let place = span
        let word = text
        switch word {
        case "true", "false":
            advance()
            return Expression(kind: .bool(word == "true"), span: place)
        case "null":
            throw Failure(
                diagnostic: Diagnostic(
                    .nullValue, "There is no null in Yarn.", at: place, hint: "Use \"\", 0 or false."))
        default: break
        }
        if nextKind == .symbol(.dot) {
            advance()
            advance()
            guard kind == .identifier else {
                throw failure("There is no case behind the dot.", expected: "the name of a case")
            }
            let name = text
            let nameSpan = span
            advance()
            return Expression(kind: .member(type: word, name: name), span: place.joined(to: nameSpan))
        }
        let near = Spelling.nearest(to: word, in: ["true", "false", "not"])
        throw failure(
            "`\(word)` means nothing here.", expected: "a value",
            hint: near.map { "Did you mean `\($0)`?" }
                ?? "A variable begins with a dollar sign (`$\(word)`), a text stands in double quotes (`\"\(word)\"`).")
    }

    private mutating func parseArguments(of function: String) throws(Failure) -> [Expression] {
        var arguments: [Expression] = []
        if take(.symbol(.close)) != nil { return [] }
        while true {
            arguments.append(try parseInner())
            if take(.symbol(.close)) != nil { return arguments }
            guard take(.symbol(.comma)) != nil else {
                throw failure(
                    "The arguments of `\(function)` do not go on with \(description).", expected: "`,` or `)`")
            }
        }
    }

    /// The text between quotes, `\"` and `\\` resolved.
    private static func unquoted(_ literal: String) -> String {
        let inner = literal.dropFirst().dropLast()
        guard inner.utf8.contains(0x5C) else { return String(inner) }
        var result = ""
        var isEscaped = false
        for character in inner {
            if isEscaped {
                if character != "\"", character != "\\" { result.append("\\") }
                result.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
