import Conversation
import Journal
import Terminal

/// Everything the learner has written down, over all sessions: to find, to read, to take out, to go back to its session.
public struct NotebookScreen: Screen {
    /// One note in the list.
    public struct Row: Equatable, Sendable {
        /// The note.
        public var entry: NotebookEntry
        /// When it was written, in words.
        public var date: String

        /// A row from its parts.
        public init(_ entry: NotebookEntry, date: String) {
            self.entry = entry
            self.date = date
        }
    }

    private(set) var rows: [Row]
    /// What they were found by.
    private(set) var finding = FindField(placeholder: "words of a note, a moment, a session")
    private var selection = ListSelection()
    /// The note that the next press takes out.
    private var doomed: Row?
    /// The chosen row, from 0.
    var chosenRow: Int { selection.row }
    var chosen: Row? { rows.indices.contains(selection.row) ? rows[selection.row] : nil }

    /// A notebook with these notes, newest first.
    public init(rows: [Row]) {
        self.rows = rows
    }

    /// Takes the notes as they stand now, unless they answer an older question.
    public mutating func receive(_ rows: [Row], query: String) {
        guard query == self.query else { return }
        self.rows = rows
        selection.settle(count: rows.count)
    }

    /// The words that are looked for.
    public var wish: String { query }

    /// The words that are looked for; empty for all.
    var query: String { finding.query }

    /// What it is called.
    public var name: String { "Notebook" }

    /// Letters look for notes.
    public var isTyping: Bool { finding.isTyping }

    /// Reading, finding, taking out.
    public var actions: [ScreenAction] {
        guard !finding.isTyping else {
            return [
                ScreenAction(.accept, "keep these", "Keep what was found, to choose from."), ScreenAction(.up),
                ScreenAction(.down), ScreenAction(.back, "all of them", "Back to all notes."),
            ]
        }
        return [
            ScreenAction(.accept, "its session", "Look back on the session it was written in."),
            ScreenAction(.find, "find", "Find by words of the note, its moment or its session."),
            ScreenAction(.remove, "take out"),
        ] + ScreenAction.moving
            + [
                .help, ScreenAction(.leave, "back", "Back to where you were."),
                ScreenAction(.back, "", query.isEmpty ? "Back to where you were." : "Back to all notes."),
            ]
    }

    /// Without a note there is nothing to do with one.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        switch action {
        case .accept where !finding.isTyping, .remove: rows.isEmpty ? "No note is here yet." : nil
        case .find: rows.isEmpty && query.isEmpty ? "No note is here yet." : nil
        default: nil
        }
    }

    /// Takes the letters that are looked for.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .key(let key): return find { $0.handle(key) }
        case .paste(let text): return find { $0.insert(text) }
        default: return []
        }
    }

    private mutating func find(_ change: (inout LineEditor) -> Void) -> [Effect] {
        found(finding.change(change))
    }

    /// Asks for what is to be found now, where that is something else than before.
    private mutating func found(_ isNew: Bool) -> [Effect] {
        guard isNew else { return [] }
        selection = ListSelection()
        return [.findNotes(query: query)]
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        let isSure = doomed != nil && doomed == chosen
        doomed = nil
        switch action {
        case .accept where finding.isTyping: finding.close()
        case .typing(let edit): return find { $0.perform(edit) }
        case .find:
            finding.open()
        case .back where !finding.isIdle: return found(finding.clear())
        case .accept: return chosen.map { [.lookBack($0.entry.stream)] } ?? []
        case .remove:
            guard let chosen else { return [] }
            if isSure { return [.removeNote(chosen.entry.stream, chosen.entry.sequence)] }
            doomed = chosen
            return [.notice("Once more takes this note out of the notebook.")]
        case .back, .leave: return [.close]
        default: selection.move(action, count: rows.count)
        }
        return []
    }

    // MARK: Drawing

    /// Draws the list above, the chosen note below.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle("Notebook", rows.count == 1 ? "1 note" : "\(rows.count) notes")
        var area = surface.bounds.inset(columns: 1, rows: 2)
        finding.draw(
            into: &surface, in: Rect(column: area.column, row: 1, columns: area.columns, rows: 1), look: look)
        guard !rows.isEmpty else {
            return surface.draw(StyledLine.wrapped(emptyWords, .text, columns: min(area.columns, 76)), in: area)
        }
        let detail = detail(columns: min(area.columns, 76))
        var below = area.take(.bottom, min(max(4, area.rows / 2), detail.count + 1))
        let rule = below.take(.top, 1)
        surface.horizontalLine(
            at: rule.origin, columns: rule.columns, style: Role.border.index, lines: look.glyphs.lines)
        surface.draw(beginningOf: detail, in: below, look: look, scrolls: false)
        let first = selection.first(fitting: area.rows, of: rows.count)
        for (offset, row) in rows.dropFirst(first).prefix(area.rows).enumerated() {
            let isChosen = first + offset == selection.row
            let kind = row.entry.isRule ? "rule" : "note"
            let lead = StyledLine(isChosen ? "\(look.glyphs.pointer) " : "  ", .key).with("\(row.date)  ", .muted)
                .with("\(kind)  ", row.entry.isRule ? .strong : .muted)
            let shown = DisplayText.truncated(
                row.words, columns: max(1, area.columns - lead.columns), ellipsis: look.glyphs.lines.ellipsis)
            let point = Point(column: area.column, row: area.row + offset)
            surface.draw(lead.with(shown, isChosen ? .strong : .text), at: point, columns: area.columns)
            if isChosen, !finding.isTyping { surface.cursor = point }
        }
    }

    var emptyWords: String {
        query.isEmpty
            ? "Nothing yet. While you practise or look back, n writes a note; Tab makes it a rule of your own, which is "
                + "offered back when it fits."
            : "No note has these words. Fewer letters find more."
    }

    private func detail(columns: Int) -> [StyledLine] {
        guard let chosen else { return [] }
        let about = chosen.entry.name.isEmpty ? chosen.entry.title : "\(chosen.entry.title): \(chosen.entry.name)"
        return chosen.entry.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
            StyledLine.wrapped(String($0), .text, columns: columns)
        } + [StyledLine(about, .muted)]
    }
}
