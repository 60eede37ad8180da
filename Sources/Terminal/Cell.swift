/// One place on a surface: a base character with at most two combining marks, a style and a width, in 8 bytes.
///
/// Holds no string and no reference: a frame of 120×40 cells is copied and compared in microseconds.
public struct Cell: Hashable, Sendable {
    // From the lowest bit: base 21, first mark 12, second mark 12 (numbers of `WidthTable`), columns 2, style 16.
    private var bits: UInt64

    private static let firstMark: UInt64 = 21
    private static let secondMark: UInt64 = 33
    private static let columns: UInt64 = 45
    private static let styles: UInt64 = 47

    init(_ base: Unicode.Scalar, style: StyleIndex, width: UInt8) {
        bits = UInt64(base.value) | UInt64(width) << Self.columns | UInt64(style.rawValue) << Self.styles
    }

    /// One column of printable ASCII.
    init(ascii byte: UInt8, style: StyleIndex) {
        bits = UInt64(byte) | 1 << Self.columns | UInt64(style.rawValue) << Self.styles
    }

    /// A space.
    public static func blank(_ style: StyleIndex = 0) -> Cell { Cell(ascii: 0x20, style: style) }

    static func tail(_ style: StyleIndex) -> Cell { Cell(" ", style: style, width: 0) }

    /// The place in the theme's table.
    public internal(set) var style: StyleIndex {
        get { StyleIndex(rawValue: UInt16(truncatingIfNeeded: bits >> Self.styles)) }
        set { bits = bits & ~(0xFFFF << Self.styles) | UInt64(newValue.rawValue) << Self.styles }
    }

    /// Columns taken: 1 or 2; 0 for the right half of a wide character.
    public var width: UInt8 { UInt8(truncatingIfNeeded: bits >> Self.columns & 3) }

    /// The character without its marks; a space for the right half of a wide one.
    public var base: Unicode.Scalar { Unicode.Scalar(UInt32(truncatingIfNeeded: bits & 0x1F_FFFF)) ?? " " }

    /// The combining marks, nearest first.
    public var marks: (Unicode.Scalar?, Unicode.Scalar?) {
        (WidthTable.mark(bits >> Self.firstMark & 0xFFF), WidthTable.mark(bits >> Self.secondMark & 0xFFF))
    }

    /// True when no combining mark sits on the base.
    var isUnmarked: Bool { bits >> Self.firstMark & 0xFF_FFFF == 0 }

    /// True for an unmarked space.
    public var isBlank: Bool { bits & (1 << Self.styles - 1) == 0x20 | 1 << Self.columns }

    /// What the cell shows; empty for the right half of a wide character.
    public var text: String {
        guard width > 0 else { return "" }
        var text = String(base)
        if let mark = marks.0 { text.unicodeScalars.append(mark) }
        if let mark = marks.1 { text.unicodeScalars.append(mark) }
        return text
    }

    /// Adds a combining mark; a third one is dropped.
    mutating func add(mark: Unicode.Scalar) {
        let number = WidthTable.markNumber(mark)
        if bits >> Self.firstMark & 0xFFF == 0 {
            bits |= number << Self.firstMark
        } else if bits >> Self.secondMark & 0xFFF == 0 {
            bits |= number << Self.secondMark
        }
    }
}
