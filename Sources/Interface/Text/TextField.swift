import Terminal

/// A field that text is typed into: several lines, word motion, paste.
public struct TextField: Equatable, Sendable {
    /// What has been typed.
    public private(set) var text: [Character] = []
    /// Where the next character goes, 0 … `text.count`.
    public private(set) var cursor = 0
    /// No more than this many characters are taken.
    public var limit = 2_000

    /// An empty field.
    public init() {}

    /// What has been typed, as a string without spaces at its ends.
    public var value: String {
        var characters = text[...]
        while characters.first?.isWhitespace == true { characters.removeFirst() }
        while characters.last?.isWhitespace == true { characters.removeLast() }
        return String(characters)
    }

    /// Takes a key.
    /// - Returns: whether the key belonged to the field.
    public mutating func handle(_ key: Key) -> Bool {
        if let typed = key.typed {
            insert(String(typed))
            return true
        }
        switch (key.code, key.modifiers) {
        case (.left, []), (.character("b"), .control): cursor = max(0, cursor - 1)
        case (.right, []), (.character("f"), .control): cursor = min(text.count, cursor + 1)
        case (.left, _), (.character("b"), .alt): cursor = wordStart
        case (.right, _), (.character("f"), .alt): cursor = wordEnd
        case (.home, _), (.character("a"), .control): cursor = 0
        case (.end, _), (.character("e"), .control): cursor = text.count
        case (.backspace, []): delete(from: max(0, cursor - 1), to: cursor)
        case (.delete, []): delete(from: cursor, to: min(text.count, cursor + 1))
        case (.character("w"), .control), (.backspace, .alt): delete(from: wordStart, to: cursor)
        case (.character("u"), .control): delete(from: 0, to: cursor)
        case (.character("k"), .control): delete(from: cursor, to: text.count)
        case (.enter, .alt): insert("\n")
        default: return false
        }
        return true
    }

    /// Puts pasted text at the cursor. Controls other than line ends are taken out here, before they are kept.
    public mutating func insert(_ pasted: String) {
        let clean = pasted.compactMap { character -> Character? in
            switch character {
            case "\n", "\r", "\r\n": "\n"
            case "\t": " "
            default: character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control } ? nil : character
            }
        }
        let room = max(0, limit - text.count)
        let characters = Array(clean.prefix(room))
        text.insert(contentsOf: characters, at: cursor)
        cursor += characters.count
    }

    private mutating func delete(from start: Int, to end: Int) {
        guard start < end else { return }
        text.removeSubrange(start..<end)
        cursor = start
    }

    private var wordStart: Int {
        var index = cursor
        while index > 0, !text[index - 1].isLetter, !text[index - 1].isNumber { index -= 1 }
        while index > 0, text[index - 1].isLetter || text[index - 1].isNumber { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = cursor
        while index < text.count, !text[index].isLetter, !text[index].isNumber { index += 1 }
        while index < text.count, text[index].isLetter || text[index].isNumber { index += 1 }
        return index
    }

    /// Draws the field, scrolled so that the cursor is inside, and puts the terminal's cursor there.
    func draw(into surface: inout Surface, in area: Rect) {
        guard area.columns > 1, area.rows > 0 else { return }
        var rows: [[Character]] = [[]]
        var place = Point(column: 0, row: 0)
        var width = 0
        for index in 0...text.count {
            if index == cursor { place = Point(column: width, row: rows.count - 1) }
            guard index < text.count else { break }
            let character = text[index]
            let columns = character == "\n" ? 0 : DisplayText.width(of: String(character))
            if character == "\n" || width + columns >= area.columns {
                rows.append([])
                width = 0
                if character == "\n" { continue }
                if index == cursor { place = Point(column: 0, row: rows.count - 1) }
            }
            rows[rows.count - 1].append(character)
            width += columns
        }
        let first = max(0, place.row - area.rows + 1)
        for (row, characters) in rows.dropFirst(first).prefix(area.rows).enumerated() {
            surface.put(
                String(characters), at: Point(column: area.column, row: area.row + row), columns: area.columns)
        }
        // A field narrower than a wide character has no room behind it.
        let column = min(place.column, area.columns - 1)
        surface.cursor = Point(column: area.column + column, row: area.row + place.row - first)
    }
}
