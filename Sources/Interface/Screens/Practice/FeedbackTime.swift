import Conversation

/// When the coach speaks, as the learner likes it.
public enum FeedbackTime: String, CaseIterable, Sendable {
    /// Right after the reply.
    case atOnce = "at-once"
    /// Only where trust broke, was mended, or moved far.
    case turningPoints = "turning-points"
    /// When the conversation is over.
    case atTheEnd = "at-the-end"
}

extension PracticeScreen {
    /// From so much on, a move of trust or heat in one beat is a turning point.
    static let turn = 8

    /// Sets when the coach speaks.
    public mutating func hears(coach feedback: FeedbackTime) { self.feedback = feedback }

    /// Whether a word of the coach is for now. What is about safety always is.
    func shows(_ said: Feedback, in thread: String? = nil) -> Bool {
        guard said.shown.look != .safety else { return true }
        switch feedback {
        case .atOnce: return true
        case .turningPoints:
            let reply = session.moments.last { $0.thread == thread ?? session.frontName && $0.reply != nil }?.reply
            return reply?.hasRupture == true || reply?.hasRepair == true
                || max(abs(said.shown.trust), abs(said.shown.heat)) >= Self.turn
        case .atTheEnd: return false
        }
    }

    /// At the end: where the words are that the coach has kept until now.
    var keptWords: [StyledLine] {
        feedback == .atOnce ? [] : [StyledLine("c", .key).with(" reads what the coach kept for now, moment by moment.")]
    }

    /// What a reply does as an apology, while the coach speaks about it.
    func apology(of feedback: Feedback) -> ApologyReading? {
        guard let reply = session.moments.last(where: { $0.reply?.text == feedback.reply })?.reply else { return nil }
        return ApologyReading(moves: reply.moves, isFix: reply.isFix)
    }
}
