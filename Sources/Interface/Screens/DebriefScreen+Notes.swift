import Conversation
import Terminal

// Notes that are written while looking back, how it was, and who is there when it was hard.
extension DebriefScreen {
    /// Writing down, and looking inward.
    var learning: [ScreenAction] {
        [
            ScreenAction(.note(""), "note", "Write a note about this session."),
            ScreenAction(.rule(""), "", "Write a rule of your own."), ScreenAction(.notebook),
            ScreenAction(.lookInward, "how it was", "Say how confident you are now. All of it can be skipped."),
        ]
    }

    /// Takes a note about the session as a whole.
    public mutating func receive(note: WrittenNote, at now: Uptime) -> [Effect] { [.annotate(stream, note)] }

    /// What the learner wrote and said about themselves, and after a hard one who is there: the end of the page.
    func own(columns: Int, glyphs: Glyphs) -> [StyledLine] {
        guard !discussion.isGuest else { return [] }
        var lines: [StyledLine] = []
        let shift = CheckInLines.shift(session.learner, columns: columns, glyphs: glyphs)
        if !shift.isEmpty { lines += [StyledLine(), StyledLine("How it was for you", .title)] + shift }
        let notes = session.learner.notes
        if !notes.isEmpty { lines += [StyledLine(), StyledLine("You wrote down", .title)] }
        for note in notes {
            let lead = note.written.kind == .heuristic ? "A rule of your own: " : ""
            let place = note.written.name.isEmpty ? "" : "\(note.written.name): "
            for line in (place + lead + note.written.text).split(whereSeparator: \.isNewline) {
                lines += StyledLine.wrapped(String(line), .text, columns: columns)
            }
        }
        if !support.isEmpty, session.wasHard {
            lines += [StyledLine(), StyledLine("If it stays with you", .title)]
            lines += support.flatMap { StyledLine.wrapped($0, .text, columns: columns) }
        }
        return lines
    }
}
