/// What the learner wrote down and said about themselves: it stays when a session goes back to an earlier moment.
public struct LearnerNotes: Equatable, Sendable {
    /// One note.
    public struct Note: Equatable, Sendable {
        /// The sequence number of its `noteWritten`.
        public var sequence: Int
        /// What was written, and what about.
        public var written: NoteWritten
    }

    /// The notes that were not taken out again, in order.
    public internal(set) var notes: [Note] = []
    /// How the learner was, before and after, in order.
    public internal(set) var checkIns: [CheckedIn] = []
    /// What was kept from debriefs, in order.
    public internal(set) var outputs: [OutputKept] = []
    /// The answers to prompts of debrief guides, in order; the last one to a prompt counts.
    public internal(set) var answers: [PromptAnswered] = []
    /// What the learner said was meant by typed words, in order.
    public internal(set) var corrections: [HearingCorrected] = []
    /// The answers to the scenario's own questions for afterwards, by line id.
    public internal(set) var reflections: [String: String] = [:]

    /// Nothing was written.
    public init() {}

    /// The last word on how the learner was, before or after; nil when it was skipped.
    public func checkIn(_ point: CheckedIn.Point) -> CheckedIn? { checkIns.last { $0.point == point } }

    mutating func apply(_ event: SessionEvent, sequence: Int) {
        switch event {
        case .noteWritten(let written): notes.append(Note(sequence: sequence, written: written))
        case .noteRemoved(let removed): notes.removeAll { $0.sequence == removed.note }
        case .checkedIn(let checked): checkIns.append(checked)
        case .outputKept(let output): outputs.append(output)
        case .promptAnswered(let answer): answers.append(answer)
        case .hearingCorrected(let corrected): corrections.append(corrected)
        case .reflected(let reflected): reflections[reflected.line] = reflected.text
        default: break
        }
    }
}
