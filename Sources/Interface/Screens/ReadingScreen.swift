import Terminal

/// A text to read: help, or why something cannot be opened.
public struct ReadingScreen: Screen {
    private let title: String
    private let paragraphs: [String]
    private let isPreformatted: Bool
    private var scroll = ScrollPosition()
    /// The window's size, as last told.
    private var size = Size(columns: 80, rows: 24)

    /// Why something cannot be opened: excerpts keep their columns.
    public init(title: String, preformatted text: String) {
        self.title = title
        paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        isPreformatted = true
    }

    /// The keys of a screen, explained.
    public init(help table: KeyTable) {
        title = "Keys \u{2014} \(table.title)"
        paragraphs =
            table.bindings.filter { !$0.long.isEmpty }.map { binding in
                let pad = String(repeating: " ", count: max(1, 10 - DisplayText.width(of: binding.shown)))
                return binding.shown + pad + binding.long
            } + ["", "Ctrl-L    Draw the screen anew.", "Ctrl-Z    Put Rapport to sleep; fg brings it back."]
        isPreformatted = false
    }

    /// The keys of a text.
    public var keys: KeyTable { .reading }

    /// Takes a key.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        if case .resized(let size) = event { self.size = size }
        guard case .key(let key) = event, let action = keys.action(for: key) else { return [] }
        if action == .back { return [.close] }
        let area = Rect(size).inset(columns: 2, rows: 2)
        scroll.move(action, page: max(1, area.rows - 1))
        scroll.settle(count: lines(columns: area.columns).count, rows: area.rows)
        return []
    }

    /// Draws the text.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle(title, "")
        surface.drawFooter(keys, look: look)
        let area = surface.bounds.inset(columns: 2, rows: 2)
        let lines = lines(columns: area.columns)
        let shown = scroll.slice(lines, rows: area.rows)
        surface.draw(shown.lines, in: area)
        surface.drawMore(
            lines.count - shown.first - shown.lines.count, in: surface.bounds.inset(columns: 2, rows: 1), look: look)
    }

    /// Tells it how large the window is.
    mutating func resize(to size: Size, at now: Uptime) { self.size = size }

    private func lines(columns: Int) -> [StyledLine] {
        paragraphs.flatMap { paragraph in
            isPreformatted
                ? Self.excerpt(paragraph, columns: columns) : Self.hanging(paragraph, columns: min(columns, 78))
        }
    }

    /// A line of a diagnostic. Source and carets keep their columns; words are wrapped.
    private static func excerpt(_ line: String, columns: Int) -> [StyledLine] {
        guard DisplayText.width(of: line) > columns, !line.contains(" | ") else { return [StyledLine(line)] }
        let lead = line.prefix { $0 == " " }.count
        let pieces = DisplayText.wrapped(String(line.dropFirst(lead)), columns: max(10, columns - lead - 2))
        return pieces.enumerated().map { StyledLine($1, .text, indent: $0 == 0 ? lead : lead + 2) }
    }

    /// A paragraph whose later lines stand below its explanation.
    private static func hanging(_ paragraph: String, columns: Int) -> [StyledLine] {
        guard paragraph.count > 10 else { return [StyledLine(paragraph)] }
        let head = String(paragraph.prefix(10))
        let body = DisplayText.wrapped(String(paragraph.dropFirst(10)), columns: max(10, columns - 10))
        return body.enumerated().map { row, text in
            row == 0 ? StyledLine(head, .key).with(text) : StyledLine(text, .text, indent: 10)
        }
    }
}
