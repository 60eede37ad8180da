/// A text in the rows one sees: broken at newlines and, where it is too wide, between words.
///
/// Every character is in exactly one row, but for newlines, which are in none. One column stays free for the cursor.
struct EditorRows {
    /// The clusters of each row; there is always one row.
    private(set) var ranges: [Range<Int>] = []

    init(_ clusters: [LineEditor.Cluster], columns: Int) {
        clusters.withUnsafeBufferPointer { fill($0, columns: columns) }
    }

    private mutating func fill(_ clusters: UnsafeBufferPointer<LineEditor.Cluster>, columns: Int) {
        let room = max(1, columns - 1)
        var start = 0
        var width = 0
        // Where the row can break, and its width up to there.
        var lastBreak: (index: Int, width: Int)?
        var isHanging = false
        func close(at end: Int) {
            ranges.append(start..<end)
        }
        for index in clusters.indices {
            let (columns, kind) = (Int(clusters[index].width), clusters[index].kind)
            if kind == .newline {
                // Behind a space that hangs, the newline adds no empty row.
                if ranges.last?.upperBound != index || index > start || !isHanging { close(at: index) }
                isHanging = false
                (start, width, lastBreak) = (index + 1, 0, nil)
                continue
            }
            let isSpace = kind == .space
            if width + columns > room, index > start {
                if isSpace, width == room {
                    // One space may hang in the cursor's column.
                    close(at: index + 1)
                    (start, width, lastBreak, isHanging) = (index + 1, 0, nil, true)
                    continue
                }
                if columns > 1 || lastBreak == nil { lastBreak = (index, width) }
                if let found = lastBreak, found.index > start {
                    close(at: found.index)
                    (start, width, lastBreak) = (found.index, width - found.width, nil)
                }
            }
            if columns > 1, index > start { lastBreak = (index, width) }
            width += columns
            if isSpace || columns > 1 { lastBreak = (index + 1, width) }
        }
        close(at: clusters.count)
    }

    /// The row that a place in the text is in; a place between two rows is in the lower one.
    func row(of cursor: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound <= cursor { low = middle } else { high = middle }
        }
        return low
    }

    /// True when a row goes on in the next one without a newline between.
    func isWrapped(_ row: Int) -> Bool {
        row + 1 < ranges.count && ranges[row + 1].lowerBound == ranges[row].upperBound
    }
}
