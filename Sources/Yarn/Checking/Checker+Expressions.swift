extension Checker {
    /// The type of an expression; mistakes inside it are reported here.
    mutating func infer(_ expression: Expression) -> TypeSolver.Term {
        switch expression.kind {
        case .number: return solver.number
        case .string: return solver.string
        case .bool: return solver.bool
        case .variable(let name): return use(name, at: expression.span)
        case .member(let type, let name): return inferMember(type, name, at: expression.span)
        case .call(let name, let arguments): return inferCall(name, arguments, at: expression.span)
        case .unary(let operation, let operand): return inferUnary(operation, infer(operand), operand.span)
        case .binary(let operation, let left, let right):
            let terms = (infer(left), infer(right))
            return inferBinary(operation, (terms.0, left.span), (terms.1, right.span), at: expression.span)
        case .invalid: return solver.failed
        }
    }

    private mutating func inferUnary(
        _ operation: UnaryOperator, _ term: TypeSolver.Term, _ span: SourceSpan
    ) -> TypeSolver.Term {
        let wanted = operation == .not ? solver.bool : solver.number
        _ = require(term, wanted, "The operand of `\(operation.rawValue)`", at: span)
        return wanted
    }

    /// The term of a variable, which comes into being with its first use.
    mutating func use(_ name: String, at span: SourceSpan) -> TypeSolver.Term {
        if let slot = variableSlots[name] {
            variables[slot].isUsed = true
            return variables[slot].term
        }
        variableSlots[name] = variables.count
        variables.append(Variable(name: name, term: solver.fresh(), declaration: nil, isUsed: true, span: span))
        return variables[variables.count - 1].term
    }

    mutating func require(_ expression: Expression, _ wanted: TypeSolver.Term, _ what: String) {
        let term = infer(expression)
        _ = require(term, wanted, what, at: expression.span)
    }

    private mutating func require(
        _ term: TypeSolver.Term, _ wanted: TypeSolver.Term, _ what: String, at span: SourceSpan
    ) -> Bool {
        guard !solver.unify(term, wanted), let found = solver.type(of: term), let type = solver.type(of: wanted) else {
            return true
        }
        report(.wrongType, "\(what) is a \(type), not a \(found).", at: span, expected: "a \(type)")
        return false
    }

    /// Both operands, or one complaint: two wrong ones are one mistake.
    private mutating func require(
        _ left: Operand, _ right: Operand, _ wanted: TypeSolver.Term, _ operation: BinaryOperator
    ) {
        let what = "An operand of `\(operation.rawValue)`"
        if require(left.term, wanted, what, at: left.span) { _ = require(right.term, wanted, what, at: right.span) }
    }

    typealias Operand = (term: TypeSolver.Term, span: SourceSpan)

    mutating func inferBinary(
        _ operation: BinaryOperator, _ left: Operand, _ right: Operand, at span: SourceSpan
    ) -> TypeSolver.Term {
        switch operation {
        case .add:
            let result = solver.fresh()
            add(.addition(left.term, right.term, result: result, span))
            return result
        case .subtract, .multiply, .divide, .remainder:
            require(left, right, solver.number, operation)
            return solver.number
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            require(left, right, solver.number, operation)
            return solver.bool
        case .and, .or, .xor:
            require(left, right, solver.bool, operation)
            return solver.bool
        case .equal, .notEqual:
            if !solver.unify(left.term, right.term), let first = solver.type(of: left.term),
                let second = solver.type(of: right.term)
            {
                report(
                    .wrongType, "A \(first) is never equal to a \(second).", at: span,
                    expected: "two values of one type")
            }
            return solver.bool
        }
    }

    private mutating func inferMember(_ type: String?, _ name: String, at span: SourceSpan) -> TypeSolver.Term {
        guard let type else {
            let term = solver.fresh()
            add(.member(name, term, span))
            return term
        }
        guard let known = symbols.enums[type] else {
            let near = suggestion(for: type, in: symbols.enums.keys)
            report(.wrongType, "There is no enum `\(type)`.", at: span, hint: near.map { "Did you mean `\($0)`?" })
            return solver.failed
        }
        guard let value = known.value(of: name) else {
            reportUnknownCase(name, of: known, at: span)
            return solver.term(of: .enumeration(type))
        }
        caseValues[span] = value
        return solver.term(of: .enumeration(type))
    }

    mutating func reportUnknownCase(_ name: String, of type: EnumType, at span: SourceSpan) {
        let near = suggestion(for: name, in: type.cases.lazy.map(\.name))
        report(
            .unknownCase, "`\(type.name)` has no case `\(name)`.", at: span,
            expected: near == nil
                ? "one of \(type.cases.prefix(8).map { "`\($0.name)`" }.joined(separator: ", "))" : nil,
            hint: near.map { "Did you mean `\(type.name).\($0)`?" })
    }

    private mutating func inferCall(_ name: String, _ arguments: [Expression], at span: SourceSpan) -> TypeSolver.Term {
        let terms = arguments.map { infer($0) }
        guard let signature = symbols.functions[name] else { return inferUnknownCall(name, arguments, terms, at: span) }
        let result = solver.term(of: signature.result)
        guard signature.parameters.count == terms.count else {
            reportCount(name, wanted: signature.parameters.count, found: terms.count, at: span)
            return result
        }
        for (index, parameter) in signature.parameters.enumerated() {
            let wanted: TypeSolver.Term
            switch parameter {
            case .any: continue
            case .number: wanted = solver.number
            case .string: wanted = solver.string
            case .bool: wanted = solver.bool
            }
            let number = terms.count == 1 ? "The argument" : "Argument \(index + 1)"
            convert(
                terms[index], to: wanted,
                Purpose(code: .wrongType, what: "\(number) of `\(name)`", span: arguments[index].span))
        }
        return result
    }

    private mutating func reportCount(_ name: String, wanted: Int, found: Int, at span: SourceSpan) {
        let words = wanted == 0 ? "no arguments" : wanted == 1 ? "one argument" : "\(wanted) arguments"
        report(.wrongArguments, "`\(name)` takes \(words), not \(found).", at: span)
    }

    private mutating func inferUnknownCall(
        _ name: String, _ arguments: [Expression], _ terms: [TypeSolver.Term], at span: SourceSpan
    ) -> TypeSolver.Term {
        guard acceptsUnknownFunctions else {
            let near = suggestion(for: name, in: symbols.functions.keys)
            report(
                .unknownFunction, "There is no function `\(name)`.", at: span,
                hint: near.map { "Did you mean `\($0)`?" })
            return solver.failed
        }
        guard let known = implied[name] else {
            let result = solver.fresh()
            implied[name] = ImpliedFunction(parameters: terms, result: result, span: span)
            impliedNames.append(name)
            return result
        }
        guard known.parameters.count == terms.count else {
            reportCount(name, wanted: known.parameters.count, found: terms.count, at: span)
            return known.result
        }
        for (index, parameter) in known.parameters.enumerated() {
            convert(
                terms[index], to: parameter,
                Purpose(
                    code: .wrongType, what: "Argument \(index + 1) of `\(name)`", span: arguments[index].span,
                    hint: "The first call, in \(place(known.span)), fixed its type."))
        }
        return known.result
    }
}
