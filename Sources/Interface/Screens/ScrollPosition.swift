import Terminal

/// Where in a long text one is, counted from its top.
struct ScrollPosition: Equatable, Sendable {
    /// The first row that is shown.
    private(set) var first = 0

    /// Moves for an action; nothing for actions that do not move.
    mutating func move(_ action: Action, page: Int = 10) {
        switch action {
        case .up: first = max(0, first - 1)
        case .down: first += 1
        case .pageUp: first = max(0, first - page)
        case .pageDown: first += page
        case .top: first = 0
        case .bottom: first = .max / 2
        default: break
        }
    }

    /// Brings a row into sight, with a few above it.
    mutating func show(_ row: Int, rows: Int, of count: Int) {
        guard row < first || row + 3 > first + rows else { return }
        first = min(max(0, row - 2), max(0, count - rows))
    }

    /// The rows of a text that fit, and where they begin, never past the end.
    func slice(_ lines: [StyledLine], rows: Int) -> (lines: ArraySlice<StyledLine>, first: Int) {
        let start = min(first, max(0, lines.count - rows))
        return (lines[start..<min(lines.count, start + rows)], start)
    }

    /// Takes back what a scroll beyond the end has counted too much.
    mutating func settle(count: Int, rows: Int) { first = min(first, max(0, count - rows)) }
}
