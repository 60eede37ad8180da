/// What a person, or time, does to a session.
public enum SessionInput: Hashable, Sendable {
    /// Say the option with this index among those offered, from 0.
    case reply(Int)
    /// Say something in one's own words.
    case say(String)
    /// Something else was meant by the words typed last: that move, or none of them.
    case meant(String?)
    /// Wait on purpose.
    case wait
    /// Type in the draft.
    case draft(DraftEdit)
    /// Send the draft.
    case send
    /// Step back and hand over.
    case stepBack
    /// Turn to the conversation of that name.
    case turn(to: String)
    /// Set how demanding it is, 1 gentle to 3 stretching, and keep it; nil leaves it to what the session shows.
    case difficulty(Int?)
    /// Let a curveball strike in the moment that is open in front: its node, or its name. The moment opens again behind it.
    case strike(String)
    /// Go back to the moment with this sequence number.
    case rewind(to: Int)
    /// Stop every clock.
    case pause
    /// Go on: after a pause, or in a new run of the program.
    case resume
    /// Nothing but time.
    case timePassed
}

/// Why an input changes nothing now, in people's words.
public struct EngineRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reason, a whole sentence.
    public var description: String
}

/// What a learner has set.
public struct SessionSettings: Hashable, Sendable {
    /// 1 gentle, 2 steady, 3 stretching.
    public var difficulty: Int
    /// Time on every reply clock in percent: 100, 150, 200; 0 for no clock.
    public var extraTime: Int
    /// The difficulty moves by what the session shows.
    public var adapts: Bool
    /// Where it begins instead, and why; nil for the difficulty itself.
    public var start: DifficultyStart?

    /// Settings as given; the usual ones are the scenario's own difficulty, which stays, and no extra time.
    public init(difficulty: Int, extraTime: Int = 100, adapts: Bool = false, start: DifficultyStart? = nil) {
        self.difficulty = difficulty
        self.extraTime = extraTime
        self.adapts = adapts
        self.start = start
    }
}
