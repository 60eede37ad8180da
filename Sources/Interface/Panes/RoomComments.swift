import Conversation
import Journal
import Room
import Terminal

/// What people say to each other about a round, at its moments: the same at every seat and at the desk.
struct RoomComments {
    let room: LiveRoom
    /// What whoever reads here is called.
    let reader: String

    /// Something that can be commented on, or answered.
    struct Place: Equatable, Sendable {
        /// The moment, by its sequence number; 0 for the round as a whole.
        var moment: Int
        /// The comment that would be answered; nil for none.
        var answering: Int?
        var text: String
        var detail: String
    }

    private var comments: Comments { room.play.comments }
    /// A room has no dates: who said what is enough.
    private var discussion: Discussion { Discussion(of: StreamID(""), reader: reader) }

    /// The comments of the round by what they are about: moments in order, then the round as a whole.
    private var parts: [(heading: String, comments: [Comments.Comment])] {
        let moments = room.play.moments
        let at = moments.map { (heading: "On \u{201C}\($0.name)\u{201D}", comments: comments.at($0.sequence)) }
        let others = comments.elsewhere(than: Set(moments.map(\.sequence)))
        return (at + [(heading: "On the round", comments: others)]).filter { !$0.comments.isEmpty }
    }

    /// All of them, under the moments they are about, in lines of at most so many cells.
    func lines(columns: Int) -> [StyledLine] {
        parts.flatMap { part in
            [StyledLine(part.heading, .strong)]
                + discussion.lines(part.comments, in: comments, columns: columns, indent: 2)
        }
    }

    /// The same for the ear: each once.
    var items: [Narration.Item] {
        parts.flatMap { part in
            part.comments.map { comment in
                Narration.Item(
                    "comment-\(room.round)-\(comment.sequence)",
                    "\(part.heading), \(discussion.lead(comment, in: comments)): \(comment.written.text)")
            }
        }
    }

    /// Everything that can be commented on or answered: the moments, the newest first, each with its comments behind it.
    var places: [Place] {
        let moments = room.play.moments.reversed().map { moment in
            Place(
                moment: moment.sequence, answering: nil, text: moment.name,
                detail: moment.reply.map { "\u{201C}\($0.text)\u{201D}" } ?? "open")
        }
        let whole = Place(moment: 0, answering: nil, text: "The round as a whole", detail: "")
        return (moments + [whole]).flatMap { place in
            let said =
                place.moment == 0
                ? comments.elsewhere(than: Set(room.play.moments.map(\.sequence))) : comments.at(place.moment)
            return [place]
                + said.map { comment in
                    Place(
                        moment: place.moment, answering: comment.sequence,
                        text: "Answer \(whom(comment))", detail: "\u{201C}\(comment.written.text)\u{201D}")
                }
        }
    }

    /// What is written now.
    func heading(moment: Int, answering answered: Int?) -> String {
        if let comment = answered.flatMap({ comments[$0] }) {
            return "Your answer to \(whom(comment)); the room reads it"
        }
        let name = room.play.moments.last { $0.sequence == moment }?.name
        return "A comment on \(name.map { "\u{201C}\($0)\u{201D}" } ?? "the round"); the room reads it"
    }

    private func whom(_ comment: Comments.Comment) -> String {
        comment.written.author == reader ? "yourself" : Discussion.name(comment.written.author)
    }
}

extension HandedIn {
    /// What was handed in, for the transcript.
    var inWords: String { "Handed in: \(name). \(words)" }
}
