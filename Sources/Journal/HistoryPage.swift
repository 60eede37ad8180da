/// Some rows of a learner's history, read without touching an event.
public struct HistoryPage: Hashable, Sendable {
    /// One session.
    public struct Entry: Hashable, Sendable {
        /// What the journal says of it.
        public var summary: StreamSummary
        /// How many moments were answered on the way that counts.
        public var moments: Int
        /// Trust at the end of that way, 0–100; nil when it never began.
        public var trust: Int?
        /// How it ended for the customer, as the scenario's word for it; nil where nothing says so.
        public var outcome: String?
        /// How many notes were written in it.
        public var notes: Int

        /// A row from its parts.
        public init(summary: StreamSummary, moments: Int = 0, trust: Int? = nil, outcome: String? = nil, notes: Int = 0)
        {
            self.summary = summary
            self.moments = moments
            self.trust = trust
            self.outcome = outcome
            self.notes = notes
        }
    }

    /// What was looked for.
    public var query: String
    /// How many sessions have it.
    public var total: Int
    /// The place of the first entry among those, from 0, newest first.
    public var offset: Int
    /// The entries.
    public var entries: [Entry]
    /// They are other people's, who share them.
    public var isShared = false

    /// A page from its parts.
    public init(query: String = "", total: Int, offset: Int = 0, entries: [Entry], isShared: Bool = false) {
        self.isShared = isShared
        self.query = query
        self.total = total
        self.offset = offset
        self.entries = entries
    }
}

/// A note as the notebook shows it.
public struct NotebookEntry: Hashable, Sendable {
    /// The session it was written in, and its place there.
    public var stream: StreamID, sequence: Int
    /// It is a rule of the learner's own, for other conversations too.
    public var isRule: Bool
    /// The words.
    public var text: String
    /// The moment it is about; empty for none.
    public var name: String
    /// What it is found again by: ids of moves and skills.
    public var topics: [String]
    /// When it was written, ms since 1970.
    public var writtenAt: Int
    /// What the session is called.
    public var title: String

    /// A note from its parts.
    public init(
        stream: StreamID, sequence: Int, isRule: Bool, text: String, name: String = "", topics: [String] = [],
        writtenAt: Int, title: String
    ) {
        (self.stream, self.sequence, self.isRule, self.text) = (stream, sequence, isRule, text)
        (self.name, self.topics, self.writtenAt, self.title) = (name, topics, writtenAt, title)
    }
}

/// How the learner was, before a conversation or after it.
public struct CheckIn: Hashable, Sendable {
    /// The session.
    public var stream: StreamID
    /// After the conversation, not before.
    public var isAfter: Bool
    /// 0–100 each; nil where it was skipped.
    public var confidence: Int?, willingness: Int?, safety: Int?
    /// When, ms since 1970.
    public var at: Int
}
