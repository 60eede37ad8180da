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
    private var box: WritingBox
    /// What was written so far: kept when it is put away, and there again next time.
    var draft: String { box.draft }

    init(_ heading: CommentHeading, draft: String, keys: KeyTable) {
        self.heading = heading
        box = WritingBox(
            draft, limit: Commented.mostCharacters, placeholder: "what you noticed, or a question", keys: keys)
    }

    var hints: [(keys: String, words: String)] { [("Enter", "keep it"), ("Esc", "put it away")] }

    func room(in window: Size) -> Rect { WritingBox.room(in: window) }

    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        box.draw(heading.title, heading.readers, into: &surface, in: area, look: look)
    }

    mutating func handle(_ event: TerminalEvent) -> LayerAnswer {
        switch box.handle(event) {
        case .stays, .turns: .stays
        case .closes: .closes
        case .keeps(let text): .comments(text)
        }
    }
}
