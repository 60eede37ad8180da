/// Where a conversation stands and what it remembers: the whole state, in one value of a few KB.
///
/// Keep it anywhere, compare it, branch from it, go back to it. Conversations that share their memory keep one `Memory` and a
/// `Machine` each instead.
public struct Position: Codable, Hashable, Sendable {
    /// The machine's place in the program.
    public var machine: Machine
    /// Variables, visits and the generator of chance.
    public var memory: Memory

    /// A machine with its memory.
    public init(machine: Machine, memory: Memory) {
        self.machine = machine
        self.memory = memory
    }

    /// A conversation that is about to enter the named node, with nothing remembered.
    /// - Throws: `MachineFault` of kind `unknownNode` when the program has no such node.
    public init(startingAt node: String, in program: Program, seed: UInt64) throws(MachineFault) {
        machine = try Machine(startingAt: node, in: program)
        memory = Memory(program: program, seed: seed)
    }

    /// Goes on to the next event, as `Machine.step`.
    /// - Throws: `MachineFault`, as `Machine.step`.
    public mutating func step(
        _ input: MachineInput, in program: Program, host: some FunctionHost
    ) throws(MachineFault) -> MachineEvent {
        try machine.step(input, in: program, memory: &memory, host: host)
    }
}
