/// Something that has a value.
public struct Expression: Hashable, Sendable {
    /// What it is made of.
    public indirect enum Kind: Hashable, Sendable {
        /// `1.5`.
        case number(Float)
        /// `"text"`.
        case string(String)
        /// `true` or `false`.
        case bool(Bool)
        /// `$name`, with the `$`.
        case variable(String)
        /// `name(…)`.
        case call(String, [Expression])
        /// `Enum.Case` or `.Case`.
        case member(type: String?, name: String)
        /// `-x` or `not x`.
        case unary(UnaryOperator, Expression)
        /// `x + y`.
        case binary(BinaryOperator, Expression, Expression)
        /// Stands where a mistake has been reported already.
        case invalid
    }

    /// What it is made of.
    public var kind: Kind
    /// Where it stands.
    public var span: SourceSpan
    /// How deep it nests; 1 for a leaf.
    var depth = 1

    /// True for a literal, a negative number and an enum case.
    public var isLiteral: Bool {
        switch kind {
        case .number, .string, .bool, .member, .invalid: true
        case .unary(.negate, let operand):
            if case .number = operand.kind { true } else { false }
        default: false
        }
    }

    /// Visits this expression and all inside it, outer ones first.
    public func walk(_ visit: (Expression) -> Void) {
        visit(self)
        switch kind {
        case .call(_, let arguments): for argument in arguments { argument.walk(visit) }
        case .unary(_, let operand): operand.walk(visit)
        case .binary(_, let left, let right):
            left.walk(visit)
            right.walk(visit)
        default: break
        }
    }
}

/// An operator with one operand.
public enum UnaryOperator: String, Hashable, Sendable {
    /// `-`
    case negate = "-"
    /// `not`, `!`
    case not = "not"
}

/// An operator with two operands; the raw value is its usual spelling.
public enum BinaryOperator: String, Hashable, Sendable {
    /// `*`
    case multiply = "*"
    /// `/`
    case divide = "/"
    /// `%`, of whole numbers
    case remainder = "%"
    /// `+`, of numbers or texts
    case add = "+"
    /// `-`
    case subtract = "-"
    /// `<`, `lt`
    case less = "<"
    /// `<=`, `lte`
    case lessOrEqual = "<="
    /// `>`, `gt`
    case greater = ">"
    /// `>=`, `gte`
    case greaterOrEqual = ">="
    /// `==`, `is`, `eq`
    case equal = "=="
    /// `!=`, `neq`
    case notEqual = "!="
    /// `and`, `&&`
    case and = "and"
    /// `or`, `||`
    case or = "or"
    /// `xor`, `^`
    case xor = "xor"

    /// How tightly it binds: higher binds tighter; `and`, `or` and `xor` share one level.
    var precedence: Int {
        switch self {
        case .multiply, .divide, .remainder: 5
        case .add, .subtract: 4
        case .less, .lessOrEqual, .greater, .greaterOrEqual: 3
        case .equal, .notEqual: 2
        case .and, .or, .xor: 1
        }
    }
}
