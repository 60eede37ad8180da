// What the learner writes down beside the story. None of it needs the scenario, and all of it may come after the end.
extension Engine {
    /// Something the learner wrote down.
    /// - Parameters:
    ///   - text: the words.
    ///   - isRule: a rule of their own, for other conversations too.
    ///   - moment: the moment it is about; nil for the session as a whole.
    ///   - skills: the skills of the scenario, by which it is found again.
    ///   - time: session time, ms.
    public static func note(
        _ text: String, isRule: Bool, about moment: Moment? = nil, skills: [String] = [], in session: Session,
        at time: Int? = nil
    ) -> TimedEvent {
        var topics = moment?.reply?.moves ?? []
        topics += skills.filter { !topics.contains($0) }
        return TimedEvent(
            thread: moment?.thread ?? Conversation.mainThread, time: max(session.time, time ?? 0),
            event: .noteWritten(
                NoteWritten(
                    kind: isRule ? .heuristic : .note, text: text, moment: moment?.sequence, name: moment?.name ?? "",
                    topics: topics)))
    }

    /// A note is taken out of the notebook: the sequence number of its event.
    public static func removal(ofNote sequence: Int, in session: Session) -> TimedEvent {
        TimedEvent(time: session.time, event: .noteRemoved(NoteRemoved(note: sequence)))
    }

    /// How the learner was, before or after; nil stands for what was skipped, and numbers are brought to 0–100.
    /// - Parameter breathed: how long was breathed, ms.
    public static func checkIn(
        _ point: CheckedIn.Point, intention: String = "", confidence: Int? = nil, willingness: Int? = nil,
        safety: Int? = nil, breathed: Int = 0, in session: Session
    ) -> TimedEvent {
        func inRange(_ value: Int?) -> Int? { value.map { min(100, max(0, $0)) } }
        return TimedEvent(
            time: session.time,
            event: .checkedIn(
                CheckedIn(
                    point: point, intention: intention, confidence: inRange(confidence),
                    willingness: inRange(willingness), safety: inRange(safety), breathed: max(0, breathed))))
    }
}
