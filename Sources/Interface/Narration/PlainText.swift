import Terminal

/// Text as plain mode prints it: words in lines, nothing that steers a terminal, no ornament that is read aloud.
public enum PlainText {
    /// Glyphs that are words or nothing, for panes whose text is told instead of drawn.
    static let glyphs: Glyphs = {
        var glyphs = Glyphs.ascii
        glyphs.bars = [" "]
        (glyphs.full, glyphs.empty) = (" ", " ")
        (glyphs.dot, glyphs.pointer) = (",", " ")
        (glyphs.arrow, glyphs.back, glyphs.ending) = ("to", "back to", "ends:")
        (glyphs.rise, glyphs.fall, glyphs.same) = ("", "", "")
        (glyphs.kept, glyphs.missed, glyphs.open) = ("", "", "")
        (glyphs.rupture, glyphs.repair, glyphs.turn) = ("", "", "")
        return glyphs
    }()

    /// Words in one line: sanitised, without drawn lines and bars, every gap one space.
    public static func line(_ text: String) -> String {
        let words = DisplayText.sanitised(text).split { $0 == " " || isOrnament($0) }
        return words.joined(separator: " ").replacing(" ,", with: ",")
    }

    /// Words in several lines. Excerpts of files keep their columns.
    public static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init).compactMap { piece in
            if piece.contains(" | ") { return trimmed(DisplayText.sanitised(piece)) }
            let words = line(piece)
            return words.isEmpty ? nil : words
        }
    }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Drawn lines, blocks and shades: U+2500–U+259F.
    private static func isOrnament(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { (0x2500...0x259F).contains($0.value) }
    }

    /// A time for the ear: `1 minute 30 seconds`.
    public static func duration(_ milliseconds: Int) -> String {
        let seconds = max(0, (milliseconds + 999) / 1_000)
        let parts = [(seconds / 3_600, "hour"), (seconds / 60 % 60, "minute"), (seconds % 60, "second")]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return words.isEmpty ? "no time" : words.joined(separator: " ")
    }

    /// A list for the ear: `chat, then email`.
    static func journey(_ places: [String]) -> String { places.joined(separator: ", then ") }
}
