/// The characters that borders, rules and shortened text are drawn with.
public struct LineGlyphs: Hashable, Sendable {
    /// A piece of a level line.
    public var horizontal: Character
    /// A piece of an upright line.
    public var vertical: Character
    /// The upper left corner.
    public var topLeft: Character
    /// The upper right corner.
    public var topRight: Character
    /// The lower left corner.
    public var bottomLeft: Character
    /// The lower right corner.
    public var bottomRight: Character
    /// An upright line that a level one leaves to the right: ├.
    public var leftTee: Character
    /// An upright line that a level one meets from the left: ┤.
    public var rightTee: Character
    /// A level line that an upright one leaves downwards: ┬.
    public var topTee: Character
    /// A level line that an upright one meets from above: ┴.
    public var bottomTee: Character
    /// Two lines that cross: ┼.
    public var cross: Character
    /// What stands at the end of shortened text.
    public var ellipsis: String

    /// Light lines, for terminals that speak UTF-8.
    public static let unicode = LineGlyphs(
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
        leftTee: "├", rightTee: "┤", topTee: "┬", bottomTee: "┴", cross: "┼", ellipsis: "…")

    /// Heavy lines, to be seen from afar.
    public static let heavy = LineGlyphs(
        horizontal: "━", vertical: "┃", topLeft: "┏", topRight: "┓", bottomLeft: "┗", bottomRight: "┛",
        leftTee: "┣", rightTee: "┫", topTee: "┳", bottomTee: "┻", cross: "╋", ellipsis: "…")

    /// Plain ASCII, for everything else.
    public static let ascii = LineGlyphs(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        leftTee: "+", rightTee: "+", topTee: "+", bottomTee: "+", cross: "+", ellipsis: "...")
}
