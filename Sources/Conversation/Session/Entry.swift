/// One thing in a transcript.
public struct Entry: Equatable, Sendable {
    /// What it is.
    public enum Kind: Equatable, Sendable {
        /// A person of the cast said it.
        case customer
        /// The agent said it.
        case agent
        /// The agent said nothing.
        case silence
        /// Something in the room.
        case scene
        /// A note in the ticket.
        case note
        /// A mail the agent sent.
        case mail(EmailSent)
        /// The conversation moved to another channel.
        case moved
    }

    /// The sequence number of its event.
    public var sequence: Int
    /// What it is.
    public var kind: Kind
    /// The channel it was in.
    public var channel: Channel
    /// Who; empty where nobody.
    public var speaker: String
    /// The words.
    public var text: String
    /// The local time from which it is being typed or said, ms.
    public var begins: Int
    /// The local time at which it is there, ms.
    public var heard: Int
    /// Story time then, ms since the story began.
    public var story: Int
    /// The feeling it is tagged with.
    public var emotion: String?
    /// The subtle cue it carries.
    public var cue: String?
}

/// A promise with a time.
public struct Commitment: Equatable, Sendable {
    /// How it stands.
    public enum State: Equatable, Sendable {
        case open, kept, missed
    }

    /// Its id in the scenario.
    public var id: String
    /// The words it was made with.
    public var words: String
    /// Story time at which it was made, ms.
    public var made: Int
    /// Story time at which it is due, ms.
    public var due: Int
    /// How it stands.
    public var state = State.open
    /// How often it was given a new time before it was missed.
    public var renegotiations = 0
}

/// A moment that opened, and what was answered.
public struct Moment: Equatable, Sendable {
    /// What the agent answered, and what it did.
    public struct Reply: Equatable, Sendable {
        /// The words.
        public var text: String
        /// How it came about.
        public var role: Option.Role
        /// The moves that were heard.
        public var moves: [String] = []
        /// It proposes a fix.
        public var isFix = false
        /// How long the moment had been open, ms.
        public var taken: Int
        /// By how much trust, heat and effort moved in the beat.
        public var trust = 0, heat = 0, effort = 0
        /// Trust broke in the beat.
        public var hasRupture = false
        /// A rupture was mended in the beat.
        public var hasRepair = false
        /// The customer's line before it carried a cue.
        public var afterCue = false
    }

    /// The sequence number of its `optionsOffered`: what a rewind names.
    public var sequence: Int
    /// Its name for people.
    public var name: String
    /// The node that asked.
    public var node: String
    /// The line id of its first option.
    public var key: String
    /// The channel it was in.
    public var channel: Channel
    /// Trust and heat when it opened, 0–100.
    public var trust: Int, heat: Int
    /// What was answered.
    public var reply: Reply?
}

/// A question for afterwards.
public struct Reflection: Equatable, Sendable {
    /// The question's line id.
    public var line: String
    /// The question.
    public var text: String
    /// Its timebox, ms.
    public var timebox: Int
    /// The answer; nil until it was asked, empty when it was left.
    public var answer: String?
}
