import Terminal

/// The signs that are drawn, with a twin of plain ASCII for every one.
public struct Glyphs: Hashable, Sendable {
    /// Lines and corners.
    public var lines: LineGlyphs
    /// Eight bars, low to high.
    public var bars: [Character]
    /// A full and an empty cell of a gauge.
    public var full: Character, empty: Character
    /// Points at the chosen row.
    public var pointer: Character
    /// Between the parts of a line.
    public var dot: Character
    /// Leads from one thing to the next.
    public var arrow: String
    /// Trust or heat went up, down, stayed.
    public var rise: String, fall: String, same: String
    /// Kept, missed, open.
    public var kept: String, missed: String, open: String
    /// Read by the other side; sent.
    public var read: String, sent: String
    /// Where trust broke, where it was mended, where it turned.
    public var rupture: String, repair: String, turn: String
    /// Back to where one has been; the end of a way.
    public var back: String, ending: String
    /// More lies that way.
    public var up: Character, down: Character, left: Character, right: Character
    /// One of several is chosen; another is not.
    public var chosen: Character, other: Character
    /// What stands for the part that is seen, and for the whole, beside something that scrolls.
    public var thumb: Character, rail: Character

    /// Nearest to what was typed.
    public var near: Character

    /// For terminals that write UTF-8.
    public static let unicode = Glyphs(
        lines: .unicode, bars: Array("▁▂▃▄▅▆▇█"), full: "█", empty: "░", pointer: "▸", dot: "·", arrow: "→", rise: "▲",
        fall: "▼", same: "=", kept: "✓", missed: "✗", open: "○", read: "✓✓", sent: "✓", rupture: "╳", repair: "◆",
        turn: "▸", back: "↺", ending: "■", up: "↑", down: "↓", left: "‹", right: "›", chosen: "●", other: "○",
        thumb: "┃",
        rail: "│", near: "≈")

    /// The same with heavy lines, for a projector.
    public static let heavy: Glyphs = {
        var glyphs = unicode
        glyphs.lines = .heavy
        (glyphs.thumb, glyphs.rail) = ("█", "┃")
        return glyphs
    }()

    /// For everything else.
    public static let ascii = Glyphs(
        lines: .ascii, bars: Array("__..--~^"), full: "#", empty: ".", pointer: ">", dot: "-", arrow: "->", rise: "^",
        fall: "v", same: "=", kept: "+", missed: "x", open: "o", read: "rr", sent: "r", rupture: "X", repair: "*",
        turn: ">", back: "<-", ending: "#", up: "^", down: "v", left: "<", right: ">", chosen: "*", other: "o",
        thumb: "#",
        rail: "|", near: "~")

    /// Values of 0–100 as bars, the last `columns` of them.
    public func sparkline(_ values: [Int], columns: Int) -> String {
        let shown = values.suffix(max(0, columns))
        return String(shown.map { bars[min(bars.count - 1, max(0, $0) * bars.count / 101)] })
    }

    /// A gauge of `columns` cells, filled by `part` of `whole`.
    public func gauge(_ part: Int, of whole: Int, columns: Int) -> String {
        let filled = whole > 0 ? min(columns, max(0, (part * columns + whole - 1) / whole)) : 0
        return String(repeating: full, count: filled) + String(repeating: empty, count: columns - filled)
    }
}
