import Yarn

/// An expression as the walk computes it: names are slots, and what the walk leaves open is `unknown`.
indirect enum WalkExpression: Hashable, Sendable {
    case value(Value)
    /// Chance, time, a second attempt: anything that may turn out either way.
    case unknown
    case fact(Int)
    case measure(Measure)
    case kept(Int)
    case missed(Int)
    case unary(UnaryOperator, WalkExpression)
    case binary(BinaryOperator, WalkExpression, WalkExpression)
    case call(BuiltInFunction, [WalkExpression])

    /// Visits this expression and all inside it.
    func walk(_ visit: (WalkExpression) -> Void) {
        visit(self)
        switch self {
        case .unary(_, let operand): operand.walk(visit)
        case .binary(_, let left, let right):
            left.walk(visit)
            right.walk(visit)
        case .call(_, let arguments): for argument in arguments { argument.walk(visit) }
        default: break
        }
    }

    /// The measures it reads.
    var measures: Set<Measure> {
        var found: Set<Measure> = []
        walk { if case .measure(let measure) = $0 { found.insert(measure) } }
        return found
    }

    /// `not` of it.
    var negated: WalkExpression { .unary(.not, self) }

    /// Both, where one may be missing.
    func and(_ other: WalkExpression?) -> WalkExpression {
        other.map { .binary(.and, self, $0) } ?? self
    }

    /// Its value in a state, with these values of the measures; nil when that is left open.
    func value(in key: WalkState.Key, _ measures: [Measure: Int]) -> Value? {
        switch self {
        case .value(let value): return value
        case .unknown: return nil
        case .fact(let slot):
            if case .known(let value) = key.facts[slot] { return value }
            return nil
        case .measure(let measure): return measures[measure].map { .number(Float($0)) }
        case .kept(let promise): return key.promises[promise].isUnknown ? nil : .bool(key.promises[promise].isKept)
        case .missed(let promise): return key.promises[promise].isUnknown ? nil : .bool(key.promises[promise].isMissed)
        case .unary(let operation, let operand):
            return operand.value(in: key, measures).flatMap { operation.applied(to: $0) }
        case .binary(let operation, let left, let right):
            return Self.compute(operation, left.value(in: key, measures), right.value(in: key, measures))
        case .call(let function, let arguments):
            // Chance and visits are left open.
            let values = arguments.map { $0.value(in: key, measures) }
            guard values.allSatisfy({ $0 != nil }) else { return nil }
            return function.result(of: values.first ?? nil, values.last ?? nil)
        }
    }

    /// What an operator makes of two values; nil when that cannot be told. One side of a logical one may be enough.
    private static func compute(_ operation: BinaryOperator, _ left: Value?, _ right: Value?) -> Value? {
        switch (operation, left, right) {
        case (.and, .bool(false)?, _), (.and, _, .bool(false)?): .bool(false)
        case (.or, .bool(true)?, _), (.or, _, .bool(true)?): .bool(true)
        case (_, let left?, let right?): operation.applied(to: left, right)
        default: nil
        }
    }
}
