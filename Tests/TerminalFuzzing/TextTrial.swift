import SeededChance
import Terminal

/// Texts that hurt, for the sanitiser and for a surface.
enum TextTrial {
    /// What is wrong with what the sanitiser makes of a text, or `nil`.
    static func sanitise(_ chance: inout Chance) -> String? {
        let text = text(&chance)
        let keeping = chance.below(2) == 0
        let clean = DisplayText.sanitised(text, keepingNewlines: keeping)
        if let bad = clean.unicodeScalars.first(where: { isHarmful($0) && !(keeping && $0 == "\n") }) {
            return "U+\(String(bad.value, radix: 16)) comes through from \(scalars(text))"
        }
        if DisplayText.sanitised(clean, keepingNewlines: keeping) != clean {
            return "sanitising twice changes \(scalars(text))"
        }
        let line = DisplayText.sanitised(text)
        let sum = line.unicodeScalars.reduce(0) { $0 + DisplayText.width(of: $1) }
        if DisplayText.width(of: text) != sum { return "width is no sum for \(scalars(text))" }
        let columns = chance.below(20)
        if DisplayText.width(of: DisplayText.truncated(text, columns: columns)) > columns {
            return "too wide for \(columns): \(scalars(text))"
        }
        for line in DisplayText.wrapped(text, columns: columns) where DisplayText.width(of: line) > max(1, columns) {
            return "a wrapped line \(scalars(line)) is too wide for \(columns): \(scalars(text))"
        }
        return nil
    }

    /// What is wrong with a surface after texts were put all over it, or `nil`.
    static func paint(_ chance: inout Chance) -> String? {
        var surface = Surface(Size(columns: 1 + chance.below(30), rows: 1 + chance.below(4)))
        for _ in 0...chance.below(6) {
            let text = text(&chance)
            let point = Point(column: chance.below(40) - 8, row: chance.below(6) - 1)
            let limit = chance.below(4) == 0 ? chance.below(12) : Int.max
            let taken = surface.put(
                text, at: point, style: StyleIndex(rawValue: UInt16(chance.below(9))), columns: limit)
            if taken > max(0, min(limit, surface.size.columns - point.column)) {
                return "took \(taken) for \(scalars(text))"
            }
            if chance.below(4) == 0, let character = text.first {
                surface.fill(Rect(column: chance.below(9), row: 0, columns: chance.below(20), rows: 2), with: character)
            }
        }
        for row in 0..<surface.size.rows {
            for column in 0..<surface.size.columns {
                let cell = surface[Point(column: column, row: row)]
                let next = surface[Point(column: column + 1, row: row)]
                let isLast = column + 1 == surface.size.columns
                if cell.width == 2, isLast || next.width != 0 { return "a wide character lost its half" }
                if cell.width != 2, !isLast, next.width == 0 { return "half of a wide character stands alone" }
                if let bad = cell.text.unicodeScalars.first(where: isHarmful) {
                    return "U+\(String(bad.value, radix: 16)) is on the surface"
                }
            }
        }
        return nil
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
            0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    private static func text(_ chance: inout Chance) -> String {
        var text = String.UnicodeScalarView()
        let isTame = chance.below(6) == 0
        for _ in 0..<chance.below(24) {
            let range = isTame ? 0x20..<0x7F : ranges[chance.below(ranges.count)]
            let value = UInt32(range.lowerBound + chance.below(range.count))
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
    }

    private static let ranges: [Range<Int>] = [
        0..<0x20, 0x20..<0x7F, 0x20..<0x7F, 0x7F..<0xA0, 0xA0..<0x250, 0x300..<0x370, 0x61C..<0x61D, 0x900..<0x980,
        0x1100..<0x1200, 0x200B..<0x2010, 0x2028..<0x202F, 0x2060..<0x2070, 0x20D0..<0x20F1, 0x2500..<0x2600,
        0x3040..<0x3100, 0x4E00..<0x4F00, 0xAC00..<0xAC80, 0xE000..<0xE010, 0xFE00..<0xFE10, 0xFEFF..<0xFF61,
        0x1F1E6..<0x1F200, 0x1F3F0..<0x1F400, 0x1F466..<0x1F46A, 0x200D..<0x200E, 0x1F600..<0x1F650, 0xE0000..<0xE0200,
        0x80..<0x11_0000,
    ]

    private static func scalars(_ text: String) -> String {
        text.unicodeScalars.map { "U+" + String($0.value, radix: 16) }.joined(separator: " ")
    }
}
