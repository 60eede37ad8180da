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

/// What a note is called, and what becomes of it: of each of the two kinds that Tab changes between.
public struct NoteWords: Hashable, Sendable {
    /// One of the two.
    public struct Kind: Hashable, Sendable {
        /// What stands over it.
        public var title: String
        /// What becomes of it, in a sentence.
        public var fate: String
        /// What Tab is called that changes to it.
        public var tab: String

        /// A kind of note.
        public init(title: String, fate: String, tab: String) {
            (self.title, self.fate, self.tab) = (title, fate, tab)
        }
    }

    /// An ordinary note.
    public var note: Kind
    /// What Tab makes of it; nil where there is only the one kind.
    public var rule: Kind?

    /// Notes of these kinds.
    public init(note: Kind, rule: Kind?) { (self.note, self.rule) = (note, rule) }

    /// A learner's own notes and rules.
    public static let own = NoteWords(
        note: Kind(title: "A note", fate: "It stays with this session, for you alone.", tab: "a note"),
        rule: Kind(
            title: "A rule of your own", fate: "It is offered back when a moment like this one comes.",
            tab: "a rule of my own"))

    func kind(isRule: Bool) -> Kind { isRule ? rule ?? note : note }
}

/// A few lines to write a note in, over whatever is there. Clocks wait while it is open, but those of a live room.
struct NoteLayer: Layer {
    private let words: NoteWords
    private var box: WritingBox
    private var isRule: Bool
    /// What was written so far: kept when it is put away, and there again next time.
    var draft: WrittenNote { WrittenNote(box.draft, isRule: isRule) }

    init(_ draft: WrittenNote, as words: NoteWords = .own, keys: KeyTable) {
        self.words = words
        isRule = draft.isRule && words.rule != nil
        box = WritingBox(
            draft.text, limit: 2_000, placeholder: "what you noticed, or want to try next time", keys: keys)
    }

    var hints: [(keys: String, words: String)] {
        let other = words.rule.map { [("Tab", isRule ? words.note.tab : $0.tab)] } ?? []
        return [("Enter", "keep it")] + other + [("Esc", "put it away")]
    }

    func room(in window: Size) -> Rect { WritingBox.room(in: window) }

    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        let kind = words.kind(isRule: isRule)
        box.draw(kind.title, kind.fate, into: &surface, in: area, look: look)
    }

    mutating func handle(_ event: TerminalEvent) -> LayerAnswer {
        switch box.handle(event) {
        case .stays: break
        case .turns: if words.rule != nil { isRule.toggle() }
        case .closes: return .closes
        case .keeps(let text): return .writes(WrittenNote(text, isRule: isRule))
        }
        return .stays
    }
}
