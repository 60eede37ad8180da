import Conversation

/// What the desk does.
public enum RoomCommand: Hashable, Sendable {
    /// Lets somebody in who shares the facilitator's screen.
    case welcome(name: String, Person.Kind)
    /// Calls somebody otherwise.
    case rename(String, to: String)
    /// Asks somebody to go.
    case remove(String)
    /// Does not listen to somebody, or listens again.
    case mute(String, Bool)
    /// Somebody in the room said yes aloud, and whether what happens may be kept.
    case agree(String, mayKeep: Bool)
    /// The next thing in the course of the room, whatever that is now.
    case next
    /// The next round at once, or this one again from its cards.
    case plan(round: Int)
    /// Everything stands still, or goes on.
    case freeze
    /// The reply with this index is what the agent said, or what the room voted for.
    case heard(Int)
    /// The agent's own words, typed at the desk.
    case typed(String)
    /// The agent is silent on purpose.
    case wait
    /// The agent steps back.
    case stepBack
    /// A mail is sent.
    case send
    /// A curveball, now.
    case curveball(String)
    /// Back to a moment of the play, by its sequence number there, with the same agent or another.
    case rewind(to: Int, agent: String?)
    /// A role for somebody; who had it gets theirs.
    case give(RoundRole, to: String)
    /// A word of help; an empty one takes it away.
    case hint(String)
    /// The round is longer by this, ms.
    case extend(Int)
    /// The round is over.
    case end
    /// A mark for an observer who shares the screen.
    case mark(person: String, behaviour: String, quote: String)
    /// A mark taken out.
    case unmark(Int)
    /// The room is asked which reply comes next.
    case openVote
    /// So many hands for a reply.
    case hands(option: Int, count: Int)
    /// The vote is over.
    case closeVote
    /// What somebody said in the feedback round.
    case feedback(person: String, String)
    /// The turn before in the feedback round.
    case previousTurn
    /// A small win.
    case win(behaviour: String, person: String?, words: String)
    /// A note for the desk, on the moment that is open, or on the scenario.
    case note(String, onScenario: Bool)
    /// The room is asked this, looking back together, for so long, ms; no words take the question away.
    case ask(String, lasting: Int)
    /// A comment on a moment of the play, by its sequence number, 0 for the whole; or an answer to the comment with the other.
    case comment(String, moment: Int, replyTo: Int?)
    /// The envelope of this name was read aloud.
    case handIn(String)
    /// What was kept of the debrief, as the engine's own events.
    case record([TimedEvent], words: String)
    /// The stage is blank, or not.
    case blank
    /// Names on the stage are shown, or hidden.
    case reveal
    /// The desk goes to the terminal of this account.
    case handOver(String)
    /// Takes the last slip back.
    case undo
    /// The room is over.
    case close
}

/// Why something cannot be done in the room now, in people's words.
public struct RoomRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reason, a whole sentence.
    public var description: String

    /// A refusal with its reason.
    public init(_ description: String) { self.description = description }
}

/// One thing that happened, for the journal: the event, and who may read it.
public struct RoomFact: Hashable, Sendable {
    /// The event.
    public var record: RoomRecord
    /// The accounts that may read it; nil for everybody in the room.
    public var readers: Set<String>?

    /// A fact.
    public init(_ record: RoomRecord, readers: Set<String>? = nil) { (self.record, self.readers) = (record, readers) }
}
