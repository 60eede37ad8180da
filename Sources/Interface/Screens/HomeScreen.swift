import Conversation
import Journal
import Library
import Terminal

/// Home: what there is to practise, and what was broken off.
public struct HomeScreen: Screen {
    /// One scenario in the list.
    public struct Row: Equatable, Sendable {
        /// Where it is and what its headers say.
        public var entry: LibraryEntry
        /// Why it cannot be played; nil while nothing is known against it.
        public var trouble: String?
    }

    private(set) var rows: [Row]
    private(set) var unfinished: StreamSummary?
    /// The endings seen of each scenario, by slug.
    private(set) var endingsSeen: [String: Set<String>] = [:]
    /// A word that stays: the journal or the library cannot be used.
    private(set) var trouble: String?
    private var selection = ListSelection()
    /// The chosen row, from 0.
    var chosenRow: Int { selection.row }
    /// The scenarios that have not been checked since the start.
    private var unchecked: [String]

    /// A list of what the library has.
    public init(entries: [LibraryEntry], trouble: String? = nil) {
        rows = entries.map { Row(entry: $0, trouble: $0.trouble) }
        unchecked = entries.filter { $0.trouble == nil }.map(\.slug)
        self.trouble = trouble
    }

    /// What it is called.
    public var name: String { "Home" }

    /// Starting, going on, looking around.
    public var actions: [ScreenAction] {
        [
            ScreenAction(.accept, "start", "Start the chosen scenario."), ScreenAction(.goOn, "go on"),
            ScreenAction(.setAside, "leave it"), ScreenAction(.journal, "journal"),
        ] + ScreenAction.moving + [.help, ScreenAction(.leave, "quit", "Leave Rapport.")]
    }

