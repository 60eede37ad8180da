extension CodeWriter {
    mutating func write(_ statements: [Statement]) {
        for (index, statement) in statements.enumerated() {
            var isBeforeOptions = false
            if marksLastLines, index + 1 < statements.count, case .options = statements[index + 1] {
                isBeforeOptions = true
            }
            write(statement, isBeforeOptions: isBeforeOptions)
        }
    }

    /// Statements of a once block or line group: there the language does not look for the last line before options.
    private mutating func writeUnmarked(_ statements: [Statement]) {
        let outer = marksLastLines
        marksLastLines = false
        write(statements)
        marksLastLines = outer
    }

    private mutating func write(_ statement: Statement, isBeforeOptions: Bool) {
        place = statement.span
        switch statement {
        case .options(let group): writeOptions(group)
        case .lineGroup(let group): writeLineGroup(group)
        case .if(let syntax): writeIf(syntax)
        case .once(let syntax): writeOnce(syntax)
        default: writeLeaf(statement, isBeforeOptions: isBeforeOptions)
        }
    }

    /// A statement without others inside. Kept apart: what nests must take little of the stack.
    private mutating func writeLeaf(_ statement: Statement, isBeforeOptions: Bool) {
        switch statement {
        case .line(let line): writeLine(line, isLast: isBeforeOptions)
        case .set(let syntax): writeSet(syntax)
        case .jump(let jump):
            place = jump.span
            switch jump.target {
            case .node(let name):
                if let slot = program.nodeSlots[name] {
                    emit(.jump(node: slot))
                } else {
                    push(.string(name))
                    emit(.jumpByName)
                }
            case .expression(let expression):
                write(expression)
                emit(.jumpByName)
            }
        case .detour(let jump):
            switch jump.target {
            case .node(let name):
                if let slot = program.nodeSlots[name] {
                    emit(.detour(node: slot))
                } else {
                    push(.string(name))
                    emit(.detourByName)
                }
            case .expression(let expression):
                write(expression)
                emit(.detourByName)
            }
        case .return: emit(.leave)
        case .stop: emit(.stop)
        case .call(let expression, _):
            write(expression)
            emit(.pop)
        case .command(let command):
            let values = writeValues(command.parts)
            program.commands.append(Program.Command(pieces: TextPart.pieces(of: command.parts), span: command.span))
            emit(.issue(command: program.commands.count - 1, values: values))
        case .declare, .enum, .options, .lineGroup, .if, .once: break
        }
    }

    /// Puts the values of a text on the stack; how many there are.
    private mutating func writeValues(_ parts: [TextPart]) -> Int {
        var count = 0
        for case .expression(let expression) in parts {
            write(expression)
            count += 1
        }
        return count
    }

    /// Puts on the stack whether a condition holds; the flag of its `once`, if it has one.
    private mutating func write(_ condition: LineSyntax.Condition) -> Int? {
        let flag = condition.isOnce ? newOnceFlag() : nil
        if let flag { emit(.isUnseen(flag: flag)) }
        if let expression = condition.expression {
            write(expression)
            if flag != nil { emit(.binary(.and)) }
        }
        return flag
    }

    private mutating func writeLine(_ line: LineSyntax, isLast: Bool) {
        let slot = add(line, .line, isLast: isLast)
        var skip: Int?
        if let condition = line.condition {
            let flag = write(condition)
            skip = reserve()
            if let flag { emit(.markSeen(flag: flag)) }
        }
        let values = writeValues(line.parts)
        emit(.say(line: slot, values: values))
        if let skip { fill(skip, .goToIfFalse(here)) }
    }

    /// An option or item whose code is not written yet: where its announcement stands, and its once flag.
    private struct Offer {
        var index: Int
        var announcement: Instruction
        var flag: Int?
    }

    private mutating func writeOptions(_ group: OptionGroup) {
        let offers = writeOffers(group)
        place = group.span
        emit(.offer)
        var exits = [reserve()]
        var index = 0
        while index < offers.count {
            write(beginOption(index, of: offers, group))
            exits.append(reserve())
            index += 1
        }
        land(exits)
    }

    /// Puts on the stack whether an option or item may be taken; the flag of its `once`, if it has one.
    private mutating func writeAvailability(of line: LineSyntax) -> Int? {
        if let condition = line.condition { return write(condition) }
        emit(.pushBool(true))
        return nil
    }

    private mutating func writeOffers(_ group: OptionGroup) -> [Offer] {
        var offers: [Offer] = []
        for item in group.items {
            place = item.line.span
            let line = add(item.line, .option, isLast: false)
            let flag = writeAvailability(of: item.line)
            let values = writeValues(item.line.parts)
            offers.append(
                Offer(index: reserve(), announcement: .addOption(line: line, values: values, target: 0), flag: flag))
        }
        return offers
    }

    private mutating func beginOption(_ index: Int, of offers: [Offer], _ group: OptionGroup) -> [Statement] {
        let offer = offers[index]
        if case .addOption(let line, let values, _) = offer.announcement {
            fill(offer.index, .addOption(line: line, values: values, target: here))
        }
        place = group.items[index].line.span
        if let flag = offer.flag { emit(.markSeen(flag: flag)) }
        return group.items[index].body
    }

    /// Lets jumps that were reserved end here.
    private mutating func land(_ exits: [Int]) {
        for exit in exits { fill(exit, .goTo(here)) }
    }

    private mutating func writeLineGroup(_ group: OptionGroup) {
        let offers = writeCandidates(group)
        place = group.span
        emit(.selectCandidate)
        var exits = [reserve()]
        var index = 0
        while index < offers.count {
            writeUnmarked(beginItem(index, of: offers, group))
            exits.append(reserve())
            index += 1
        }
        land(exits)
    }

    private mutating func writeCandidates(_ group: OptionGroup) -> [Offer] {
        var offers: [Offer] = []
        for item in group.items {
            place = item.line.span
            let flag = writeAvailability(of: item.line)
            let complexity = item.line.condition?.complexity ?? 0
            offers.append(
                Offer(
                    index: reserve(),
                    announcement: .addCandidate(view: newView(), complexity: complexity, target: 0), flag: flag))
        }
        return offers
    }

    private mutating func beginItem(_ index: Int, of offers: [Offer], _ group: OptionGroup) -> [Statement] {
        let offer = offers[index]
        let syntax = group.items[index].line
        if case .addCandidate(let view, let complexity, _) = offer.announcement {
            fill(offer.index, .addCandidate(view: view, complexity: complexity, target: here))
        }
        place = syntax.span
        if let flag = offer.flag { emit(.markSeen(flag: flag)) }
        let line = add(syntax, .lineGroupItem, isLast: false)
        let values = writeValues(syntax.parts)
        emit(.say(line: line, values: values))
        return group.items[index].body
    }

    private mutating func writeIf(_ syntax: IfSyntax) {
        var exits: [Int] = []
        var index = 0
        while index < syntax.branches.count {
            let (skip, body) = beginBranch(index, of: syntax)
            write(body)
            exits.append(reserve())
            if let skip { fill(skip, .goToIfFalse(here)) }
            index += 1
        }
        land(exits)
    }

    /// The condition of a branch; where the jump over its body goes, if it has a condition, and that body.
    private mutating func beginBranch(_ index: Int, of syntax: IfSyntax) -> (skip: Int?, body: [Statement]) {
        place = syntax.branches[index].span
        guard let condition = syntax.branches[index].condition else { return (nil, syntax.branches[index].body) }
        write(condition)
        return (reserve(), syntax.branches[index].body)
    }

    private mutating func writeOnce(_ syntax: OnceSyntax) {
        let skip = beginOnce(syntax)
        writeUnmarked(syntax.body)
        let exit = reserve()
        fill(skip, .goToIfFalse(here))
        if let otherwise = syntax.otherwise { writeUnmarked(otherwise) }
        fill(exit, .goTo(here))
    }

    /// The question whether the block runs; where the jump over it goes.
    private mutating func beginOnce(_ syntax: OnceSyntax) -> Int {
        let flag = newOnceFlag()
        emit(.isUnseen(flag: flag))
        if let condition = syntax.condition {
            write(condition)
            emit(.binary(.and))
        }
        let skip = reserve()
        emit(.markSeen(flag: flag))
        return skip
    }

    private mutating func writeSet(_ syntax: SetSyntax) {
        guard let slot = program.variableSlots[syntax.variable] else { return }
        if let operation = syntax.operation, case .number(let number) = syntax.value.kind {
            emit(.binaryWithNumber(slot: slot, operation, number))
        } else if let operation = syntax.operation {
            emit(.load(slot: slot))
            write(syntax.value)
            emit(.binary(operation))
        } else {
            write(syntax.value)
        }
        emit(.store(slot: slot))
    }

    /// Leaves the value of an expression on the stack. There are no jumps in it: both sides of every operator are computed.
    mutating func write(_ expression: Expression) {
        if writeLeaf(expression) { return }
        switch expression.kind {
        case .call(let name, let arguments):
            for argument in arguments { write(argument) }
            writeCall(name, arguments.count)
        case .unary(let operation, let operand):
            write(operand)
            emit(.unary(operation))
        case .binary(let operation, let left, let right):
            write(left)
            write(right)
            emit(.binary(operation))
        default: break
        }
    }

    /// An expression that holds no other, or is one instruction all the same; false when it is neither.
    private mutating func writeLeaf(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .number(let number): emit(.pushNumber(number))
        case .string(let text): push(.string(text))
        case .bool(let truth): emit(.pushBool(truth))
        case .variable(let name):
            guard let slot = program.variableSlots[name] else { return true }
            emit(program.variables[slot].isSmart ? .compute(slot: slot) : .load(slot: slot))
        case .member: push(caseValues[expression.span] ?? .number(0))
        case .binary(let operation, let left, let right):
            guard case .variable(let name) = left.kind, case .number(let number) = right.kind,
                let slot = program.variableSlots[name], !program.variables[slot].isSmart
            else { return false }
            emit(.binaryWithNumber(slot: slot, operation, number))
        case .invalid: emit(.pushBool(false))
        case .call, .unary: return false
        }
        return true
    }

    private mutating func writeCall(_ name: String, _ count: Int) {
        if let function = BuiltInFunction(rawValue: name) {
            emit(.callBuiltIn(function, arguments: count))
        } else {
            emit(.callHost(function: hostSlot(name), arguments: count))
        }
    }
}
