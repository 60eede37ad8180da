extension Machine {
    mutating func apply(_ operation: UnaryOperator, _ program: Program) throws(MachineFault) {
        let value = try pop(program)
        guard let result = operation.applied(to: value) else {
            throw fault(.badValue, "`\(operation.rawValue)` cannot be applied to \(value).", program)
        }
        workings.stack.append(result)
    }

    mutating func apply(_ operation: BinaryOperator, _ program: Program) throws(MachineFault) {
        let count = workings.stack.count
        guard count >= 2 else { throw misfit(program) }
        guard let result = operation.applied(to: workings.stack[count - 2], workings.stack[count - 1]) else {
            throw misapplied(operation, workings.stack[count - 2], workings.stack[count - 1], program)
        }
        workings.stack.removeLast()
        workings.stack[count - 2] = result
    }

    func misapplied(_ operation: BinaryOperator, _ left: Value, _ right: Value, _ program: Program) -> MachineFault {
        if operation == .remainder, left.type == .number, right.type == .number {
            return fault(.badValue, "\(left) % \(right) has no value.", program)
        }
        return fault(.badValue, "`\(operation.rawValue)` cannot be applied to \(left) and \(right).", program)
    }
}
