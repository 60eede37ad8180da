// The payloads of what the story does: nodes, channels, lines, moments, mail.

/// The story came to a node.
public struct NodeEntered: EventPayload {
    /// The node's title.
    public var node: String
    /// The moment's name for people, where the node has one.
    public var moment: String?
    /// The ending that the node is.
    public var ending: String?
    /// How that ending is for the customer.
    public var outcome: Outcome?
    /// The agent is treated badly from here on; nil where nobody is.
    public var care: Bool?
}

/// A way to be in touch.
public enum Channel: String, Codable, Hashable, Sendable, CaseIterable {
    case chat, voice, email, social
}

/// The conversation moved to a channel; memory and promises go with it.
public struct ChannelChanged: EventPayload {
    /// Where it goes on.
    public var channel: Channel
    /// When, ms after the event.
    public var after: Int
}

/// A run of characters of a text.
public struct TextRange: Codable, Hashable, Sendable {
    /// The first character, from 0.
    public var start: Int
    /// How many characters.
    public var length: Int

    /// Makes a range of `length` characters from `start`.
    public init(start: Int, length: Int) {
        self.start = start
        self.length = length
    }
}

/// Somebody said or wrote a line.
public struct LineSpoken: EventPayload {
    /// The line's id in the scenario.
    public var line: String
    /// Who: a name of the cast, or a reserved speaker (`Scene`, `Note`, `You`).
    public var speaker: String
    /// What was said, as written.
    public var text: String
    /// When it is heard, ms after the event.
    public var after: Int
    /// How long before that it is being typed or said, ms.
    public var lasting: Int
    /// The feeling it is tagged with.
    public var emotion: String?
    /// The subtle cue it is tagged with, for instance `sarcasm`.
    public var cue: String?
    /// How the voice is, for instance `flat`.
    public var tone: String?
    /// What is heard beside the voice, for instance `keyboard`.
    public var sound: String?
    /// How fast it is spoken, words a minute; nil where nobody speaks.
    public var wordsPerMinute: Int?
    /// Silence right before it, ms; nil for none.
    public var pause: Int?
    /// Silences inside it, in order; nil for none.
    public var pauses: [SpokenPause]?
    /// It begins before the line ahead of it has ended; nil for no.
    public var overlaps: Bool?
    /// Whether it was said in a private message beside a public thread; nil for no.
    public var isPrivate: Bool?
    /// The customer says back what was agreed; nil for no.
    public var confirms: Bool?
    /// What of earlier on made it be said; nil for nothing that is known.
    public var recalls: [Recall]?
}

/// Something of earlier on that a line comes back to.
public struct Recall: Codable, Hashable, Sendable {
    /// What of earlier on.
    public enum Kind: String, Codable, Hashable, Sendable {
        /// A move that was made.
        case said
        /// A move that was made where everybody reads.
        case saidPublicly
        /// A move that was made in private.
        case saidPrivately
        /// A promise that was kept.
        case kept
        /// A promise that was missed.
        case missed
        /// Somebody was spoken over.
        case interrupted
        /// What the author names: a move or a promise.
        case named
    }

    /// What of earlier on.
    public var kind: Kind
    /// The move's or the promise's id; empty for neither.
    public var name: String

    /// Something of earlier on.
    public init(_ kind: Kind, _ name: String) {
        (self.kind, self.name) = (kind, name)
    }
}

/// A silence inside a spoken line.
public struct SpokenPause: Codable, Hashable, Sendable {
    /// The character before which it is, from 0.
    public var at: Int
    /// How long, ms.
    public var lasting: Int

    /// A silence of so many ms before the character `at`.
    public init(at: Int, lasting: Int) {
        self.at = at
        self.lasting = lasting
    }
}

/// A moment opened.
public struct OptionsOffered: EventPayload {
    /// When the replies can be chosen, ms after the event.
    public var after: Int
    /// The moment's name for people, the node's title where it has none.
    public var moment: String
    /// The node that asks.
    public var node: String
    /// Which attempt at this moment it is, from 1.
    public var attempt: Int
    /// Every option in source order, also those that cannot be chosen now.
    public var options: [Option]
    /// Those nearest to typed words that were none of them, the nearest first; nil where none were typed.
    public var nearest: [Int]?
}

/// One possible reply.
public struct Option: Codable, Hashable, Sendable {
    /// What takes it.
    public enum Role: String, Codable, Hashable, Sendable {
        /// A line to say.
        case say
        /// Waiting on purpose.
        case pause
        /// The reply clock running out.
        case timeout
    }

    /// The option's line id.
    public var line: String
    /// The words.
    public var text: String
    /// What takes it.
    public var role: Role
    /// The moves it makes.
    public var moves: [String]
    /// It proposes a fix.
    public var isFix: Bool
    /// It is a canned line.
    public var isMacro: Bool
    /// It is a detour for those who want more.
    public var isDetour: Bool
    /// Its condition holds.
    public var isAvailable: Bool
    /// How long a silence on purpose lasts, ms, where the author says so.
    public var silence: Int?
    /// Whether it is said in a private message beside a public thread; nil for no.
    public var isPrivate: Bool?
    /// The reply it is one wording of, among others of the same name; nil where it stands alone.
    public var variant: String?
}

/// The draft's subject or text grew.
public struct Drafted: EventPayload {
    /// The part of a mail.
    public enum Part: String, Codable, Hashable, Sendable {
        case subject, paragraph
    }

    /// Which part.
    public var part: Part
    /// Its words.
    public var text: String
}

/// The agent typed in the draft. Its own event, so that a program that does not know it opens the session to look at,
/// and does not send what nobody wrote.
public struct DraftEdited: EventPayload {
    /// What changed.
    public enum Change: String, Codable, Hashable, Sendable {
        case subject, added, rewritten, removed
    }

    /// What changed.
    public var change: Change
    /// Which paragraph, from 0; nil for the subject.
    public var place: Int?
    /// The agent's words; empty when a paragraph went.
    public var text: String
}

/// A file was attached to the draft.
public struct Attached: EventPayload {
    /// The file's name.
    public var name: String
}

/// The draft is complete and waits to be sent.
public struct SendOffered: EventPayload {
    /// When, ms after the event.
    public var after: Int
}

/// The mail was sent as drafted.
public struct EmailSent: EventPayload {
    /// The subject.
    public var subject: String
    /// The paragraphs, in order.
    public var paragraphs: [String]
    /// The names of the attached files.
    public var attachments: [String]
    /// Which paragraphs the agent typed, from 0; nil for none.
    public var own: [Int]?
}

/// The number of people waiting changed.
public struct QueueChanged: EventPayload {
    /// How many wait now.
    public var waiting: Int
    /// When, ms after the event.
    public var after: Int
}

/// A call was put on hold or taken up again; the agent's microphone was muted or is heard again.
public struct CallSwitched: EventPayload {
    /// On, or off.
    public var isOn: Bool
    /// When, ms after the event.
    public var after: Int
}

/// The number of people who look on at a public thread changed.
public struct AudienceGrew: EventPayload {
    /// By how many likes; negative when some were taken back.
    public var likes: Int
    /// By how many shares.
    public var shares: Int
    /// When, ms after the event.
    public var after: Int
}

/// Story time jumped.
public struct StoryMoved: EventPayload {
    /// By how many milliseconds of story time.
    public var by: Int
    /// When, ms after the event.
    public var after: Int
}
