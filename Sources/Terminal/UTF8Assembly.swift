/// Puts the bytes of one character together as they come. A broken one gives U+FFFD and keeps the byte that broke it.
struct UTF8Assembly: Sendable {
    private var value: UInt32 = 0
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// True between the first and the last byte of a character.
    var isUnfinished: Bool { missing > 0 }

    /// What a byte led to: a character perhaps, and whether the byte belonged to it.
    enum Step {
        case unfinished
        case scalar(Unicode.Scalar)
        case broken(consumed: Bool)
    }

    /// Takes the next byte, 0x80 or above unless a character is unfinished. The table is that of well-formed sequences
    /// in The Unicode Standard, chapter 3.
    mutating func take(_ byte: UInt8) -> Step {
        guard missing > 0 else { return begin(byte) }
        guard allowed.contains(byte) else {
            missing = 0
            return .broken(consumed: false)
        }
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        allowed = 0x80...0xBF
        if missing > 0 { return .unfinished }
        return .scalar(Unicode.Scalar(value) ?? "\u{FFFD}")
    }

    /// Gives an unfinished character up.
    mutating func reset() { missing = 0 }

    private mutating func begin(_ byte: UInt8) -> Step {
        allowed = 0x80...0xBF
        switch byte {
        case 0xC2...0xDF: (value, missing) = (UInt32(byte & 0x1F), 1)
        case 0xE0...0xEF:
            (value, missing) = (UInt32(byte & 0x0F), 2)
            if byte == 0xE0 { allowed = 0xA0...0xBF }
            if byte == 0xED { allowed = 0x80...0x9F }
        case 0xF0...0xF4:
            (value, missing) = (UInt32(byte & 0x07), 3)
            if byte == 0xF0 { allowed = 0x90...0xBF }
            if byte == 0xF4 { allowed = 0x80...0x8F }
        default: return .broken(consumed: true)
        }
        return .unfinished
    }
}
