import Conversation
import Journal
import Terminal

/// Who talks about a session, as one of them sees it: what screens that show comments know beside the comments.
public struct Discussion: Equatable, Sendable {
    /// The session.
    public var stream: StreamID
    /// Who looks at it, and whose it is, as the journal calls them; empty for somebody without a name.
    public var reader: String, owner: String
    /// Who else may read it: "private", "room" or "shared", as the journal says.
    public var audience: String
    /// When each comment was written, in words, by its sequence number.
    public var dates: [Int: String]

    /// A discussion from its parts.
    public init(
        of stream: StreamID, reader: String = "", owner: String = "", audience: String = "private",
        dates: [Int: String] = [:]
    ) {
        (self.stream, self.reader, self.owner, self.audience) = (stream, reader, owner, audience)
        self.dates = dates
    }

    /// It is somebody else's session.
    public var isGuest: Bool { reader != owner }

    /// Somebody by name, for people.
    static func name(_ person: String) -> String { person.isEmpty ? "Somebody without a name" : person }

    /// Whose session it is, for people.
    var ownersName: String { Self.name(owner) }

    /// Who reads a comment that is written now.
    var readers: String {
        let others =
            switch audience {
            case "room": "everybody who uses this journal"
            case "shared": "those it is shared with"
            default: "nobody else: it is not shared"
            }
        return isGuest ? "\(ownersName) reads it, and \(others)." : "You read it, and \(others)."
    }

    /// What a comment would be about.
    /// - Parameters:
    ///   - moment: the sequence number of the moment, with its name; nil for the whole session.
    ///   - answered: the comment that it answers; nil for none.
    func heading(at moment: (sequence: Int, name: String)?, answering answered: Comments.Comment?) -> CommentHeading {
        if let answered {
            let whom =
                answered.written.author == reader
                ? "yourself" : DisplayText.sanitised(Self.name(answered.written.author))
            return CommentHeading("\(stream)-answer-\(answered.sequence)", "Your answer to \(whom)", readers)
        }
        guard let moment else { return CommentHeading("\(stream)", "A comment on the whole session", readers) }
        return CommentHeading("\(stream)-\(moment.sequence)", "A comment on “\(moment.name)”", readers)
    }

    /// Who wrote a comment and when, in a line: `Sam answered, 2026-11-21 14:03`.
    func lead(_ comment: Comments.Comment, in comments: Comments) -> String {
        let author = comment.written.author == reader ? "You" : Self.name(comment.written.author)
        let date = dates[comment.sequence].map { ", \($0)" } ?? ""
        if comments.answersRemoved(comment) { return "\(author) answered what was taken out\(date)" }
        guard let answered = comment.written.replyTo.flatMap({ comments[$0] }) else { return author + date }
        let isOwn = answered.written.author == comment.written.author
        let whom =
            answered.written.author == reader ? (isOwn ? "yourself" : "you") : Self.name(answered.written.author)
        return "\(author) answered\(isOwn ? "" : " \(whom)")\(date)"
    }

    /// Comments as lines of at most so many cells, each beginning with who wrote it.
    /// - Parameter chosen: the sequence number of the one that is chosen.
    func lines(
        _ some: [Comments.Comment], in comments: Comments, columns: Int, indent: Int = 0, chosen: Int? = nil,
        namesMoments: Bool = false
    ) -> [StyledLine] {
        some.flatMap { comment -> [StyledLine] in
            let inside = indent + (comments.isAnswer(comment) ? 2 : 0)
            let place = namesMoments && !comment.name.isEmpty ? ", at “\(comment.name)”" : ""
            let lead = lead(comment, in: comments) + place
            var lines = StyledLine.wrapped(
                lead, comment.sequence == chosen ? .selected : .muted, columns: columns, indent: inside)
            for line in comment.written.text.split(whereSeparator: \.isNewline) {
                lines += StyledLine.wrapped(String(line), .note, columns: columns, indent: inside + 2)
            }
            return lines.of(entry: comment.sequence)
        }
    }
}
