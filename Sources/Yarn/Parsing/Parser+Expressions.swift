extension Parser {
    /// What waits for an operand while an expression is read.
    private enum Waiting {
        case unary(UnaryOperator, SourceSpan)
        case binary(Expression, BinaryOperator)
        case parenthesis(start: Int)
        /// The arguments read so far stand in `Pending.arguments` from `first` on.
        case call(name: String, start: Int, first: Int)
    }

    /// The stack of the parser below: its own, so that no expression is too deep to be read.
    private struct Pending {
        var waiting: [Waiting] = []
        var arguments: [Expression] = []
    }

    /// An expression with everything that belongs to it, by operator precedence.
    mutating func parseExpression() throws(Failure) -> Expression {
        var pending = Pending()
        while true {
            guard let operand = try parseOperand(&pending) else { continue }
            if let expression = try proceed(from: operand, &pending) { return expression }
        }
    }

    /// An operand; nil when something was opened that one must follow.
    private mutating func parseOperand(_ pending: inout Pending) throws(Failure) -> Expression? {
        if kind == .symbol(.subtract) {
            pending.waiting.append(.unary(.negate, span))
        } else if kind == .symbol(.not) || (kind == .identifier && text == "not") {
            pending.waiting.append(.unary(.not, span))
        } else if kind == .symbol(.open) {
            pending.waiting.append(.parenthesis(start: token.range.lowerBound))
        } else if kind == .identifier, nextKind == .symbol(.open) {
            return parseCall(&pending)
        } else {
            return try parsePrimary()
        }
        advance()
        return nil
    }

    /// A call without arguments; nil when there are some to come.
    private mutating func parseCall(_ pending: inout Pending) -> Expression? {
        let name = text
        let start = advance().range.lowerBound
        advance()
        if take(.symbol(.close)) != nil { return Expression(kind: .call(name, []), span: span(from: start)) }
        pending.waiting.append(.call(name: name, start: start, first: pending.arguments.count))
        return nil
    }

    /// Joins an operand to what waits for it; nil when another operand must follow.
    private mutating func proceed(from operand: Expression, _ pending: inout Pending) throws(Failure) -> Expression? {
        var operand = operand
        while true {
            let operation = binaryOperator
            operand = try joined(operand, downTo: operation?.precedence ?? 0, &pending.waiting)
            if let operation {
                advance()
                pending.waiting.append(.binary(operand, operation))
                return nil
            }
            if kind == .symbol(.assign) { throw failure("`=` does not compare.", expected: "`==`") }
            guard let opening = pending.waiting.last else { return operand }
            guard let closed = try close(opening, operand, &pending) else { return nil }
            operand = closed
        }
    }

    /// Applies the operators that wait, as far as they bind at least so tightly.
    private func joined(
        _ operand: Expression, downTo precedence: Int, _ waiting: inout [Waiting]
    ) throws(Failure) -> Expression {
        var operand = operand
        while let last = waiting.last {
            switch last {
            case .unary(let operation, let place):
                operand = try nested(
                    .unary(operation, operand), deeperThan: operand.depth, at: place.joined(to: operand.span))
            case .binary(let left, let operation) where operation.precedence >= precedence:
                operand = try nested(
                    .binary(operation, left, operand), deeperThan: max(left.depth, operand.depth),
                    at: left.span.joined(to: operand.span))
            default: return operand
            }
            waiting.removeLast()
        }
        return operand
    }

    /// Ends a parenthesis or call, or one argument: then nil.
    private mutating func close(
        _ opening: Waiting, _ operand: Expression, _ pending: inout Pending
    ) throws(Failure) -> Expression? {
        switch opening {
        case .parenthesis(let start):
            guard take(.symbol(.close)) != nil else {
                throw failure("The parenthesis is not closed.", expected: "`)`")
            }
            pending.waiting.removeLast()
            var inner = operand
            inner.span = span(from: start)
            return inner
        case .call(let name, let start, let first):
            pending.arguments.append(operand)
            if take(.symbol(.close)) != nil {
                let arguments = Array(pending.arguments[first...])
                pending.arguments.removeSubrange(first...)
                pending.waiting.removeLast()
                let depth = arguments.lazy.map(\.depth).max() ?? 0
                return try nested(.call(name, arguments), deeperThan: depth, at: span(from: start))
            }
            guard take(.symbol(.comma)) != nil else {
                throw failure("The arguments of `\(name)` do not go on with \(description).", expected: "`,` or `)`")
            }
            return nil
        case .unary, .binary: return operand
        }
    }

    private func nested(
        _ kind: Expression.Kind, deeperThan depth: Int, at span: SourceSpan
    ) throws(Failure) -> Expression {
        guard depth < Language.nestingLimit else {
            throw Failure(
                diagnostic: Diagnostic(
                    .tooDeep, "The expression is too long or nests too deep.", at: span,
                    hint: "At most \(Language.nestingLimit) operators and calls. Use variables for its parts."))
        }
        return Expression(kind: kind, span: span, depth: depth + 1)
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
        if nextKind == .symbol(.open) {
            throw failure(
                "There is a space between `\(word)` and its parenthesis.", expected: "`\(word)(`")
        }
        let near = Spelling.nearest(to: word, in: ["true", "false", "not"])
        throw failure(
            "`\(word)` means nothing here.", expected: "a value",
            hint: near.map { "Did you mean `\($0)`?" }
                ?? "A variable begins with a dollar sign (`$\(word)`), a text stands in double quotes (`\"\(word)\"`).")
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
