import Terminal

/// A part of a side column: a title in its rule, and lines below.
struct PaneSection: Equatable {
    var title: String
    var lines: [StyledLine]
}

extension Surface {
    /// Draws sections one below the other in a column whose borders stand `border` cells left and right of it. The first
    /// title stands in the rule above the column. What finds no room is left out, from the end.
    mutating func draw(
        _ sections: [PaneSection], in column: Rect, border: (left: Int, right: Int), look: Look
    ) {
        var area = column
        for (index, section) in sections.enumerated() where !section.lines.isEmpty {
            var row = column.row - 1
            if index > 0 {
                // A title without a line below it says nothing.
                guard area.rows >= 3 else { return }
                _ = area.take(.top, 1)
                row = area.take(.top, 1).row
                let start = Point(column: column.column - border.left, row: row)
                let columns = border.left + column.columns + border.right
                horizontalLine(at: start, columns: columns, style: Role.border.index, lines: look.glyphs.lines)
                put(String(look.glyphs.lines.leftTee), at: start, style: Role.border.index)
                put(
                    String(look.glyphs.lines.rightTee), at: Point(column: start.column + columns - 1, row: row),
                    style: Role.border.index)
            }
            put(
                " \(section.title) ", at: Point(column: column.column - 1, row: row), style: Role.muted.index,
                columns: column.columns)
            let shown = section.lines.prefix(area.rows)
            draw(shown, in: area.take(.top, shown.count))
        }
    }
}
