/// What somebody lays before whoever conducts the room, from a terminal of their own.
public struct RoomInput: Codable, Hashable, Sendable {
    /// What is asked.
    public enum Wish: Codable, Hashable, Sendable {
        /// To be in the room, under this name.
        case join(name: String, Person.Kind)
        /// To go.
        case leave
        /// Yes to the agreement; whether what happens may be kept.
        case agree(mayKeep: Bool)
        /// As the agent: the reply with this index of the moment with this sequence number.
        case reply(option: Int, moment: Int)
        /// As the agent or the customer: words of one's own.
        case say(String, moment: Int)
        /// As the agent: silence on purpose.
        case wait(moment: Int)
        /// As the agent: to step back.
        case stepBack
        /// As an observer: a behaviour by its key, with a quote.
        case mark(behaviour: String, quote: String)
        /// One's own mark taken out.
        case unmark(Int)
        /// A reply for the agent to give.
        case vote(option: Int, moment: Int)
        /// What one said in the feedback round, written down.
        case feedback(String)
        /// A small win.
        case win(behaviour: String, person: String?, words: String)
        /// A comment on a moment, or an answer to one.
        case comment(String, moment: Int, replyTo: Int?)
        /// To have the desk, which was handed over or is empty.
        case takeDesk
    }

    /// Who asks, by id; empty for who is not in the room yet.
    public var person: String
    /// What.
    public var wish: Wish

    /// Longer texts are cut, in characters: a role-play is spoken.
    public static let longest = 1_000

    /// A wish of somebody's.
    public init(person: String, _ wish: Wish) {
        (self.person, self.wish) = (person, wish)
    }
}
