import Conversation
import Journal
import Terminal

// Notes that are written while practising, and the learner's own rules, offered back.
extension PracticeScreen {
    /// The moment a note written now is about: the last one that has opened.
    private func moment(at now: Uptime) -> Moment? {
        let open = isOpen(at: now) ? session.front.offer?.sequence : nil
        let here = session.moments.filter { $0.thread == session.frontName }
        return here.last { $0.reply != nil || $0.sequence == open }
    }

    /// Takes a note about the moment.
    public mutating func receive(note: WrittenNote, at now: Uptime) -> [Effect] {
        let event = Engine.note(
            note.text, isRule: note.isRule, about: moment(at: now), skills: engine.scenario.heading.skills,
            in: session, at: sessionTime(at: now))
        return [.keep([event], in: stream), .notice(note.isRule ? "The rule is kept." : "The note is kept.")]
    }

    /// Takes the learner's rules from other sessions, to offer them back.
    public mutating func remember(_ rules: [NotebookScreen.Row]) {
        self.rules = rules.filter { $0.entry.stream != stream }
        findOfferedBack()
    }

    /// Looks for the rule that fits the moment that has just opened.
    mutating func findOfferedBack() {
        let offered = OfferedBack(rules: rules.map(\.entry), skills: Set(engine.scenario.heading.skills))
        offeredBack = offered.rule(in: session).flatMap { rule in rules.first { $0.entry == rule } }
    }

    /// `You wrote on 3 Nov: ask about Saturday first`; nil when nothing is offered back now.
    func offeredBackWords(at now: Uptime) -> String? {
        guard let offeredBack, isOpen(at: now), !isUnderPopUp else { return nil }
        let text = offeredBack.entry.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return "You wrote on \(offeredBack.date): \(text)"
    }

    /// Draws the rule in the rule above the replies, behind the moment's name, where it covers nothing.
    func drawOfferedBack(
        into surface: inout Surface, in area: Rect, row: Int, from column: Int, look: Look, at now: Uptime
    ) {
        guard let words = offeredBackWords(at: now) else { return }
        let room = area.endColumn - column - 4
        guard room >= 24 else { return }
        let shown = DisplayText.truncated(words, columns: room, ellipsis: look.glyphs.lines.ellipsis)
        let start = area.endColumn - DisplayText.width(of: shown) - 2
        surface.put(" \(shown) ", at: Point(column: start, row: row), style: Role.coach.index)
    }
}
