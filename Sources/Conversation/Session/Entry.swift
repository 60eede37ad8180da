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
    /// How the voice is.
    public var tone: String?
    /// What is heard beside the voice.
    public var sound: String?
    /// How fast it is spoken, words a minute; nil where nobody speaks.
    public var wordsPerMinute: Int?
    /// Silence right before it, ms.
    public var pause = 0
    /// Silences inside it.
    public var pauses: [SpokenPause] = []
    /// It began before the line ahead of it had ended.
    public var overlaps = false
    /// Somebody spoke over it, and the rest was not said.
    public var isCut = false
    /// Whom the agent spoke over with it.
    public var spokeOver: String?
    /// It was said in a private message beside a public thread.
    public var isPrivate = false
    /// The customer says back what was agreed.
    public var confirms = false
    /// What of earlier on made it be said.
    public var recalls: [Recall] = []

    /// Whether everybody can read it.
    public var isPublic: Bool { channel == .social && !isPrivate && (kind == .customer || kind == .agent) }
}
