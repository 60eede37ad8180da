/// Why a machine could not take a step.
public struct MachineFault: Error, Hashable, Sendable {
    /// The kinds of trouble.
    public enum Kind: String, Hashable, Sendable {
        /// A node that does not exist.
        case unknownNode
        /// A function that failed, or that nobody offers.
        case functionFailed
        /// An option index out of range, or an option that is not available.
        case badChoice
        /// A choice was made but none was asked for.
        case choiceNotAsked
        /// A choice is asked for and something else came.
        case choiceExpected
        /// The conversation is over already.
        case alreadyFinished
        /// Too many instructions without a line, option or command.
        case budgetExceeded
        /// Too many detours inside each other.
        case detourTooDeep
        /// An operation that its values do not allow.
        case badValue
        /// The machine or memory does not belong to this program.
        case wrongProgram
    }

    /// The kind of trouble.
    public var kind: Kind
    /// What happened, for people.
    public var message: String
    /// Where in the script, when that is known.
    public var span: SourceSpan?

    /// A fault with its message.
    public init(kind: Kind, message: String, span: SourceSpan? = nil) {
        self.kind = kind
        self.message = message
        self.span = span
    }
}

/// What a host's function throws when it cannot answer.
public struct FunctionFault: Error, Hashable, Sendable {
    /// What happened, for people.
    public var message: String

    /// A fault with its message.
    public init(_ message: String) {
        self.message = message
    }
}

/// Whoever answers the functions that scripts call and the language does not know itself.
public protocol FunctionHost {
    /// Answers one call; types and number of the arguments are those of the declared signature.
    /// - Throws: `FunctionFault` when there is no answer.
    func call(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value
}

/// A host without any function.
public struct EmptyHost: FunctionHost, Sendable {
    /// A host without any function.
    public init() {}

    /// Always fails.
    public func call(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value {
        throw FunctionFault("Nobody offers the function \(function)().")
    }
}
