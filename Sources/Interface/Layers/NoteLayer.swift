import Terminal

/// Something that was written down over a screen.
public struct WrittenNote: Hashable, Sendable {
    /// The words.
    public var text: String
    /// It is a rule of the learner's own, for other conversations too.
    public var isRule: Bool

    /// A note of these words.
    public init(_ text: String, isRule: Bool = false) {
        self.text = text
        self.isRule = isRule
    }
}

/// A few lines to write a note in, over whatever is there. Clocks wait while it is open.
struct NoteLayer: Layer {
    private let keys: KeyTable
    private var field: LineEditor
    private var isRule: Bool
    /// What was written so far: kept when it is put away, and there again next time.
    var draft: WrittenNote { WrittenNote(field.text, isRule: isRule) }

    init(_ draft: WrittenNote, keys: KeyTable) {
        self.keys = keys
        isRule = draft.isRule
        field = LineEditor(limit: 2_000, placeholder: "what you noticed, or want to try next time")
        field.replaceAll(with: draft.text)
    }

    var hints: [(keys: String, words: String)] {
        [("Enter", "keep it"), ("Tab", isRule ? "a note" : "a rule of my own"), ("Esc", "put it away")]
    }

    func room(in window: Size) -> Rect {
        // As wide as the window, so that no half words stand beside it.
        Rect(column: 0, row: window.rows - 8, columns: window.columns, rows: 7)
    }

    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        surface.box(
            area, style: Role.coach.index, title: isRule ? "A rule of your own" : "A note", lines: look.glyphs.lines)
        var inside = area.inset(columns: 2, rows: 1)
        _ = inside.take(.right, max(0, inside.columns - 84))
        let words =
            isRule
            ? "It is offered back when a moment like this one comes." : "It stays with this session, for you alone."
        surface.draw(
            StyledLine(words, .muted), at: inside.take(.top, 1).origin, columns: inside.columns)
        field.draw(into: &surface, in: inside, look: look)
    }

    mutating func handle(_ event: TerminalEvent) -> LayerAnswer {
        switch event {
        case .paste(let text): field.insert(text)
        case .key(let key):
            switch key.code {
            case .escape: return .closes
            case .character("g") where key.modifiers == .control: return .closes
            case .tab, .backTab: isRule.toggle()
            case .enter:
                let text = field.value
                return text.isEmpty ? .closes : .writes(WrittenNote(text, isRule: isRule))
            default: field.take(key, in: keys)
            }
        default: break
        }
        return .stays
    }
}
