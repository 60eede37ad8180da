import Terminal

/// What a list is narrowed by: words that stay, and the field in which they are typed.
struct FindField: Equatable, Sendable {
    /// The words that are looked for; empty for everything.
    private(set) var query = ""
    /// Where they are typed; nil while nobody types.
    private var field: LineEditor?
    /// What can be looked for, said in the empty field.
    let placeholder: String

    init(placeholder: String) { self.placeholder = placeholder }

    /// Somebody types.
    var isTyping: Bool { field != nil }
    /// Neither words nor a field to type them in.
    var isIdle: Bool { field == nil && query.isEmpty }

    /// Opens the field, with the words that it had.
    mutating func open() {
        var field = LineEditor(limit: 80, isSingleLine: true, placeholder: placeholder)
        field.replaceAll(with: query)
        self.field = field
    }

    /// Closes the field; the words stay.
    mutating func close() { field = nil }

    /// Closes the field and forgets the words.
    /// - Returns: whether other things are to be found now.
    mutating func clear() -> Bool {
        field = nil
        return look(for: "")
    }

    /// Changes what is typed; nothing while nobody types.
    /// - Returns: whether other things are to be found now.
    mutating func change(_ change: (inout LineEditor) -> Void) -> Bool {
        guard var field else { return false }
        change(&field)
        self.field = field
        return look(for: field.value)
    }

    private mutating func look(for words: String) -> Bool {
        defer { query = words }
        return words != query
    }

    /// Draws the field or the words in a row.
    /// - Returns: whether there was anything to draw.
    @discardableResult
    func draw(into surface: inout Surface, in row: Rect, look: Look) -> Bool {
        if let field {
            surface.put("Find ", at: row.origin, style: Role.key.index)
            field.draw(
                into: &surface,
                in: Rect(column: row.column + 5, row: row.row, columns: row.columns - 5, rows: 1), look: look)
        } else if !query.isEmpty {
            surface.draw(
                StyledLine("“\(query)”", .strong).with("  Esc shows all of them.", .muted), at: row.origin,
                columns: row.columns)
        }
        return !isIdle
    }
}
