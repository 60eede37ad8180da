/// Which row of a list is chosen.
struct ListSelection: Equatable, Sendable {
    /// The chosen row, from 0.
    private(set) var row = 0

    init(row: Int = 0) { self.row = row }

    /// Moves for an action; nothing for actions that do not move.
    mutating func move(_ action: Action, count: Int, page: Int = 10) {
        let last = max(0, count - 1)
        switch action {
        case .up: row = max(0, row - 1)
        case .down: row = min(last, row + 1)
        case .pageUp: row = max(0, row - page)
        case .pageDown: row = min(last, row + page)
        case .top: row = 0
        case .bottom: row = last
        default: break
        }
    }

    /// Stays inside a list that has become shorter.
    mutating func settle(count: Int) { row = min(row, max(0, count - 1)) }

    /// The first row to draw where so many fit, so that the chosen one is among them.
    func first(fitting rows: Int, of count: Int) -> Int { max(0, min(row - rows + 1, count - rows)) }
}
