/// One conversation of a session: its channel, what was said in it, and how it stands between the two people.
public struct Thread: Equatable, Sendable {
    /// Its name in the log.
    public var name: String
    /// The channel it is in.
    public var channel = Channel.chat
    /// Every channel it has been in, in order.
    public var journey: [Channel] = []
    /// What was said, in order.
    public var transcript: [Entry] = []
    /// Trust, 0–100.
    public var trust = 0
    /// Heat, 0–100.
    public var heat = 0
    /// Effort, 0–100.
    public var effort = 0
    /// How the three stood after each beat.
    public var readings: [Reading] = []
    /// The moment that is open.
    public var offer: Offer?
    /// The clock on that moment.
    public var clock: ReplyClock?
    /// The mail that is being written.
    public var draft = Draft()
    /// What the last reply has done so far.
    public var beat = Beat()
    /// What the coach said last.
    public var feedback: Feedback?
    /// The ruptures, in order.
    public var ruptures: [Rupture] = []
    /// The node the story is in.
    public var node = ""
    /// The ending the story is coming to, once its node was entered.
    public var ending: String?
    /// How that ending is for the customer.
    public var outcome: Outcome?

    /// A conversation that has not begun.
    public init(name: String) {
        self.name = name
    }

    /// The value of a measure, 0–100.
    public func value(of measure: Measure) -> Int {
        switch measure {
        case .trust: trust
        case .heat: heat
        case .effort: effort
        }
    }

    /// The channel it is heard in at a local time, ms: the engine runs ahead of what has been heard.
    public func channel(at local: Int) -> Channel {
        transcript.last { $0.kind == .moved && $0.heard <= local }?.channel ?? journey.first ?? channel
    }

    /// The rupture that nobody has mended yet.
    public var openRupture: Rupture? { ruptures.last { $0.repairedAt == nil } }
}

/// How trust, heat and effort stood at a time.
public struct Reading: Equatable, Sendable {
    /// Local time, ms.
    public var time: Int
    /// 0–100 each.
    public var trust: Int, heat: Int, effort: Int
}

/// A moment that is open: what can be answered, and since when.
public struct Offer: Equatable, Sendable {
    /// The sequence number of its event.
    public var sequence: Int
    /// The local time at which a reply can be given, ms.
    public var opens: Int
    /// Its name for people.
    public var moment: String
    /// Every option, in source order. Empty when only the draft waits to be sent.
    public var options: [Option]
    /// Which attempt this is, from 1.
    public var attempt: Int
    /// The draft waits to be sent.
    public var isSend = false

    /// The options that are lines to say now, with their indices in ``options``.
    public var lines: [(index: Int, option: Option)] {
        options.enumerated().filter { $1.role == .say && $1.isAvailable }.map { ($0, $1) }
    }

    /// The index of the option that silence takes, where there is one.
    public func index(of role: Option.Role) -> Int? {
        options.firstIndex { $0.role == role && $0.isAvailable }
    }
}

/// The clock on a moment.
public struct ReplyClock: Equatable, Sendable {
    /// The local time at which it starts, ms.
    public var starts: Int
    /// How long it runs, ms.
    public var lasting: Int

    /// The local time at which it runs out, ms.
    public var runsOut: Int { starts + lasting }

    /// What is left at a local time, ms, never below zero.
    public func left(at local: Int) -> Int { max(0, min(lasting, runsOut - local)) }
}

/// A mail that is being written.
public struct Draft: Equatable, Sendable {
    /// The subject.
    public var subject = ""
    /// The paragraphs, in order.
    public var paragraphs: [String] = []
    /// The names of the attached files.
    public var attachments: [String] = []

    /// Nothing has been written.
    public var isEmpty: Bool { subject.isEmpty && paragraphs.isEmpty && attachments.isEmpty }
}

/// What one reply has done so far.
public struct Beat: Equatable, Sendable {
    /// By how much trust, heat and effort have moved.
    public var trust = 0, heat = 0, effort = 0
    /// The moves of the reply.
    public var moves: [String] = []
    /// A rupture was noticed in it.
    public var hasRupture = false
}

/// What the coach said about a reply.
public struct Feedback: Equatable, Sendable {
    /// The sequence number of its event.
    public var sequence: Int
    /// The local time at which it is said, ms.
    public var said: Int
    /// The reply it is about.
    public var reply: String
    /// What was said and by how much things moved.
    public var shown: FeedbackShown
}

/// A break in trust.
public struct Rupture: Equatable, Sendable {
    /// The sequence number of its event.
    public var sequence: Int
    /// Local time, ms.
    public var time: Int
    /// When it was mended, local ms.
    public var repairedAt: Int?
    /// The move that mended it.
    public var repairedBy: String?
}
