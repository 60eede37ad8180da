/// Turns the bytes of a terminal into events.
///
/// Pure: no clock and no terminal. However the bytes are cut into pieces, the same events come out, as long as
/// ``settle()`` is not called in between. Sequences after ECMA-48 and xterm's control sequences; unknown ones vanish.
public struct KeyParser: Sendable {
    private enum State {
        case ground
        case escape
        case csi
        /// After `CSI [`, which the Linux console sends for F1…F5.
        case console
        case ss3
        case string
        case stringEscape
        case paste
    }

    /// Bytes of a paste beyond this many are dropped: nothing typed or copied by a person is so long.
    public static let longestPaste = 16 << 20

    private static let longestSequence = 64
    private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    private var state = State.ground
    private var hasAlt = false
    private var parameters: [UInt8] = []
    private var utf8 = UTF8Assembly()
    private var pasted: [UInt8] = []
    private var matched = 0
    private var events: [TerminalEvent] = []

    /// A parser that has seen nothing.
    public init() {}

    /// True while a lone Escape or an unfinished sequence waits for its rest. After 25 ms without one, call ``settle()``.
    ///
    /// An unfinished paste does not count: it may take as long as it likes.
    public var waitsForMore: Bool {
        switch state {
        case .ground: utf8.isUnfinished
        case .paste: false
        default: true
        }
    }

