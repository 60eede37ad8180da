import Yarn

/// Traps of Yarn: what is legal, and never meant.
enum TrapRules {
    static func diagnostics(_ trees: [SyntaxTree]) -> [Diagnostic] {
        var found: [Diagnostic] = []
        ExpressionWalk.visit(trees) { expression, _ in
            var expressionFound: [Diagnostic] = []
            expression.walk { expressionFound += traps(in: $0) }
            // One warning for a chain that mixes operators several times.
            var codes: Set<String> = []
            found += expressionFound.filter { codes.insert($0.code).inserted }
        }
        for tree in trees {
            tree.walk { statement, _ in
                switch statement {
                case .line(let line): found += cutAddress(line)
                case .options(let group), .lineGroup(let group):
                    for item in group.items { found += cutAddress(item.line) }
                default: break
                }
            }
        }
        return found
    }

    /// `https://…`: the rest was taken for a comment.
    private static func cutAddress(_ line: LineSyntax) -> [Diagnostic] {
        guard line.endsInScheme else { return [] }
        return [
            ScenarioRule.cutAddress.diagnostic(
                "The address ends here: `//` begins a comment.", at: line.textSpan,
                expected: "`https:\\/\\/` and the rest of it")
        ]
    }

    /// Whether an expression stands in brackets of its own.
    private static func isBracketed(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .binary(_, let left, _): expression.span.start < left.span.start
        default: false
        }
    }

    private static func traps(in expression: Expression) -> [Diagnostic] {
        guard case .binary(let operation, let left, let right) = expression.kind else { return [] }
        var found: [Diagnostic] = []
        let logical: [BinaryOperator] = [.and, .or, .xor]
        if logical.contains(operation) {
            for side in [left, right] {
                if case .binary(let inner, _, _) = side.kind, logical.contains(inner), inner != operation,
                    !isBracketed(side)
                {
                    found.append(
                        ScenarioRule.mixedLogic.diagnostic(
                            "`\(inner.rawValue)` and `\(operation.rawValue)` bind equally, from left to right.",
                            at: expression.span, hint: "Put brackets around what belongs together."))
                }
            }
            if operation != .xor, canFail(right) {
                found.append(
                    ScenarioRule.bothSides.diagnostic(
                        "Both sides of `\(operation.rawValue)` are always computed, and this one can fail.",
                        at: right.span, hint: "Put the second condition into an `<<if>>` of its own inside the first."))
            }
        }
        // `(not a)` ends behind its operand; a bare `not a` ends with it.
        if operation == .equal || operation == .notEqual, case .unary(.not, let operand) = left.kind,
            left.span.end == operand.span.end
        {
            found.append(
                ScenarioRule.hastyNot.diagnostic(
                    "`not` takes only what stands right behind it, and not the comparison.", at: expression.span,
                    hint: "Put brackets around the comparison, or write `!=`."))
        }
        return found
    }

    /// A remainder by something that may be zero, or a text read as a number.
    private static func canFail(_ expression: Expression) -> Bool {
        var canFail = false
        expression.walk { part in
            switch part.kind {
            case .binary(.remainder, _, let divisor): if !divisor.isLiteral { canFail = true }
            case .call("number", _), .call("bool", _): canFail = true
            default: break
            }
        }
        return canFail
    }
}
