import Terminal

/// Words and times for the back of a room: five rows high, or a multiple of it.
///
/// Capital letters, figures and `:`; small letters show as capitals, everything else as a blank.
struct StageLetters: Equatable, Sendable {
    /// What is shown.
    var text: String
    /// What it is for.
    var role: Role

    /// Something to be shown large.
    init(_ text: String, role: Role = .strong) { (self.text, self.role) = (text, role) }

    /// The same where there is no room for anything large.
    var plain: String { String(text.filter { $0 != Self.pause }.drop { $0 == " " }) }

    /// The sign of a pause, for whoever reads no words.
    static let pause: Character = "‖"

    /// Rows that it needs at the scale of one.
    static let rows = 5

    /// Columns that it needs.
    func columns(scale: Int = 1) -> Int {
        let widths = text.map { Self.shape(of: $0)[0].count }
        return scale * (widths.reduce(0, +) + max(0, widths.count - 1))
    }

    /// The rows as text. ASCII has `#` for every cell that is full, and leaves halves out.
    func lines(scale: Int = 1, glyphs: Glyphs) -> [String] {
        let shapes = text.map(Self.shape)
        let rows: [[Character]] = (0..<Self.rows).map { row in
            Array(shapes.map { String($0[row]) }.joined(separator: " "))
        }
        // Half cells are pixels of their own, so that a corner stays a corner when it grows.
        let pixels: [[Bool]] = rows.flatMap { row in
            [row.map { $0 == "█" || $0 == "▀" }, row.map { $0 == "█" || $0 == "▄" }]
        }
        return (0..<Self.rows * scale).map { row in
            let (upper, lower) = (pixels[2 * row / scale], pixels[(2 * row + 1) / scale])
            var line = ""
            for column in upper.indices {
                let cell = Self.cell(upper[column], lower[column], glyphs: glyphs)
                line += String(repeating: cell, count: scale)
            }
            return line
        }
    }

    private static func cell(_ upper: Bool, _ lower: Bool, glyphs: Glyphs) -> Character {
        switch (upper, lower) {
        case (true, true): glyphs.full
        case (false, false): " "
        case (true, false): glyphs.full.isASCII ? " " : "▀"
        case (false, true): glyphs.full.isASCII ? " " : "▄"
        }
    }

    /// Draws it in the middle of the upper rows of an area.
    func draw(into surface: inout Surface, in area: Rect, scale: Int, look: Look) {
        let column = area.column + max(0, (area.columns - columns(scale: scale)) / 2)
        for (row, line) in lines(scale: scale, glyphs: look.glyphs).enumerated() where row < area.rows {
            surface.put(
                line, at: Point(column: column, row: area.row + row), style: role.index,
                columns: max(0, area.endColumn - column))
        }
    }

    private static func shape(of character: Character) -> [[Character]] {
        if let letter = letters[Character(character.uppercased().prefix(1).description)] { return letter }
        return BigDigits(String(character)).lines(glyphs: .unicode).map(Array.init)
    }

    private static let letters: [Character: [[Character]]] = [
        "A": ["▄████▄", "██  ██", "██████", "██  ██", "██  ██"],
        "B": ["█████▄", "██  ██", "█████▄", "██  ██", "█████▀"],
        "C": ["▄████▄", "██  ▀▀", "██    ", "██  ▄▄", "▀████▀"],
        "D": ["█████▄", "██  ██", "██  ██", "██  ██", "█████▀"],
        "E": ["██████", "██    ", "█████ ", "██    ", "██████"],
        "F": ["██████", "██    ", "█████ ", "██    ", "██    "],
        "G": ["▄████▄", "██    ", "██ ███", "██  ██", "▀████▀"],
        "H": ["██  ██", "██  ██", "██████", "██  ██", "██  ██"],
        "I": ["████", " ██ ", " ██ ", " ██ ", "████"],
        "J": ["    ██", "    ██", "    ██", "██  ██", "▀████▀"],
        "K": ["██  ██", "██ ██▀", "████  ", "██ ██▄", "██  ██"],
        "L": ["██    ", "██    ", "██    ", "██    ", "██████"],
        "M": ["██   ██", "███ ███", "██▀█▀██", "██   ██", "██   ██"],
        "N": ["██▄  ██", "████ ██", "██ ████", "██  ▀██", "██   ██"],
        "O": ["▄████▄", "██  ██", "██  ██", "██  ██", "▀████▀"],
        "P": ["█████▄", "██  ██", "█████▀", "██    ", "██    "],
        "Q": ["▄████▄", "██  ██", "██  ██", "██ ▄██", "▀███▀█"],
        "R": ["█████▄", "██  ██", "█████▀", "██ ▀█▄", "██  ██"],
        "S": ["▄█████", "██    ", "▀████▄", "    ██", "█████▀"],
        "T": ["██████", "  ██  ", "  ██  ", "  ██  ", "  ██  "],
        "U": ["██  ██", "██  ██", "██  ██", "██  ██", "▀████▀"],
        "V": ["██  ██", "██  ██", "██  ██", "▀████▀", "  ██  "],
        "W": ["██   ██", "██   ██", "██▄█▄██", "███ ███", "██   ██"],
        "X": ["██  ██", "▀████▀", "  ██  ", "▄████▄", "██  ██"],
        "Y": ["██  ██", "▀████▀", "  ██  ", "  ██  ", "  ██  "],
        "Z": ["██████", "   ███", "  ██▀ ", "▄██   ", "██████"],
        pause: ["███  ███", "███  ███", "███  ███", "███  ███", "███  ███"],
    ].mapValues { $0.map(Array.init) }
}
