import Conversation

/// What can happen in a live room, in the past tense. What happens in the role-play itself are ``SessionEvent``s in the
/// same stream.
///
/// Times inside a payload are milliseconds; the event's own time is room time, ms since the room was opened.
public enum RoomEvent: Hashable, Sendable {
    /// Somebody laid something before whoever conducts the room.
    case asked(RoomInput)
    /// The conductor did something: the events behind it, up to the next of these, are what came of it.
    case did(Did)
    /// What was done with this event was a slip: it and what came of it do not count.
    case undone(batch: Int)
    /// What was asked from the terminal of this account could not be followed, and why.
    case declined(account: String, String)

    /// The room was opened.
    case opened(RoomPlan)
    /// The room is closed.
    case closed
    /// Others join with this code from now on.
    case invited(code: String)
    /// Another terminal has the desk: whose it is.
    case deskTaken(account: String)

    /// Somebody came, came back, or is called otherwise from now on.
    case personCame(Person)
    /// Somebody went, or was asked to.
    case personLeft(id: String, isRemoved: Bool)
    /// What somebody lays before the room is not taken, or is again.
    case personMuted(id: String, isMuted: Bool)
    /// Somebody said yes to the agreement, and whether what happens may be kept.
    case agreed(person: String, mayKeep: Bool)

    /// The cards of a round are on the table.
    case roundPlanned(number: Int, Casting)
    /// The customer's card, for whoever is the customer and for the desk alone.
    case cardDealt(to: String, CustomerCard)
    /// The countdown runs.
    case countdownStarted(lasting: Int)
    /// The round began.
    case roundStarted(lasting: Int)
    /// The round is longer by this, ms; less for a negative number.
    case roundExtended(by: Int)
    /// Everything stands still.
    case frozen
    /// It goes on.
    case unfrozen
    /// The round is over.
    case roundEnded
    /// It goes on from where it was gone back to.
    case roundResumed
    /// Roles changed within a round.
    case cast(Casting)

    /// Somebody typed what they say where no reply of the scenario stands for it.
    case said(SaidAloud)
    /// An envelope was read aloud in the middle of a round.
    case handedIn(HandedIn)
    /// A word of help for the agent.
    case hinted(String)
    /// An observer marked a moment.
    case marked(Mark)
    /// A mark was taken out.
    case markRemoved(Int)

    /// The room is asked which reply comes next.
    case voteOpened(moment: Int, options: [Int])
    /// Somebody voted for the reply with this index.
    case voteCast(person: String, option: Int)
    /// So many hands were counted for the reply with this index.
    case handsCounted(option: Int, count: Int)
    /// The vote is over.
    case voteClosed

    /// The feedback round began.
    case feedbackOpened([FeedbackTurn])
    /// It is the turn with this index now.
    case feedbackMoved(to: Int)
    /// What somebody said in it was written down.
    case feedbackSaid(person: String, text: String)
    /// A small win, said aloud.
    case winKept(Win)
    /// The group looks back together.
    case debriefOpened
    /// A prompt of a guide is before the room.
    case prompted(Prompt)
    /// A note of the facilitator's, for the desk alone.
    case noteHung(DeskNote)

    /// Names are shown on the stage, or hidden.
    case namesShown(Bool)
    /// The stage is blank, or not.
    case blanked(Bool)

    /// An event of a later version: kept, not understood.
    case unknown(EventRecord)
}

/// What the conductor did.
public struct Did: Codable, Hashable, Sendable {
    /// What of the room it changed.
    public enum Scope: String, Codable, Hashable, Sendable {
        /// The role-play: taken back, everything the play did since is taken back with it.
        case play
        /// Something beside the play.
        case beside
        /// Nothing that one could want to take back.
        case course
    }

    /// What it was, as `undo` names it: "the reply heard", "Mo as the customer".
    public var words: String
    /// What it changed.
    public var scope: Scope
    /// The sequence number of the input that it answers; nil for the desk's own doing and for time.
    public var input: Int?

    /// An act as it is.
    public init(_ words: String, _ scope: Scope, input: Int? = nil) {
        (self.words, self.scope, self.input) = (words, scope, input)
    }
}

/// Words of somebody's that no reply of the scenario stands for.
public struct SaidAloud: Codable, Hashable, Sendable {
    /// Who.
    public var person: String
    /// As what.
    public var role: RoundRole
    /// The words.
    public var text: String
}

/// An envelope that was read aloud: from then on everybody may read it.
public struct HandedIn: Codable, Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What happens, as it was read out.
    public var words: String

    /// An envelope as it was read.
    public init(name: String, words: String) { (self.name, self.words) = (name, words) }
}

/// What an observer noticed.
public struct Mark: Codable, Hashable, Sendable {
    /// Who noticed it.
    public var person: String
    /// The behaviour's key on the checklist.
    public var behaviour: String
    /// The agent's words it is about; empty for none.
    public var quote: String
    /// When in the play, ms of session time.
    public var at: Int
    /// The moment it is about: the sequence number of its `optionsOffered` in the play, 0 for none.
    public var moment: Int
    /// The round, from 1.
    public var round: Int
}

/// A small win: a behaviour, and the words that were said about it.
public struct Win: Codable, Hashable, Sendable {
    /// The behaviour by name.
    public var behaviour: String
    /// Whose it was; nil for everybody's.
    public var person: String?
    /// What was said aloud; empty for the name alone.
    public var words: String
    /// The round, from 1.
    public var round: Int
}

/// What the room is asked while it looks back together.
public struct Prompt: Codable, Hashable, Sendable {
    /// The words; empty for none.
    public var text: String
    /// The timebox, ms; 0 for none.
    public var lasting: Int

    /// A prompt as it is.
    public init(text: String, lasting: Int) { (self.text, self.lasting) = (text, lasting) }
}

/// A note of the facilitator's.
public struct DeskNote: Codable, Hashable, Sendable {
    /// The node of the scenario it hangs on; empty for the scenario itself.
    public var node: String
    /// The moment's name for people; empty for the scenario itself.
    public var moment: String
    /// The words.
    public var text: String
}
