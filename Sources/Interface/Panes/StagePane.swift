import Conversation
import Room
import Terminal

/// Draws a page of the stage: large figures first, then shapes, then few words, with room around them.
struct StagePane {
    let page: StagePage

    /// How much larger than five rows anything ever gets.
    private static let largestScale = 4

    /// Draws it in the middle of an area.
    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        let columns = min(StagePage.columns, area.columns)
        let lines = page.lines(glyphs: look.glyphs)
        // While lines come and go, the clock keeps its place and its size: there is room for the most that can come.
        let isLively = page.feelings != nil
        let textRows = isLively ? StagePage.textRows - 2 : lines.reduce(0) { $0 + $1.count }
        let shapes = page.feelings == nil ? 0 : 2
        let way = page.way == nil ? 0 : Self.wayRows + 1
        let fixed = (page.heading.isEmpty ? 0 : 1) + textRows + shapes + way
        let groups = isLively ? 4 : lines.count
        let pieces = 1 + page.large.count + (shapes > 0 ? 1 : 0) + (way > 0 ? 1 : 0) + groups
        let scale = scale(in: area, fixed: fixed, pieces: pieces)
        let isLarge = scale > 0
        let largeRows = page.large.count * (isLarge ? scale * StageLetters.rows : 1)
        // What is over goes between the pieces: a blank row each before any has two.
        var free = max(0, area.rows - fixed - largeRows)
        let gap = min(2, free / max(1, pieces - 1))
        free -= gap * (pieces - 1)
        var rest = area
        _ = rest.take(.top, min(free / 2, 3))

        func text(_ line: StyledLine, _ rest: inout Rect) {
            let place = rest.take(.top, 1)
            guard !place.isEmpty else { return }
            surface.draw(
                line, at: Point(column: place.column + (place.columns - columns) / 2, row: place.row), columns: columns)
        }

        if !page.heading.isEmpty {
            let heading = DisplayText.truncated(page.heading, columns: columns, ellipsis: look.glyphs.lines.ellipsis)
            text(StyledLine(heading, .title, indent: max(0, (columns - DisplayText.width(of: heading)) / 2)), &rest)
            _ = rest.take(.top, gap)
        }
        for large in page.large {
            let place = rest.take(.top, isLarge ? scale * StageLetters.rows : 1)
            if isLarge {
                large.draw(into: &surface, in: place, scale: scale, look: look)
            } else {
                var row = place
                let words = large.plain
                let indent = max(0, (columns - DisplayText.width(of: words)) / 2)
                text(StyledLine(words, large.role, indent: indent), &row)
            }
            _ = rest.take(.top, gap)
        }
        if let feelings = page.feelings {
            for line in Self.lines(of: feelings, look: look) { text(line, &rest) }
            _ = rest.take(.top, gap)
        }
        if let way = page.way {
            for line in Self.lines(of: way, look: look) { text(line, &rest) }
            _ = rest.take(.top, gap)
        }
        // Where no row is free between texts, there is none between any two of them.
        for group in lines {
            for line in group { text(line, &rest) }
            _ = rest.take(.top, min(gap, 1))
        }
    }

    /// As large as there is room for; 0 where not even five rows fit.
    private func scale(in area: Rect, fixed: Int, pieces: Int) -> Int {
        guard let widest = page.large.map({ $0.columns() }).max(), widest > 0 else { return 1 }
        // A blank row around each, where they are large for it.
        let free = area.rows - fixed - pieces
        let down = free / (StageLetters.rows * page.large.count)
        let across = (area.columns - 4) / widest
        if min(down, across) >= 1 { return min(Self.largestScale, down, across) }
        let fits = area.rows - fixed >= StageLetters.rows * page.large.count && widest <= area.columns
        return fits ? 1 : 0
    }

    // MARK: Shapes

    private static let barColumns = 12

    /// Two bars, two rows thick, with a sign for the way that each moved last.
    static func lines(of feelings: StagePage.Feelings, look: Look) -> [StyledLine] {
        func sign(_ moved: Int) -> String {
            moved > 0 ? look.glyphs.rise : moved < 0 ? look.glyphs.fall : " "
        }
        func bar(_ line: StyledLine, _ value: Int) -> StyledLine {
            let filled = min(barColumns, max(0, (value * barColumns + 50) / 100))
            return line.with(String(repeating: look.glyphs.full, count: filled), .bar)
                .with(String(repeating: look.glyphs.empty, count: barColumns - filled), .track)
        }
        var upper = bar(StyledLine("trust ", .strong), feelings.trust).with(" \(sign(feelings.trustMoved))  ", .strong)
        upper = bar(upper.with("heat ", .strong), feelings.heat).with(" \(sign(feelings.heatMoved))", .strong)
        var lower = bar(StyledLine("      "), feelings.trust).with("    ")
        lower = bar(lower.with("     "), feelings.heat)
        return [upper, lower]
    }

    /// Rows of the curve.
    private static let wayRows = 4

    /// Trust over the round as a shape, and below it the keys of what was noticed.
    static func lines(of way: StagePage.Way, look: Look) -> [StyledLine] {
        let steps = look.glyphs.full.isASCII ? [" ", look.glyphs.full] : [" "] + look.glyphs.bars
        let most = steps.count - 1
        let rows = (0..<wayRows).map { row in
            let below = (wayRows - 1 - row) * most
            let cells = way.trust.map { value -> Character in
                // Even no trust is a thin line, so that the shape has a ground.
                let level = max(1, (value * wayRows * most + 50) / 100)
                return steps[min(most, max(0, level - below))]
            }
            return StyledLine(String(cells), .bar)
        }
        var signs = Array(repeating: " ", count: way.trust.count)
        for mark in way.marks where signs.indices.contains(mark.column) { signs[mark.column] = mark.key }
        // Without a mark, the row says what the shape is.
        let isBare = way.marks.isEmpty
        return rows + [isBare ? StyledLine("trust over the round", .muted) : StyledLine(signs.joined(), .strong)]
    }
}
