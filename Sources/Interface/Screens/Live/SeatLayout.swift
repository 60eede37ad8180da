import Terminal

/// Where the parts of a seat stand in a window: who plays what, what was said or is to be read, a card beside it, and what
/// can be done below.
struct SeatLayout: Equatable {
    /// Columns from which a card stands beside what was said.
    static let wideColumns = 100

    /// Who plays what, now and next.
    let people: Rect
    /// Clocks and feelings in one line; nil where they have a column, or there are none.
    let standing: Rect?
    /// What was said, or is to be read.
    let main: Rect
    /// The card.
    let side: Rect?
    /// What can be done.
    let bottom: Rect
    /// The row of the rule over ``bottom``, and of the one under ``people``.
    let rule: Int, topRule: Int

    /// - Parameters:
    ///   - people: rows for who plays what.
    ///   - sideColumns: columns of the card; 0 for none.
    init(_ size: Size, people count: Int, hasStanding: Bool, sideColumns: Int, bottomRows: Int) {
        var area = Rect(size)
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        people = area.take(.top, count).inset(columns: 1, rows: 0)
        standing = hasStanding ? area.take(.top, 1).inset(columns: 1, rows: 0) : nil
        topRule = area.take(.top, 1).row
        bottom = area.take(.bottom, bottomRows).inset(columns: 1, rows: 0)
        rule = area.take(.bottom, 1).row
        if sideColumns > 0 {
            side = area.take(.right, sideColumns).inset(columns: 1, rows: 0)
            _ = area.take(.right, 1)
        } else {
            side = nil
        }
        main = area.inset(columns: 1, rows: 0)
    }

    /// Draws the rules between the parts.
    func drawRules(into surface: inout Surface, lines: LineGlyphs) {
        let style = Role.border.index
        for row in [topRule, rule] {
            surface.horizontalLine(
                at: Point(column: 0, row: row), columns: surface.size.columns, style: style, lines: lines)
        }
        guard let side else { return }
        let column = side.column - 2
        surface.verticalLine(
            at: Point(column: column, row: topRule), rows: rule - topRule + 1, style: style, lines: lines)
        surface.put(String(lines.topTee), at: Point(column: column, row: topRule), style: style)
        surface.put(String(lines.bottomTee), at: Point(column: column, row: rule), style: style)
    }
}
