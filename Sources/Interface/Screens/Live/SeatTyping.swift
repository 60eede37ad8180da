import Room

/// What is typed at a seat, and what it is for. Words that are put away, or could not be sent, are there again.
struct SeatTyping: Equatable, Sendable {
    /// What words are for.
    enum Purpose: Hashable, Sendable {
        /// What the agent or the customer says.
        case say
        /// What one said in the feedback round.
        case feedback
        /// The words that go with a small win, by the behaviour's name.
        case win(String)
        /// A small win by a name of one's own.
        case ownWin
        /// A comment on a moment of the play, by its sequence number; 0 for the whole.
        case comment(moment: Int)
        /// The words that a mark is about.
        case quote
        /// Another name to come in by.
        case name
    }

    /// What is typed now; nil for nothing.
    private(set) var purpose: Purpose?
    private var drafts: [Purpose: LineEditor] = [:]
    /// What was sent last, until something else is typed: it comes back when it was declined.
    private var sent: (purpose: Purpose, editor: LineEditor)?

    static func == (one: SeatTyping, other: SeatTyping) -> Bool {
        one.purpose == other.purpose && one.drafts == other.drafts && one.sent?.purpose == other.sent?.purpose
            && one.sent?.editor == other.sent?.editor
    }

    /// The words of a purpose.
    subscript(purpose: Purpose) -> LineEditor {
        get { drafts[purpose] ?? LineEditor(limit: RoomInput.longest, placeholder: Self.placeholder(purpose)) }
        set { drafts[purpose] = newValue }
    }

    /// The words that are typed now.
    var editor: LineEditor {
        get { purpose.map { self[$0] } ?? LineEditor() }
        set { if let purpose { self[purpose] = newValue } }
    }

    /// Words of a purpose that are put away.
    func isWaiting(_ purpose: Purpose) -> Bool { self.purpose != purpose && drafts[purpose]?.isEmpty == false }

    mutating func open(_ purpose: Purpose) { self.purpose = purpose }

    mutating func close() { purpose = nil }

    /// The words are on their way.
    mutating func send() {
        guard let purpose else { return }
        sent = (purpose, editor)
        drafts[purpose] = nil
        self.purpose = nil
    }

    /// They were declined: they stand there again, unless something else was typed meanwhile.
    mutating func comeBack() {
        guard let sent, drafts[sent.purpose]?.isEmpty ?? true else { return }
        drafts[sent.purpose] = sent.editor
        self.sent = nil
    }

    /// Drops what was typed for a purpose.
    mutating func forget(_ purpose: Purpose) {
        drafts[purpose] = nil
        if self.purpose == purpose { self.purpose = nil }
    }

    private static func placeholder(_ purpose: Purpose) -> String {
        switch purpose {
        case .say: "In your own words"
        case .feedback: "What you said, in a sentence or two"
        case .win: "What was said about it; Enter alone keeps the name"
        case .ownWin: "What went well, in a few words"
        case .comment: "Your comment"
        case .quote: "Some of the words it is about"
        case .name: "A first name, or an alias"
        }
    }
}