    /// Going on takes a session that was broken off.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        switch action {
        case .goOn, .setAside: unfinished == nil ? "No session was broken off." : nil
        case .accept: rows.isEmpty ? "There is no scenario here yet." : nil
        default: nil
        }
    }

    /// Takes what the journal knows: the session that was broken off, and the endings seen.
    public mutating func know(unfinished: StreamSummary?, sessions: [StreamSummary], trouble: String? = nil) {
        self.unfinished = unfinished
        endingsSeen = [:]
        for session in sessions {
            if let ending = session.mark.ending, !ending.isEmpty {
                endingsSeen[session.scenarioSlug, default: []].insert(ending)
            }
        }
        if let trouble { self.trouble = trouble }
    }

    /// Takes what a check has found: nil when nothing is wrong.
    public mutating func learn(_ slug: String, trouble: String?) {
        guard let index = rows.firstIndex(where: { $0.entry.slug == slug }) else { return }
        rows[index].trouble = trouble
    }

    /// The next scenario to check when there is time; nil when all are.
    public mutating func nextToCheck() -> String? { unchecked.popLast() }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept:
            return rows.indices.contains(selection.row) ? [.practise(slug: rows[selection.row].entry.slug)] : []
        case .goOn: return unfinished.map { [.goOn($0.id)] } ?? []
        case .setAside: return unfinished.map { [.setAside($0.id)] } ?? []
        case .journal: return [.listSessions]
        case .leave: return [.quit]
        default:
            selection.move(action, count: rows.count)
            return []
        }
    }

    /// Draws the list and what the chosen scenario is about.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle("Rapport", "")
        var area = surface.bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        let rule = area.take(.top, 1)
        surface.horizontalLine(
            at: rule.origin, columns: rule.columns, style: Role.border.index, lines: look.glyphs.lines)
        let messages = messages(look: look, columns: area.columns - 2)
        var top = area.take(.top, messages.count)
        _ = top.take(.left, 1)
        surface.draw(messages, in: top)
        let widest = rows.map { DisplayText.width(of: $0.entry.title) }.max() ?? 0
        let listColumns = max(28, min(area.columns / 2, widest + 5))
        drawList(into: &surface, in: area.take(.left, listColumns), look: look)
        surface.verticalLine(
            at: area.origin, rows: area.rows, style: Role.border.index, lines: look.glyphs.lines)
        _ = area.take(.left, 2)
        _ = area.take(.right, 1)
        if rows.indices.contains(selection.row) {
            surface.draw(about(rows[selection.row], columns: min(area.columns, 76), look: look), in: area)
        }
    }

    private func messages(look: Look, columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        if let trouble { lines += StyledLine.wrapped(trouble, .urgent, columns: columns) + [StyledLine()] }
        if let unfinished {
            lines.append(
                contentsOf: StyledLine.wrapped(
                    "You were in the middle of “\(unfinished.title)”.", .strong, columns: columns))
            lines.append(
                StyledLine("o", .key).with(" go on at the same moment \(look.glyphs.dot) ").with("x", .key)
                    .with(" leave it be"))
            lines.append(StyledLine())
        } else if endingsSeen.isEmpty, trouble == nil {
            let welcome = "Welcome. Pick a conversation and try things: nothing here is graded."
            lines += StyledLine.wrapped(welcome, .text, columns: columns) + [StyledLine()]
        }
        return lines
    }

    private func drawList(into surface: inout Surface, in area: Rect, look: Look) {
        var area = area
        let head = area.take(.top, 1)
        surface.put(" Library", at: head.origin, style: Role.muted.index)
        guard !rows.isEmpty else {
            surface.put("  nothing here yet", at: area.origin, style: Role.text.index)
            return
        }
        let first = selection.first(fitting: area.rows, of: rows.count)
        for (offset, row) in rows.dropFirst(first).prefix(area.rows).enumerated() {
            let isChosen = first + offset == selection.row
            let mark = isChosen ? " \(look.glyphs.pointer) " : "   "
            let point = Point(column: area.column, row: area.row + offset)
            let tail = row.trouble == nil ? "" : " needs mending"
            let room = area.columns - 4 - DisplayText.width(of: tail)
            let title = DisplayText.truncated(row.entry.title, columns: room, ellipsis: look.glyphs.lines.ellipsis)
            let used = surface.put(mark + title, at: point, style: (isChosen ? Role.strong : Role.text).index)
            surface.put(tail, at: Point(column: point.column + used, row: point.row), style: Role.urgent.index)
            if isChosen { surface.cursor = Point(column: point.column + 1, row: point.row) }
        }
    }

    private func about(_ row: Row, columns: Int, look: Look) -> [StyledLine] {
        let heading = row.entry.heading
        if let trouble = row.trouble {
            return [StyledLine(row.entry.title, .title), StyledLine()]
                + StyledLine.wrapped("This scenario cannot be played yet. Enter shows why.", .text, columns: columns)
                + [StyledLine()] + StyledLine.wrapped(trouble, .muted, columns: columns)
        }
        let channels = heading.channels.map(\.rawValue).joined(separator: " \(look.glyphs.arrow) ")
        let facts = [channels, "\(heading.minutes) min", heading.difficulty.rawValue]
            .joined(separator: " \(look.glyphs.dot) ")
        var lines =
            StyledLine.wrapped(heading.title, .title, columns: columns)
            + StyledLine.wrapped(facts, .muted, columns: columns) + [StyledLine()]
        lines += StyledLine.wrapped(heading.summary, .text, columns: columns)
        if !heading.notice.isEmpty {
            lines += [StyledLine()] + StyledLine.wrapped(heading.notice, .urgent, columns: columns)
        }
        let skills = heading.skills.map { $0.split(separator: "-").joined(separator: " ") }.joined(separator: ", ")
        lines +=
            [StyledLine(), StyledLine("You practise", .muted)]
            + StyledLine.wrapped(skills, .text, columns: columns, indent: 2)
        if let seen = endingsSeen[row.entry.slug] {
            lines += [StyledLine(), StyledLine("Endings seen", .muted)]
            lines += seen.sorted().map { StyledLine(Feeling.words($0), .text, indent: 2) }
        }
        return lines
    }
}
