extension Machine {
    mutating func apply(_ operation: UnaryOperator, _ program: Program) throws(MachineFault) {
        switch (operation, try pop(program)) {
        case (.negate, .number(let number)): workings.stack.append(.number(-number))
        case (.not, .bool(let truth)): workings.stack.append(.bool(!truth))
        case (_, let value): throw fault(.badValue, "`\(operation.rawValue)` cannot be applied to \(value).", program)
        }
    }

    mutating func apply(_ operation: BinaryOperator, _ program: Program) throws(MachineFault) {
        let count = workings.stack.count
        guard count >= 2 else { throw misfit(program) }
        let result: Value?
        switch (workings.stack[count - 2], workings.stack[count - 1]) {
        case (.number(let left), .number(let right)): result = try arithmetic(operation, left, right, program)
        case (.bool(let left), .bool(let right)):
            switch operation {
            case .and: result = .bool(left && right)
            case .or: result = .bool(left || right)
            case .xor, .notEqual: result = .bool(left != right)
            case .equal: result = .bool(left == right)
            default: result = nil
            }
        case (.string(let left), .string(let right)):
            switch operation {
            case .add: result = .string(left + right)
            case .equal: result = .bool(left == right)
            case .notEqual: result = .bool(left != right)
            default: result = nil
            }
        default: result = nil
        }
        guard let result else {
            throw misapplied(operation, workings.stack[count - 2], workings.stack[count - 1], program)
        }
        workings.stack.removeLast()
        workings.stack[count - 2] = result
    }

    func misapplied(
        _ operation: BinaryOperator, _ left: Value, _ right: Value, _ program: Program
    ) -> MachineFault {
        fault(.badValue, "`\(operation.rawValue)` cannot be applied to \(left) and \(right).", program)
    }

    func arithmetic(_ operation: BinaryOperator, _ left: Float, _ right: Float, _ program: Program)
        throws(MachineFault) -> Value?
    {
        switch operation {
        case .multiply: return .number(left * right)
        case .divide: return .number(left / right)
        case .add: return .number(left + right)
        case .subtract: return .number(left - right)
        case .less: return .bool(left < right)
        case .lessOrEqual: return .bool(left <= right)
        case .greater: return .bool(left > right)
        case .greaterOrEqual: return .bool(left >= right)
        case .equal: return .bool(left == right)
        case .notEqual: return .bool(left != right)
        case .remainder:
            // Both sides become whole numbers first, halves to the even one.
            let divisor = right.rounded(.toNearestOrEven)
            let dividend = left.rounded(.toNearestOrEven)
            guard divisor != 0, divisor.isFinite, dividend.isFinite else {
                throw fault(.badValue, "\(Value.number(left)) % \(Value.number(right)) has no value.", program)
            }
            return .number(dividend.truncatingRemainder(dividingBy: divisor) + 0)
        case .and, .or, .xor: return nil
        }
    }
}
