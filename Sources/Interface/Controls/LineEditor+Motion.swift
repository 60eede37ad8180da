import Terminal

extension LineEditor {
    mutating func move(_ motion: Edit.Motion, selects: Bool) -> Outcome {
        let selected = selection
        let isUpright = motion == .up || motion == .down
        let goal = isUpright ? goal ?? place.column : nil
        defer {
            (self.goal, last) = (goal, .other)
            history.close()
            settle()
        }
        if selects {
            if anchor == nil { anchor = cursor }
        } else {
            anchor = nil
            // An arrow first leaves the selection by the side it points to.
            if let selected, motion == .left || motion == .right {
                cursor = motion == .left ? selected.lowerBound : selected.upperBound
                return .done
            }
        }
        let old = cursor
        cursor = target(motion, goal: goal)
        return cursor != old || (selected != nil && !selects) ? .done : .nothing
    }

    /// Where a motion ends.
    func target(_ motion: Edit.Motion, goal: Int? = nil) -> Int {
        switch motion {
        case .left: return max(0, cursor - 1)
        case .right: return min(count, cursor + 1)
        case .textStart: return 0
        case .textEnd: return count
        case .lineStart: return (clusters[..<cursor].lastIndex(where: \.isNewline) ?? -1) + 1
        case .lineEnd: return clusters[cursor...].firstIndex(where: \.isNewline) ?? count
        case .wordLeft:
            var index = cursor
            while index > 0, !isWord(index - 1) { index -= 1 }
            while index > 0, isWord(index - 1) { index -= 1 }
            return index
        case .wordRight:
            var index = cursor
            while index < count, !isWord(index) { index += 1 }
            while index < count, isWord(index) { index += 1 }
            return index
        case .up, .down:
            let rows = rows
            let row = rows.row(of: cursor) + (motion == .up ? -1 : 1)
            guard rows.ranges.indices.contains(row) else { return cursor }
            return index(in: rows, row: row, column: goal ?? place.column)
        }
    }

    private func isWord(_ index: Int) -> Bool {
        let character = clusters[index].text
        if character.isLetter || character.isNumber || character == "_" { return true }
        // An apostrophe inside a word belongs to it: "don't" is one word.
        guard character == "'" || character == "’", index > 0, index + 1 < count else { return false }
        return clusters[index - 1].text.isLetter && clusters[index + 1].text.isLetter
    }

    /// The place in a row that is nearest to a column.
    private func index(in rows: EditorRows, row: Int, column: Int) -> Int {
        let range = rows.ranges[row]
        // The place behind the last character of a row that is wrapped is the first of the next row.
        let end = rows.isWrapped(row) ? max(range.lowerBound, range.upperBound - 1) : range.upperBound
        var used = 0
        for index in range.lowerBound..<end {
            used += Int(clusters[index].width)
            if used > column { return index }
        }
        return end
    }
}
