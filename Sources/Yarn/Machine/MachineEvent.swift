/// What the host tells a machine to do next.
public enum MachineInput: Hashable, Sendable {
    /// Go on; the answer to everything but options.
    case proceed
    /// Take the option with this index, from 0.
    case choose(Int)
    /// Take none of the options; what follows the group comes next.
    case chooseNone
}

/// What a machine did in one step.
public enum MachineEvent: Hashable, Sendable {
    /// A node began, or goes on after a detour. For a member of a node group this is its own name (`Title.subtitle`).
    case nodeEntered(String)
    /// Somebody says something.
    case line(SpokenLine)
    /// A choice is asked for; only `choose` or `chooseNone` may follow.
    case options([OfferedOption])
    /// A command for the host.
    case command(IssuedCommand)
    /// The conversation is over.
    case finished
}

/// One option of a group.
public struct OfferedOption: Hashable, Sendable {
    /// Its place in the group, from 0.
    public var index: Int
    /// Its text.
    public var line: SpokenLine
    /// False when its condition failed; it is offered all the same.
    public var isAvailable: Bool

    /// An option as a host receives it.
    public init(index: Int, line: SpokenLine, isAvailable: Bool) {
        self.index = index
        self.line = line
        self.isAvailable = isAvailable
    }
}
