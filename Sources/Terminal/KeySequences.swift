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

    /// A key from its character's number, as `CSI number ; modifiers u` tells it; `nil` for what is no character.
    static func key(codePoint: Int, modifiers: Key.Modifiers) -> Key? {
        switch codePoint {
        case 9: return Key(modifiers.contains(.shift) ? .backTab : .tab, modifiers.subtracting(.shift))
        case 13: return Key(.enter, modifiers)
        case 27: return Key(.escape, modifiers)
        case 8, 127: return Key(.backspace, modifiers)
        case 32...0x10FFFF:
            guard let scalar = Unicode.Scalar(UInt32(codePoint)), scalar.properties.generalCategory != .privateUse
            else { return nil }
            var character = Character(scalar)
            if modifiers.contains(.control), let lower = character.lowercased().first { character = lower }
            return Key(.character(character), modifiers.contains(.control) ? modifiers : modifiers.subtracting(.shift))
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
