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
        if start + 1 < limit, let symbol = Symbol(rawValue: source.string(start..<start + 2)) { return symbol }
        return Symbol(rawValue: source.string(start..<start + 1))
    }
}
