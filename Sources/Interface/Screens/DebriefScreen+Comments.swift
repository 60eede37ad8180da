import Conversation
import Journal
import Terminal

// Talking about a session: comments at its moments, answers to them, and somebody else's session.
extension DebriefScreen {
    /// What it is called in its title.
    var title: String {
        let title = session.began?.title ?? ""
        guard discussion.isGuest else { return "Looking back: \(title)" }
        return discussion.owner.isEmpty ? "Shared with you: \(title)" : "\(discussion.owner): \(title)"
    }

    /// Choosing what to talk about, and talking.
    var talking: [ScreenAction] {
        [
            ScreenAction(.nextFocus, "moments", "Choose the next moment or comment."),
            ScreenAction(.previousFocus, "", "Choose the moment or comment before."),
            ScreenAction(.comment(""), "comment"),
            ScreenAction(.remove, "", "Take the chosen comment of yours out; twice, to be sure."),
        ]
    }

    /// What can be done with somebody else's session: reading, and talking about it.
    var guestActions: [ScreenAction] {
        let accept =
            chosenComment == nil
            ? ScreenAction(.accept, "done", "Back to where you came from.")
            : ScreenAction(.accept, "answer", "Answer the chosen comment.")
        return [accept] + talking + [
            ScreenAction(.compare, "moment by moment", "What was said at each moment, page by page."),
            ScreenAction(.right, "", "Choose the next moment where trust turned."),
            ScreenAction(.left, "", "Choose the moment before where trust turned."),
        ] + ScreenAction.moving + [
            .help, ScreenAction(.leave, "done", "Back to where you came from."),
            ScreenAction(.back, "", "Back to where you came from."),
        ]
    }

    /// The comment that is chosen; nil while none is.
    var chosenComment: Comments.Comment? { chosen.flatMap { session.comments[$0] } }

    /// The moment that is chosen; nil while none is.
    private var chosenMoment: (sequence: Int, name: String)? {
        session.moments.first { $0.sequence == chosen }.map { ($0.sequence, $0.name) }
    }

    /// Every moment and comment, in the order of the page.
    private var stops: [Int] { lines(columns: 76, glyphs: .unicode).compactMap(\.entry) }

    /// The moment or comment that comes next; the first behind the last.
    func next(by step: Int) -> Int? {
        let stops = stops
        guard !stops.isEmpty else { return nil }
        guard let place = stops.firstIndex(where: { $0 == chosen }) else { return step > 0 ? stops.first : stops.last }
        return stops[(place + step + stops.count) % stops.count]
    }

    func refusalOfTalking(_ action: Action) -> String? {
        guard action == .remove else { return stops.isEmpty ? "There is no moment to choose yet." : nil }
        guard let chosenComment else { return "Choose a comment of yours first, with Tab." }
        return chosenComment.written.author == discussion.reader ? nil : "Only who wrote a comment can take it out."
    }

    func commentEffect(_ text: String) -> Effect {
        .comment(stream, text, at: chosenMoment?.sequence ?? 0, answering: chosenComment?.sequence)
    }

    mutating func remove(isSure: Bool) -> [Effect] {
        guard let chosenComment else { return [] }
        if isSure { return [.removeComment(stream, chosenComment.sequence)] }
        doomed = chosenComment.sequence
        return [.notice("Once more takes your comment out.")]
    }

    /// What a comment would be about: what is chosen, or the whole session.
    public var commenting: CommentHeading { discussion.heading(at: chosenMoment, answering: chosenComment) }

    /// Takes a comment on what is chosen.
    public mutating func receive(comment text: String, at now: Uptime) -> [Effect] { [commentEffect(text)] }

    /// What is chosen, for plain mode; nil for nothing.
    var chosenInWords: String? {
        if let chosenComment {
            let lead = discussion.lead(chosenComment, in: session.comments)
            let isOwn = chosenComment.written.author == discussion.reader
            return "Chosen: \(lead). comment answers it\(isOwn ? ", remove takes it out" : "")."
        }
        return chosenMoment.map {
            "Chosen: \($0.name). \(discussion.isGuest ? "" : "retry plays on from there, ")comment says something about it."
        }
    }
}
