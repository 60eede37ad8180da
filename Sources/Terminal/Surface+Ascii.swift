extension Surface {
    /// The same frame in ASCII, for terminals that do not speak UTF-8: é as e, “ as ", lines as + - |.
    ///
    /// An approximation longer than its character runs on into the blanks that follow, and is cut where there are none.
    func transliterated() -> Surface {
        var frame = self
        for row in 0..<size.rows {
            var column = 0
            while column < size.columns {
                let cell = self[Point(column: column, row: row)]
                let next = column + max(1, Int(cell.width))
                if cell.base.isASCII, cell.marks.0 == nil {
                    column = next
                    continue
                }
                let letters = Array(AsciiApproximation.of(cell.base).unicodeScalars)
                var end = next
                // One blank is left, or two words would run together. Beyond the edge everything is blank.
                while end < size.columns, end - column < letters.count,
                    self[Point(column: end, row: row)].isBlank, self[Point(column: end + 1, row: row)].isBlank
                {
                    end += 1
                }
                for place in column..<end {
                    let index = place - column
                    let letter = index < letters.count ? letters[index] : " "
                    frame.cells[row * size.columns + place] = Cell(letter, style: cell.style, width: 1)
                }
                column = end
            }
        }
        return frame
    }
}

/// ASCII for a character outside it, by its place or its name in Unicode. Never a question mark, never empty.
enum AsciiApproximation {
    static func of(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return String(scalar) }
        if let sign = signs[scalar] { return sign }
        let words = (scalar.properties.name ?? "").split(separator: " ").map(String.init)
        if let letter = letter(words) { return letter }
        switch scalar.value {
        case 0x2500...0x257F: return line(words)
        case 0x2580...0x259F: return "#"
        case 0x2400...0x243F: return "^"
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map(String.init) ?? "*"
        default: return bySense(words)
        }
    }

    private static let signs: [Unicode.Scalar: String] = [
        "…": "...", "€": "E", "£": "L", "•": "*", "·": ".", "×": "x", "÷": "/", "©": "c", "®": "r", "™": "t", "°": "o",
        "±": "~", "✓": "v", "✔": "v", "✗": "x", "✘": "x", "ß": "ss", "¡": "!", "¿": "i", "«": "\"", "»": "\"", "‹": "<",
        "›": ">", "′": "'", "″": "\"", "≤": "<", "≥": ">", "≠": "#", "≈": "~", "═": "=", "●": "*", "○": "o", "◆": "*",
        "■": "#", "□": "o", "★": "*", "☆": "*", "⇒": ">", "、": ",", "。": ".", "「": "[", "」": "]", "\u{25CC}": "o",
    ]

    // LATIN SMALL LETTER E WITH ACUTE and its like.
    private static func letter(_ words: [String]) -> String? {
        guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count <= 2 else { return nil }
        return words[1] == "CAPITAL" ? words[3] : words[3].lowercased()
    }

    private static func line(_ words: [String]) -> String {
        if words.contains("AND") || words.contains("DIAGONAL") || words.contains("ARC") { return "+" }
        return words.contains("VERTICAL") ? "|" : "-"
    }

    private static func bySense(_ words: [String]) -> String {
        for word in words {
            if let sign = senses[word] { return sign }
        }
        return "*"
    }

    private static let senses: [String: String] = [
        "QUOTATION": "\"", "DASH": "-", "HYPHEN": "-", "MINUS": "-", "SPACE": " ", "APOSTROPHE": "'", "COMMA": ",",
        "LEFTWARDS": "<", "RIGHTWARDS": ">", "UPWARDS": "^", "DOWNWARDS": "v", "UP-POINTING": "^",
        "DOWN-POINTING": "v", "LEFT-POINTING": "<", "RIGHT-POINTING": ">", "BLOCK": "#", "SHADE": "#",
        "SINGLE": "'", "DOUBLE": "\"", "PLUS": "+", "EQUALS": "=", "HORIZONTAL": "-", "VERTICAL": "|", "BAR": "-",
    ]
}
