/// Turns the bytes of a terminal into events.
///
/// Pure: no clock and no terminal. However the bytes are cut into pieces, the same events come out, as long as
/// ``settle()`` is not called in between. Sequences after ECMA-48, xterm's control sequences and kitty's keyboard
/// protocol; unknown ones vanish. Holds no more than one paste and one short sequence, whatever arrives.
public struct KeyParser: Sendable {
    enum State {
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
    /// How long a lone Escape waits for more before it is the Escape key, ms.
    public static let escapePatience: Int64 = 25
    /// How long a sequence that has begun beyond doubt waits for its rest, ms: a slow connection may cut it anywhere.
    public static let sequencePatience: Int64 = 500

    private static let longestSequence = 64
    private static let longestString = 1024

    /// What this terminal's description says its keys send, without the Escape in front.
    private let sequences: [[UInt8]: Key]
    var state = State.ground
    var hasAlt = false
    var parameters: [UInt8] = []
    // What began a string (`]`, `P` …), 0 once it is too long to be an answer; and what has come of it.
    private var introducer: UInt8 = 0
    private var collected: [UInt8] = []
    private var utf8 = UTF8Assembly()
    var pasted: [UInt8] = []
    var matched = 0
    var events: [TerminalEvent] = []

    /// A parser that has seen nothing. `sequences` are keys that only this terminal sends so: the bytes after Escape.
    public init(sequences: [[UInt8]: Key] = [:]) { self.sequences = sequences }

    /// How long to wait before ``settle()``, ms, while a lone Escape or an unfinished sequence waits for its rest; `nil`
    /// when nothing waits.
    ///
    /// An unfinished paste does not count: it may take as long as it likes.
    public var patience: Int64? {
        switch state {
        case .ground: utf8.isUnfinished ? Self.sequencePatience : nil
        case .paste: nil
        case .escape: Self.escapePatience
        case .csi, .ss3: parameters.isEmpty ? Self.escapePatience : Self.sequencePatience
        case .string: introducer != 0 && collected.isEmpty ? Self.escapePatience : Self.sequencePatience
        case .console, .stringEscape: Self.sequencePatience
        }
    }

    /// True while a lone Escape or an unfinished sequence waits for its rest; see ``patience``.
    public var waitsForMore: Bool { patience != nil }

    /// Bytes that are kept for a sequence or a paste that is not whole.
    package var held: Int { parameters.count + collected.count + pasted.count + matched }

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

    /// Says that nothing followed within ``patience``: a lone Escape was the Escape key, the start of a sequence was Alt
    /// and a key; what was longer is dropped.
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
        case .string where introducer != 0 && collected.isEmpty:
            press(Key(Character(Unicode.Scalar(introducer)), .alt))
        case .stringEscape: press(Key(.escape))
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
        case .string: inString(byte)
        case .stringEscape:
            if byte == 0x5C {
                answer()
            } else {
                begin()
                inEscape(byte)
            }
        case .paste: inPaste(byte)
        }
    }

    private mutating func begin() {
        (state, hasAlt) = (.escape, false)
        parameters.removeAll(keepingCapacity: true)
    }

    private mutating func inGround(_ byte: UInt8) {
        if byte < 0x80, !utf8.isUnfinished {
            if byte == 0x1B {
                begin()
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
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
            (state, introducer) = (.string, byte)
            collected.removeAll(keepingCapacity: true)
        default:
            if let key = known([byte]) {
                press(key)
                return ground()
            }
            if hasAlt { press(Key(.escape)) }
            state = .ground
            hasAlt = true
            inGround(byte)
        }
    }

    private mutating func inSequence(_ byte: UInt8) {
        switch byte {
        case 0x20...0x3F:
            if parameters.count < Self.longestSequence { parameters.append(byte) }
            // Some terminals end a sequence with what elsewhere stands before the end.
            if byte < 0x30, !sequences.isEmpty, let key = known([0x5B] + parameters) {
                press(key)
                ground()
            }
        case 0x5B where parameters.isEmpty: state = .console
        case 0x40...0x7E:
            let alt = hasAlt
            let sequence = parameters
            let key = sequences.isEmpty ? nil : known([0x5B] + sequence + [byte])
            ground()
            if let key { press(key) } else { complete(sequence, byte, alt: alt) }
        case 0x7F: break
        case 0x1B: begin()
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
        let key = sequences.isEmpty ? nil : known([0x4F] + parameters + [byte])
        let modifiers = KeySequences.modifiers(Self.numbers(parameters).first?.first ?? 0).union(hasAlt ? .alt : [])
        ground()
        if let key {
            press(key)
        } else if let code = KeySequences.letters[byte] ?? KeySequences.pad[byte] {
            press(Key(code, modifiers))
        } else if byte < 0x20 || byte >= 0x80 {
            inGround(byte)
        }
    }

    private func known(_ sequence: [UInt8]) -> Key? {
        guard var key = sequences[sequence] else { return nil }
        if hasAlt { key.modifiers.insert(.alt) }
        return key
    }

    private mutating func inString(_ byte: UInt8) {
        switch byte {
        case 0x1B: state = .stringEscape
        case 0x07: answer()
        case 0x18, 0x1A: ground()
        default:
            if collected.count < Self.longestString { collected.append(byte) } else { introducer = 0 }
        }
    }

    private mutating func answer() {
        if let answer = KeySequences.answer(introducer: introducer, collected) { events.append(.answered(answer)) }
        collected.removeAll(keepingCapacity: true)
        ground()
    }

    mutating func ground() {
        state = .ground
        hasAlt = false
        parameters.removeAll(keepingCapacity: true)
    }

    mutating func press(_ key: Key) { events.append(.key(key)) }

    private mutating func scalar(_ scalar: Unicode.Scalar) {
        press(Key(Character(scalar), hasAlt ? .alt : []))
        hasAlt = false
    }
}
