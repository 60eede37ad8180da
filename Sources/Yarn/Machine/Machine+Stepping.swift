/// Why a machine stopped, by slots of its program: what happened without its text.
public enum MachineStop: Hashable, Sendable {
    /// A node began, or goes on after a detour; an index into `Program.nodes`.
    case nodeEntered(Int)
    /// Somebody says something; an index into `Program.lines`.
    case line(Int)
    /// A choice is asked for; `Machine.isAvailable` says what may be taken.
    case options
    /// A command for the host; an index into the program's commands.
    case command(Int)
    /// The conversation is over.
    case finished
}

extension Machine {
    /// Goes on to the next event.
    ///
    /// - Parameters:
    ///   - input: `proceed`, or the answer to options that were offered.
    ///   - program: the program the machine was made for.
    ///   - memory: variables, visits and chance; changed as the script says. After a fault it may hold what was changed before it.
    ///   - host: answers the host's functions.
    /// - Throws: `MachineFault`. An answer that does not fit changes nothing. After any other fault this machine cannot go on;
    ///   a copy from before the step can.
    public mutating func step(
        _ input: MachineInput, in program: Program, memory: inout Memory, host: some FunctionHost
    ) throws(MachineFault) -> MachineEvent {
        let stop = try advance(input, in: program, memory: &memory, host: host)
        return event(of: stop, in: program)
    }

    /// Goes on to the next event like `step`, and leaves its text alone: for searching and measuring, where nobody reads.
    /// - Throws: `MachineFault`, as `step`.
    public mutating func advance(
        _ input: MachineInput, in program: Program, memory: inout Memory, host: some FunctionHost
    ) throws(MachineFault) -> MachineStop {
        guard memory.fits(program), fits(program) else {
            throw MachineFault(kind: .wrongProgram, message: "The machine or its memory belongs to another program.")
        }
        try take(input)
        do throws(MachineFault) {
            while true {
                switch try run(program, &memory) {
                case .stopped(let stop):
                    if case .nodeEntered = stop { return stop }
                    spent = 0
                    if !trail.isEmpty { trail.removeAll(keepingCapacity: true) }
                    return stop
                case .calling(let function, let count):
                    try answer(function, count, program, host)
                case .computed:
                    throw fault(.wrongProgram, "The machine does not fit this program.", program)
                }
            }
        } catch {
            phase = .failed
            workings.clear()
            throw error
        }
    }

    /// The event that a machine stopped at, with its text. It stays the same until the machine goes on.
    public func event(of stop: MachineStop, in program: Program) -> MachineEvent {
        switch stop {
        case .nodeEntered(let node): return .nodeEntered(program.nodes[node].name)
        case .line(let line): return .line(program.lines[line].source.spoken(with: values, 0..<values.count))
        case .options: return .options(offer(in: program))
        case .command(let command): return .command(program.commands[command].issued(with: values[...]))
        case .finished: return .finished
        }
    }

    /// While a choice is asked for: the options, with their texts. Empty at any other time.
    public func offer(in program: Program) -> [OfferedOption] {
        var options: [OfferedOption] = []
        guard phase == .asking else { return options }
        options.reserveCapacity(pending.count)
        var start = 0
        for option in pending {
            // A machine that an earlier version wrote down does not know its options' lines.
            guard program.lines.indices.contains(option.line), start + option.values <= values.count else { return [] }
            let line = program.lines[option.line].source.spoken(
                with: values, start..<start + option.values)
            options.append(OfferedOption(index: options.count, line: line, isAvailable: option.isAvailable))
            start += option.values
        }
        return options
    }

    /// Checks the host's answer and goes to where it leads.
    private mutating func take(_ input: MachineInput) throws(MachineFault) {
        switch (phase, input) {
        case (.finished, _):
            throw MachineFault(kind: .alreadyFinished, message: "The conversation is over.")
        case (.failed, _):
            throw MachineFault(kind: .alreadyFinished, message: "The conversation ended in a fault.")
        case (.ready, .proceed): break
        case (.ready, _):
            throw MachineFault(kind: .choiceNotAsked, message: "No choice is asked for.")
        case (.asking, .proceed):
            throw MachineFault(kind: .choiceExpected, message: "A choice is asked for.")
        case (.asking, .chooseNone): resume(at: position)
        case (.asking, .choose(let index)):
            guard pending.indices.contains(index) else {
                let count = pending.count
                throw MachineFault(
                    kind: .badChoice,
                    message:
                        "There is no option \(index): \(count) \(count == 1 ? "was" : "were") offered, counted from 0.")
            }
            guard pending[index].isAvailable else {
                throw MachineFault(kind: .badChoice, message: "Option \(index) is not available.")
            }
            resume(at: pending[index].target)
        }
        // Those of a choice that is about to be asked for again are still needed.
        if pending.isEmpty, !values.isEmpty { values.removeAll(keepingCapacity: true) }
    }

    mutating func resume(at position: Int) {
        pending.removeAll(keepingCapacity: true)
        isAskingAgain = false
        phase = .ready
        self.position = position
    }

    /// Has the host answer a call, and puts its value on the stack.
    mutating func answer(
        _ function: Int, _ count: Int, _ program: Program, _ host: some FunctionHost
    ) throws(MachineFault) {
        let name = program.hostFunctions[function]
        let arguments = Array(workings.stack.suffix(count))
        workings.stack.removeLast(arguments.count)
        let result: Value
        do throws(FunctionFault) {
            result = try host.call(name, arguments)
        } catch {
            throw fault(.functionFailed, "\(name)(): \(error.message)", program)
        }
        if let wanted = program.symbols.functions[name]?.result, program.symbols.rawType(of: wanted) != result.type {
            throw fault(.functionFailed, "\(name)() gave \(result), which is not a \(wanted).", program)
        }
        workings.stack.append(result)
    }

    /// Whether every place this machine may go to is in the program.
    private func fits(_ program: Program) -> Bool {
        let code = program.instructions.count
        let nodes = program.nodes.count
        guard node >= 0, node < nodes, position >= 0, position < code else { return false }
        for place in waiting where place.node < 0 || place.node >= nodes || place.position < 0 || place.position >= code
        {
            return false
        }
        let choices = waiting.compactMap(\.held?.pending) + [pending]
        return choices.allSatisfy { $0.allSatisfy { (0..<code).contains($0.target) } }
    }
}
