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
    /// It was said in a private message beside a public thread.
    public var isPrivate = false

    /// Whether everybody can read it.
    public var isPublic: Bool { channel == .social && !isPrivate && (kind == .customer || kind == .agent) }
}
