/// What people have said to each other about a session, in order: it stays when the session goes back to an earlier moment.
public struct Comments: Equatable, Sendable {
    /// One comment.
    public struct Comment: Equatable, Sendable {
        /// The sequence number of its `commented`.
        public var sequence: Int
        /// What was written, by whom and where.
        public var written: Commented
        /// The conversation that its moment is in.
        public var thread: String
        /// Its moment's name for people; empty for the session as a whole.
        public var name: String
    }

    /// The comments that were not taken out again, in order.
    public internal(set) var all: [Comment] = []
    /// The sequence numbers of those that were.
    private var removed: Set<Int> = []

    /// Nobody has said anything.
    public init() {}

    /// The comments at a moment, each with its answers behind it: the sequence number of its `optionsOffered`, 0 for the
    /// session as a whole.
    public func at(_ moment: Int) -> [Comment] { threaded(all.filter { $0.written.moment == moment }) }

    /// The comments at none of these moments, each with its answers behind it.
    public func elsewhere(than moments: Set<Int>) -> [Comment] {
        threaded(all.filter { !moments.contains($0.written.moment) })
    }

    /// One of them.
    public subscript(sequence: Int) -> Comment? { all.first { $0.sequence == sequence } }

    /// It answers a comment that is there.
    public func isAnswer(_ comment: Comment) -> Bool {
        comment.written.replyTo.map { self[$0] != nil } ?? false
    }

    /// It answers a comment that was taken out.
    public func answersRemoved(_ comment: Comment) -> Bool {
        comment.written.replyTo.map { removed.contains($0) } ?? false
    }

    private func threaded(_ comments: [Comment]) -> [Comment] {
        var roots: [Int: Int] = [:]
        for comment in comments {
            roots[comment.sequence] = comment.written.replyTo.flatMap { roots[$0] } ?? comment.sequence
        }
        // Sequences rise, so that a stable order by the root keeps every answer behind what it answers.
        return comments.sorted {
            (roots[$0.sequence] ?? 0, $0.sequence) < (roots[$1.sequence] ?? 0, $1.sequence)
        }
    }

    /// Takes a comment; what cannot be one changes nothing.
    mutating func add(_ written: Commented, sequence: Int, log: [TimedEvent]) {
        var comment = Comment(
            sequence: sequence, written: written.settled, thread: Conversation.mainThread, name: "")
        guard !comment.written.text.isEmpty else { return }
        // An answer stands where the comment stands that it answers.
        if let replyTo = written.replyTo {
            if let answered = self[replyTo] {
                comment.written.moment = answered.written.moment
            } else if !removed.contains(replyTo) {
                comment.written.replyTo = nil
            }
        }
        let moment = comment.written.moment
        if log.indices.contains(moment - 1), case .optionsOffered(let offered) = log[moment - 1].event {
            (comment.thread, comment.name) = (log[moment - 1].thread, offered.moment)
        } else {
            comment.written.moment = 0
        }
        all.append(comment)
    }

    mutating func remove(_ removal: CommentRemoved) {
        guard let index = all.firstIndex(where: { $0.sequence == removal.comment }),
            all[index].written.author == removal.author
        else { return }
        all.remove(at: index)
        removed.insert(removal.comment)
    }
}
