// What operators make of values. The machine and whoever reasons about scripts ask here, so that they agree.

extension UnaryOperator {
    /// What it makes of a value; nil for a value of another type.
    public func applied(to value: Value) -> Value? {
        switch (self, value) {
        case (.negate, .number(let number)): .number(-number)
        case (.not, .bool(let truth)): .bool(!truth)
        default: nil
        }
    }
}

extension BinaryOperator {
    /// What it makes of two values; nil for types that do not fit, and for a remainder that has no value.
    public func applied(to left: Value, _ right: Value) -> Value? {
        switch (left, right) {
        case (.number(let left), .number(let right)): return applied(to: left, right)
        case (.bool(let left), .bool(let right)):
            switch self {
            case .and: return .bool(left && right)
            case .or: return .bool(left || right)
            case .xor, .notEqual: return .bool(left != right)
            case .equal: return .bool(left == right)
            default: return nil
            }
        case (.string(let left), .string(let right)):
            switch self {
            case .add: return .string(left + right)
            case .equal: return .bool(left == right)
            case .notEqual: return .bool(left != right)
            default: return nil
            }
        default: return nil
        }
    }

    func applied(to left: Float, _ right: Float) -> Value? {
        switch self {
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
            // Both sides become whole numbers first, halves to the even one.
            let divisor = right.rounded(.toNearestOrEven)
            let dividend = left.rounded(.toNearestOrEven)
            guard divisor != 0, divisor.isFinite, dividend.isFinite else { return nil }
            return .number(dividend.truncatingRemainder(dividingBy: divisor) + 0)
        case .and, .or, .xor: return nil
        }
    }
}
