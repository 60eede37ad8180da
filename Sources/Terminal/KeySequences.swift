/// What the sequences that terminals send for named keys mean: tables for `KeyParser`.
enum KeySequences {
    /// `CSI … letter` and `SS3 letter`.
    static let letters: [UInt8: Key.Code] = [
        ascii("A"): .up, ascii("B"): .down, ascii("C"): .right, ascii("D"): .left, ascii("F"): .end, ascii("H"): .home,
        ascii("P"): .function(1), ascii("Q"): .function(2), ascii("R"): .function(3), ascii("S"): .function(4),
    ]

    /// `CSI number ~`.
    static let numbers: [Int: Key.Code] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
        29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
    ]

    /// The numeric pad in application mode: `SS3 letter`.
    static let pad: [UInt8: Key.Code] = {
        var pad: [UInt8: Key.Code] = [ascii("M"): .enter, ascii("X"): .character("=")]
        for (place, sign) in "*+,-./0123456789".enumerated() { pad[ascii("j") + UInt8(place)] = .character(sign) }
        return pad
    }()

    /// Modifiers as xterm counts them: 1 and a bit each for shift, alt, control (meta counts as alt).
    static func modifiers(_ parameter: Int) -> Key.Modifiers {
        guard parameter > 1 else { return [] }
        let bits = parameter - 1
        var modifiers: Key.Modifiers = []
        if bits & 1 != 0 { modifiers.insert(.shift) }
        if bits & 2 != 0 || bits & 32 != 0 { modifiers.insert(.alt) }
        if bits & 4 != 0 { modifiers.insert(.control) }
        return modifiers
    }

    /// Keys that kitty's protocol numbers in the private area: the numeric pad, and function keys beyond F12.
    static let privateKeys: [Int: Key.Code] = {
        var keys: [Int: Key.Code] = [
            57409: .character("."), 57410: .character("/"), 57411: .character("*"), 57412: .character("-"),
            57413: .character("+"), 57414: .enter, 57415: .character("="), 57416: .character(","), 57417: .left,
            57418: .right, 57419: .up, 57420: .down, 57421: .pageUp, 57422: .pageDown, 57423: .home, 57424: .end,
            57425: .insert, 57426: .delete,
        ]
        for (place, digit) in "0123456789".enumerated() { keys[57399 + place] = .character(digit) }
        for number in 13...35 { keys[57376 + number - 13] = .function(number) }
        return keys
    }()

    /// A key from its character's number, as `CSI number ; modifiers u` tells it; `nil` for what is no character.
    /// `shifted` is what it types with Shift held, where the terminal says so.
    static func key(codePoint: Int, shifted: Int? = nil, modifiers: Key.Modifiers) -> Key? {
        switch codePoint {
        case 9: return Key(modifiers.contains(.shift) ? .backTab : .tab, modifiers.subtracting(.shift))
        case 13: return Key(.enter, modifiers)
        case 27: return Key(.escape, modifiers)
        case 8, 127: return Key(.backspace, modifiers)
        case 32...0x10FFFF:
            if let named = privateKeys[codePoint] { return Key(named, modifiers) }
            let types = modifiers.contains(.shift) && !modifiers.contains(.control) ? shifted ?? codePoint : codePoint
            guard types >= 32, let scalar = Unicode.Scalar(UInt32(types)), WidthTable.kind(scalar) != .unknown,
                !(0x7F..<0xA0).contains(scalar.value)
            else { return nil }
            let character = Character(scalar)
            if modifiers.contains(.control) {
                return Key(.character(character.lowercased().first ?? character), modifiers)
            }
            let upper = modifiers.contains(.shift) && shifted == nil ? character.uppercased() : ""
            return Key(.character(upper.count == 1 ? Character(upper) : character), modifiers.subtracting(.shift))
        default: return nil
        }
    }

    /// What a whole string sequence answers; `nil` for what nobody asked.
    static func answer(introducer: UInt8, _ bytes: [UInt8]) -> TerminalAnswer? {
        let text = String(decoding: bytes, as: UTF8.self)
        switch Unicode.Scalar(introducer) {
        case "]":
            let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let colour = ScreenColour(name: String(parts[1])) else { return nil }
            return parts[0] == "10" ? .foreground(colour) : parts[0] == "11" ? .background(colour) : nil
        case "P":
            guard text.hasPrefix(">|") else { return nil }
            return .name(DisplayText.truncated(String(text.dropFirst(2)), columns: 80))
        default: return nil
        }
    }

    /// The key of a byte below 0x80 (but Escape).
    static func key(byte: UInt8, alt: Bool) -> Key {
        let alt: Key.Modifiers = alt ? .alt : []
        switch byte {
        case 0x00: return Key(" ", alt.union(.control))
        case 0x09: return Key(.tab, alt)
        case 0x0D: return Key(.enter, alt)
        case 0x08, 0x7F: return Key(.backspace, alt)
        case 0x01...0x1A: return Key(Character(Unicode.Scalar(byte + 0x60)), alt.union(.control))
        case 0x1C...0x1F: return Key(Character(Unicode.Scalar(byte + 0x40)), alt.union(.control))
        default: return Key(Character(Unicode.Scalar(byte)), alt)
        }
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(ascii: scalar) }
}
