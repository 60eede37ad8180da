import Conversation
import Journal
import Terminal

/// Past sessions, newest first: a window on however many there are, and a field that narrows them by words.
public struct JournalScreen: Screen {
    /// One session in the list.
    public struct Row: Equatable, Sendable {
        /// What the journal says of it.
        public var summary: StreamSummary
        /// When it was begun, in words.
        public var date: String
        /// How many moments were answered, trust at the end (nil for none), and how many notes there are.
        public var moments = 0, trust: Int?, notes = 0

        /// A row from its parts.
        public init(summary: StreamSummary, date: String) {
            self.summary = summary
            self.date = date
        }

        /// A row of the history.
        public init(_ entry: HistoryPage.Entry, date: String) {
            self.init(summary: entry.summary, date: date)
            (moments, trust, notes) = (entry.moments, entry.trust, entry.notes)
        }
    }

    /// The rows that are at hand.
    private(set) var rows: [Row]
    /// The place of the first of them among all that were found.
    private(set) var offset = 0
    /// How many were found.
    private(set) var total: Int
    /// What they were found by.
    private(set) var finding = FindField(placeholder: "title, ending, date, words of a note")
    /// How confidence moved, newest first; empty where nobody was asked.
    private(set) var checkIns: [CheckIn] = []
    /// It shows what others share with the reader, not what they practised themselves.
    private(set) var isShared = false
    private var selection = ListSelection()
    /// The window's size, as last told.
    private var size = Size(columns: 80, rows: 24)
    /// The chosen row, from 0, among all that were found.
    var chosenRow: Int { selection.row }
    /// The chosen session; nil when there is none.
    var chosen: Row? { row(at: selection.row) }

    /// How many rows are asked for at a time.
    public static let window = 400

    /// A list of sessions that is complete.
    public init(rows: [Row]) {
        self.rows = rows
        total = rows.count
    }

    /// A list of sessions.
    /// - Parameters:
    ///   - date: a wall time, ms since 1970, in words.
    ///   - checkIns: how the learner was, newest first.
    public init(page: HistoryPage, checkIns: [CheckIn] = [], date: (Int) -> String) {
        (rows, total) = ([], 0)
        self.checkIns = checkIns
        receive(page, date: date)
    }

    /// Takes the sessions as they stand now; the same row stays chosen.
    public mutating func renew(_ rows: [Row]) {
        (self.rows, offset, total) = (rows, 0, rows.count)
        selection.settle(count: total)
    }

    /// Takes a page of the history, unless it answers an older question.
    public mutating func receive(_ page: HistoryPage, date: (Int) -> String) {
        guard page.query == query, page.isShared == isShared else { return }
        (offset, total) = (page.offset, page.total)
        rows = page.entries.map { Row($0, date: date($0.summary.openedAt)) }
        selection.settle(count: total)
    }

    /// What it wants to know: the words that are looked for, and the place of the first row.
    public var wish: (query: String, offset: Int, isShared: Bool) {
        (query, max(0, selection.row - Self.window / 2), isShared)
    }

    /// Asks for the rows from a place on.
    private func asks(from offset: Int) -> Effect {
        isShared ? .findShared(query: query, offset: offset) : .findSessions(query: query, offset: offset)
    }

    private func row(at place: Int) -> Row? {
        rows.indices.contains(place - offset) ? rows[place - offset] : nil
    }

    /// The words that are looked for; empty for all.
    var query: String { finding.query }

    /// What it is called.
    public var name: String { "Journal" }

    /// Letters look for sessions.
    public var isTyping: Bool { finding.isTyping }

    /// Opening a session, and moving.
    public var actions: [ScreenAction] {
        guard !finding.isTyping else {
            return [
                ScreenAction(.accept, "keep these", "Keep what was found, to choose from."), ScreenAction(.up),
                ScreenAction(.down),
                ScreenAction(.back, "all of them", "Back to all sessions."),
            ]
        }
        let back = query.isEmpty ? "Back to Home." : "Back to all sessions."
        if isShared {
            return [
                ScreenAction(.accept, "read", "Read the session, and comment on it."),
                ScreenAction(.nextFocus, "your own", "The sessions you practised yourself."),
                ScreenAction(.previousFocus, "", "The sessions you practised yourself."),
                ScreenAction(.find, "find", "Find by words of the title or the name of who shares it."),
            ] + ScreenAction.moving
                + [.help, ScreenAction(.leave, "back", "Back to Home."), ScreenAction(.back, "", back)]
        }
        return [
            ScreenAction(.accept, "look back", "Open the session's debrief, or go on with an open one."),
            ScreenAction(.find, "find", "Find by words of the title, the ending, the date or your notes."),
            ScreenAction(.note(""), "note", "Write a note about the chosen session."),
            ScreenAction(.rule(""), "", "Write a rule of your own."),
            ScreenAction(.compare, "compare", "The attempts of the chosen session side by side."),
            ScreenAction(.notebook, "notebook"),
            ScreenAction(.nextFocus, "shared with you", "The sessions that others share with you."),
            ScreenAction(.previousFocus, "", "The sessions that others share with you."),
            ScreenAction(.share, "", "Share the chosen session with colleagues, or no longer."),
        ] + ScreenAction.moving
            + [.help, ScreenAction(.leave, "back", "Back to Home."), ScreenAction(.back, "", back)]
    }

