import Conversation
import Terminal

/// What a comment is about, and who will read it.
public struct CommentHeading: Hashable, Sendable {
    /// Which comment it is: another one is another draft.
    public var id: String
    /// What it is: `A comment on “First words”`.
    public var title: String
    /// Who will read it, in a sentence.
    public var readers: String

    /// A heading from its parts.
    public init(_ id: String, _ title: String, _ readers: String) {
        (self.id, self.title, self.readers) = (id, title, readers)
    }
}

/// A few lines to write a comment in, over the session it is about.
struct CommentLayer: Layer {
    let heading: CommentHeading
    private let keys: KeyTable
    private var field: LineEditor
    /// What was written so far: kept when it is put away, and there again next time.
    var draft: String { field.text }

    init(_ heading: CommentHeading, draft: String, keys: KeyTable) {
        (self.heading, self.keys) = (heading, keys)
        field = LineEditor(limit: Commented.mostCharacters, placeholder: "what you noticed, or a question")
        field.replaceAll(with: draft)
    }

    var hints: [(keys: String, words: String)] { [("Enter", "keep it"), ("Esc", "put it away")] }

    func room(in window: Size) -> Rect {
        // As wide as the window, so that no half words stand beside it.
        Rect(column: 0, row: window.rows - 8, columns: window.columns, rows: 7)
    }

    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        surface.box(area, style: Role.coach.index, title: heading.title, lines: look.glyphs.lines)
        var inside = area.inset(columns: 2, rows: 1)
        _ = inside.take(.right, max(0, inside.columns - 84))
        surface.draw(
            StyledLine(heading.readers, .muted), at: inside.take(.top, 1).origin, columns: inside.columns)
        field.draw(into: &surface, in: inside, look: look)
    }

    mutating func handle(_ event: TerminalEvent) -> LayerAnswer {
        switch event {
        case .paste(let text): field.insert(text)
        case .key(let key):
            switch key.code {
            case .escape: return .closes
            case .character("g") where key.modifiers == .control: return .closes
            case .tab, .backTab: break
            case .enter:
                let text = field.value
                return text.isEmpty ? .closes : .comments(text)
            default: field.take(key, in: keys)
            }
        default: break
        }
        return .stays
    }
}
