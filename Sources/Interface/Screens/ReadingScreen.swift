import Terminal

/// A text to read: help, or why something cannot be opened.
public struct ReadingScreen: Screen {
    private let title: String
    private let paragraphs: [String]
    private let isPreformatted: Bool
    private var scroll = ScrollPosition()

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
        guard case .key(let key) = event, let action = keys.action(for: key) else { return [] }
        if action == .back { return [.close] }
        scroll.move(action)
        scroll.settle(count: paragraphs.count, rows: 1)
        return []
    }

    /// Draws the text.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle(title, "")
        surface.drawFooter(keys, look: look)
        let area = surface.bounds.inset(columns: 2, rows: 2)
        let lines = paragraphs.flatMap { paragraph in
            isPreformatted
                ? [StyledLine(paragraph)]
                : Self.hanging(paragraph, columns: min(area.columns, 78))
        }
        surface.draw(scroll.slice(lines, rows: area.rows).lines, in: area)
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
