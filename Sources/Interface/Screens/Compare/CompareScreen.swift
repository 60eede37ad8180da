import Conversation
import Journal
import Terminal

/// Attempts side by side: at the moments of one session, of two sessions, or the wordings of one reply.
public struct CompareScreen: Screen {
    /// What is compared.
    enum Subject: Equatable, Sendable {
        case attempts, sessions, wordings
    }

    /// The session of one's own that it is about; nil where none is.
    public let stream: StreamID?
    let subject: Subject
    /// What the title line says.
    let title: String
    let pages: [ComparisonPage]
    /// The page on the screen, from 0.
    private(set) var page: Int
    /// The first column that is shown where there are more than fit, from 0.
    private(set) var firstColumn = 0
    private var scroll = ScrollPosition()
    /// What people have said about the session.
    private(set) var comments = Comments()
    /// Who talks about it, and who is looking; nil where nobody can say anything.
    public private(set) var discussion: Discussion?
    /// The window's size, as last told.
    private var size = Size(columns: 80, rows: 24)

    /// The attempts of a session, beginning at a place or where somebody last tried.
    public init(_ attempts: Attempts, of stream: StreamID, at place: Attempt.Place? = nil) {
        self.stream = stream
        subject = .attempts
        title = "Comparing: \(attempts.session.began?.title ?? "")"
        pages = attempts.places.map {
            ComparisonPage(attempts.at($0), wayBack: attempts.way(backTo: $0))
        }
        let wanted = place ?? attempts.latest
        page = pages.firstIndex { $0.place == wanted } ?? max(0, pages.count - 1)
    }

    /// Two sessions of one scenario.
    /// - Parameters:
    ///   - stream: the session of one's own among them; nil where there is none.
    ///   - titles: whose each is.
    public init(_ left: Attempts, _ right: Attempts, titles: (String, String), of stream: StreamID?) {
        self.stream = stream
        subject = .sessions
        title = "Comparing: \(left.session.began?.title ?? "")"
        let comparison = SessionComparison(left, right)
        let whole = ComparisonPage(wholeOf: [left, right], titles: [titles.0, titles.1], comparison)
        pages =
            [whole]
            + comparison.rows.map { row in
                let back = stream == nil ? nil : row.left.flatMap { left.way(backTo: $0.place) }
                return ComparisonPage(row, titles: titles, wayBack: back)
            }
        page = 0
    }

    /// One session of somebody else, to look at.
    public init(lookingAt attempts: Attempts, of name: String) {
        stream = nil
        subject = .sessions
        title = "Looking at: \(attempts.session.began?.title ?? "")"
        let whole = ComparisonPage(wholeOf: [attempts], titles: [name], nil)
        pages =
            [whole]
            + attempts.places.map { ComparisonPage(attempts.at($0), wayBack: nil) }
        page = 0
    }

    /// The wordings of one reply.
    public init(_ wordings: Wordings, of stream: StreamID, at place: Attempt.Place, wayBack: Int?) {
        self.stream = stream
        subject = .wordings
        title = "Wordings"
        pages = [ComparisonPage(wordings, wayBack: wayBack, place: place)]
        page = 0
    }

    /// What it is called.
    public var name: String { subject == .wordings ? "Wordings" : "Comparing" }

    var shown: ComparisonPage? { pages.indices.contains(page) ? talked(about: pages[page]) : nil }

    /// Takes what is said about the session, and who is looking.
    public mutating func discuss(_ comments: Comments, _ discussion: Discussion) {
        (self.comments, self.discussion) = (comments, discussion)
    }

    /// Going through the moments, and back to one of them.
    public var actions: [ScreenAction] {
        var actions: [ScreenAction] = []
        if pages.count > 1 {
            actions += [
                ScreenAction(.nextFocus, "next moment", "The next moment."),
                ScreenAction(.previousFocus, "", "The moment before."),
            ]
        }
        if stream != nil {
            actions.append(
                ScreenAction(.retry, "go back here", "Go back to this moment and try it again; nothing is lost."))
        }
        if subject == .attempts {
            actions.append(
                ScreenAction(.compare, "another session", "Compare with your last other session of this scenario."))
        }
        if subject != .wordings, stream != nil {
            actions.append(
                ScreenAction(.wordings, "wordings", "Try the wordings of the reply: what each would have done."))
        }
        if discussion != nil {
            actions.append(ScreenAction(.comment(""), "comment", "Say something about this moment."))
        }
        return actions + [
            ScreenAction(.left, "", "The columns to the left."), ScreenAction(.right, "", "The columns to the right."),
        ] + ScreenAction.moving + [
            .help, ScreenAction(.leave, "back", "Back to where you were."), ScreenAction(.back), ScreenAction(.accept),
        ]
    }

