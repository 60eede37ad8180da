/// The host that the official cases expect: its functions, and how they are announced.
public struct ConformanceHost: FunctionHost, Sendable {
    /// What is announced before compiling. `dummy_bool`, `dummy_number` and `dummy_string` are answered too, and not
    /// announced: their types have to follow from their use.
    public static let signatures = [
        FunctionSignature(name: "assert", parameters: [.bool], result: .bool),
        FunctionSignature(name: "add_three_operands", parameters: [.number, .number, .number], result: .number),
        FunctionSignature(name: "set_objective_complete", parameters: [.string], result: .bool),
        FunctionSignature(name: "is_objective_active", parameters: [.string], result: .bool),
        FunctionSignature(name: "get_quest_status", parameters: [.string], result: .string),
    ]

    /// A host that keeps nothing.
    public init() {}

    /// Answers a call.
    /// - Throws: ``FunctionFault`` when an assertion does not hold, and for a function that is not one of these.
    public func call(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value {
        switch function {
        case "assert":
            guard arguments == [.bool(true)] else { throw FunctionFault("The assertion does not hold.") }
            return .bool(true)
        case "add_three_operands":
            var sum: Float = 0
            for case .number(let number) in arguments { sum += number }
            return .number(sum)
        case "dummy_bool", "set_objective_complete", "is_objective_active": return .bool(true)
        case "dummy_number": return .number(1)
        case "dummy_string": return .string("string")
        case "get_quest_status": return .string("InProgress")
        default: throw FunctionFault("Nobody offers the function \(function)().")
        }
    }
}
