/// One step of a program. Places are indices into `Program.instructions`; slots are indices into `Memory`.
public enum Instruction: Hashable, Sendable {
    /// Puts a number on the stack.
    case pushNumber(Float)
    /// Puts a truth value on the stack.
    case pushBool(Bool)
    /// Puts a text on the stack; an index into the program's texts.
    case pushText(Int)
    /// Puts the value of a stored variable on the stack.
    case load(slot: Int)
    /// Runs the code of a smart variable, which leaves its value on the stack.
    case compute(slot: Int)
    /// Takes a value off the stack into a variable.
    case store(slot: Int)
    /// Drops the top of the stack.
    case pop
    /// Replaces the top of the stack.
    case unary(UnaryOperator)
    /// Replaces the two values on top of the stack.
    case binary(BinaryOperator)
    /// Puts on the stack what an operator makes of a stored variable and a number: most conditions and counts are no more.
    case binaryWithNumber(slot: Int, BinaryOperator, Float)
    /// Calls a function of the language.
    case callBuiltIn(BuiltInFunction, arguments: Int)
    /// Calls a function of the host.
    case callHost(function: Int, arguments: Int)
    /// Goes on elsewhere.
    case goTo(Int)
    /// Takes a truth value off the stack and goes on elsewhere when it is false.
    case goToIfFalse(Int)
    /// Puts on the stack whether a once flag is still unset.
    case isUnseen(flag: Int)
    /// Sets a once flag.
    case markSeen(flag: Int)
    /// Says a line, filling in values from the stack.
    case say(line: Int, values: Int)
    /// Issues a command, filling in values from the stack.
    case issue(command: Int, values: Int)
    /// Adds an option to those about to be offered; below its values on the stack is its availability.
    case addOption(line: Int, values: Int, target: Int)
    /// Offers the options that were added.
    case offer
    /// Takes a truth value off the stack and adds a candidate of a line or node group.
    case addCandidate(view: Int, complexity: Int, target: Int)
    /// Lets saliency choose a candidate and goes on at its place, or here when there is none.
    case selectCandidate
    /// Leaves this node and all that wait for it, and enters another.
    case jump(node: Int)
    /// The same, by the name on the stack.
    case jumpByName
    /// Enters a node and comes back.
    case detour(node: Int)
    /// The same, by the name on the stack.
    case detourByName
    /// Leaves the node: back to the one that waits, or the end.
    case leave
    /// Ends the conversation.
    case stop
    /// Ends the code of a smart variable or query.
    case endComputation
}
