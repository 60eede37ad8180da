/// What was done to a text, to be undone and done again.
struct EditHistory: Equatable, Sendable {
    /// Some clusters of the text were replaced by others.
    struct Change: Equatable, Sendable {
        /// Where, counted in clusters.
        var at: Int
        var removed: [LineEditor.Cluster]
        var inserted: [LineEditor.Cluster]
        /// Cursor and selection before it.
        var cursor: Int
        var anchor: Int?
        var kind: Kind
    }

    /// What kind of change: equal neighbours that touch are one step.
    enum Kind: Equatable, Sendable { case typed, deletedBackward, deletedForward, single }

    private(set) var done: [Change] = []
    private(set) var undone: [Change] = []
    /// False when the next change is a step of its own, as after a motion.
    private var isOpen = false

    /// How many steps, and how many clusters in all of them, are kept.
    static let mostSteps = 1_000, mostClusters = 500_000
    /// A typed run this long ends where the next word begins.
    static let longRun = 20

    mutating func close() { isOpen = false }

    mutating func add(_ change: Change) {
        undone = []
        defer { isOpen = change.kind != .single }
        if isOpen, let last = done.last, let joined = Self.joined(last, change) {
            done[done.count - 1] = joined
            return
        }
        done.append(change)
        while done.count > 1, done.count > Self.mostSteps || weight > Self.mostClusters { done.removeFirst() }
    }

    mutating func undo() -> Change? {
        guard let change = done.popLast() else { return nil }
        isOpen = false
        undone.append(change)
        return change
    }

    mutating func redo() -> Change? {
        guard let change = undone.popLast() else { return nil }
        isOpen = false
        done.append(change)
        return change
    }

    private var weight: Int { done.reduce(0) { $0 + $1.removed.count + $1.inserted.count } }

    private static func joined(_ last: Change, _ next: Change) -> Change? {
        guard last.kind == next.kind else { return nil }
        var joined = last
        switch next.kind {
        case .typed:
            guard next.removed.isEmpty, next.at == last.at + last.inserted.count, !beginsAnew(last, next) else {
                return nil
            }
            joined.inserted += next.inserted
        case .deletedBackward:
            guard next.at + next.removed.count == last.at else { return nil }
            joined.at = next.at
            joined.removed = next.removed + last.removed
        case .deletedForward:
            guard next.at == last.at else { return nil }
            joined.removed += next.removed
        case .single: return nil
        }
        return joined
    }

    private static func beginsAnew(_ last: Change, _ next: Change) -> Bool {
        guard let before = last.inserted.last, let first = next.inserted.first else { return false }
        if before.isNewline { return true }
        return last.inserted.count >= longRun && before.text.isWhitespace && !first.text.isWhitespace
    }
}
