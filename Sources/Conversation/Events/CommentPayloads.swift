// The payloads of comments: what people say to each other about a session, at one of its moments or as a whole.

/// Somebody wrote a comment about a session, or answered one.
public struct Commented: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }
    /// No comment is longer, in characters.
    public static let mostCharacters = 2_000
    /// No author's name is longer, in characters.
    static let mostCharactersOfName = 80
    /// A character may be any number of bytes; a journal takes so many.
    private static let mostBytes = 7_000

    /// The sequence number of the moment's `optionsOffered`; 0 for the session as a whole.
    public var moment: Int
    /// Who wrote it, as they are called in the journal; empty for somebody without a name.
    public var author: String
    /// The words.
    public var text: String
    /// The sequence number of the comment that is answered; nil for none.
    public var replyTo: Int?

    /// A comment, brought to what a comment may be: its length, and no control character but the ends of lines.
    public init(moment: Int, author: String, text: String, replyTo: Int? = nil) {
        (self.moment, self.replyTo) = (moment, replyTo)
        self.author = Self.words(author, atMost: Self.mostCharactersOfName, keepsLines: false)
        self.text = Self.words(text, atMost: Self.mostCharacters, keepsLines: true)
    }

    /// The same, whoever wrote the log it comes from.
    var settled: Commented { Commented(moment: moment, author: author, text: text, replyTo: replyTo) }

    private static func words(_ text: String, atMost count: Int, keepsLines: Bool) -> String {
        let visible = text.unicodeScalars.lazy.filter { scalar in
            if scalar == "\n" { return keepsLines }
            return scalar.properties.generalCategory != .control
        }
        var words = String(String(String.UnicodeScalarView(visible)).prefix(count))
        while words.utf8.count > mostBytes { words.removeLast() }
        while words.last?.isWhitespace == true { words.removeLast() }
        return String(words.drop { $0.isWhitespace })
    }
}

/// Whoever wrote a comment has taken it out. The log keeps it until the session is forgotten.
public struct CommentRemoved: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }
    /// The sequence number of its `commented`.
    public var comment: Int
    /// Who takes it out: nobody but its author can.
    public var author: String

    /// A comment taken out by its author.
    public init(comment: Int, author: String) {
        (self.comment, self.author) = (comment, author)
    }
}

extension EventRecord {
    /// What a learner wrote for themselves: nobody else is ever given it, whoever may read the session. The answers to a
    /// scenario's questions are among it, and what was meant by typed words.
    public static let privateTypes: Set<String> = [
        "noteWritten", "noteRemoved", "checkedIn", "promptAnswered", "outputKept", "reflected", "hearingCorrected",
    ]
}
