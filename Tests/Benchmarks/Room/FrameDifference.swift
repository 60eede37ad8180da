import Terminal

/// What a terminal would have to be sent to show another frame: for each run of cells that differ, where it begins, its
/// style once, and its characters.
enum FrameDifference {
    static func bytes(from old: Surface, to new: Surface) -> Int {
        var output: [UInt8] = []
        for row in 0..<new.size.rows {
            var column = 0
            while column < new.size.columns {
                guard isChanged(column, row, old, new) else {
                    column += 1
                    continue
                }
                output += "\u{1B}[\(row + 1);\(column + 1)H".utf8
                var style: StyleIndex?
                while column < new.size.columns, isChanged(column, row, old, new) {
                    let cell = new[Point(column: column, row: row)]
                    if cell.style != style {
                        output += "\u{1B}[0;38;5;\(cell.style)m".utf8
                        style = cell.style
                    }
                    output += cell.text.utf8
                    column += 1
                }
            }
        }
        return output.count
    }

    private static func isChanged(_ column: Int, _ row: Int, _ old: Surface, _ new: Surface) -> Bool {
        let point = Point(column: column, row: row)
        return old[point] != new[point]
    }
}
