/// One step of a machine while it runs: what is needed between two events and not kept.
struct Execution<Host: FunctionHost> {
    /// What entering a node costs of the instruction budget: nodes that only enter each other are found sooner.
    private static var entryCost: Int { 20 }

    struct Candidate {
        var view: Int
        var complexity: Int
        var target: Int
    }

    let program: Program
    let host: Host
    var machine: Machine
    var memory: Memory
    var offered: [OfferedOption] = []
    var candidates: [Candidate] = []
    /// Where smart variables and queries return to.
    var returns: [Int] = []

    /// Takes the host's answer, then runs to the next event.
    mutating func step(_ input: MachineInput) throws(MachineFault) -> MachineEvent {
        switch (machine.phase, input) {
        case (.finished, _):
            throw MachineFault(kind: .alreadyFinished, message: "The conversation is over.")
        case (.ready, .proceed): break
        case (.ready, _):
            throw MachineFault(kind: .choiceNotAsked, message: "No choice is asked for.")
        case (.asking, .proceed):
            throw MachineFault(kind: .choiceExpected, message: "A choice is asked for.")
        case (.asking, .chooseNone): resume(at: machine.position)
        case (.asking, .choose(let index)):
            guard machine.pending.indices.contains(index) else {
                let count = machine.pending.count
                throw MachineFault(
                    kind: .badChoice,
                    message:
                        "There is no option \(index): \(count) \(count == 1 ? "was" : "were") offered, counted from 0.")
            }
            guard machine.pending[index].isAvailable else {
                throw MachineFault(kind: .badChoice, message: "Option \(index) is not available.")
            }
            resume(at: machine.pending[index].target)
        }
        let event = try run()
        switch event {
        case .nodeEntered: break
        case .line, .options, .command, .finished:
            machine.spent = 0
            machine.trail = []
        }
        return event
    }

    private mutating func resume(at position: Int) {
        machine.pending = []
        machine.phase = .ready
        machine.position = position
    }

    private mutating func run() throws(MachineFault) -> MachineEvent {
        while true {
            if machine.isArriving {
                machine.isArriving = false
                machine.spent += Self.entryCost
                if machine.trail.count < 8, !machine.trail.contains(machine.node) { machine.trail.append(machine.node) }
                try checkBudget()
                if !program.nodes[machine.node].isHub { return .nodeEntered(program.nodes[machine.node].name) }
            }
            let instruction = try fetch()
            if let event = try execute(instruction) { return event }
        }
    }

    /// The value of code that ends with `endComputation`.
    mutating func compute(from entry: Int) throws(MachineFault) -> Value {
        machine.position = entry
        while true {
            let instruction = try fetch()
            if case .endComputation = instruction, returns.isEmpty { return try pop() }
            _ = try execute(instruction)
        }
    }

    private mutating func fetch() throws(MachineFault) -> Instruction {
        guard program.instructions.indices.contains(machine.position) else {
            throw MachineFault(kind: .wrongProgram, message: "The position is not in this program.")
        }
        machine.spent += 1
        try checkBudget()
        machine.position += 1
        return program.instructions[machine.position - 1]
    }

    private func checkBudget() throws(MachineFault) {
        guard machine.spent > Language.instructionBudget else { return }
        let names = machine.trail.filter { program.nodes.indices.contains($0) }.map { "\"\(program.nodes[$0].name)\"" }
        let circle = names.isEmpty ? "" : " It goes through \(names.joined(separator: ", "))."
        throw fault(.budgetExceeded, "The script runs in a circle without saying anything.\(circle)")
    }

    /// The place of the instruction that is running.
    var span: SourceSpan? {
        let index = machine.position - 1
        return program.spans.indices.contains(index) ? program.spans[index] : nil
    }

    func fault(_ kind: MachineFault.Kind, _ message: String) -> MachineFault {
        MachineFault(kind: kind, message: message, span: span)
    }

    // MARK: stack

    mutating func pop() throws(MachineFault) -> Value {
        guard let value = machine.stack.popLast() else {
            throw fault(.wrongProgram, "The machine does not fit this program.")
        }
        return value
    }

    mutating func popTruth() throws(MachineFault) -> Bool {
        guard case .bool(let truth) = try pop() else {
            throw fault(.badValue, "A condition is neither true nor false.")
        }
        return truth
    }

    mutating func popText() throws(MachineFault) -> String {
        guard case .string(let text) = try pop() else { throw fault(.badValue, "The name of a node is a text.") }
        return text
    }

    mutating func pop(_ count: Int) throws(MachineFault) -> [Value] {
        guard machine.stack.count >= count else { throw fault(.wrongProgram, "The machine does not fit this program.") }
        let values = Array(machine.stack.suffix(count))
        machine.stack.removeLast(count)
        return values
    }
}
