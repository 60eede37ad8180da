import Yarn

// Expressions: every name becomes a slot.
extension WalkWriter {
    /// An expression of the source as the walk computes it.
    mutating func read(_ expression: Expression) -> WalkExpression { read(expression, depth: 0) }

    private mutating func read(_ expression: Expression, depth: Int) -> WalkExpression {
        // Smart variables that need each other are an error of the language.
        guard depth < 500 else { return .unknown }
        switch expression.kind {
        case .number(let number): return .value(.number(number))
        case .string(let text): return .value(.string(text))
        case .bool(let truth): return .value(.bool(truth))
        case .variable(let name):
            if let value = smart[name] { return read(value, depth: depth + 1) }
            return factSlots[name].map(WalkExpression.fact) ?? .unknown
        case .member(let type, let name):
            return cases["\(type ?? "").\(name)"].map(WalkExpression.value) ?? .unknown
        case .unary(let operation, let operand): return .unary(operation, read(operand, depth: depth + 1))
        case .binary(let operation, let left, let right):
            return .binary(operation, read(left, depth: depth + 1), read(right, depth: depth + 1))
        case .call(let name, let arguments): return readCall(name, arguments, depth: depth)
        case .invalid: return .unknown
        }
    }

    private mutating func readCall(_ name: String, _ arguments: [Expression], depth: Int) -> WalkExpression {
        var literal: String?
        if case .string(let text)? = arguments.first?.kind { literal = text }
        switch name {
        case "trust": return .measure(.trust)
        case "heat": return .measure(.heat)
        case "effort": return .measure(.effort)
        case "difficulty": return fact(\.difficulty, "difficulty", .number(1))
        case "attempt": return fact(\.attempt, "attempt", .number(1))
        case "silent": return fact(\.silent, "silent", .bool(false))
        case "clarified": return fact(\.clarified, "clarified", .string("")).equals(.string("yes"))
        case "channel": return fact(\.channel, "channel", .string(Channel.chat.rawValue))
        case "misreads", "seconds_to_reply":
            let isNew = factSlots[name] == nil
            let slot = slot(name, .number(0))
            if isNew { program.openAfterReply.append(slot) }
            return .fact(slot)
        case "said":
            guard let literal else { return .unknown }
            let slot = slot("said \(literal)", .bool(false))
            program.moves[literal] = slot
            return .fact(slot)
        case "said_publicly", "said_privately":
            // Where the channel is only known when it is played, so is whether everybody reads along.
            guard let literal, !hasOpenChannel else { return .unknown }
            let slot = slot("\(name) \(literal)", .bool(false))
            if name == "said_publicly" {
                program.publicMoves[literal] = slot
            } else {
                program.privateMoves[literal] = slot
            }
            return .fact(slot)
        // Silence lets it grow, and anybody may be silent for as long as they like.
        case "audience": return .unknown
        case "kept": return literal.map { .kept(promise($0)) } ?? .unknown
        case "missed": return literal.map { .missed(promise($0)) } ?? .unknown
        case "visited", "visited_count":
            guard let literal else { return .unknown }
            guard let node = program.nodeSlots[literal], program.nodes[node].isTracked else {
                return name == "visited" ? .value(.bool(false)) : .value(.number(0))
            }
            let slot = slot("visits \(literal)", .number(0))
            program.visits[node] = slot
            return name == "visited" ? .binary(.greater, .fact(slot), .value(.number(0))) : .fact(slot)
        case "has_any_content":
            guard let literal else { return .unknown }
            guard let node = program.nodeSlots[literal] else { return .value(.bool(false)) }
            guard program.nodes[node].isHub else { return .value(.bool(true)) }
            // A hub that is not written yet asks about itself, or about one behind it.
            guard let conditions = eligibility[literal] else { return .unknown }
            return conditions.reduce(.value(.bool(false))) { .binary(.or, $0, $1) }
        default:
            guard let function = BuiltInFunction(rawValue: name) else { return .unknown }
            return .call(function, arguments.map { read($0, depth: depth + 1) })
        }
    }

    private mutating func slot(_ name: String, _ value: Value) -> Int {
        if let slot = factSlots[name] { return slot }
        let slot = newFact(name, .known(value))
        factSlots[name] = slot
        return slot
    }

    private mutating func fact(
        _ path: WritableKeyPath<WalkProgram, Int?>, _ name: String, _ value: Value
    ) -> WalkExpression {
        let slot = slot(name, value)
        program[keyPath: path] = slot
        return .fact(slot)
    }
}

extension WalkExpression {
    func equals(_ value: Value) -> WalkExpression { .binary(.equal, self, .value(value)) }
}