    /// Why a moment cannot be gone back to.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        switch action {
        case .retry where shown?.place == nil: "Tab goes to a moment; r goes back to it from there."
        case .retry where shown?.wayBack == nil:
            "This moment is not on the way you stand on. Go back to an earlier one first."
        case .wordings where shown?.place == nil: "Tab goes to a moment; V shows its wordings there."
        case .wordings where shown?.wayBack == nil:
            "This moment is not on the way you stand on. Go back to an earlier one first."
        default: nil
        }
    }

    /// Takes a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        if case .resized(let size) = event { self.size = size }
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept, .back, .leave: return [.close]
        case .retry:
            guard let stream, let back = shown?.wayBack else { return [] }
            return [.goBack(stream, to: back)]
        case .compare: return stream.map { [.compareWithAnother($0)] } ?? []
        case .wordings: return stream.map { [.showWordings($0, at: shown?.place)] } ?? []
        case .nextFocus: turn(by: 1)
        case .previousFocus: turn(by: -1)
        case .left: firstColumn = max(0, firstColumn - 1)
        case .right:
            let count = shown?.columns.count ?? 0
            firstColumn = min(firstColumn + 1, max(0, count - Self.columnsFitting(size.columns, of: count)))
        default:
            let area = Self.inside(Rect(size))
            scroll.move(action, page: max(1, area.rows - 1))
            scroll.settle(count: lines(columns: area.columns, glyphs: .unicode).count, rows: area.rows)
        }
        return []
    }

    private mutating func turn(by step: Int) {
        guard !pages.isEmpty else { return }
        page = (page + step + pages.count) % pages.count
        firstColumn = 0
        scroll = ScrollPosition()
    }

    // MARK: Drawing

    /// From so many columns on, attempts stand side by side.
    static let wideColumns = 100
    /// No column is narrower, and none is wider than can be read.
    private static let narrowest = 40, widest = 60

    static func columnsFitting(_ columns: Int, of count: Int) -> Int {
        columns < wideColumns ? 1 : max(1, min(count, (columns - 2) / narrowest))
    }

    /// Where the page stands: below the title, above the row that says how much more there is, and the hints.
    static func inside(_ bounds: Rect) -> Rect {
        var area = bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 2)
        return area.inset(columns: 1, rows: 0)
    }

    /// Draws the page.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle(title, pages.count > 1 ? "\(page + 1) of \(pages.count)" : "")
        let area = Self.inside(surface.bounds)
        let lines = lines(columns: area.columns, glyphs: look.glyphs)
        let part = scroll.slice(lines, rows: area.rows)
        surface.draw(part.lines, in: area)
        let below = Rect(column: area.column, row: area.endRow, columns: area.columns, rows: 1)
        surface.drawMore(lines.count - part.first - part.lines.count, in: below, look: look)
    }

    /// The page in lines of so many cells.
    func lines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
        guard let shown else { return [StyledLine("Nothing has been answered yet.", .muted)] }
        var lines = [StyledLine(shown.name, .title)]
        if !shown.verdict.isEmpty { lines += StyledLine.wrapped(shown.verdict, .strong, columns: columns) }
        let fitting = Self.columnsFitting(columns + 2, of: shown.columns.count)
        if fitting < shown.columns.count, columns + 2 >= Self.wideColumns {
            let first = min(firstColumn, shown.columns.count - fitting)
            lines.append(
                StyledLine(
                    "\(first + 1) to \(first + fitting) of \(shown.columns.count); left and right show the others.",
                    .muted))
        }
        lines.append(StyledLine())
        return lines
            + (columns + 2 >= Self.wideColumns ? beside(shown, columns, fitting, glyphs) : stacked(shown, columns))
    }

    private func stacked(_ page: ComparisonPage, _ columns: Int) -> [StyledLine] {
        page.columns.flatMap { column in
            var lines = [StyledLine(column.title, .key)]
            for section in column.sections {
                lines.append(StyledLine(section.label, .muted, indent: 1))
                lines += Self.lines(of: section, columns: columns - 3).map { $0.indented(3) }
            }
            return lines + [StyledLine()]
        }
    }

    private func beside(_ page: ComparisonPage, _ columns: Int, _ fitting: Int, _ glyphs: Glyphs) -> [StyledLine] {
        let first = min(firstColumn, page.columns.count - fitting)
        let shown = Array(page.columns.dropFirst(first).prefix(fitting))
        let width = min(Self.widest, (columns - 3 * (fitting - 1)) / fitting)
        func row(_ cells: [[StyledLine]]) -> [StyledLine] {
            guard var joined = cells.last else { return [] }
            for cell in cells.dropLast().reversed() {
                joined = StyledLine.beside(cell, joined, leftColumns: width, rule: glyphs.lines.vertical)
            }
            return joined
        }
        var lines = row(shown.map { StyledLine.wrapped($0.title, .key, columns: width) })
        for label in page.labels {
            let cells = shown.map { column -> [StyledLine] in
                guard let section = column.sections.first(where: { $0.label == label }) else { return [] }
                return [StyledLine(label, .muted)]
                    + Self.lines(of: section, columns: width - 2).map { $0.indented(2) }
            }
            lines += row(cells) + row(shown.map { _ in [StyledLine()] })
        }
        return lines
    }

    private static func lines(of section: ComparisonPage.Section, columns: Int) -> [StyledLine] {
        section.paragraphs.flatMap { paragraph in
            paragraph.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
                StyledLine.wrapped(
                    String($0), paragraph.role, columns: columns, marking: paragraph.marked, as: .quote)
            }
        }
    }
}
