import Yarn

/// The wordings that a moment has for one reply, each with what it would have done.
///
/// Every one is said on a copy of the session, taken back to the moment: nothing of it happens.
public struct Wordings: Equatable, Sendable {
    /// One wording.
    public struct Wording: Equatable, Sendable {
        /// What saying it would have come to.
        public var attempt: Attempt
        /// It has been said at this moment.
        public var wasSaid: Bool
    }

    /// The moment's name for people.
    public var moment: String
    /// The wordings, in the order of the scenario.
    public var all: [Wording]

    /// The wordings at a place of a session. Options that carry the same `#variant` as what was said there are wordings
    /// of one reply; where what was said carries none, every reply of the moment counts.
    /// - Throws: ``EngineRefusal`` when the moment has not been answered, or the session cannot go back to it.
    public init(at place: Attempt.Place, in session: Session, engine: Engine) throws(EngineRefusal) {
        let attempts = Attempts(session.log)
        guard let said = attempts.at(place).last else {
            throw EngineRefusal(description: "Answer this moment once in your own way; then its wordings can be tried.")
        }
        guard let sequence = attempts.way(backTo: place) else {
            throw EngineRefusal(description: "That moment is not on the way you came.")
        }
        // What waits in the present does not matter to what might have been: the copy begins at the moment.
        var copy = Session(replaying: session.log)
        for event in try engine.handle(.rewind(to: sequence), in: copy, at: copy.time) { copy.apply(event) }
        let offer = copy.thread(place.thread).offer
        let lines = offer?.lines ?? []
        let variant = offer?.options.first { $0.line == said.line }?.variant
        let saidLines = Set(attempts.at(place).compactMap(\.line))
        moment = said.name
        all = []
        for (index, option) in lines where variant == nil || option.variant == variant {
            var trial = copy
            let events = try engine.handle(.reply(index), in: trial, at: trial.time)
            for event in events { trial.apply(event) }
            guard let attempt = Attempts(trial.log).all.last(where: { $0.line == option.line }) else { continue }
            all.append(Wording(attempt: attempt, wasSaid: saidLines.contains(option.line)))
        }
    }
}
