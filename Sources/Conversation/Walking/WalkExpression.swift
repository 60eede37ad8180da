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
            switch (operation, operand.value(in: key, measures)) {
            case (.negate, .number(let number)?): return .number(-number)
            case (.not, .bool(let truth)?): return .bool(!truth)
            default: return nil
            }
        case .binary(let operation, let left, let right):
            return Self.compute(operation, left.value(in: key, measures), right.value(in: key, measures))
        case .call(let function, let arguments):
            return Self.call(function, arguments.map { $0.value(in: key, measures) })
        }
    }

    /// What an operator makes of two values, as the machine does; nil when it cannot be told.
    private static func compute(_ operation: BinaryOperator, _ left: Value?, _ right: Value?) -> Value? {
        switch (operation, left, right) {
        case (.and, .bool(false)?, _), (.and, _, .bool(false)?): return .bool(false)
        case (.or, .bool(true)?, _), (.or, _, .bool(true)?): return .bool(true)
        case (_, .number(let left)?, .number(let right)?): return arithmetic(operation, left, right)
        case (.add, .string(let left)?, .string(let right)?): return .string(left + right)
        case (.and, .bool(let left)?, .bool(let right)?): return .bool(left && right)
        case (.or, .bool(let left)?, .bool(let right)?): return .bool(left || right)
        case (.xor, .bool(let left)?, .bool(let right)?): return .bool(left != right)
        case (.equal, let left?, let right?): return .bool(left == right)
        case (.notEqual, let left?, let right?): return .bool(left != right)
        default: return nil
        }
    }

    private static func arithmetic(_ operation: BinaryOperator, _ left: Float, _ right: Float) -> Value? {
        switch operation {
        case .multiply: return .number(left * right)
        case .divide: return .number(left / right)
        case .add: return .number(left + right)
        case .subtract: return .number(left - right)
        case .less: return .bool(left < right)
        case .lessOrEqual: return .bool(left <= right)
        case .greater: return .bool(left > right)
        case .greaterOrEqual: return .bool(left >= right)
        case .equal: return .bool(left == right)
        case .notEqual: return .bool(left != right)
        case .remainder:
            let (dividend, divisor) = (left.rounded(.toNearestOrEven), right.rounded(.toNearestOrEven))
            guard divisor != 0, divisor.isFinite, dividend.isFinite else { return nil }
            return .number(dividend.truncatingRemainder(dividingBy: divisor) + 0)
        case .and, .or, .xor: return nil
        }
    }

    /// The functions whose results only depend on their arguments; every other one is left open.
    private static func call(_ function: BuiltInFunction, _ arguments: [Value?]) -> Value? {
        switch (function, arguments.first ?? nil, arguments.last ?? nil) {
        case (.string, let value?, _), (.formatInvariant, let value?, _): return .string(value.description)
        case (.bool, .bool(let truth)?, _): return .bool(truth)
        case (.bool, .number(let number)?, _): return .bool(number != 0)
        case (.number, .number(let number)?, _): return .number(number)
        case (.number, .bool(let truth)?, _): return .number(truth ? 1 : 0)
        case (_, .number(let first)?, .number(let last)?):
            switch function {
            case .min: return .number(Swift.min(first, last))
            case .max: return .number(Swift.max(first, last))
            case .round: return .number(first.rounded(.toNearestOrEven))
            case .floor: return .number(first.rounded(.down))
            case .ceil: return .number(first.rounded(.up))
            case .int: return .number(first.rounded(.towardZero))
            case .decimal: return .number(first - first.rounded(.towardZero))
            case .inc: return .number(first.rounded(.down) + 1)
            case .dec: return .number(first.rounded(.up) - 1)
            default: return nil
            }
        default: return nil
        }
    }
}
