import Yarn

/// Decides what happens: an input and a time in, events out.
///
/// The engine keeps nothing: what it knows is the scenario and the session it is handed. It changes nothing that it
/// does not announce as an event. The same scenario, seed and inputs give the same events, byte for byte.
public struct Engine: Sendable {
    /// What is played.
    public let scenario: Scenario

    /// What lets curveballs strike.
    public var curveballs: CurveballSource

    /// What typed replies are heard with; nil where they are not.
    public var listener: Listener?

    /// While a clock is on the screen, the time is written down at least this often, ms.
    public static let checkpointInterval = 5_000

    /// An engine for a scenario.
    public init(scenario: Scenario, curveballs: CurveballSource = .chance, listener: Listener? = nil) {
        self.scenario = scenario
        self.listener = listener
        self.curveballs = curveballs
    }

    /// The events that begin a session.
    /// - Throws: ``EngineRefusal`` when the scenario's program fails before its first moment.
    public func begin(seed: UInt64, settings: SessionSettings) throws(EngineRefusal) -> [TimedEvent] {
        var turn = Turn(scenario: scenario, session: Session(), time: 0)
        turn.curveballs = curveballs
        turn.listener = listener
        turn.emit(.began(scenario.beginning(seed: seed, settings: settings)))
        if let start = settings.start { turn.begin(at: start) }
        try turn.start(seed: seed)
        return turn.events
    }

    /// What follows from an input at a session time, ms.
    ///
    /// Whatever was due before that time (a promise, a clock) happens first, at its own time.
    /// - Throws: ``EngineRefusal`` when the input is not possible now; nothing has changed then.
    public func handle(_ input: SessionInput, in session: Session, at time: Int) throws(EngineRefusal) -> [TimedEvent] {
        guard !session.isReadOnly else {
            throw EngineRefusal(
                description: "A later version of Rapport wrote part of this session. It can be looked at here, "
                    + "and played on there.")
        }
        var turn = Turn(scenario: scenario, session: session, time: session.time)
        turn.curveballs = curveballs
        turn.listener = listener
        if case .rewind(let sequence) = input {
            turn.time = max(time, session.time)
            try turn.rewind(to: sequence)
            return turn.events
        }
        if case .meant(let move) = input {
            turn.time = max(time, session.time)
            try turn.hearAgain(as: move)
            return turn.events
        }
        guard case .open = session.status else {
            throw EngineRefusal(description: "This conversation is over.")
        }
        try turn.pass(until: max(time, session.time))
        if case .timePassed = input {
            turn.checkpointIfLong(since: session.time)
            return turn.events
        }
        // What time did just now may have taken the moment away: the input then comes too late.
        guard turn.session.front.offer?.sequence == session.front.offer?.sequence else { return turn.events }
        try turn.perform(input)
        return turn.events
    }

    /// Opens a session again at one of its moments, over or not: it goes back there, and goes on.
    /// - Throws: ``EngineRefusal`` when the session cannot go back to that moment.
    public func reopen(_ session: Session, at moment: Int) throws(EngineRefusal) -> [TimedEvent] {
        let back = try handle(.rewind(to: moment), in: session, at: session.time)
        var session = session
        for event in back { session.apply(event) }
        return back + (try handle(.resume, in: session, at: session.time))
    }

    /// The answer to a question for afterwards: the question's line id, the words, how long it took in ms. It needs no
    /// story, and comes when no session time passes any more.
    public static func reflection(on line: String, text: String, taken: Int, in session: Session) -> TimedEvent {
        TimedEvent(time: session.time, event: .reflected(Reflected(line: line, text: text, taken: taken)))
    }

    /// An open session is left for good: it stays in the journal, and nobody asks about it again.
    public static func settingAside(_ session: Session) -> TimedEvent {
        TimedEvent(time: session.time, event: .setAside(SetAside()))
    }

    /// Writes down that a session time was reached, ms: for whoever leaves a session between two checkpoints.
    public static func checkpoint(_ session: Session, at time: Int) -> TimedEvent {
        TimedEvent(time: max(time, session.time), event: .checkpointed(Checkpointed(position: nil)))
    }

    /// The session time, ms, at which time alone changes something or has to be written down; nil for never.
    public func nextDeadline(in session: Session) -> Int? {
        guard case .open = session.status, !session.isReadOnly, let due = session.nextDue else { return nil }
        return min(due + session.takenBack, session.time + Self.checkpointInterval)
    }
}
