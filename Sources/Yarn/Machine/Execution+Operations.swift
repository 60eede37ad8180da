extension Execution {
    mutating func apply(_ operation: UnaryOperator) throws(MachineFault) {
        switch (operation, try pop()) {
        case (.negate, .number(let number)): machine.stack.append(.number(-number))
        case (.not, .bool(let truth)): machine.stack.append(.bool(!truth))
        case (_, let value): throw fault(.badValue, "`\(operation.rawValue)` cannot be applied to \(value).")
        }
    }

    mutating func apply(_ operation: BinaryOperator) throws(MachineFault) {
        let right = try pop()
        let left = try pop()
        let result: Value?
        switch (left, right) {
        case (.number(let left), .number(let right)): result = try arithmetic(operation, left, right)
        case (.string(let left), .string(let right)):
            switch operation {
            case .add: result = .string(left + right)
            case .equal: result = .bool(left == right)
            case .notEqual: result = .bool(left != right)
            default: result = nil
            }
        case (.bool(let left), .bool(let right)):
            switch operation {
            case .and: result = .bool(left && right)
            case .or: result = .bool(left || right)
            case .xor, .notEqual: result = .bool(left != right)
            case .equal: result = .bool(left == right)
            default: result = nil
            }
        default: result = nil
        }
        guard let result else {
            throw fault(.badValue, "`\(operation.rawValue)` cannot be applied to \(left) and \(right).")
        }
        machine.stack.append(result)
    }

    private func arithmetic(_ operation: BinaryOperator, _ left: Float, _ right: Float) throws(MachineFault) -> Value? {
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
                throw fault(.badValue, "\(Value.number(left)) % \(Value.number(right)) has no value.")
            }
            return .number(dividend.truncatingRemainder(dividingBy: divisor) + 0)
        case .and, .or, .xor: return nil
        }
    }
}
