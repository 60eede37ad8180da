// What somebody keeps while looking back. No session time passes any more: it stands at the session's end.
extension Engine {
    /// The answer to a prompt of a guide; empty when it was left.
    /// - Parameters:
    ///   - text: the prompt's words.
    ///   - taken: how long it took, ms.
    public static func answer(
        _ answer: String, to prompt: String, text: String, in guide: String, taken: Int, of session: Session
    ) -> TimedEvent {
        TimedEvent(
            time: session.time,
            event: .promptAnswered(
                PromptAnswered(guide: guide, prompt: prompt, text: text, answer: answer, taken: max(0, taken))))
    }

    /// Everybody said yes to what a guide asks for before it begins. No prompt: it takes no part of the time.
    public static func agreement(to sentences: [String], in guide: String, of session: Session) -> TimedEvent {
        answer(
            "Agreed.", to: agreementID, text: sentences.joined(separator: " "), in: guide, taken: 0,
            of: session)
    }

    /// What a guide's agreement is called among its prompts.
    static let agreementID = "agreement"

    /// A rule of the learner's own, found again by the moves that the session is about.
    public static func heuristic(_ text: String, in session: Session) -> TimedEvent {
        var seen: Set<String> = []
        let topics = session.moves.filter { seen.insert($0).inserted }
        return TimedEvent(
            time: session.time,
            event: .noteWritten(NoteWritten(kind: .heuristic, text: text, moment: nil, name: "", topics: topics)))
    }

    /// Something kept for the learner or the team.
    public static func output(
        _ kind: OutputKept.Kind, title: String, area: String = "", evidence: String = "", owner: String = "",
        guide: String, in session: Session
    ) -> TimedEvent {
        TimedEvent(
            time: session.time,
            event: .outputKept(
                OutputKept(
                    kind: kind, title: title, area: area, evidence: evidence, owner: owner, guide: guide)))
    }

    /// How confident the learner is afterwards, 0–100.
    public static func confidence(_ value: Int, after session: Session) -> TimedEvent {
        TimedEvent(
            time: session.time,
            event: .checkedIn(
                CheckedIn(
                    point: .after, intention: "", confidence: min(100, max(0, value)), willingness: nil, safety: nil,
                    breathed: 0)))
    }
}
