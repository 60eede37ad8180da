import Yarn

// The payloads of a session's own life: begin, pause, go back, end.

/// A session began: everything that is needed to play it again.
public struct Began: EventPayload {
    /// A person in the story.
    public struct Person: Codable, Hashable, Sendable {
        /// The name their lines begin with.
        public var short: String
        /// The name on their card.
        public var full: String

        /// Makes a person from both names.
        public init(short: String, full: String) {
            self.short = short
            self.full = full
        }
    }

    /// The scenario's folder name.
    public var slug: String
    /// The scenario's title.
    public var title: String
    /// SHA-256 of the scenario's source, in lower-case hexadecimal.
    public var hash: String
    /// What every random draw of the session starts from.
    public var seed: UInt64
    /// 1 gentle, 2 steady, 3 stretching.
    public var difficulty: Int
    /// Extra time on every reply clock, in percent: 100 none, 150, 200; 0 is no clock at all.
    public var extraTime: Int
    /// Empty: which table typed words were heard with stands where they were heard (``MovesHeard/table``), because a
    /// session may be taken up again with another one.
    public var hearing: String
    /// Everybody who speaks.
    public var cast: [Person]
    /// The short name of the customer.
    public var customer: String
    /// The line of the ticket the agent sees, empty for none.
    public var ticket: String
    /// Story time at the beginning, in minutes after midnight.
    public var opens: Int
    /// Trust at the beginning, 0–100.
    public var trust: Int
    /// Heat at the beginning, 0–100.
    public var heat: Int
    /// Effort at the beginning, 0–100.
    public var effort: Int
    /// How many likes a public thread gets in each silent minute; nil where nothing is public.
    public var audiencePace: Int?
    /// The difficulty moves by what the session shows; nil where it stays.
    public var adapts: Bool?
}

/// The learner stopped every clock.
public struct Paused: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }
}

/// The session went on.
public struct Resumed: EventPayload {
    /// Beside the state: a reader may skip it.
    public static var weight: EventRecord.Weight { .note }
}

/// The agent stepped back from the conversation.
public struct SteppedBack: EventPayload {
    /// The node that the hand-over is told in.
    public var node: String
}

/// The session went back to a moment. Nothing before it changes: what was tried stays in the log.
public struct Rewound: EventPayload {
    /// The sequence number of the moment's `optionsOffered`.
    public var to: Int
}

/// Where the machine stands, written with every moment that opens; without a position, only the time that was reached.
public struct Checkpointed: EventPayload {
    /// The machine and memory; nil when nothing but the time moved.
    public var position: Position?
}

/// An open session was left for good.
public struct SetAside: EventPayload {
}

/// How a conversation ended for the customer.
public enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
    /// The relationship was kept.
    case kept
    /// It holds, with a strain on it.
    case strained
    /// It was lost.
    case lost
}

/// An ending was reached.
public struct Ended: EventPayload {
    /// The ending's id; empty when the story stopped outside any.
    public var ending: String
    /// How it ended for the customer, where the scenario says so.
    public var outcome: Outcome?
    /// How long after the event's time the last line was heard, ms.
    public var after: Int
}
