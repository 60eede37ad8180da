/// One way in which a moment was answered, and what came of it.
public struct Attempt: Equatable, Sendable {
    /// Which moment of a way: the same place, come to for the n-th time on it.
    public struct Place: Hashable, Sendable {
        /// The conversation it opens in.
        public var thread: String
        /// The line id of its first option.
        public var key: String
        /// How often the way had come there, this time included, from 1.
        public var visit: Int
    }

    /// Something heard after a reply.
    public struct Heard: Equatable, Sendable {
        /// Who said it; `Scene` and `Note` as in the scenario.
        public var speaker: String
        /// The words.
        public var text: String
    }

    /// Where it was.
    public var place: Place
    /// The moment's name for people.
    public var name: String
    /// Which attempt at this moment it is, from 1.
    public var number = 1
    /// The sequence number of the `optionsOffered` it answered.
    public var opened: Int
    /// The sequence number of the event it was answered with.
    public var answered: Int
    /// The channel it was in.
    public var channel: Channel
    /// Trust and heat when the moment opened, 0–100.
    public var trust: Int, heat: Int
    /// The line id of what was said; nil for stepping back.
    public var line: String?
    /// What was answered, and what it did.
    public var reply: Moment.Reply
    /// What the coach said about it, in order.
    public var coach: [FeedbackShown] = []
    /// What was heard until the next moment, in order.
    public var heard: [Heard] = []
    /// The words of the promises made with it.
    public var promised: [String] = []
    /// The name of the moment that opened next in this conversation; nil where none did.
    public var next: String?
    /// The endings that ways through it came to, in the order they were reached, each once.
    public var endings: [String] = []
    /// It is on the way that the session stands on now.
    public var isStanding = false

    /// Trust and heat after it, 0–100.
    public var trustAfter: Int { min(100, max(0, trust + reply.trust)) }
    /// Heat after it, 0–100.
    public var heatAfter: Int { min(100, max(0, heat + reply.heat)) }
}

extension Attempt {
    /// What of two attempts can differ.
    public enum Aspect: CaseIterable, Sendable {
        case line, time, trust, heat, effort, moves, coach, heard, promised, next, ending
    }

    /// In what another attempt is otherwise than this one. How often a moment was tried before is no difference.
    public func differences(from other: Attempt) -> Set<Aspect> {
        func differs(_ aspect: Aspect) -> Bool {
            switch aspect {
            case .line: reply.text != other.reply.text || reply.role != other.reply.role
            case .time: reply.taken != other.reply.taken
            case .trust: (trust, reply.trust) != (other.trust, other.reply.trust)
            case .heat: (heat, reply.heat) != (other.heat, other.reply.heat)
            case .effort: reply.effort != other.reply.effort
            case .moves: reply.moves != other.reply.moves
            case .coach: coach != other.coach
            case .heard: heard != other.heard
            case .promised: promised != other.promised
            case .next: next != other.next
            case .ending: endings != other.endings
            }
        }
        return Set(Aspect.allCases.filter(differs))
    }
}
