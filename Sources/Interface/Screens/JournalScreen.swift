import Conversation
import Journal
import Terminal

/// Past sessions, newest first.
public struct JournalScreen: Screen {
    /// One session in the list.
    public struct Row: Equatable, Sendable {
        /// What the journal says of it.
        public var summary: StreamSummary
        /// When it was begun, in words.
        public var date: String

        /// A row from its parts.
        public init(summary: StreamSummary, date: String) {
            self.summary = summary
            self.date = date
        }
    }

    private(set) var rows: [Row]
    private var selection = ListSelection()
    /// The chosen row, from 0.
    var chosenRow: Int { selection.row }

    /// A list of sessions.
    public init(rows: [Row]) {
        self.rows = rows
    }

    /// Takes the sessions as they stand now; the same row stays chosen.
    public mutating func renew(_ rows: [Row]) {
        self.rows = rows
    }

    /// What it is called.
    public var name: String { "Journal" }

    /// Opening a session, and moving.
    public var actions: [ScreenAction] {
        [ScreenAction(.accept, "look back", "Open the session's debrief, or go on with an open one.")]
            + ScreenAction.moving
            + [.help, ScreenAction(.leave, "back", "Back to Home."), ScreenAction(.back, "", "Back to Home.")]
    }

    /// Without a session there is none to look back on.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        action == .accept && rows.isEmpty ? "No session is here yet." : nil
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept:
            guard rows.indices.contains(selection.row) else { return [] }
            let summary = rows[selection.row].summary
            return summary.mark.status == .open ? [.goOn(summary.id)] : [.lookBack(summary.id)]
        case .back, .leave: return [.close]
        default:
            selection.move(action, count: rows.count)
            return []
        }
    }

    /// Draws the list.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle("Journal", rows.count == 1 ? "1 session" : "\(rows.count) sessions")
        let area = surface.bounds.inset(columns: 1, rows: 2)
        guard !rows.isEmpty else {
            surface.draw(
                [StyledLine("Nothing yet. Every conversation you practise is kept here, for you alone.")], in: area)
            return
        }
        let dateColumns = rows.map { DisplayText.width(of: $0.date) }.max() ?? 0
        let first = selection.first(fitting: area.rows, of: rows.count)
        for (offset, row) in rows.dropFirst(first).prefix(area.rows).enumerated() {
            let isChosen = first + offset == selection.row
            let line = StyledLine(isChosen ? "\(look.glyphs.pointer) " : "  ", .key)
                .with(
                    row.date + String(repeating: " ", count: 2 + dateColumns - DisplayText.width(of: row.date)), .muted
                )
                .with(row.summary.title, isChosen ? .strong : .text)
                .with("  \(Self.standing(row.summary))", .muted)
            surface.draw(line, at: Point(column: area.column, row: area.row + offset), columns: area.columns)
            if isChosen { surface.cursor = Point(column: area.column, row: area.row + offset) }
        }
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
