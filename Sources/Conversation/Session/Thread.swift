import Yarn

/// One conversation of a session: its channel, what was said in it, and how it stands between the two people.
public struct Thread: Equatable, Sendable {
    /// Its name in the log.
    public var name: String
    /// The node it began in, where it was opened beside others.
    public var root: String?
    /// The short name of the person it is with.
    public var customer = ""
    /// The line of the ticket about it, from before; empty for none.
    public var ticket = ""
    /// Who the customer is, where the conversation was opened beside others.
    public var persona = ""
    /// The local time at which it is there, ms.
    public var opened = 0
    /// The local time at which it was over, while others went on, ms.
    public var closed: Int?
    /// It has nothing more to say until the others are over.
    public var isResting = false
    /// Where its machine stands, as of the last checkpoint.
    public var machine: Machine?
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
    /// The moments that curveballs came into and that open again behind them, innermost last. The machine knows how many
    /// of them still stand.
    public var held: [HeldMoment] = []
    /// The mail that is being written.
    public var draft = Draft()
    /// The people who look on, where it is public.
    public var crowd = Crowd()
    /// What the last reply has done so far.
    public var beat = Beat()
    /// What the coach said last.
    public var feedback: Feedback?
    /// The ruptures, in order.
    public var ruptures: [Rupture] = []
    /// When the call was put on hold and taken up again.
    public var holds: [CallSwitch] = []
    /// When the agent was muted and heard again.
    public var mutes: [CallSwitch] = []
    /// The node the story is in.
    public var node = ""
    /// The ending the story is coming to, once its node was entered.
    public var ending: String?
    /// How that ending is for the customer.
    public var outcome: Outcome?

    /// It is over, and others may go on.
    public var isOver: Bool { closed != nil }

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
