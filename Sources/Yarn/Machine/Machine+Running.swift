extension Machine {
    /// What entering a node costs of the instruction budget: nodes that only enter each other are found sooner.
    private static var entryCost: Int { 20 }

    /// Why the instructions come to rest.
    enum Rest {
        case stopped(MachineStop)
        /// The host has to answer a function; its arguments are on the stack.
        case calling(function: Int, arguments: Int)
        /// A computation is over; its value is on the stack.
        case computed
    }

    /// Carries out instructions until something happens.
    mutating func run(_ program: Program, _ memory: inout Memory) throws(MachineFault) -> Rest {
        while true {
            if isArriving {
                isArriving = false
                if !trail.contains(node), trail.count < 8 { trail.append(node) }
                try spend(Self.entryCost, program)
                if !program.nodes[node].isHub { return .stopped(.nodeEntered(node)) }
            }
            try spend(1, program)
            guard position < program.instructions.count else { throw misfit(program) }
            let instruction = program.instructions[position]
            position += 1
            switch instruction {
            case .pushNumber(let number): workings.stack.append(.number(number))
            case .pushBool(let truth): workings.stack.append(.bool(truth))
            case .pushText(let text): workings.stack.append(.string(program.texts[text]))
            case .load(let slot): workings.stack.append(memory.variables[slot])
            case .store(let slot): memory.variables[slot] = try pop(program)
            case .pop: _ = try pop(program)
            case .unary(let operation): try apply(operation, program)
            case .binary(let operation): try apply(operation, program)
            case .binaryWithNumber(let slot, let operation, let number):
                guard case .number(let value) = memory.variables[slot],
                    let result = operation.applied(to: value, number)
                else { throw misapplied(operation, memory.variables[slot], .number(number), program) }
                workings.stack.append(result)
            case .goTo(let target): position = target
            case .goToIfFalse(let target): if !(try popTruth(program)) { position = target }
            case .isUnseen(let flag): workings.stack.append(.bool(!memory.seen[flag]))
            case .markSeen(let flag): memory.seen[flag] = true
            case .say(let line, let count):
                try hold(count, program)
                return .stopped(.line(line))
            case .issue(let command, let count):
                try hold(count, program)
                return .stopped(.command(command))
            case .addOption(let line, let count, let target):
                try hold(count, program)
                let isAvailable = try popTruth(program)
                pending.append(Pending(target: target, isAvailable: isAvailable, line: line, values: count))
            case .offer:
                phase = .asking
                return .stopped(.options)
            case .addCandidate(let view, let complexity, let target):
                if try popTruth(program) {
                    workings.candidates.append(.init(view: view, complexity: complexity, target: target))
                }
            case .selectCandidate: selectCandidate(&memory)
            case .jump(let target):
                completeAll(program, &memory)
                enter(target, program)
            case .jumpByName:
                let target = try popNode(program)
                completeAll(program, &memory)
                enter(target, program)
            case .detour(let target): try detour(to: target, program)
            case .detourByName: try detour(to: try popNode(program), program)
            case .leave: if let stop = leave(program, &memory) { return .stopped(stop) }
            case .stop:
                completeAll(program, &memory)
                phase = .finished
                return .stopped(.finished)
            case .compute(let slot):
                guard let entry = program.variables[slot].entry else { throw misfit(program) }
                try call(entry, program)
            case .callBuiltIn(let function, let count): try callBuiltIn(function, count, program, &memory)
            case .callHost(let function, let count):
                guard workings.stack.count >= count else { throw misfit(program) }
                return .calling(function: function, arguments: count)
            case .endComputation:
                guard let place = workings.returns.popLast() else { return .computed }
                position = place
            }
        }
    }

    /// Runs code that leaves one value on the stack, then goes on here.
    mutating func call(_ entry: Int, _ program: Program) throws(MachineFault) {
        guard workings.returns.count <= 10_000 else {
            throw fault(.budgetExceeded, "Smart variables need each other without end.", program)
        }
        workings.returns.append(position)
        position = entry
    }

    private mutating func spend(_ cost: Int, _ program: Program) throws(MachineFault) {
        spent += cost
        if spent > Language.instructionBudget { throw exhausted(program) }
    }

    private func exhausted(_ program: Program) -> MachineFault {
        let names = trail.filter { program.nodes.indices.contains($0) }.map { "\"\(program.nodes[$0].name)\"" }
        let circle = names.isEmpty ? "" : " It goes through \(names.joined(separator: ", "))."
        return fault(.budgetExceeded, "The script runs in a circle without saying anything.\(circle)", program)
    }

    func fault(_ kind: MachineFault.Kind, _ message: String, _ program: Program) -> MachineFault {
        MachineFault(kind: kind, message: message, span: program.span(at: position - 1))
    }

    func misfit(_ program: Program) -> MachineFault {
        fault(.wrongProgram, "The machine does not fit this program.", program)
    }

    // MARK: stack

    mutating func pop(_ program: Program) throws(MachineFault) -> Value {
        guard let value = workings.stack.popLast() else { throw misfit(program) }
        return value
    }

    private mutating func popTruth(_ program: Program) throws(MachineFault) -> Bool {
        guard case .bool(let truth)? = workings.stack.popLast() else {
            throw fault(.badValue, "A condition is neither true nor false.", program)
        }
        return truth
    }

    private mutating func popNode(_ program: Program) throws(MachineFault) -> Int {
        guard case .string(let name)? = workings.stack.popLast() else {
            throw fault(.badValue, "The name of a node is a text.", program)
        }
        guard let slot = program.nodeSlots[name] else {
            throw .unknownNode(name, in: program, span: program.span(at: position - 1))
        }
        return slot
    }

    /// Takes values off the stack and holds them for the text they belong to.
    private mutating func hold(_ count: Int, _ program: Program) throws(MachineFault) {
        guard count > 0 else { return }
        guard workings.stack.count >= count else { throw misfit(program) }
        values.append(contentsOf: workings.stack.suffix(count))
        workings.stack.removeLast(count)
    }
}
