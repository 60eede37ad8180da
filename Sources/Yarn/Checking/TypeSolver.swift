/// Finds out types by unification: every variable, function and expression has a term; equal terms are joined.
struct TypeSolver {
    /// A type that may not be known yet; an index into the solver.
    typealias Term = Int

    private enum State {
        case unbound
        case joined(Term)
        case known(ValueType)
        /// A mistake was reported; fits everything, so that nothing is reported twice.
        case failed
    }

    private var states: [State] = [.known(.number), .known(.string), .known(.bool), .failed]
    private var enums: [String: Term] = [:]

    let number: Term = 0
    let string: Term = 1
    let bool: Term = 2
    let failed: Term = 3

    mutating func fresh() -> Term {
        states.append(.unbound)
        return states.count - 1
    }

    mutating func term(of type: ValueType) -> Term {
        switch type {
        case .number: return number
        case .string: return string
        case .bool: return bool
        case .enumeration(let name):
            if let term = enums[name] { return term }
            states.append(.known(type))
            enums[name] = states.count - 1
            return states.count - 1
        }
    }

    mutating func root(_ term: Term) -> Term {
        var root = term
        while case .joined(let next) = states[root] { root = next }
        var current = term
        while case .joined(let next) = states[current] {
            states[current] = .joined(root)
            current = next
        }
        return root
    }

    mutating func type(of term: Term) -> ValueType? {
        if case .known(let type) = states[root(term)] { type } else { nil }
    }

    mutating func hasFailed(_ term: Term) -> Bool {
        if case .failed = states[root(term)] { true } else { false }
    }

    mutating func isUnbound(_ term: Term) -> Bool {
        if case .unbound = states[root(term)] { true } else { false }
    }

    /// Makes two terms one; false when they are known to differ.
    mutating func unify(_ left: Term, _ right: Term) -> Bool {
        let left = root(left)
        let right = root(right)
        if left == right { return true }
        switch (states[left], states[right]) {
        case (.failed, _), (_, .failed): return true
        case (.unbound, _): states[left] = .joined(right)
        case (_, .unbound): states[right] = .joined(left)
        case (.known(let first), .known(let second)): return first == second
        default: break
        }
        return true
    }

    /// Marks a term as the seat of a mistake that has been reported.
    mutating func fail(_ term: Term) {
        let root = root(term)
        if case .unbound = states[root] { states[root] = .failed }
    }
}
