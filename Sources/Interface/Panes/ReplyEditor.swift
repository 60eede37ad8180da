import Conversation
import Terminal

/// A reply that is being typed. It stays when it is put away.
struct ReplyEditor: Equatable, Sendable {
    /// The words.
    var editor = LineEditor(limit: DraftEdit.longestText, placeholder: "In your own words")
    /// Keys go into it.
    var isOpen = false

    /// The columns before the words, as before the replies with numbers.
    static let indent = 5

    /// How many rows the words have, of so many.
    func rows(columns: Int, most: Int) -> Int {
        min(max(1, editor.rowCount(columns: max(8, columns - Self.indent))), max(1, most))
    }

    /// Draws the words as one of the replies.
    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        surface.put(
            "\(look.glyphs.pointer) t", at: Point(column: area.column, row: area.row), style: Role.key.index)
        var inside = area
        _ = inside.take(.left, Self.indent)
        var editor = editor
        editor.fit(inside.size)
        editor.draw(into: &surface, in: inside, look: look)
    }

    /// The words that wait, in one line of their own: `  t  I can see …`.
    func waiting(columns: Int, look: Look) -> StyledLine {
        let words = editor.value.prefix(columns).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let shown = DisplayText.truncated(
            words, columns: max(1, columns - Self.indent), ellipsis: look.glyphs.lines.ellipsis)
        return StyledLine("  t  ", .muted).with(shown, .muted)
    }
}
