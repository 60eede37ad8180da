import Terminal

/// Rows and columns of values as cells from cold to hot. Every cell carries its step, 0–9, as a digit, so that it is read
/// without any colour; a legend says what least and most are.
public struct Heatmap: Equatable, Sendable {
    /// The names of the rows.
    public var rows: [String]
    /// The names of the columns.
    public var columns: [String]
    /// The values, row by row; nil where there is none.
    public var values: [[Int?]]
    /// What is counted, for the legend: `times trust fell`.
    public var unit: String

    /// A map of values.
    public init(rows: [String], columns: [String], values: [[Int?]], unit: String) {
        (self.rows, self.columns, self.values, self.unit) = (rows, columns, values, unit)
    }

    /// The value of a cell; nil outside.
    public func value(row: Int, column: Int) -> Int? {
        guard values.indices.contains(row), values[row].indices.contains(column) else { return nil }
        return values[row][column]
    }

    /// The step of a cell, 0 for the least of all values and 9 for the most; nil where there is no value.
    public func step(row: Int, column: Int) -> Int? {
        guard let value = value(row: row, column: column), let (least, most) = extremes else { return nil }
        guard most > least else { return 0 }
        return Int((Double(value) - Double(least)) / (Double(most) - Double(least)) * 9 + 0.5)
    }

    private var extremes: (Int, Int)? {
        let known = values.joined().compactMap { $0 }
        guard let least = known.min(), let most = known.max() else { return nil }
        return (least, most)
    }

    /// Draws the map with its legend in the last row. What does not fit is counted, never silently left out.
    public func draw(into surface: inout Surface, in area: Rect, look: Look) {
        guard !area.isEmpty, let (least, most) = extremes else {
            return surface.draw([StyledLine("No values yet.", .muted)], in: area)
        }
        var area = area
        let foot = area.take(.bottom, area.rows > 2 ? 1 : 0)
        let names = min(rows.map { DisplayText.width(of: $0) }.max() ?? 0, max(0, area.columns / 3))
        let room = area.columns - names - 1
        // Two columns to a cell at least; names of columns get more where there is more.
        let widest = columns.map { DisplayText.width(of: $0) }.max() ?? 2
        let width = min(max(3, widest + 1), max(2, room / max(1, columns.count)))
        let fitting = min(columns.count, max(0, room / width))
        let head = area.take(.top, area.rows > 1 ? 1 : 0)
        for column in 0..<fitting where !head.isEmpty {
            let name = DisplayText.truncated(
                columns[column], columns: width - 1, ellipsis: width > 4 ? look.glyphs.lines.ellipsis : "")
            surface.put(
                name, at: Point(column: head.column + names + 1 + column * width, row: head.row),
                style: Role.muted.index, columns: width - 1)
        }
        for row in 0..<min(rows.count, area.rows) {
            let name = DisplayText.truncated(rows[row], columns: names, ellipsis: look.glyphs.lines.ellipsis)
            let y = area.row + row
            surface.put(name, at: Point(column: area.column, row: y), style: Role.text.index, columns: names)
            for column in 0..<fitting {
                let point = Point(column: area.column + names + 1 + column * width, row: y)
                drawCell(step(row: row, column: column), into: &surface, at: point, columns: width - 1, look: look)
            }
        }
        let hidden = [
            fitting < columns.count ? "\(columns.count - fitting) more columns" : nil,
            rows.count > area.rows ? "\(rows.count - area.rows) more rows" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
        drawLegend(least, most, hidden, into: &surface, in: foot, look: look)
    }

    private func drawCell(_ step: Int?, into surface: inout Surface, at point: Point, columns: Int, look: Look) {
        guard let step else {
            surface.put("\(look.glyphs.dot)", at: point, style: Role.muted.index, columns: columns)
            return
        }
        let text = "\(step)" + String(repeating: " ", count: max(0, columns - 1))
        surface.put(text, at: point, style: Role.heat(step).index, columns: columns)
    }

    private func drawLegend(
        _ least: Int, _ most: Int, _ hidden: String, into surface: inout Surface, in area: Rect, look: Look
    ) {
        guard !area.isEmpty else { return }
        var line = StyledLine("0", .heat0).with(" \(least)  ").with("9", .heat9).with(" \(most)")
            .with(" \(unit)", .muted)
        if !hidden.isEmpty { line = line.with(" \(look.glyphs.dot) \(hidden)", .muted) }
        surface.draw(line, at: area.origin, columns: area.columns)
    }
}
