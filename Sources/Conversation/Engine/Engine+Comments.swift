extension Engine {
    /// A comment about a session: the event to keep, when it says anything.
    ///
    /// - Parameters:
    ///   - text: The words; what is too long is cut at ``Commented/mostCharacters``.
    ///   - author: Who writes it, as they are called in the journal.
    ///   - moment: The sequence number of the moment's `optionsOffered`; 0 for the session as a whole.
    ///   - answered: The sequence number of the comment it answers, which decides the moment too; nil for none.
    public static func comment(
        _ text: String, by author: String, at moment: Int = 0, answering answered: Int? = nil, in session: Session
    ) -> TimedEvent? {
        let answered = answered.flatMap { session.comments[$0] }
        let moment = answered?.written.moment ?? moment
        let written = Commented(moment: moment, author: author, text: text, replyTo: answered?.sequence)
        guard !written.text.isEmpty else { return nil }
        let isMoment = session.log.indices.contains(moment - 1)
        return TimedEvent(
            thread: isMoment ? session.log[moment - 1].thread : Conversation.mainThread, time: session.time,
            event: .commented(written))
    }

    /// A comment is taken out by whoever wrote it; nil when it is somebody else's or not there.
    public static func removal(ofComment sequence: Int, by author: String, in session: Session) -> TimedEvent? {
        guard let comment = session.comments[sequence], comment.written.author == author else { return nil }
        return TimedEvent(
            thread: comment.thread, time: session.time,
            event: .commentRemoved(CommentRemoved(comment: sequence, author: author)))
    }
}
