extension Checker {
    mutating func convert(_ from: TypeSolver.Term, to wanted: TypeSolver.Term, _ purpose: Purpose) {
        add(.convertible(from: from, to: wanted, purpose))
    }

    /// Decides a constraint now if it can be, else keeps it.
    mutating func add(_ constraint: Constraint) {
        if !decide(constraint) { constraints.append(constraint) }
    }

    /// True when the constraint is done with, for better or worse.
    private mutating func decide(_ constraint: Constraint) -> Bool {
        switch constraint {
        case .convertible(let from, let wanted, let purpose): return decideConversion(from, wanted, purpose)
        case .addition(let left, let right, let result, let span): return decideAddition(left, right, result, span)
        case .member(let name, let term, let span): return decideMember(name, term, span)
        }
    }

    private mutating func decideConversion(
        _ from: TypeSolver.Term, _ wanted: TypeSolver.Term, _ purpose: Purpose
    ) -> Bool {
        if solver.hasFailed(from) || solver.hasFailed(wanted) || solver.root(from) == solver.root(wanted) {
            if solver.hasFailed(from) { solver.fail(wanted) }
            return true
        }
        guard let found = solver.type(of: from) else { return false }
        guard let type = solver.type(of: wanted) else { return solver.unify(from, wanted) }
        if found == type { return true }
        if case .enumeration(let name) = found, let raw = symbols.enums[name]?.raw, raw == type { return true }
        if let slot = purpose.variable { variables[slot].isInConflict = true }
        report(
            purpose.code, "\(purpose.what) is a \(type), not a \(found).", at: purpose.span, expected: "a \(type)",
            hint: purpose.hint)
        return true
    }

    private mutating func decideAddition(
        _ left: TypeSolver.Term, _ right: TypeSolver.Term, _ result: TypeSolver.Term, _ span: SourceSpan
    ) -> Bool {
        if solver.hasFailed(left) || solver.hasFailed(right) {
            solver.fail(result)
            return true
        }
        guard let type = solver.type(of: left) ?? solver.type(of: right) ?? solver.type(of: result) else {
            return false
        }
        let types = [solver.type(of: left), solver.type(of: right)].compactMap { $0 }
        let isPossible = type == .number || type == .string
        if isPossible, solver.unify(left, right), solver.unify(left, result) { return true }
        let found = types.count == 2 ? "a \(types[0]) and a \(types[1])" : "a \(types.first ?? type)"
        report(.wrongType, "`+` cannot add \(found).", at: span, expected: "two numbers, or two texts")
        solver.fail(result)
        return true
    }

    private mutating func decideMember(_ name: String, _ term: TypeSolver.Term, _ span: SourceSpan) -> Bool {
        if solver.hasFailed(term) { return true }
        guard let type = solver.type(of: term) else { return false }
        guard case .enumeration(let enumName) = type, let known = symbols.enums[enumName] else {
            report(.unknownCase, "`.\(name)` is a case of an enum, but a \(type) is wanted here.", at: span)
            return true
        }
        if let value = known.value(of: name) {
            caseValues[span] = value
        } else {
            reportUnknownCase(name, of: known, at: span)
        }
        return true
    }

    /// Decides what was kept: first what follows from what is known, then cases that only one enum has, then conversions in
    /// the order of the source.
    mutating func solve() {
        var isMoving = !constraints.isEmpty
        if isMoving {
            for type in symbols.enums.values.sorted(by: { $0.name < $1.name }) {
                for item in type.cases { caseOwners[item.name, default: []].append(type.name) }
            }
        }
        while isMoving, !constraints.isEmpty {
            let forwards = sweep { $0.decide($1) }
            isMoving = sweep(backwards: true) { $0.decide($1) } || forwards
            if !isMoving { isMoving = sweep { $0.guessMember($1) } }
            if !isMoving {
                isMoving = sweep { checker, constraint in
                    if checker.decide(constraint) { return true }
                    guard case .convertible(let from, let wanted, _) = constraint else { return false }
                    return checker.solver.unify(from, wanted)
                }
            }
        }
        for case .member(let name, let term, let span) in constraints {
            solver.fail(term)
            if let owners = caseOwners[name] {
                report(
                    .ambiguousType, "Several enums have a case `\(name)`.", at: span,
                    expected: owners.prefix(4).map { "`\($0).\(name)`" }.joined(separator: " or "))
            } else {
                let near = suggestion(for: name, in: caseOwners.keys)
                report(
                    .unknownCase, "No enum has a case `\(name)`.", at: span, hint: near.map { "Did you mean `.\($0)`?" }
                )
            }
        }
        for constraint in constraints { _ = decide(constraint) }
        constraints = []
    }

    /// Tries every constraint once; true when any is done with. One that follows from a later one is found on the way back:
    /// chains of either direction take two sweeps, not one a link.
    private mutating func sweep(
        backwards: Bool = false, _ attempt: (inout Checker, Constraint) -> Bool
    ) -> Bool {
        let pending = constraints
        constraints = []
        var kept: [Constraint] = []
        if backwards {
            for constraint in pending.reversed() where !attempt(&self, constraint) { kept.append(constraint) }
            kept.reverse()
        } else {
            for constraint in pending where !attempt(&self, constraint) { kept.append(constraint) }
        }
        let isMoving = kept.count < pending.count
        constraints = kept + constraints
        return isMoving
    }

    private mutating func guessMember(_ constraint: Constraint) -> Bool {
        guard case .member(let name, let term, let span) = constraint else { return false }
        guard let owners = caseOwners[name], owners.count == 1 else { return false }
        return solver.unify(term, solver.term(of: .enumeration(owners[0]))) && decideMember(name, term, span)
    }
}
