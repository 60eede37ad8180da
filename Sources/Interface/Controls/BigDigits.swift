import Terminal

/// A time or a number large enough for the back of a room: five rows high, six columns to a digit.
///
/// Where that does not fit, the same in plain bold text.
public struct BigDigits: Equatable, Sendable {
    /// What it shows: digits, `:`, `.`, `-`, `+`, `%`, `/` and blanks. Other characters show as blanks.
    public var text: String
    /// What it is for.
    public var role: Role

    /// Digits to be shown large.
    public init(_ text: String, role: Role = .strong) { (self.text, self.role) = (text, role) }

    /// Rows that it needs.
    public static let rows = 5

    /// Columns that it needs.
    public var columns: Int {
        let widths = text.map { (Self.shapes[$0] ?? Self.blank)[0].count }
        return widths.reduce(0, +) + max(0, widths.count - 1)
    }

    /// The rows as text. The ASCII twin has `#` for every full cell, and leaves the round corners out.
    public func lines(glyphs: Glyphs) -> [String] {
        let isPlain = glyphs.full.isASCII
        return (0..<Self.rows).map { row in
            let line = text.map { String((Self.shapes[$0] ?? Self.blank)[row]) }.joined(separator: " ")
            guard isPlain else { return line }
            return String(line.map { $0 == "█" ? glyphs.full : " " })
        }
    }

    /// Draws it in the middle of an area.
    public func draw(into surface: inout Surface, in area: Rect, look: Look) {
        guard !area.isEmpty else { return }
        let isLarge = columns <= area.columns && area.rows >= Self.rows
        let shown = isLarge ? lines(glyphs: look.glyphs) : [text]
        let width = isLarge ? columns : DisplayText.width(of: text)
        let column = area.column + max(0, (area.columns - width) / 2)
        let top = area.row + max(0, (area.rows - shown.count) / 2)
        for (row, line) in shown.enumerated() {
            surface.put(
                line, at: Point(column: column, row: top + row), style: role.index, columns: area.endColumn - column)
        }
    }

    private static let blank = ["   ", "   ", "   ", "   ", "   "].map(Array.init)

    private static let shapes: [Character: [[Character]]] = [
        "0": ["▄████▄", "██  ██", "██  ██", "██  ██", "▀████▀"],
        "1": [" ▄██  ", "▀▀██  ", "  ██  ", "  ██  ", "██████"],
        "2": ["▄████▄", "▀▀  ██", " ▄███▀", "██▀   ", "██████"],
        "3": ["▄████▄", "▀▀  ██", "  ███ ", "▄▄  ██", "▀████▀"],
        "4": ["██  ██", "██  ██", "██████", "    ██", "    ██"],
        "5": ["██████", "██    ", "█████▄", "▄▄  ██", "▀████▀"],
        "6": ["▄████▄", "██  ▀▀", "█████▄", "██  ██", "▀████▀"],
        "7": ["██████", "   ▄██", "  ▄██▀", " ▄██▀ ", " ██▀  "],
        "8": ["▄████▄", "██  ██", "▄████▄", "██  ██", "▀████▀"],
        "9": ["▄████▄", "██  ██", "▀█████", "▄▄  ██", "▀████▀"],
        ":": ["  ", "██", "  ", "██", "  "],
        ".": ["  ", "  ", "  ", "  ", "██"],
        "-": ["    ", "    ", "████", "    ", "    "],
        "−": ["    ", "    ", "████", "    ", "    "],
        "+": ["    ", " ██ ", "████", " ██ ", "    "],
        "/": ["   ██", "  ▄█▀", " ▄█▀ ", "▄█▀  ", "██   "],
        "%": ["██  ▄█", "   ▄█▀", "  ▄█▀ ", " ▄█▀  ", "█▀  ██"],
    ].mapValues { $0.map(Array.init) }
}
