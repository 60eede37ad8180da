extension Checker {
    /// Registers every enum of the project, each with the raw values of its cases.
    mutating func declareEnums() {
        eachStatement { checker, statement in
            guard case .enum(let syntax) = statement else { return }
            if checker.symbols.enums[syntax.name] != nil
                || ["number", "string", "bool"].contains(syntax.name.lowercased())
            {
                checker.report(.redeclaredType, "There is a type `\(syntax.name)` already.", at: syntax.nameSpan)
                return
            }
            checker.symbols.enums[syntax.name] = checker.enumType(syntax)
        }
    }

    mutating func eachStatement(_ visit: (inout Checker, Statement) -> Void) {
        for node in trees.flatMap(\.nodes) {
            node.walk { visit(&self, $0) }
        }
    }

    private mutating func enumType(_ syntax: EnumSyntax) -> EnumType {
        var type = EnumType(name: syntax.name, raw: .number)
        var owners: [Value: String] = [:]
        if syntax.cases.isEmpty {
            report(
                .invalidEnum, "The enum `\(syntax.name)` has no case.", at: syntax.nameSpan, expected: "<<case Name>>")
        }
        let explicit = syntax.cases.filter { $0.rawValue != nil }.count
        var hasComplained = false
        for (index, item) in syntax.cases.enumerated() {
            if type.value(of: item.name) != nil {
                report(
                    .invalidEnum, "The case `\(item.name)` is there already.", at: item.span, hint: "Cases are unique.")
                continue
            }
            var value = Value.number(Float(index))
            if let expression = item.rawValue {
                guard let literal = literal(expression), literal.type != .bool else {
                    report(
                        .invalidLiteral, "The value of a case is not computed.", at: expression.span,
                        expected: "a whole number or a text in quotes")
                    type.add(item.name, value)
                    continue
                }
                value = literal
            }
            if type.cases.isEmpty { type.raw = value.type }
            if !hasComplained,
                let problem = problem(
                    of: value, item, in: type, isMixed: explicit != 0 && explicit != syntax.cases.count,
                    owner: owners[value])
            {
                hasComplained = true
                report(.invalidEnum, problem.message, at: item.rawValue?.span ?? item.span, hint: problem.hint)
            }
            owners[value] = item.name
            type.add(item.name, value)
        }
        return type
    }

    private func problem(
        of value: Value, _ item: EnumSyntax.Case, in type: EnumType, isMixed: Bool, owner: String?
    ) -> (message: String, hint: String)? {
        if isMixed, item.rawValue == nil {
            return ("The case `\(item.name)` has no value, but others have.", "Give all cases a value, or none.")
        }
        if value.type != type.raw {
            return (
                "The value is a \(value.type), but those before are of type \(type.raw).", "All values are of one type."
            )
        }
        if case .number(let number) = value, number.rounded() != number {
            return ("The value is not a whole number.", "Values are whole numbers, or texts.")
        }
        if let owner {
            return ("The case `\(owner)` has this value already.", "Values are unique.")
        }
        return nil
    }

    /// The value of a literal or negative number.
    func literal(_ expression: Expression) -> Value? {
        switch expression.kind {
        case .number(let number): return .number(number)
        case .string(let text): return .string(text)
        case .bool(let truth): return .bool(truth)
        case .unary(.negate, let operand):
            if case .number(let number) = operand.kind { return .number(-number) }
            return nil
        case .member: return caseValues[expression.span]
        default: return nil
        }
    }

    /// Registers every declared variable, then finds out the types of their values.
    mutating func declareVariables() {
        var declarations: [DeclareSyntax] = []
        eachStatement { checker, statement in
            guard case .declare(let syntax) = statement else { return }
            if let slot = checker.variableSlots[syntax.variable], let first = checker.variables[slot].declaration {
                checker.report(
                    .redeclaredVariable, "`\(syntax.variable)` is declared already.", at: syntax.variableSpan,
                    hint: "It is declared in \(checker.place(first.span)).")
                return
            }
            checker.variableSlots[syntax.variable] = checker.variables.count
            checker.variables.append(
                Variable(
                    name: syntax.variable, term: checker.solver.fresh(), declaration: syntax, span: syntax.variableSpan)
            )
            declarations.append(syntax)
        }
        for syntax in declarations {
            guard let slot = variableSlots[syntax.variable] else { continue }
            let variable = variables[slot].term
            if let name = syntax.typeName, let typeSpan = syntax.typeSpan { bind(variable, to: name, at: typeSpan) }
            let value = infer(syntax.value)
            convert(
                value, to: variable,
                Purpose(
                    code: .declaredTypeMismatch, what: "The value of `\(syntax.variable)`", span: syntax.value.span,
                    hint: syntax.typeName.map { "It is declared `as \($0)`." }))
        }
    }

    private mutating func bind(_ term: TypeSolver.Term, to name: String, at span: SourceSpan) {
        let type: ValueType
        switch name.lowercased() {
        case "number": type = .number
        case "string": type = .string
        case "bool": type = .bool
        default:
            guard symbols.enums[name] != nil else {
                let near = suggestion(for: name, in: ["number", "string", "bool"] + symbols.enums.keys)
                report(.wrongType, "There is no type `\(name)`.", at: span, hint: near.map { "Did you mean `\($0)`?" })
                solver.fail(term)
                return
            }
            type = .enumeration(name)
        }
        _ = solver.unify(term, solver.term(of: type))
    }

    /// Smart variables that need themselves.
    mutating func checkSmartVariables() {
        var needs: [Int: [Int]] = [:]
        for (slot, variable) in variables.enumerated() {
            guard let declaration = variable.declaration, declaration.isSmart else { continue }
            declaration.value.walk { expression in
                if case .variable(let name) = expression.kind, let other = variableSlots[name] {
                    needs[slot, default: []].append(other)
                }
            }
        }
        var finished: Set<Int> = []
        for start in needs.keys.sorted() where !finished.contains(start) {
            var path: [(slot: Int, next: Int)] = [(start, 0)]
            var onPath: Set<Int> = [start]
            while let (slot, next) = path.last {
                let targets = needs[slot] ?? []
                guard next < targets.count else {
                    path.removeLast()
                    onPath.remove(slot)
                    finished.insert(slot)
                    continue
                }
                path[path.count - 1].next += 1
                let target = targets[next]
                if onPath.contains(target) {
                    report(
                        .smartVariableLoop,
                        "`\(variables[target].name)` needs itself: \(circle(to: target, along: path.map(\.slot))).",
                        at: variables[target].declaration?.value.span ?? variables[target].span)
                } else if !finished.contains(target), needs[target] != nil {
                    path.append((target, 0))
                    onPath.insert(target)
                }
            }
        }
    }

    /// `$a → $b → $a`, shortened when the way is long.
    private func circle(to target: Int, along path: [Int]) -> String {
        let start = path.lastIndex(of: target) ?? 0
        var names = path[start...].prefix(6).map { variables[$0].name }
        if path.count - start > 6 { names.append("…") }
        return (names + [variables[target].name]).joined(separator: " → ")
    }

    /// Types that stayed open, undeclared and unused variables.
    mutating func checkUses() {
        var reported: Set<TypeSolver.Term> = []
        let declared = variables.filter { $0.declaration != nil }.map(\.name)
        for variable in variables {
            if solver.isUnbound(variable.term) {
                guard reported.insert(solver.root(variable.term)).inserted else { continue }
                report(
                    .unknownType, "The type of `\(variable.name)` cannot be found out.", at: variable.span,
                    hint: "Declare it with a value: `<<declare \(variable.name) = 0>>`.")
            } else if variable.declaration == nil, !variable.isInConflict {
                let near = suggestion(for: variable.name, in: declared)
                report(
                    .undeclaredVariable, "`\(variable.name)` is not declared.", at: variable.span,
                    hint: near.map { "Did you mean `\($0)`?" } ?? "Declare it: `<<declare \(variable.name) = …>>`.")
            } else if variable.declaration != nil, !variable.isUsed {
                report(.unusedVariable, "`\(variable.name)` is never used.", at: variable.span)
            }
        }
        for name in impliedNames {
            guard let function = implied[name], solver.isUnbound(function.result),
                reported.insert(solver.root(function.result)).inserted
            else { continue }
            report(
                .unknownType, "The result of `\(name)` cannot be found out.", at: function.span,
                hint: "Use it where the type is known, or announce the function.")
        }
    }
}
