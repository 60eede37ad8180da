import Terminal

/// One entry of a transcript in the lines it takes at the width of now.
public struct TranscriptBlock<ID: Hashable & Sendable>: Sendable {
    /// Which entry it is, whatever its width.
    public var id: ID
    /// Its lines.
    public var lines: [StyledLine]

    /// An entry in its lines.
    public init(_ id: ID, _ lines: [StyledLine]) { (self.id, self.lines) = (id, lines) }
}

/// Where in a transcript one reads. It holds on to an entry, not to a row, so that the words one reads stay where they are
/// when lines come above or below and when the window changes its width. At the newest it follows.
public struct TranscriptScroll<ID: Hashable & Sendable>: Hashable, Sendable {
    /// The line at the top: row `row` of the `count` rows that an entry had.
    private struct Anchor: Hashable, Sendable {
        var id: ID
        var row: Int
        var count: Int
        /// The newest entry when one left the end: what follows it is new.
        var newest: ID
    }

    private var anchor: Anchor?

    /// What is seen of a transcript.
    public struct View: Sendable {
        /// The lines that are seen.
        public var lines: ArraySlice<StyledLine>
        /// Rows that are hidden above.
        public var above: Int
        /// Rows that are hidden below.
        public var below: Int
        /// Entries that came since one scrolled away and have not been seen.
        public var new: Int
    }

    /// At the newest.
    public init() {}

    /// True while it follows what comes.
    public var isAtNewest: Bool { anchor == nil }

    /// Goes to the newest and follows.
    public mutating func follow() { anchor = nil }

    /// Moves for an action, by rows, pages, or to an end; nothing for actions that do not move.
    public mutating func move(_ action: Action, in blocks: [TranscriptBlock<ID>], rows: Int) {
        let page = max(1, rows - 1)
        let by: Int
        switch action {
        case .up: by = -1
        case .down: by = 1
        case .pageUp: by = -page
        case .pageDown: by = page
        case .top: by = -1_000_000
        case .bottom: return follow()
        default: return
        }
        let total = blocks.reduce(0) { $0 + $1.lines.count }
        let first = max(0, first(in: blocks, rows: rows, total: total) + by)
        if first >= total - rows { return follow() }
        hold(first, in: blocks)
    }

    /// What is seen in so many rows.
    public func view(of blocks: [TranscriptBlock<ID>], rows: Int) -> View {
        let rows = max(0, rows)
        let lines = blocks.flatMap(\.lines)
        let first = first(in: blocks, rows: rows, total: lines.count)
        let end = min(lines.count, first + rows)
        return View(
            lines: lines[first..<end], above: first, below: lines.count - end, new: new(in: blocks, seenTo: end))
    }

    private func new(in blocks: [TranscriptBlock<ID>], seenTo end: Int) -> Int {
        guard let anchor, let newest = blocks.lastIndex(where: { $0.id == anchor.newest }) else { return 0 }
        var row = blocks[...newest].reduce(0) { $0 + $1.lines.count }
        var count = 0
        for block in blocks[(newest + 1)...] where !block.lines.isEmpty {
            if row >= end { count += 1 }
            row += block.lines.count
        }
        return count
    }

    /// The first row that is seen.
    private func first(in blocks: [TranscriptBlock<ID>], rows: Int, total: Int) -> Int {
        let last = max(0, total - rows)
        guard let anchor, let index = blocks.firstIndex(where: { $0.id == anchor.id }) else { return last }
        let count = blocks[index].lines.count
        // In an entry that is broken into other rows now, the same part of it.
        let row = count == anchor.count ? anchor.row : anchor.row * count / max(1, anchor.count)
        return min(last, blocks[..<index].reduce(0) { $0 + $1.lines.count } + min(row, max(0, count - 1)))
    }

    private mutating func hold(_ first: Int, in blocks: [TranscriptBlock<ID>]) {
        guard let last = blocks.last else { return }
        var row = first
        for block in blocks {
            if row < block.lines.count {
                anchor = Anchor(
                    id: block.id, row: row, count: block.lines.count, newest: anchor?.newest ?? last.id)
                return
            }
            row -= block.lines.count
        }
    }

    /// Draws what is seen, and in the last row what there is below.
    /// - Parameter sitsAtBottom: a transcript shorter than the area sits at its bottom, as chats do.
    public func draw(
        _ blocks: [TranscriptBlock<ID>], into surface: inout Surface, in area: Rect, look: Look,
        sitsAtBottom: Bool = false
    ) {
        let view = view(of: blocks, rows: area.rows)
        var room = area
        if sitsAtBottom { _ = room.take(.top, area.rows - view.lines.count) }
        surface.draw(view.lines, in: room)
        guard view.below > 0, !area.isEmpty else { return }
        let what = view.new > 0 ? "\(view.new) new below" : "\(view.below) more below"
        let words = DisplayText.truncated(
            " \(look.glyphs.down) \(what) \(look.glyphs.dot) End ", columns: area.columns,
            ellipsis: look.glyphs.lines.ellipsis)
        surface.put(
            words, at: Point(column: area.endColumn - DisplayText.width(of: words), row: area.endRow - 1),
            style: Role.selected.index, columns: area.columns)
    }
}
