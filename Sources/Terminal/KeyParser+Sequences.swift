// Whole control sequences and pastes.
extension KeyParser {
    mutating func complete(_ sequence: [UInt8], _ final: UInt8, alt: Bool) {
        if let first = sequence.first, !(0x30...0x3B).contains(first) || final == UInt8(ascii: "y") {
            return completePrivate(sequence, final)
        }
        guard sequence.allSatisfy({ (0x30...0x3B).contains($0) }) else { return }
        let numbers = Self.numbers(sequence)
        func number(_ place: Int) -> Int? { place < numbers.count ? numbers[place].first : nil }
        let held = number(1) ?? 0
        // Super and hyper belong to the window manager.
        guard held < 1 || (held - 1) & 24 == 0 else { return }
        var modifiers = KeySequences.modifiers(held)
        if alt { modifiers.insert(.alt) }
        // 1 pressed, 2 repeated, 3 released, as kitty tells them apart.
        let isRelease = numbers.count > 1 && numbers[1].count > 1 && numbers[1][1] == 3
        func send(_ key: Key?) {
            if let key { events.append(isRelease ? .keyReleased(key) : .key(key)) }
        }
        switch final {
        case UInt8(ascii: "~"):
            switch number(0) ?? 0 {
            case 200: state = .paste
            case 27: send(KeySequences.key(codePoint: number(2) ?? 0, modifiers: modifiers))
            case let code: send(KeySequences.numbers[code].map { Key($0, modifiers) })
            }
        case UInt8(ascii: "^"), UInt8(ascii: "@"):
            guard let named = KeySequences.numbers[number(0) ?? 0] else { return }
            send(Key(named, modifiers.union(final == UInt8(ascii: "@") ? [.control, .shift] : .control)))
        case UInt8(ascii: "u"):
            let shifted = numbers.first.flatMap { $0.count > 1 && $0[1] > 0 ? $0[1] : nil }
            send(KeySequences.key(codePoint: number(0) ?? 0, shifted: shifted, modifiers: modifiers))
        case UInt8(ascii: "Z"): send(Key(.backTab, modifiers.subtracting(.shift)))
        case UInt8(ascii: "I") where sequence.isEmpty: events.append(.focused(true))
        case UInt8(ascii: "O") where sequence.isEmpty: events.append(.focused(false))
        case UInt8(ascii: "a")...UInt8(ascii: "d") where sequence.isEmpty:
            send(KeySequences.letters[final - 0x20].map { Key($0, modifiers.union(.shift)) })
        default: send(KeySequences.letters[final].map { Key($0, modifiers) })
        }
    }

    // Mouse reports and answers begin with a private mark.
    private mutating func completePrivate(_ sequence: [UInt8], _ final: UInt8) {
        guard let mark = sequence.first else { return }
        let isMode = final == UInt8(ascii: "y") && sequence.last == UInt8(ascii: "$")
        let body = isMode ? sequence[1...].dropLast() : sequence[1...]
        guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return }
        let numbers = Self.numbers(body).map { $0.first ?? 0 }
        switch (Unicode.Scalar(mark), Unicode.Scalar(final)) {
        case ("<", "M"), ("<", "m"):
            guard numbers.count == 3,
                let event = MouseEvent(
                    code: numbers[0], column: numbers[1], row: numbers[2], isRelease: final == UInt8(ascii: "m"))
            else { return }
            events.append(.mouse(event))
        case ("?", "u"): events.append(.answered(.keyboard(flags: numbers.first ?? 0)))
        case ("?", "c"): events.append(.answered(.attributes(numbers)))
        case ("?", "y"):
            guard isMode, numbers.count == 2, let state = TerminalAnswer.ModeState(rawValue: numbers[1]) else { return }
            events.append(.answered(.mode(number: numbers[0], state: state)))
        default: break
        }
    }

    private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    mutating func inPaste(_ byte: UInt8) {
        if byte == Self.pasteEnd[matched] {
            matched += 1
            guard matched == Self.pasteEnd.count else { return }
            events.append(.paste(Self.text(pasted)))
            pasted = []
            matched = 0
            ground()
            return
        }
        Self.pasteEnd.withUnsafeBytes { keep(UnsafeRawBufferPointer(rebasing: $0[..<matched])) }
        matched = byte == 0x1B ? 1 : 0
        if matched == 0 { withUnsafeBytes(of: byte) { keep($0) } }
    }

    mutating func keep(_ bytes: UnsafeRawBufferPointer) {
        let room = max(0, Self.longestPaste - pasted.count)
        pasted.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<min(room, bytes.count)]))
    }

    // Terminals send the line ends of a paste as returns.
    private static func text(_ bytes: [UInt8]) -> String {
        guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var afterReturn = false
        for byte in bytes {
            if byte == 0x0D {
                text.append(0x0A)
            } else if byte != 0x0A || !afterReturn {
                text.append(byte)
            }
            afterReturn = byte == 0x0D
        }
        return String(decoding: text, as: UTF8.self)
    }

    // 1;5:2 as [[1], [5, 2]]; numbers too long to mean anything stop at 9,999,999.
    static func numbers(_ parameters: some Collection<UInt8>) -> [[Int]] {
        if parameters.isEmpty { return [] }
        return parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
            part.split(separator: 0x3A, omittingEmptySubsequences: false).map { digits in
                digits.reduce(0) { min(9_999_999, $0 * 10 + Int($1 & 0x0F)) }
            }
        }
    }
}
