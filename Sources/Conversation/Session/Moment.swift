/// A moment that opened, and what was answered.
public struct Moment: Equatable, Sendable {
    /// What the agent answered, and what it did.
    public struct Reply: Equatable, Sendable {
        /// The sequence number of its event.
        public var sequence = 0
        /// The local time at which it was given, ms.
        public var at = 0
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
        /// It began before the other had finished.
        public var isInterruption = false
        /// The customer's line before it carried a cue.
        public var afterCue = false
        /// It was said in a private message beside a public thread.
        public var isPrivate = false
        /// It was the first paragraph of a mail.
        public var opensMail = false
        /// The agent typed it.
        public var isTyped = false
        /// It was none of the replies on offer: the moment opened again behind it.
        public var isAside = false
        /// What was heard in typed words, the surest first.
        public var heard: [HeardInWords] = []
        /// What else can be said about typed words, a sentence each.
        public var remarks: [String] = []
    }

    /// The sequence number of its `optionsOffered`: what a rewind names.
    public var sequence: Int
    /// The conversation it opened in.
    public var thread: String
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
    /// A curveball came into it: it opened again behind that, and is answered there.
    public var isHeld = false

    /// What two openings of one moment have in common.
    struct Place: Hashable {
        var thread: String, key: String
    }
    var place: Place { Place(thread: thread, key: key) }

    /// Whether everybody could read what was answered.
    public var isReplyPublic: Bool { channel == .social && reply.map { !$0.isPrivate } ?? false }
}
