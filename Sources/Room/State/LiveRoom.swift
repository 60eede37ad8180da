import Conversation

/// A live room as it stands: the fold of its stream's events, the same on every terminal.
///
/// ```swift
/// var room = LiveRoom()
/// for entry in entries { room.apply(entry) }
/// ```
///
/// Who may not read an event has a gap in the sequence there; nothing else differs.
public struct LiveRoom: Equatable, Sendable {
    /// Where a room is in its course.
    public enum Phase: Equatable, Sendable {
        /// People come, and say yes to the agreement.
        case gathering
        /// The cards of the round are on the table.
        case cards
        /// The round begins when the countdown is over, at a room time, ms.
        case countdown(until: Int)
        /// The round is played.
        case playing
        /// People tell each other what they noticed.
        case feedback
        /// The group looks back together.
        case debrief
        /// It is over.
        case closed
    }

    /// An input that nobody has answered yet.
    public struct StandingInput: Equatable, Sendable {
        /// Its place in the stream.
        public var sequence: Int
        /// Who laid it there, as the journal knows them.
        public var author: String
        /// What it is.
        public var input: RoomInput
    }

    /// Why an input was declined.
    public struct Refusal: Equatable, Sendable {
        /// Its place in the stream.
        public var sequence: Int
        /// The reason, a whole sentence.
        public var reason: String
    }

    /// A mark with its place in the stream, by which it is taken out.
    public struct PlacedMark: Equatable, Sendable {
        /// The place.
        public var sequence: Int
        /// The mark.
        public var mark: Mark
    }

    /// Words of somebody's with the session time they were said at.
    public struct Said: Equatable, Sendable {
        /// When, ms of session time.
        public var at: Int
        /// What.
        public var said: SaidAloud
    }

    /// A vote on the next reply.
    public struct Vote: Equatable, Sendable {
        /// The moment it is about.
        public var moment: Int
        /// The replies to choose from, by index.
        public var options: [Int]
        /// Who voted for what.
        public var votes: [String: Int] = [:]
        /// Hands counted, by reply.
        public var hands: [Int: Int] = [:]
        /// It goes on.
        public var isOpen = true

        /// How many are for a reply.
        public func count(of option: Int) -> Int {
            votes.values.count { $0 == option } + hands[option, default: 0]
        }
    }

    /// The feedback round.
    public struct Feedback: Equatable, Sendable {
        /// Who speaks when.
        public var turns: [FeedbackTurn]
        /// Whose turn it is; as many as there are turns when all have spoken.
        public var index = 0
        /// When that turn began, ms of room time.
        public var since: Int
        /// What was written down of it.
        public var said: [Told] = []

        /// What somebody said.
        public struct Told: Equatable, Sendable {
            /// Who.
            public var person: String
            /// What.
            public var text: String
        }
    }

    /// A prompt that is before the room.
    public struct Asked: Equatable, Sendable {
        /// What is asked.
        public var prompt: Prompt
        /// Since when, ms of room time.
        public var since: Int
    }

    /// What one key would take back.
    public struct Undoable: Equatable, Sendable {
        /// The sequence number of its `did`.
        public var batch: Int
        /// What it was.
        public var words: String
        /// What it changed.
        public var scope: Did.Scope
    }

    /// What it was opened with; nil before.
    public internal(set) var plan: RoomPlan?
    /// Whose terminal has the desk.
    public internal(set) var desk = ""
    /// Who opened the room; they may always have the desk back.
    public internal(set) var opener = ""
    /// To whom the desk was handed by whoever had it.
    var handedTo = ""
    /// What others join with.
    public internal(set) var code = ""
    /// Where it is in its course.
    public internal(set) var phase = Phase.gathering
    /// Everybody who is in the room, in the order of arrival.
    public internal(set) var people: [Person] = []
    /// Everybody who ever was, by id, for names behind what they did.
    public internal(set) var known: [String: Person] = [:]
    /// Who was asked to go; their accounts do not come in again.
    public internal(set) var removed: Set<String> = []
    /// Who is not listened to.
    public internal(set) var muted: Set<String> = []
    /// Who said yes, and whether what happens may be kept.
    public internal(set) var agreed: [String: Bool] = [:]
    /// The round, from 1; 0 before the first.
    public internal(set) var round = 0
    /// Who has which role in it.
    public internal(set) var casting = Casting()
    /// The customer's card, where this reader may see it.
    public internal(set) var card: CustomerCard?
    /// The role-play of the round.
    public internal(set) var play = Session()
    /// How the time of the play goes with the time of the room.
    public internal(set) var clock = PlayClock()
    /// The clock of the round.
    public internal(set) var timer = RoundTimer()
    /// Everything stands still.
    public internal(set) var isFrozen = false
    /// What was typed where no reply stands for it, in order.
    public internal(set) var said: [Said] = []
    /// The word of help that stands until the next reply.
    public internal(set) var hint: String?
    /// The marks of every round, in order.
    public internal(set) var marks: [PlacedMark] = []
    /// The last vote of this moment.
    public internal(set) var vote: Vote?
    /// The feedback round that is on, or was last.
    public internal(set) var feedback: Feedback?
    /// What the room is asked while it looks back together, and since when.
    public internal(set) var prompt: Asked?
    /// Small wins, in order.
    public internal(set) var wins: [Win] = []
    /// The facilitator's notes of this room, where this reader may see them.
    public internal(set) var notes: [DeskNote] = []
    /// Names are shown on the stage.
    public internal(set) var showsNames = false
    /// The stage is blank.
    public internal(set) var isBlank = false
    /// A later version of Rapport wrote part of it: it can be looked at, not conducted.
    public internal(set) var isReadOnly = false
    /// What was asked and not answered yet, in order.
    public internal(set) var inputs: [StandingInput] = []
    /// Why inputs were declined, the last of each terminal's, by account.
    public internal(set) var refusals: [String: Refusal] = [:]
    /// The last sequence that was folded.
    public internal(set) var sequence = 0
    /// The room time of the last event, ms.
    public internal(set) var time = 0
    /// What was done, in order, as far as it counts and can be taken back.
    var undoables: [Undoable] = []
    /// What was taken back: the `did`, and the `undone` that did it.
    var undone: [Int: Int] = [:]
    /// The same for acts in the play, as far as they were folded: what the play did in between does not count.
    var slips: [Int: Int] = [:]
    /// When a round ended that did not end.
    var endedAt: Int?
    /// The agent of the round as it was planned, from whom the rotation goes on.
    var firstAgent: String?
    /// The last input that was answered.
    var answered = 0
    /// The act that the events now belong to.
    var batch: Batch?
    /// Everything that happened, to fold it anew when a slip is taken back.
    var log: [Entry] = []

    /// A room in which nothing has happened.
    public init() {}

    /// An act of the conductor's, and where it stands.
    struct Batch: Equatable, Sendable {
        var sequence: Int
        var did: Did
    }

    /// One event at its place.
    public struct Entry: Hashable, Sendable {
        /// Its place in the stream.
        public var sequence: Int
        /// Who appended it, as the journal knows them.
        public var author: String
        /// What it is.
        public var record: RoomRecord

        /// An event at its place.
        public init(sequence: Int, author: String, record: RoomRecord) {
            (self.sequence, self.author, self.record) = (sequence, author, record)
        }
    }
}
