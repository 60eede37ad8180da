extension Execution {
    /// Carries out one instruction; an event when it makes one.
    mutating func execute(_ instruction: Instruction) throws(MachineFault) -> MachineEvent? {
        switch instruction {
        case .push(let value): machine.stack.append(value)
        case .load(let slot): machine.stack.append(memory.variables[slot])
        case .store(let slot): memory.variables[slot] = try pop()
        case .pop: _ = try pop()
        case .compute(let slot):
            guard let entry = program.variables[slot].entry else {
                throw fault(.wrongProgram, "A smart variable has no code.")
            }
            try call(entry)
        case .unary(let operation): try apply(operation)
        case .binary(let operation): try apply(operation)
        case .callBuiltIn(let function, let count): try callBuiltIn(function, try pop(count))
        case .callHost(let function, let count): try callHost(program.hostFunctions[function], try pop(count))
        case .goTo(let target): machine.position = target
        case .goToIfFalse(let target): if !(try popTruth()) { machine.position = target }
        case .isUnseen(let flag): machine.stack.append(.bool(!memory.seen[flag]))
        case .markSeen(let flag): memory.seen[flag] = true
        case .endComputation:
            guard let position = returns.popLast() else {
                throw fault(.wrongProgram, "The machine does not fit this program.")
            }
            machine.position = position
        case .addCandidate(let view, let complexity, let target):
            if try popTruth() { candidates.append(Candidate(view: view, complexity: complexity, target: target)) }
        case .selectCandidate: selectCandidate()
        case .say, .issue, .addOption, .offer: return try deliver(instruction)
        case .jump, .jumpByName, .detour, .detourByName, .leave, .stop: return try move(instruction)
        }
        return nil
    }

    /// Runs code that leaves one value on the stack, then goes on here.
    func checkDepthOfCalls() throws(MachineFault) {
        if returns.count > 10_000 { throw fault(.budgetExceeded, "Smart variables need each other without end.") }
    }

    mutating func call(_ entry: Int) throws(MachineFault) {
        try checkDepthOfCalls()
        returns.append(machine.position)
        machine.position = entry
    }

    // MARK: saying

    private mutating func deliver(_ instruction: Instruction) throws(MachineFault) -> MachineEvent? {
        switch instruction {
        case .say(let line, let count):
            return .line(spoken(line, try pop(count)))
        case .issue(let command, let count):
            let text = Self.fill(program.commands[command], try pop(count))
            return .command(IssuedCommand(text: Self.trimmed(text), span: span ?? program.nodes[machine.node].span))
        case .addOption(let line, let count, let target):
            let text = spoken(line, try pop(count))
            let isAvailable = try popTruth()
            offered.append(OfferedOption(index: offered.count, line: text, isAvailable: isAvailable))
            machine.pending.append(Machine.Pending(target: target, isAvailable: isAvailable))
            return nil
        default:
            machine.phase = .asking
            return .options(offered)
        }
    }

    private func spoken(_ slot: Int, _ values: [Value]) -> SpokenLine {
        let line = program.lines[slot]
        let result = MarkupParser.parse(Self.fill(line.pieces, line.arranged(values)))
        return SpokenLine(
            id: line.id, speaker: result.speaker, text: result.text, fullText: result.fullText, tags: line.tags,
            span: line.span)
    }

    /// Puts values between literal texts; what a value says is never looked into.
    private static func fill(_ pieces: [String], _ values: [Value]) -> String {
        guard var text = pieces.first else { return "" }
        for (value, piece) in zip(values, pieces.dropFirst()) {
            text += value.description
            text += piece
        }
        return text
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    // MARK: choosing

    private mutating func selectCandidate() {
        let eligible = candidates
        candidates = []
        guard let first = eligible.first else { return }
        let chosen: Candidate
        switch memory.saliency {
        case .first: chosen = first
        case .random: chosen = eligible[Int(memory.random.next(below: UInt64(eligible.count)))]
        case .best: chosen = best(of: eligible, ignoringViews: true)[0]
        case .bestLeastRecentlySeen:
            chosen = best(of: eligible, ignoringViews: false)[0]
            memory.views[chosen.view] += 1
        case .randomBestLeastRecentlySeen:
            let equal = best(of: eligible, ignoringViews: false)
            chosen = equal[Int(memory.random.next(below: UInt64(equal.count)))]
            memory.views[chosen.view] += 1
        }
        machine.position = chosen.target
    }

    /// The candidates that nothing beats, in source order; never empty.
    private func best(of candidates: [Candidate], ignoringViews: Bool) -> [Candidate] {
        let rank = { (candidate: Candidate) in
            (ignoringViews ? 0 : memory.views[candidate.view], -candidate.complexity)
        }
        let top = candidates.map(rank).min { $0 < $1 } ?? (0, 0)
        return candidates.filter { rank($0) == top }
    }

    // MARK: moving

    private mutating func move(_ instruction: Instruction) throws(MachineFault) -> MachineEvent? {
        switch instruction {
        case .jump(let node): jump(to: node)
        case .jumpByName: jump(to: try nodeOnStack())
        case .detour(let node): try detour(to: node)
        case .detourByName: try detour(to: try nodeOnStack())
        case .leave:
            complete(machine.node)
            guard let waiting = machine.waiting.popLast() else { return finish() }
            machine.node = waiting.node
            machine.position = waiting.position
            if !program.nodes[waiting.node].isHub { return .nodeEntered(program.nodes[waiting.node].name) }
        default:
            completeAll()
            return finish()
        }
        return nil
    }

    private mutating func nodeOnStack() throws(MachineFault) -> Int {
        let name = try popText()
        guard let slot = program.nodeSlots[name] else { throw .unknownNode(name, in: program, span: span) }
        return slot
    }

    private mutating func jump(to node: Int) {
        completeAll()
        enter(node)
    }

    private mutating func detour(to node: Int) throws(MachineFault) {
        guard machine.waiting.count < Language.detourLimit else {
            let name = program.nodes[node].name
            throw fault(
                .detourTooDeep,
                "More than \(Language.detourLimit) detours inside each other; the last leads to \"\(name)\".")
        }
        machine.waiting.append(Machine.Waiting(node: machine.node, position: machine.position))
        enter(node)
    }

    private mutating func enter(_ node: Int) {
        machine.node = node
        machine.position = program.nodes[node].entry
        machine.isArriving = true
    }

    /// Counts this node and all that wait for it as left, innermost first.
    private mutating func completeAll() {
        complete(machine.node)
        while let waiting = machine.waiting.popLast() { complete(waiting.node) }
    }

    private mutating func complete(_ node: Int) {
        if program.nodes[node].isTracked { memory.visits[node] += 1 }
    }

    private mutating func finish() -> MachineEvent {
        machine.phase = .finished
        return .finished
    }
}
