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
        case (.format, .string(let format)?, let value?): push(Self.format(format, value))
        case (.string, let value?, _), (.formatInvariant, let value?, _):
            workings.stack.append(.string(value.description))
        case (.number, let value?, _): push(try number(from: value, program))
        case (.bool, let value?, _): push(try truth(from: value, program))
        case (_, .number(let first)?, .number(let last)?): push(Self.arithmetic(function, first, last))
        default: throw fault(.badValue, "\(function.rawValue)() cannot be called with these values.", program)
        }
    }

    private mutating func push(_ number: Float) { workings.stack.append(.number(number)) }
    private mutating func push(_ truth: Bool) { workings.stack.append(.bool(truth)) }
    private mutating func push(_ text: String) { workings.stack.append(.string(text)) }

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

    private func number(from value: Value, _ program: Program) throws(MachineFault) -> Float {
        switch value {
        case .number(let number): return number
        case .bool(let truth): return truth ? 1 : 0
        case .string(let text):
            let trimmed = text.filter { !$0.isWhitespace }
            guard
                trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }),
                let number = Float(trimmed)
            else { throw fault(.badValue, "number(): \"\(text)\" is no number.", program) }
            return number
        }
    }

    private func truth(from value: Value, _ program: Program) throws(MachineFault) -> Bool {
        switch value {
        case .bool(let truth): return truth
        case .number(let number): return number != 0
        case .string(let text):
            switch text.lowercased() {
            case "true": return true
            case "false": return false
            default: throw fault(.badValue, "bool(): \"\(text)\" is neither true nor false.", program)
            }
        }
    }

    /// Replaces `{0}`; other formats are not part of the language here.
    private static func format(_ format: String, _ value: Value) -> String {
        var result = ""
        var rest = format[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            if rest[open...].hasPrefix("{0}") {
                result += value.description
                rest = rest[open...].dropFirst(3)
            } else {
                result.append("{")
                rest = rest[open...].dropFirst()
            }
        }
        return result + rest
    }

    private static func arithmetic(_ function: BuiltInFunction, _ first: Float, _ last: Float) -> Float {
        switch function {
        case .min: Swift.min(first, last)
        case .max: Swift.max(first, last)
        case .round: first.rounded(.toNearestOrEven)
        case .roundPlaces: round(first, places: last)
        case .floor: first.rounded(.down)
        case .ceil: first.rounded(.up)
        case .int: first.rounded(.towardZero)
        case .decimal: first - first.rounded(.towardZero)
        case .inc: first.rounded(.down) + 1
        case .dec: first.rounded(.up) - 1
        default: first
        }
    }

    /// Rounds in double precision, halves to even: 2.675 as a 32-bit number lies below the half and becomes 2.67.
    private static func round(_ number: Float, places: Float) -> Float {
        var scale = 1.0
        for _ in 0..<Int(Swift.min(Swift.max(places.isNaN ? 0 : places, 0), 15)) { scale *= 10 }
        let rounded = (Double(number) * scale).rounded(.toNearestOrEven) / scale
        return rounded.isFinite ? Float(rounded) : number
    }
}

extension SymbolTable {
    /// What a value of this type is at run time.
    func rawType(of type: ValueType) -> ValueType {
        if case .enumeration(let name) = type { enums[name]?.raw ?? .number } else { type }
    }
}
