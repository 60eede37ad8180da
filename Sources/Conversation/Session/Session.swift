import Yarn

/// A session as it stands: the fold of its events, and nothing else.
///
/// ```swift
/// var session = Session()
/// for event in events { session.apply(event) }
/// ```
///
/// Times in the state are **local**: session time since the beginning, less what was taken back by rewinding. Turn a
/// session time into a local one with ``local(_:)``.
public struct Session: Equatable, Sendable {
    /// Where a session is in its life.
    public enum Status: Equatable, Sendable {
        /// No event yet.
        case unbegun
        /// It can be played.
        case open
        /// It was left for good.
        case setAside
        /// It came to an end.
        case ended(Ended)
    }

    /// Everything that happened, in order. The n-th event has sequence number n, from 1.
    public internal(set) var log: [TimedEvent] = []
    /// What it was begun with.
    public internal(set) var began: Began?
    /// Where it is in its life.
    public internal(set) var status = Status.unbegun
    /// An event of a later program changed the state: it can be looked at, not played.
    public internal(set) var isReadOnly = false
    /// The conversations in it, in the order they were opened; the first is ``Conversation/mainThread``.
    public internal(set) var threads: [Thread] = []
    /// What was promised, in the order it was promised.
    public internal(set) var commitments: [Commitment] = []
    /// How the queue changed, in order.
    public internal(set) var queues: [QueueLength] = []
    /// The notes in the ticket, in order, the one from before the session first.
    public internal(set) var notes: [String] = []
    /// The moments that opened on the way here, in order.
    public internal(set) var moments: [Moment] = []
    /// The questions for afterwards.
    public internal(set) var reflections: [Reflection] = []
    /// What every conversation of the session remembers, as of the last checkpoint.
    public internal(set) var memory: Memory?
    /// The name of the conversation that the agent has turned to.
    public internal(set) var frontName = Conversation.mainThread
    /// The curveballs that struck on the way here, in order.
    public internal(set) var curveballs: [Curveball] = []
    /// How demanding the session is now: 1 gentle, 2 steady, 3 stretching.
    public internal(set) var difficulty = 1
    /// How that changed on the way here, in order.
    public internal(set) var difficultyShifts: [DifficultyShift] = []
    /// What the learner wrote down.
    public internal(set) var learner = LearnerNotes()
    /// What people have said to each other about it.
    public internal(set) var comments = Comments()
    /// The jumps of story time, in order.
    public internal(set) var jumps: [StoryJump] = []
    /// What rewinding took back of session time, ms.
    public internal(set) var takenBack = 0
    /// How often each moment was undone, by the line id of its first option.
    var undone: [String: Int] = [:]

    /// A session to which nothing has happened.
    public init() {}

    /// The session that these events make.
    public init(replaying events: some Sequence<TimedEvent>) {
        for event in events { apply(event) }
    }

    /// The sequence number of the last event.
    public var sequence: Int { log.count }

    /// The session time of the last event, ms. A new run of the program goes on from here.
    public var time: Int { log.last?.time ?? 0 }

    /// The conversation that is on the screen.
    public var front: Thread {
        // Lent, not copied: a frame asks for it some hundred times.
        _read {
            if let index = threads.firstIndex(where: { $0.name == frontName }) {
                yield threads[index]
            } else {
                yield Thread(name: frontName)
            }
        }
    }

    /// The conversation of that name.
    public func thread(_ name: String) -> Thread { threads.first { $0.name == name } ?? Thread(name: name) }

    /// The local time that a session time stands for, ms.
    public func local(_ time: Int) -> Int { time - takenBack }

    /// Story time at a local time, ms since the story began.
    public func story(at local: Int) -> Int {
        jumps.reduce(local) { $1.at <= local ? $0 + $1.by : $0 }
    }

    /// How far story time is ahead of local time once every jump was heard, ms.
    var storyLead: Int { jumps.reduce(0) { $0 + $1.by } }

    /// How many people wait at a local time; nil while the story has no queue.
    public func queue(at local: Int) -> Int? { queues.last { $0.at <= local }?.waiting }

    /// Whether a promise was kept.
    public func hasKept(_ commitment: String) -> Bool {
        commitments.contains { $0.id == commitment && $0.state == .kept }
    }

    /// Whether a promise was missed.
    public func hasMissed(_ commitment: String) -> Bool {
        commitments.contains { $0.id == commitment && $0.state == .missed }
    }

    /// Every move made so far, in order, with repetitions.
    public var moves: [String] { moments.flatMap { $0.reply?.moves ?? [] } }

    /// Whether a move was made in public, or where only the customer reads it: a private message, a chat, a mail, a
    /// call.
    public func hasMade(_ move: String, inPublic: Bool) -> Bool {
        moments.contains { $0.isReplyPublic == inPublic && $0.reply?.moves.contains(move) == true }
    }

    /// The local time at which something happens by itself: a clock runs out or a promise falls due; nil for never.
    public var nextDue: Int? {
        guard case .open = status else { return nil }
        let clock = threads.compactMap { $0.clock?.runsOut }
        let promises = commitments.filter { $0.state == .open }.map { $0.due - storyLead }
        return (clock + promises).min()
    }

    mutating func inThread(_ name: String, _ change: (inout Thread) -> Void) {
        if let index = threads.firstIndex(where: { $0.name == name }) {
            change(&threads[index])
        } else {
            var thread = Thread(name: name)
            change(&thread)
            threads.append(thread)
        }
    }
}

/// A jump of story time.
public struct StoryJump: Equatable, Sendable {
    /// The local time at which it is heard, ms.
    public var at: Int
    /// By how many ms.
    public var by: Int
}

/// How many people wait, from a time on.
public struct QueueLength: Equatable, Sendable {
    /// The local time from which, ms.
    public var at: Int
    /// How many.
    public var waiting: Int
}
