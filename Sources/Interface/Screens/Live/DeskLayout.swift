import Terminal

/// Where the parts of the desk stand in a window.
///
/// Narrow windows have the state of the room in four rows under the title; from 100 columns on it stands in a column at
/// the right, and from 150 on a second one at the left has the people.
struct DeskLayout: Equatable {
    /// The rows with the state of the room, in narrow windows.
    let head: Rect?
    /// The state of the room, in wide windows.
    let side: Rect?
    /// The people, the marks and the notes, in the widest.
    let left: Rect?
    /// Everything else.
    let body: Rect
    /// What one key would take back.
    let undo: Rect

    init(_ size: Size) {
        var area = Rect(size)
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        undo = area.take(.bottom, 1).inset(columns: 1, rows: 0)
        guard size.columns >= 100 else {
            head = area.take(.top, 4).inset(columns: 1, rows: 0)
            _ = area.take(.top, 1)
            body = area.inset(columns: 1, rows: 0)
            (side, left) = (nil, nil)
            return
        }
        _ = area.take(.top, 1)
        head = nil
        var column = area.take(.right, size.columns >= 150 ? 42 : 36)
        _ = column.take(.left, 2)
        _ = column.take(.right, 1)
        side = column
        if size.columns >= 150 {
            var column = area.take(.left, 40)
            _ = column.take(.left, 1)
            _ = column.take(.right, 2)
            left = column
        } else {
            left = nil
        }
        body = area.inset(columns: 1, rows: 0)
    }

    /// Draws the rules between the parts.
    func drawRules(into surface: inout Surface, lines: LineGlyphs) {
        let style = Role.border.index
        let row = head?.endRow ?? 1
        surface.horizontalLine(
            at: Point(column: 0, row: row), columns: surface.size.columns, style: style, lines: lines)
        for column in [side.map { $0.column - 2 }, left.map { $0.endColumn + 1 }].compactMap({ $0 }) {
            surface.verticalLine(
                at: Point(column: column, row: row), rows: undo.row - row, style: style, lines: lines)
            surface.put(String(lines.topTee), at: Point(column: column, row: row), style: style)
        }
    }
}
