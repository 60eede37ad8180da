extension Machine {
    /// Goes on to the next event.
    ///
    /// - Parameters:
    ///   - input: `proceed`, or the answer to options that were offered.
    ///   - program: the program the machine was made for.
    ///   - memory: variables, visits and chance; changed as the script says. After a fault it may hold what was changed before it.
    ///   - host: answers the host's functions.
    /// - Throws: `MachineFault`; the machine itself is then unchanged.
    public mutating func step(
        _ input: MachineInput, in program: Program, memory: inout Memory, host: some FunctionHost
    ) throws(MachineFault) -> MachineEvent {
        guard memory.fits(program), fits(program) else {
            throw MachineFault(kind: .wrongProgram, message: "The machine or its memory belongs to another program.")
        }
        var execution = Execution(program: program, host: host, machine: self, memory: .empty)
        // Swapped, not copied: the arrays stay unshared and are changed in place.
        swap(&execution.memory, &memory)
        defer { swap(&execution.memory, &memory) }
        let event = try execution.step(input)
        self = execution.machine
        return event
    }

    /// Whether every place this machine may go to is in the program.
    private func fits(_ program: Program) -> Bool {
        let code = 0..<program.instructions.count
        let nodes = program.nodes.indices
        return nodes.contains(node) && code.contains(position)
            && waiting.allSatisfy { nodes.contains($0.node) && code.contains($0.position) }
            && pending.allSatisfy { code.contains($0.target) }
    }
}
