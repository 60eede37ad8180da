/// What kind of value an expression has; fixed for ever for a variable.
public enum ValueType: Hashable, Sendable {
    /// A 32-bit floating-point number.
    case number
    /// Text.
    case string
    /// True or false.
    case bool
    /// A case of the enum of this name; at run time it is its raw value.
    case enumeration(String)
}

extension ValueType: CustomStringConvertible {
    /// The name as authors write it after `as`.
    public var description: String {
        switch self {
        case .number: "number"
        case .string: "string"
        case .bool: "bool"
        case .enumeration(let name): name
        }
    }
}

/// What a function takes at one place.
public enum ParameterType: Hashable, Sendable {
    /// Only numbers.
    case number
    /// Only text.
    case string
    /// Only true or false.
    case bool
    /// Anything.
    case any
}

/// A function that the host offers to scripts.
public struct FunctionSignature: Hashable, Sendable {
    /// The name scripts call.
    public var name: String
    /// What it takes, in order.
    public var parameters: [ParameterType]
    /// What it gives.
    public var result: ValueType

    /// Describes a function by name, parameters and result.
    public init(name: String, parameters: [ParameterType], result: ValueType) {
        self.name = name
        self.parameters = parameters
        self.result = result
    }
}
