import Terminal

/// A text to read: help, or why something cannot be opened.
public struct ReadingScreen: Screen {
    let title: String
    let paragraphs: [String]
    private var scroll = ScrollPosition()
    /// The window's size, as last told.
    private var size = Size(columns: 80, rows: 24)

    /// Why something cannot be opened: excerpts keep their columns.
    public init(title: String, preformatted text: String) {
        self.title = title
        paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// What it is called.
    public var name: String { "Reading" }

    /// Moving and going back.
    public var actions: [ScreenAction] {
        ScreenAction.moving + [
            ScreenAction(.back, "back", "Back to where you were."), ScreenAction(.leave), ScreenAction(.accept),
        ]
    }

    /// Takes a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        if case .resized(let size) = event { self.size = size }
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        if [.back, .leave, .accept].contains(action) { return [.close] }
        let area = Rect(size).inset(columns: 2, rows: 2)
        scroll.move(action, page: max(1, area.rows - 1))
        scroll.settle(count: lines(columns: area.columns).count, rows: area.rows)
        return []
    }

    /// Draws the text.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle(title, "")
        let area = surface.bounds.inset(columns: 2, rows: 2)
        let lines = lines(columns: area.columns)
        let shown = scroll.slice(lines, rows: area.rows)
        surface.draw(shown.lines, in: area)
        surface.drawMore(
            lines.count - shown.first - shown.lines.count, in: surface.bounds.inset(columns: 2, rows: 1), look: look)
    }

    private func lines(columns: Int) -> [StyledLine] {
        paragraphs.flatMap { Self.excerpt($0, columns: columns) }
    }

    /// Where the explanation begins in a line of two columns, such as a key and what it does.
    private static func secondColumn(of line: String, after lead: Int) -> Int? {
        let characters = Array(line.prefix(24))
        guard lead > 0 else { return nil }
        for index in characters.indices.dropFirst(lead + 2)
        where characters[index] != " " && characters[index - 1] == " " && characters[index - 2] == " " {
            return index
        }
        return nil
    }

    /// A line of a diagnostic. Source and carets keep their columns; words are wrapped.
    private static func excerpt(_ line: String, columns: Int) -> [StyledLine] {
        guard DisplayText.width(of: line) > columns, !line.contains(" | ") else { return [StyledLine(line)] }
        let lead = line.prefix { $0 == " " }.count
        if let column = secondColumn(of: line, after: lead) {
            let head = String(line.prefix(column))
            let pieces = DisplayText.wrapped(String(line.dropFirst(column)), columns: max(10, columns - column))
            return pieces.enumerated().map { StyledLine($0 == 0 ? head + $1 : $1, .text, indent: $0 == 0 ? 0 : column) }
        }
        let pieces = DisplayText.wrapped(String(line.dropFirst(lead)), columns: max(10, columns - lead - 2))
        return pieces.enumerated().map { StyledLine($1, .text, indent: $0 == 0 ? lead : lead + 2) }
    }
}
