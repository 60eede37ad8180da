import Terminal

/// A box at the foot of the window with a few lines to write in: what a note and a comment are written in.
struct WritingBox: Sendable {
    /// What the keys did to it.
    enum Answer: Equatable, Sendable {
        /// It is being written in.
        case stays
        /// It is put away; what was written stays a draft.
        case closes
        /// Tab was pressed, which means what its layer says.
        case turns
        /// It is finished.
        case keeps(String)
    }

    private let keys: KeyTable
    private var field: LineEditor
    /// What was written so far.
    var draft: String { field.text }

    init(_ draft: String, limit: Int, placeholder: String, keys: KeyTable) {
        self.keys = keys
        field = LineEditor(limit: limit, placeholder: placeholder)
        field.replaceAll(with: draft)
    }

    /// The cells it wants: as wide as the window, so that no half words stand beside it.
    static func room(in window: Size) -> Rect {
        Rect(column: 0, row: window.rows - 8, columns: window.columns, rows: 7)
    }

    /// Draws it with what stands over it, and a sentence about what becomes of the words.
    func draw(_ title: String, _ fate: String, into surface: inout Surface, in area: Rect, look: Look) {
        surface.box(area, style: Role.coach.index, title: title, lines: look.glyphs.lines)
        var inside = area.inset(columns: 2, rows: 1)
        _ = inside.take(.right, max(0, inside.columns - 84))
        surface.draw(StyledLine(fate, .muted), at: inside.take(.top, 1).origin, columns: inside.columns)
        field.draw(into: &surface, in: inside, look: look)
    }

    mutating func handle(_ event: TerminalEvent) -> Answer {
        switch event {
        case .paste(let text): field.insert(text)
        case .key(let key):
            switch key.code {
            case .escape: return .closes
            case .character("g") where key.modifiers == .control: return .closes
            case .tab, .backTab: return .turns
            case .enter: return field.value.isEmpty ? .closes : .keeps(field.value)
            default: field.take(key, in: keys)
            }
        default: break
        }
        return .stays
    }
}