    /// Without a session there is none to look back on.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        switch action {
        case .accept where !finding.isTyping, .compare, .note, .rule, .share:
            total == 0 ? "No session is here yet." : nil
        case .find: total == 0 && query.isEmpty ? "No session is here yet." : nil
        default: nil
        }
    }

    /// Takes the letters that are looked for, or a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size): self.size = size
        case .key(let key): return find { $0.handle(key) }
        case .paste(let text): return find { $0.insert(text) }
        default: break
        }
        return []
    }

    private mutating func find(_ change: (inout LineEditor) -> Void) -> [Effect] {
        found(finding.change(change))
    }

    /// Asks for what is to be found now, where that is something else than before.
    private mutating func found(_ isNew: Bool) -> [Effect] {
        guard isNew else { return [] }
        selection = ListSelection()
        return [asks(from: 0)]
    }

    /// Shows the other list, all of it.
    private mutating func turn() -> [Effect] {
        isShared.toggle()
        _ = finding.clear()
        (rows, total, offset) = ([], 0, 0)
        return found(true)
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept where finding.isTyping:
            finding.close()
            return []
        case .typing(let edit): return find { $0.perform(edit) }
        case .find:
            finding.open()
            return []
        case .back where !finding.isIdle: return found(finding.clear())
        case .accept:
            guard let summary = chosen?.summary else { return [] }
            return isShared
                ? [.lookBack(summary.id)] : summary.mark.status == .open ? [.goOn(summary.id)] : [.lookBack(summary.id)]
        case .compare: return chosen.map { [.compare($0.summary.id, at: nil)] } ?? []
        case .notebook: return [.openNotebook]
        case .nextFocus, .previousFocus: return turn()
        case .share: return chosen.map { [.share($0.summary.id)] } ?? []
        case .back, .leave: return [.close]
        default:
            selection.move(action, count: total, page: max(1, size.rows - 5))
            return reachFurther()
        }
    }

    /// Asks for other rows where those at hand are nearly at their end.
    private func reachFurther() -> [Effect] {
        let margin = max(60, size.rows)
        let needed = max(0, selection.row - margin)..<min(total, selection.row + margin)
        let held = offset..<(offset + rows.count)
        guard needed.lowerBound < held.lowerBound || needed.upperBound > held.upperBound else { return [] }
        return [asks(from: wish.offset)]
    }

    /// Takes a note about the chosen session.
    public mutating func receive(note: WrittenNote, at now: Uptime) -> [Effect] {
        chosen.map { [.annotate($0.summary.id, note)] } ?? []
    }

    /// What stands where no session is.
    var emptyWords: String {
        isShared
            ? "Nobody who uses this journal shares a session with you yet. One of your own is shared from its debrief, or "
                + "from your list: the command is share."
            : "Nothing yet. Every conversation you practise is kept here, for you alone."
    }

    // MARK: Drawing

    /// Draws the list.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle(isShared ? "Shared with you" : "Journal", Self.count(total, query: query))
        var area = surface.bounds.inset(columns: 1, rows: 2)
        let top = Rect(column: area.column, row: 1, columns: area.columns, rows: 1)
        if !finding.draw(into: &surface, in: top, look: look),
            !isShared, let line = CheckInLines.overWeeks(checkIns, glyphs: look.glyphs)
        {
            surface.draw(line, at: top.origin, columns: top.columns)
        }
        guard total > 0 else {
            let words = query.isEmpty ? emptyWords : "No session has these words. Fewer letters find more."
            surface.draw(StyledLine.wrapped(words, .text, columns: min(area.columns, 76)), in: area)
            return
        }
        let dateColumns = rows.map { DisplayText.width(of: $0.date) }.max() ?? 0
        let first = selection.first(fitting: area.rows, of: total)
        for place in first..<min(total, first + area.rows) {
            let line = area.take(.top, 1)
            guard let row = row(at: place) else { continue }
            let isChosen = place == selection.row
            draw(row, isChosen: isChosen, dateColumns: dateColumns, into: &surface, in: line, look: look)
            if isChosen, !finding.isTyping { surface.cursor = line.origin }
        }
    }

    private func draw(
        _ row: Row, isChosen: Bool, dateColumns: Int, into surface: inout Surface, in area: Rect, look: Look
    ) {
        var line = StyledLine(isChosen ? "\(look.glyphs.pointer) " : "  ", .key)
            .with(row.date + String(repeating: " ", count: 2 + dateColumns - DisplayText.width(of: row.date)), .muted)
            .with(isShared ? Discussion.name(row.summary.owner) + ": " : "", .muted)
            .with(row.summary.title, isChosen ? .strong : .text)
            .with("  \(Self.standing(row.summary))", .muted)
        for (index, fact) in Self.facts(row).enumerated() {
            let piece = (index == 0 ? "  " : " \(look.glyphs.dot) ") + fact
            guard line.columns + DisplayText.width(of: piece) <= area.columns else { break }
            line = line.with(piece, .muted)
        }
        surface.draw(line, at: area.origin, columns: area.columns)
    }

    /// `7 moments`, `trust 62`, `2 notes`, where there are any.
    static func facts(_ row: Row) -> [String] {
        var facts: [String] = []
        if row.moments > 0 { facts.append(row.moments == 1 ? "1 moment" : "\(row.moments) moments") }
        if row.moments > 0, let trust = row.trust { facts.append("trust \(trust)") }
        if row.notes > 0 { facts.append(row.notes == 1 ? "1 note" : "\(row.notes) notes") }
        return facts
    }

    static func count(_ total: Int, query: String) -> String {
        query.isEmpty ? (total == 1 ? "1 session" : "\(total) sessions") : "\(total) found"
    }

    /// How a session stands, in words.
    public static func standing(_ summary: StreamSummary) -> String {
        switch summary.mark.status {
        case .open: "open"
        case .setAside: "left"
        case .ended: Feeling.words(summary.mark.ending ?? "")
        }
    }
}
