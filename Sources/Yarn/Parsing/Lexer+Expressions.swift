extension Lexer {
    /// What ends an expression, beside the end of the line.
    enum Ending {
        case brace, command, endOfLine
    }

    /// Tokens up to, not including, the ending.
    mutating func scanExpression(until ending: Ending) {
        while true {
            skipBlanks()
            guard let byte else { return }
            if ending == .brace, byte == 0x7D { return }
            if ending == .command, isNext(">>") { return }
            if byte == 0x7B, ending == .command {
                scanInterpolation()
            } else {
                scanExpressionToken(byte)
            }
        }
    }

    private mutating func scanExpressionToken(_ byte: UInt8) {
        let start = offset
        switch byte {
        case 0x30...0x39:
            skipDigits()
            if self.byte == 0x2E, offset + 1 < limit, (0x30...0x39).contains(source.bytes[offset + 1]) {
                offset += 1
                skipDigits()
            }
            emit(.number, start..<offset)
        case 0x22: scanString()
        case 0x24:
            offset = source.endOfIdentifier(from: start + 1, limit: limit)
            emit(offset > start + 1 ? .variable : .unknown, start..<offset)
        default:
            offset = source.endOfIdentifier(from: start, limit: limit)
            if offset > start {
                emit(.identifier, start..<offset)
            } else if let symbol = symbol(at: start) {
                offset = start + symbol.rawValue.utf8.count
                emit(.symbol(symbol), start..<offset)
            } else {
                offset = start + source.scalar(at: start).length
                emit(.unknown, start..<offset)
            }
        }
    }

    private mutating func skipDigits() {
        while let byte, (0x30...0x39).contains(byte) { offset += 1 }
    }

    private mutating func scanString() {
        let start = offset
        offset += 1
        while let byte, byte != 0x22 {
            offset += byte == 0x5C && offset + 1 < limit ? 2 : 1
        }
        if byte == 0x22 {
            offset += 1
            emit(.string, start..<offset)
        } else {
            offset = min(offset, limit)
            emit(.openString, start..<offset)
        }
    }

    private func symbol(at start: Int) -> Symbol? {
        let next = start + 1 < limit ? source.bytes[start + 1] : 0
        let isEqualNext = next == 0x3D
        switch source.bytes[start] {
        case 0x3C: return isEqualNext ? .lessOrEqual : .less
        case 0x3E: return isEqualNext ? .greaterOrEqual : .greater
        case 0x3D: return isEqualNext ? .equal : .assign
        case 0x21: return isEqualNext ? .notEqual : .not
        case 0x2B: return isEqualNext ? .addAssign : .add
        case 0x2D: return isEqualNext ? .subtractAssign : .subtract
        case 0x2A: return isEqualNext ? .multiplyAssign : .multiply
        case 0x2F: return isEqualNext ? .divideAssign : .divide
        case 0x25: return isEqualNext ? .remainderAssign : .remainder
        case 0x26: return next == 0x26 ? .and : nil
        case 0x7C: return next == 0x7C ? .or : nil
        case 0x5E: return .xor
        case 0x28: return .open
        case 0x29: return .close
        case 0x2C: return .comma
        case 0x2E: return .dot
        default: return nil
        }
    }
}
