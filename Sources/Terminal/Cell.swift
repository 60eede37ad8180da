/// One place on a surface: a base character with at most two combining marks, a style and a width.
///
/// Holds no string and no reference: a frame of 120×40 cells is copied and compared in microseconds.
public struct Cell: Hashable, Sendable {
    // 21 bits each: base, first mark, second mark.
    private var packed: UInt64
    /// The place in the theme's table.
    public internal(set) var style: StyleIndex
    /// Columns taken: 1 or 2; 0 for the right half of a wide character.
    public let width: UInt8

    init(_ base: Unicode.Scalar, style: StyleIndex, width: UInt8) {
        packed = UInt64(base.value)
        self.style = style
        self.width = width
    }

    /// A space.
    public static func blank(_ style: StyleIndex = 0) -> Cell { Cell(" ", style: style, width: 1) }

    static func tail(_ style: StyleIndex) -> Cell { Cell(" ", style: style, width: 0) }

    /// The character without its marks; a space for the right half of a wide one.
    public var base: Unicode.Scalar { Self.scalar(packed & 0x1F_FFFF) ?? " " }

    /// The combining marks, nearest first.
    public var marks: (Unicode.Scalar?, Unicode.Scalar?) {
        (Self.mark(packed >> 21 & 0x1F_FFFF), Self.mark(packed >> 42 & 0x1F_FFFF))
    }

    /// True for an unmarked space.
    public var isBlank: Bool { packed == 0x20 && width == 1 }

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
        if packed >> 21 & 0x1F_FFFF == 0 {
            packed |= UInt64(mark.value) << 21
        } else if packed >> 42 == 0 {
            packed |= UInt64(mark.value) << 42
        }
    }

    private static func scalar(_ bits: UInt64) -> Unicode.Scalar? {
        Unicode.Scalar(UInt32(truncatingIfNeeded: bits))
    }

    private static func mark(_ bits: UInt64) -> Unicode.Scalar? {
        bits == 0 ? nil : scalar(bits)
    }
}
