import Terminal

extension LineEditor {
    /// Tells it how large the area is that it is drawn in: up and down go by the rows one sees.
    public mutating func fit(_ area: Size) {
        guard area != self.area else { return }
        self.area = area
        goal = nil
        settle()
    }

    /// The rows that the text takes in an area of so many columns, so that a screen can give it as many.
    public func rowCount(columns: Int) -> Int {
        isSingleLine ? 1 : EditorRows(clusters, columns: columns).ranges.count
    }

    var rows: EditorRows { rows(columns: area.columns) }

    private func rows(columns: Int) -> EditorRows {
        EditorRows(clusters, columns: isSingleLine ? .max : columns)
    }

    /// The row of the cursor, and its column in it.
    var place: Point {
        let rows = rows
        let row = rows.row(of: cursor)
        return Point(column: width(rows.ranges[row].lowerBound..<cursor), row: row)
    }

    private func width(_ range: Range<Int>) -> Int {
        guard range.lowerBound < range.upperBound else { return 0 }
        return range.reduce(0) { $0 + Int(clusters[$1].width) }
    }

    /// Scrolls so that the cursor is inside the area, and no further.
    mutating func settle() { first = first(in: area, rows: isSingleLine ? nil : rows) }

    private func first(in area: Size, rows: EditorRows?) -> Int {
        guard area.columns > 0, area.rows > 0 else { return 0 }
        guard let rows else { return firstCluster(columns: area.columns) }
        let row = rows.row(of: cursor)
        let first = min(max(self.first, row - area.rows + 1), row)
        return min(first, max(0, rows.ranges.count - area.rows))
    }

    private func firstCluster(columns: Int) -> Int {
        let room = columns - 1
        if width(0..<count) <= room { return 0 }
        var first = min(self.first, cursor)
        var used = width(first..<cursor)
        while used > room, first < cursor {
            used -= Int(clusters[first].width)
            first += 1
        }
        // No empty room at the right while something is hidden at the left.
        var tail = width(first..<count)
        while first > 0, tail + Int(clusters[first - 1].width) <= room {
            first -= 1
            tail += Int(clusters[first].width)
        }
        return first
    }

    /// Draws the text, scrolled so that the cursor is inside, and puts the terminal's cursor where the next character goes.
    /// - Parameter isFocused: false draws neither cursor nor selection: keys go elsewhere.
    public func draw(into surface: inout Surface, in area: Rect, look: Look, isFocused: Bool = true) {
        guard !area.isEmpty else { return }
        if isEmpty {
            let words = DisplayText.wrapped(placeholder, columns: area.columns)
            surface.draw((placeholder.isEmpty ? [] : words).map { StyledLine($0, .muted) }, in: area)
            if isFocused { surface.cursor = area.origin }
            return
        }
        // Where nobody types, a text begins at its beginning.
        if isSingleLine, !isFocused, width(0..<count) > area.columns {
            surface.put(
                DisplayText.truncated(
                    String(clusters.map(\.text)), columns: area.columns, ellipsis: look.glyphs.lines.ellipsis),
                at: area.origin, style: Role.text.index, columns: area.columns)
            return
        }
        let rows = rows(columns: area.columns)
        let first = first(in: area.size, rows: isSingleLine ? nil : rows)
        let shown = isSingleLine ? [first..<count] : Array(rows.ranges.dropFirst(first).prefix(area.rows))
        for (row, range) in shown.enumerated() {
            draw(
                range, into: &surface, at: Point(column: area.column, row: area.row + row), columns: area.columns,
                selection: isFocused ? selection : nil)
        }
        guard isFocused else { return }
        let row = isSingleLine ? 0 : rows.row(of: cursor) - first
        let start = isSingleLine ? first : rows.ranges[rows.row(of: cursor)].lowerBound
        // A wide character in a very narrow area leaves no room behind it.
        let column = min(width(start..<cursor), area.columns - 1)
        surface.cursor = Point(column: area.column + column, row: area.row + row)
    }

    private func draw(
        _ range: Range<Int>, into surface: inout Surface, at point: Point, columns: Int, selection: Range<Int>?
    ) {
        var column = 0
        var index = range.lowerBound
        while index < range.upperBound, column < columns {
            let isSelected = selection?.contains(index) ?? false
            let start = column
            var run = ""
            // Only simple characters stand together: a mark must not wander to its neighbour.
            repeat {
                run.append(clusters[index].text)
                column += Int(clusters[index].width)
                index += 1
            } while index < range.upperBound && column < columns && clusters[index - 1].isSimple
                && clusters[index].isSimple && (selection?.contains(index) ?? false) == isSelected
            surface.put(
                run, at: Point(column: point.column + start, row: point.row),
                style: (isSelected ? Role.selected : Role.text).index, columns: columns - start)
        }
        // A selected line end shows as a selected blank.
        if index < count, clusters[index].isNewline, selection?.contains(index) == true, column < columns {
            surface.put(
                " ", at: Point(column: point.column + column, row: point.row), style: Role.selected.index)
        }
    }
}
