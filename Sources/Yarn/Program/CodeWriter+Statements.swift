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
        case .line(let line): writeLine(line, isLast: isBeforeOptions)
        case .options(let group): writeOptions(group)
        case .lineGroup(let group): writeLineGroup(group)
        case .if(let syntax): writeIf(syntax)
        case .once(let syntax): writeOnce(syntax)
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
        case .declare, .enum: break
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

    private mutating func writeOptions(_ group: OptionGroup) {
        var offers: [(index: Int, line: Int, values: Int, flag: Int?)] = []
        for item in group.items {
            place = item.line.span
            let line = add(item.line, .option, isLast: false)
            var flag: Int?
            if let condition = item.line.condition { flag = write(condition) } else { emit(.pushBool(true)) }
            let values = writeValues(item.line.parts)
            offers.append((reserve(), line, values, flag))
        }
        place = group.span
        emit(.offer)
        var exits = [reserve()]
        for (item, offer) in zip(group.items, offers) {
            fill(offer.index, .addOption(line: offer.line, values: offer.values, target: here))
            place = item.line.span
            if let flag = offer.flag { emit(.markSeen(flag: flag)) }
            write(item.body)
            exits.append(reserve())
        }
        for exit in exits { fill(exit, .goTo(here)) }
    }

    private mutating func writeLineGroup(_ group: OptionGroup) {
        var candidates: [(index: Int, view: Int, flag: Int?)] = []
        for item in group.items {
            place = item.line.span
            var flag: Int?
            if let condition = item.line.condition { flag = write(condition) } else { emit(.pushBool(true)) }
            candidates.append((reserve(), newView(), flag))
        }
        place = group.span
        emit(.selectCandidate)
        var exits = [reserve()]
        for (item, candidate) in zip(group.items, candidates) {
            fill(
                candidate.index,
                .addCandidate(view: candidate.view, complexity: item.line.condition?.complexity ?? 0, target: here))
            place = item.line.span
            if let flag = candidate.flag { emit(.markSeen(flag: flag)) }
            let line = add(item.line, .lineGroupItem, isLast: false)
            let values = writeValues(item.line.parts)
            emit(.say(line: line, values: values))
            writeUnmarked(item.body)
            exits.append(reserve())
        }
        for exit in exits { fill(exit, .goTo(here)) }
    }

    private mutating func writeIf(_ syntax: IfSyntax) {
        var exits: [Int] = []
        for branch in syntax.branches {
            place = branch.span
            var skip: Int?
            if let condition = branch.condition {
                write(condition)
                skip = reserve()
            }
            write(branch.body)
            exits.append(reserve())
            if let skip { fill(skip, .goToIfFalse(here)) }
        }
        for exit in exits { fill(exit, .goTo(here)) }
    }

    private mutating func writeOnce(_ syntax: OnceSyntax) {
        let flag = newOnceFlag()
        emit(.isUnseen(flag: flag))
        if let condition = syntax.condition {
            write(condition)
            emit(.binary(.and))
        }
        let skip = reserve()
        emit(.markSeen(flag: flag))
        writeUnmarked(syntax.body)
        let exit = reserve()
        fill(skip, .goToIfFalse(here))
        writeUnmarked(syntax.otherwise ?? [])
        fill(exit, .goTo(here))
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
        switch expression.kind {
        case .number(let number): emit(.pushNumber(number))
        case .string(let text): push(.string(text))
        case .bool(let truth): emit(.pushBool(truth))
        case .variable(let name):
            guard let slot = program.variableSlots[name] else { return }
            emit(program.variables[slot].isSmart ? .compute(slot: slot) : .load(slot: slot))
        case .member: push(caseValues[expression.span] ?? .number(0))
        case .call(let name, let arguments):
            for argument in arguments { write(argument) }
            if let function = BuiltInFunction(rawValue: name) {
                emit(.callBuiltIn(function, arguments: arguments.count))
            } else {
                emit(.callHost(function: hostSlot(name), arguments: arguments.count))
            }
        case .unary(let operation, let operand):
            write(operand)
            emit(.unary(operation))
        case .binary(let operation, let left, let right):
            if case .variable(let name) = left.kind, case .number(let number) = right.kind,
                let slot = program.variableSlots[name], !program.variables[slot].isSmart
            {
                emit(.binaryWithNumber(slot: slot, operation, number))
                return
            }
            write(left)
            write(right)
            emit(.binary(operation))
        case .invalid: emit(.pushBool(false))
        }
    }
}
