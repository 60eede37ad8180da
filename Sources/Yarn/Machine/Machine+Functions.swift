extension Machine {
    mutating func callBuiltIn(
        _ function: BuiltInFunction, _ count: Int, _ program: Program, _ memory: inout Memory
    ) throws(MachineFault) {
        guard workings.stack.count >= count else { throw misfit(program) }
        let last = count > 0 ? workings.stack.last : nil
        let first = count > 0 ? workings.stack[workings.stack.count - count] : nil
        workings.stack.removeLast(count)
        switch (function, first, last) {
        case (.visited, .string(let name)?, _): push(memory.visits(of: name, in: program) > 0)
        case (.visitedCount, .string(let name)?, _): push(Float(memory.visits(of: name, in: program)))
        case (.hasAnyContent, .string(let name)?, _): try queryContent(of: name, program)
        case (.random, _, _): push(memory.random.nextUnit())
        case (.randomRange, .number(let low)?, .number(let high)?):
            push(try draw(from: low, through: high, function, program, &memory))
        case (.randomRangeFloat, .number(let low)?, .number(let high)?):
            push(low + memory.random.nextUnit() * (high - low))
        case (.dice, .number(let sides)?, _):
            push(try draw(from: 1, through: max(sides, 1), function, program, &memory))
        default:
            guard let result = function.result(of: first, last) else { throw failed(function, first, program) }
            workings.stack.append(result)
        }
    }

    private func failed(_ function: BuiltInFunction, _ value: Value?, _ program: Program) -> MachineFault {
        switch (function, value) {
        case (.number, .string(let text)?): fault(.badValue, "number(): \"\(text)\" is no number.", program)
        case (.bool, .string(let text)?): fault(.badValue, "bool(): \"\(text)\" is neither true nor false.", program)
        default: fault(.badValue, "\(function.rawValue)() cannot be called with these values.", program)
        }
    }

    private mutating func push(_ number: Float) { workings.stack.append(.number(number)) }
    private mutating func push(_ truth: Bool) { workings.stack.append(.bool(truth)) }

    private mutating func queryContent(of name: String, _ program: Program) throws(MachineFault) {
        guard let slot = program.nodeSlots[name] else { return push(false) }
        guard let query = program.nodes[slot].query else { return push(true) }
        try call(query, program)
    }

    /// A whole number by chance, both ends included.
    private func draw(
        from low: Float, through high: Float, _ function: BuiltInFunction, _ program: Program, _ memory: inout Memory
    ) throws(MachineFault) -> Float {
        let first = low.rounded(.towardZero)
        let last = high.rounded(.towardZero)
        guard let start = Int64(exactly: first), let end = Int64(exactly: last), start <= end,
            end.subtractingReportingOverflow(start).overflow == false
        else {
            throw fault(
                .badValue,
                "\(function.rawValue)() has nothing to draw from between \(Value.number(low)) and \(Value.number(high)).",
                program)
        }
        return Float(start + Int64(memory.random.next(below: UInt64(end - start) + 1)))
    }
}

extension SymbolTable {
    /// What a value of this type is at run time.
    func rawType(of type: ValueType) -> ValueType {
        if case .enumeration(let name) = type { enums[name]?.raw ?? .number } else { type }
    }
}