    /// Takes in bytes and returns what they completed.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
        let done: ()? = bytes.withContiguousStorageIfAvailable { take(UnsafeRawBufferPointer($0)) }
        if done == nil { Array(bytes).withUnsafeBytes { take($0) } }
        return finished()
    }

    /// Takes in bytes and returns what they completed.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) -> [TerminalEvent] {
        take(bytes)
        return finished()
    }

    /// Says that nothing followed for 25 ms: a lone Escape was the Escape key, the start of a sequence was Alt and a key.
    public mutating func settle() -> [TerminalEvent] {
        switch state {
        case .ground where utf8.isUnfinished:
            utf8.reset()
            scalar("\u{FFFD}")
        case .escape:
            if hasAlt { press(Key(.escape)) }
            press(Key(.escape))
        case .csi where parameters.isEmpty: press(Key("[", .alt))
        case .ss3 where parameters.isEmpty: press(Key("O", .alt))
        case .ground, .paste: return finished()
        default: break
        }
        ground()
        return finished()
    }

    private mutating func finished() -> [TerminalEvent] {
        defer { events = [] }
        return events
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index < bytes.count {
            if state == .paste, matched == 0 {
                let start = index
                while index < bytes.count, bytes[index] != 0x1B { index += 1 }
                keep(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
                if index == bytes.count { return }
            }
            step(bytes[index])
            index += 1
        }
    }

    private mutating func step(_ byte: UInt8) {
        switch state {
        case .ground: inGround(byte)
        case .escape: inEscape(byte)
        case .csi: inSequence(byte)
        case .console:
            if (0x41...0x45).contains(byte) { press(Key(.function(Int(byte) - 0x40), hasAlt ? .alt : [])) }
            ground()
        case .ss3: inSS3(byte)
        case .string:
            if byte == 0x1B { state = .stringEscape } else if byte == 0x07 || byte == 0x18 || byte == 0x1A { ground() }
        case .stringEscape:
            if byte == 0x5C {
                ground()
            } else {
                state = .escape
                inEscape(byte)
            }
        case .paste: inPaste(byte)
        }
    }

    private mutating func inGround(_ byte: UInt8) {
        if byte < 0x80, !utf8.isUnfinished {
            if byte == 0x1B {
                (state, hasAlt) = (.escape, false)
                parameters.removeAll(keepingCapacity: true)
            } else {
                press(KeySequences.key(byte: byte, alt: hasAlt))
                hasAlt = false
            }
            return
        }
        switch utf8.take(byte) {
        case .unfinished: break
        case .scalar(let whole): scalar(whole)
        case .broken(let consumed):
            scalar("\u{FFFD}")
            if !consumed { inGround(byte) }
        }
    }

    // After Escape: a sequence, or Alt and whatever follows. A second Escape is Alt for what follows it.
    private mutating func inEscape(_ byte: UInt8) {
        switch byte {
        case 0x1B:
            if hasAlt { press(Key(.escape)) }
            hasAlt = true
        case 0x5B: state = .csi
        case 0x4F: state = .ss3
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string
        default:
            if hasAlt { press(Key(.escape)) }
            state = .ground
            hasAlt = true
            inGround(byte)
        }
    }

    private mutating func inSequence(_ byte: UInt8) {
        switch byte {
        case 0x20...0x3F: if parameters.count < Self.longestSequence { parameters.append(byte) }
        case 0x5B where parameters.isEmpty: state = .console
        case 0x40...0x7E:
            let alt = hasAlt
            let sequence = parameters
            ground()
            complete(sequence, byte, alt: alt)
        case 0x7F: break
        case 0x1B:
            ground()
            inGround(byte)
        default:
            // Whatever began here was no sequence of ours: drop it, keep the byte.
            ground()
            if byte != 0x18, byte != 0x1A { inGround(byte) }
        }
    }

    private mutating func inSS3(_ byte: UInt8) {
        if (0x30...0x39).contains(byte), parameters.count < Self.longestSequence {
            parameters.append(byte)
            return
        }
        let modifiers = KeySequences.modifiers(Self.numbers(parameters).first?.first ?? 0).union(hasAlt ? .alt : [])
        ground()
        if let code = KeySequences.letters[byte] ?? KeySequences.pad[byte] {
            press(Key(code, modifiers))
        } else if byte < 0x20 || byte >= 0x80 {
            inGround(byte)
        }
    }

    private mutating func complete(_ sequence: [UInt8], _ final: UInt8, alt: Bool) {
        // Private marks and intermediates: answers to questions nobody asked.
        guard sequence.allSatisfy({ (0x30...0x3B).contains($0) }) else { return }
        let numbers = Self.numbers(sequence)
        func number(_ place: Int) -> Int? { place < numbers.count ? numbers[place].first : nil }
        var modifiers = KeySequences.modifiers(number(1) ?? 0)
        if alt { modifiers.insert(.alt) }
        switch final {
        case UInt8(ascii: "~"):
            switch number(0) ?? 0 {
            case 200: state = .paste
            case 27:
                if let key = KeySequences.key(codePoint: number(2) ?? 0, modifiers: modifiers) { press(key) }
            case let code: if let named = KeySequences.numbers[code] { press(Key(named, modifiers)) }
            }
        case UInt8(ascii: "^"), UInt8(ascii: "@"):
            guard let named = KeySequences.numbers[number(0) ?? 0] else { return }
            press(Key(named, modifiers.union(final == UInt8(ascii: "@") ? [.control, .shift] : .control)))
        case UInt8(ascii: "u"):
            if let key = KeySequences.key(codePoint: number(0) ?? 0, modifiers: modifiers) { press(key) }
        case UInt8(ascii: "Z"): press(Key(.backTab, modifiers.subtracting(.shift)))
        case UInt8(ascii: "I") where sequence.isEmpty: events.append(.focused(true))
        case UInt8(ascii: "O") where sequence.isEmpty: events.append(.focused(false))
        case UInt8(ascii: "a")...UInt8(ascii: "d") where sequence.isEmpty:
            if let code = KeySequences.letters[final - 0x20] { press(Key(code, modifiers.union(.shift))) }
        default: if let code = KeySequences.letters[final] { press(Key(code, modifiers)) }
        }
    }

    private mutating func inPaste(_ byte: UInt8) {
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

    private mutating func keep(_ bytes: UnsafeRawBufferPointer) {
        pasted.append(contentsOf: bytes.prefix(max(0, Self.longestPaste - pasted.count)))
    }

    private mutating func ground() {
        state = .ground
        hasAlt = false
        parameters.removeAll(keepingCapacity: true)
    }

    private mutating func press(_ key: Key) { events.append(.key(key)) }

    private mutating func scalar(_ scalar: Unicode.Scalar) {
        press(Key(Character(scalar), hasAlt ? .alt : []))
        hasAlt = false
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
    private static func numbers(_ parameters: [UInt8]) -> [[Int]] {
        parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
            part.split(separator: 0x3A, omittingEmptySubsequences: false).map { digits in
                digits.reduce(0) { min(9_999_999, $0 * 10 + Int($1 & 0x0F)) }
            }
        }
    }
}
