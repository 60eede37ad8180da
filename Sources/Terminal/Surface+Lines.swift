extension Surface {
    /// Draws a border just inside a rectangle, with a title in its upper line, shortened where it does not fit.
    ///
    /// A rectangle of one row or one column gets a plain line.
    public mutating func box(
        _ rect: Rect, style: StyleIndex = 0, title: String = "", lines: LineGlyphs = .unicode
    ) {
        guard !rect.isEmpty else { return }
        let right = rect.endColumn - 1
        let bottom = rect.endRow - 1
        if rect.rows == 1 {
            return horizontalLine(at: rect.origin, columns: rect.columns, style: style, lines: lines)
        }
        if rect.columns == 1 {
            return verticalLine(at: rect.origin, rows: rect.rows, style: style, lines: lines)
        }
        for row in [rect.row, bottom] {
            horizontalLine(at: Point(column: rect.column, row: row), columns: rect.columns, style: style, lines: lines)
        }
        for column in [rect.column, right] {
            verticalLine(at: Point(column: column, row: rect.row), rows: rect.rows, style: style, lines: lines)
        }
        put(String(lines.topLeft), at: rect.origin, style: style)
        put(String(lines.topRight), at: Point(column: right, row: rect.row), style: style)
        put(String(lines.bottomLeft), at: Point(column: rect.column, row: bottom), style: style)
        put(String(lines.bottomRight), at: Point(column: right, row: bottom), style: style)
        guard !title.isEmpty, rect.columns >= 6 else { return }
        let shown = DisplayText.truncated(title, columns: rect.columns - 5, ellipsis: lines.ellipsis)
        put(" \(shown) ", at: Point(column: rect.column + 1, row: rect.row), style: style, columns: rect.columns - 2)
    }

    /// Draws a level line from `point` to the right.
    public mutating func horizontalLine(
        at point: Point, columns: Int, style: StyleIndex = 0, lines: LineGlyphs = .unicode
    ) {
        guard columns > 0, (-1_000_000..<size.columns).contains(point.column) else { return }
        let count = min(columns, size.columns - point.column)
        repeatGlyph(lines.horizontal, count: count, at: point, style: style)
    }

    /// Draws an upright line from `point` downwards.
    public mutating func verticalLine(
        at point: Point, rows: Int, style: StyleIndex = 0, lines: LineGlyphs = .unicode
    ) {
        let text = String(lines.vertical)
        let first = max(0, point.row)
        let (end, isFar) = point.row.addingReportingOverflow(max(0, rows))
        for row in first..<max(first, isFar ? size.rows : min(end, size.rows)) {
            put(text, at: Point(column: point.column, row: row), style: style)
        }
    }

    /// The rows as text, joined by newlines, without blanks at their ends: for tests and transcripts.
    public var text: String {
        rows { $0.text }
    }

    /// A sign for each cell's style, row by row: `.` for plain, then a…z, A…Z, `#` beyond; trailing plain cells dropped.
    public func styleMap() -> String {
        rows { Self.letter($0.style) }.split(separator: "\n", omittingEmptySubsequences: false).map { row in
            var row = row
            while row.last == "." { row.removeLast() }
            return String(row)
        }.joined(separator: "\n")
    }

    private static func letter(_ style: StyleIndex) -> String {
        switch style.rawValue {
        case 0: "."
        case 1...26: String(Unicode.Scalar(UInt8(0x60 + style.rawValue)))
        case 27...52: String(Unicode.Scalar(UInt8(0x41 + style.rawValue - 27)))
        default: "#"
        }
    }

    private func rows(_ show: (Cell) -> String) -> String {
        (0..<size.rows).map { row in
            var line = cells[(row * size.columns)..<((row + 1) * size.columns)].map(show).joined()
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
