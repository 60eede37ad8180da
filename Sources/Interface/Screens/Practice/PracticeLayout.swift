import Terminal

/// Where the parts of a conversation stand in a window.
///
/// Narrow windows have one column between rules; from 100 columns on there is a frame with clocks and feelings at the
/// right; from 150 on the ticket and the way so far stand at the left as well.
struct PracticeLayout: Equatable {
    enum Form: Equatable {
        case narrow, wide, full
    }

    /// Columns from which clocks and feelings stand in a column of their own.
    static let wideColumns = 100
    /// Columns from which the ticket has one too.
    static let fullColumns = 150
    /// Beyond so many columns the two sides of a conversation would lose sight of each other.
    static let widestTalk = 104

    let form: Form
    /// The frame, or what lies between title and last row.
    let frame: Rect
    /// The customer's card.
    let card: Rect
    /// What was said.
    let talk: Rect
    /// Clocks and feelings, where they have a column.
    let side: Rect?
    /// The ticket and the way so far, where they have a column.
    let ticket: Rect?
    /// The conversations that are held at once, where there are several.
    let threads: Rect?
    /// What can be answered.
    let bottom: Rect
    /// The row of the rule over ``bottom``.
    let rule: Int

    /// The parts of a window whose lowest one gets so many rows.
    init(_ size: Size, bottomRows: Int, hasThreads: Bool = false) {
        var area = Rect(size)
        _ = area.take(.top, 1)
        threads = hasThreads ? area.take(.top, 1).inset(columns: 1, rows: 0) : nil
        _ = area.take(.bottom, 1)
        frame = area
        form =
            size.columns < Self.wideColumns ? .narrow : size.columns < Self.fullColumns ? .wide : .full
        guard form != .narrow else {
            bottom = area.take(.bottom, bottomRows).inset(columns: 1, rows: 0)
            rule = area.take(.bottom, 1).row
            card = area.take(.top, 4)
            talk = area.inset(columns: 1, rows: 0)
            (side, ticket) = (nil, nil)
            return
        }
        area = area.inset(columns: 1, rows: 1)
        bottom = area.take(.bottom, bottomRows).inset(columns: 1, rows: 0)
        rule = area.take(.bottom, 1).row
        var column = area.take(.right, form == .full ? 40 : 31)
        _ = column.take(.left, 2)
        _ = column.take(.right, 1)
        side = column
        // The line between.
        _ = area.take(.right, 1)
        if form == .full {
            var column = area.take(.left, 38)
            _ = column.take(.left, 1)
            _ = column.take(.right, 1)
            ticket = column
            _ = area.take(.left, 1)
            card = Rect(column: area.column, row: area.row, columns: 0, rows: 0)
        } else {
            ticket = nil
            card = area.take(.top, 2)
        }
        talk = area.inset(columns: 1, rows: 0)
    }

    /// The columns that what was said may take.
    var talkColumns: Int { talk.columns }

    /// Draws the frame and the rules between the parts.
    func drawRules(into surface: inout Surface, lines: LineGlyphs) {
        let style = Role.border.index
        func level(_ row: Int) {
            surface.horizontalLine(
                at: Point(column: frame.column, row: row), columns: frame.columns, style: style, lines: lines)
        }
        guard form != .narrow else {
            for row in [card.row, card.endRow - 1, rule] { level(row) }
            return
        }
        surface.box(frame, style: style, lines: lines)
        level(rule)
        surface.put(String(lines.leftTee), at: Point(column: frame.column, row: rule), style: style)
        surface.put(String(lines.rightTee), at: Point(column: frame.endColumn - 1, row: rule), style: style)
        for column in [side.map { $0.column - 2 }, ticket.map(\.endColumn).map { $0 + 1 }].compactMap({ $0 }) {
            surface.verticalLine(
                at: Point(column: column, row: frame.row), rows: rule - frame.row, style: style, lines: lines)
            surface.put(String(lines.topTee), at: Point(column: column, row: frame.row), style: style)
            surface.put(String(lines.bottomTee), at: Point(column: column, row: rule), style: style)
        }
        if form == .wide, let side {
            let row = card.endRow - 1
            let end = side.column - 2
            surface.horizontalLine(
                at: Point(column: frame.column, row: row), columns: end - frame.column, style: style, lines: lines)
            surface.put(String(lines.leftTee), at: Point(column: frame.column, row: row), style: style)
            surface.put(String(lines.rightTee), at: Point(column: end, row: row), style: style)
        }
    }
}
