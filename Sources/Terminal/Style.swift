/// A place in a theme's table of styles. Cells carry this number, never colours.
public struct StyleIndex: RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// The place in the table, from 0.
    public var rawValue: UInt16

    /// The style at a place in the table.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The style at a place in the table.
    public init(integerLiteral value: UInt16) { rawValue = value }

    /// Plain text: place 0.
    public static let plain: StyleIndex = 0
}

/// A colour as terminals number them.
public enum Color: Hashable, Sendable {
    /// Whatever the user chose for plain text or background.
    case standard
    /// One of the 256: 0…7 and 8…15 the named ones, 16…231 a 6×6×6 cube, 232…255 greys.
    case indexed(UInt8)
}

/// How text stands out beside its colour.
public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    public let rawValue: UInt8

    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted, where the terminal can.
    public static let italic = Attributes(rawValue: 4)
    /// With a line below.
    public static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 16)
}

/// What a cell looks like.
public struct Style: Hashable, Sendable {
    /// The colour of the text.
    public var foreground: Color
    /// The colour behind the text.
    public var background: Color
    /// How it stands out beside the colours.
    public var attributes: Attributes

    /// A style; plain unless told otherwise.
    public init(foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The user's own colours, no attributes.
    public static let plain = Style()
}
