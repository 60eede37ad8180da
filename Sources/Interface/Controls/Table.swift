import Terminal

/// Rows of cells under a header, one row chosen; to be read as a list where a table is hard to read.
public struct Table: Equatable, Sendable {
    /// Which side the words of a column stand at.
    public enum Alignment: Equatable, Sendable { case left, right }

    /// One column.
    public struct Column: Equatable, Sendable {
        /// What it is called.
        public var title: String
        /// Cells it needs to be there at all.
        public var least: Int
        /// Cells it likes to have.
        public var ideal: Int
        /// Which side its words stand at.
        public var alignment: Alignment

        /// A column.
        public init(_ title: String, least: Int, ideal: Int, alignment: Alignment = .left) {
            (self.title, self.least, self.ideal, self.alignment) = (
                title, max(1, least), max(1, least, ideal), alignment
            )
        }
    }

    /// By which column the rows are sorted, and which way. The rows come sorted; this is only said.
    public struct Order: Equatable, Sendable {
        /// The column's place.
        public var column: Int
        /// The least first.
        public var isRising: Bool

        /// An order.
        public init(column: Int, isRising: Bool) { (self.column, self.isRising) = (column, isRising) }
    }

    /// The columns, the most needed first: where there is no room, the last ones go.
    public var columns: [Column]
    /// The cells, row by row.
    public var rows: [[String]] {
        didSet { chosen = min(chosen, max(0, rows.count - 1)) }
    }
    /// By which column the rows are sorted; nil for none.
    public var order: Order?
    /// Each row as lines of `title: cell` instead.
    public var isList = false
    /// Said where there is no row.
    public var emptyWords: String
    /// The chosen row, from 0.
    public private(set) var chosen = 0

    /// A table; its first row is chosen.
    public init(
        columns: [Column], rows: [[String]], order: Order? = nil, emptyWords: String = "Nothing here yet."
    ) {
        (self.columns, self.rows, self.order, self.emptyWords) = (columns, rows, order, emptyWords)
    }

    /// Moves the choice for an action; nothing for actions that do not move.
    public mutating func move(_ action: Action, page: Int = 10) {
        var selection = ListSelection(row: chosen)
        selection.move(action, count: rows.count, page: max(1, page))
        chosen = selection.row
    }

    private func cell(_ row: Int, _ column: Int) -> String {
        rows[row].indices.contains(column) ? rows[row][column] : ""
    }

    /// How wide each shown column is, in a room of so many cells.
    func widths(in room: Int) -> [Int] {
        var widths: [Int] = []
        var used = 0
        for column in columns {
            let needed = column.least + (widths.isEmpty ? 0 : 2)
            guard used + needed <= room else { break }
            widths.append(column.least)
            used += needed
        }
        for (index, column) in columns.prefix(widths.count).enumerated() {
            let more = min(column.ideal - widths[index], room - used)
            widths[index] += more
            used += more
        }
        return widths
    }

    // MARK: Drawing

    /// Draws header and rows, scrolled so that the chosen row is among them.
    public func draw(into surface: inout Surface, in area: Rect, look: Look, isFocused: Bool = true) {
        guard !area.isEmpty else { return }
        guard !rows.isEmpty else {
            return surface.draw(StyledLine.wrapped(emptyWords, .muted, columns: area.columns), in: area)
        }
        if isList { return drawList(into: &surface, in: area, look: look, isFocused: isFocused) }
        var area = area
        let widths = widths(in: area.columns - 2)
        guard !widths.isEmpty else { return drawList(into: &surface, in: area, look: look, isFocused: isFocused) }
        let hidden = columns.count - widths.count
        let foot = area.take(.bottom, hidden > 0 && area.rows > 3 ? 1 : 0)
        let head = area.take(.top, area.rows > 1 ? 1 : 0)
        if !head.isEmpty {
            let titles = widths.indices.map { title($0, look: look) }
            surface.draw(
                line(titles, widths, .title, look: look), at: Point(column: head.column + 2, row: head.row),
                columns: head.columns - 2)
        }
        if !foot.isEmpty {
            let words = "\(hidden) more \(hidden == 1 ? "column" : "columns") \(look.glyphs.dot) L reads as a list"
            surface.draw(StyledLine("  " + words, .muted), at: foot.origin, columns: foot.columns)
        }
        let first = max(0, min(chosen - area.rows + 1, rows.count - area.rows))
        for (offset, row) in rows.indices.dropFirst(first).prefix(area.rows).enumerated() {
            let point = Point(column: area.column, row: area.row + offset)
            let isChosen = row == chosen
            surface.draw(mark(isChosen, look), at: point, columns: area.columns)
            surface.draw(
                line(widths.indices.map { cell(row, $0) }, widths, isChosen ? .strong : .text, look: look),
                at: Point(column: point.column + 2, row: point.row), columns: area.columns - 2)
            if isFocused, isChosen { surface.cursor = point }
        }
    }

    private func mark(_ isChosen: Bool, _ look: Look) -> StyledLine {
        StyledLine(isChosen ? "\(look.glyphs.pointer) " : "  ", .key)
    }

    private func title(_ column: Int, look: Look) -> String {
        guard let order, order.column == column else { return columns[column].title }
        return "\(columns[column].title) \(order.isRising ? look.glyphs.rise : look.glyphs.fall)"
    }

    private func line(_ cells: [String], _ widths: [Int], _ role: Role, look: Look) -> StyledLine {
        var line = StyledLine()
        for (index, cell) in cells.enumerated() {
            let shown = DisplayText.truncated(cell, columns: widths[index], ellipsis: look.glyphs.lines.ellipsis)
            let pad = String(repeating: " ", count: widths[index] - DisplayText.width(of: shown))
            let gap = index > 0 ? "  " : ""
            line = line.with(gap + (columns[index].alignment == .right ? pad + shown : shown + pad), role)
        }
        return line
    }

    /// The rows as a list: what each cell is stands before it, for narrow windows and for reading aloud.
    public func listLines(row: Int, columns room: Int, glyphs: Glyphs) -> [StyledLine] {
        guard rows.indices.contains(row) else { return [] }
        return columns.indices.flatMap { column -> [StyledLine] in
            let text = "\(columns[column].title): \(cell(row, column))"
            let lines = DisplayText.wrapped(text, columns: max(1, room - 2))
            return lines.enumerated().map { index, words in
                StyledLine(column == 0 && index == 0 && row == chosen ? "\(glyphs.pointer) " : "  ", .key)
                    .with(words, row == chosen ? .strong : .text)
            }
        }
    }

    private func drawList(into surface: inout Surface, in area: Rect, look: Look, isFocused: Bool) {
        // Whole rows, so that the chosen one is all there; as many before it as fit.
        var lines = listLines(row: chosen, columns: area.columns, glyphs: look.glyphs)
        var top = 0
        var before = chosen - 1
        while before >= 0 {
            let more = listLines(row: before, columns: area.columns, glyphs: look.glyphs) + [StyledLine()]
            guard more.count + lines.count <= area.rows else { break }
            lines = more + lines
            top += more.count
            before -= 1
        }
        var behind = chosen + 1
        while behind < rows.count, lines.count + 1 < area.rows {
            lines += [StyledLine()] + listLines(row: behind, columns: area.columns, glyphs: look.glyphs)
            behind += 1
        }
        surface.draw(lines, in: area)
        if isFocused, top < area.rows { surface.cursor = Point(column: area.column, row: area.row + top) }
    }
}
