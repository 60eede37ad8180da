import Terminal

extension StyledLine {
    /// The same line, so many cells further in.
    func indented(_ cells: Int) -> StyledLine {
        var line = self
        line.indent += cells
        return line
    }

    /// Two columns of lines as one, with a rule between them; the left one has `leftColumns` cells.
    static func beside(
        _ left: [StyledLine], _ right: [StyledLine], leftColumns: Int, rule: Character
    ) -> [StyledLine] {
        (0..<max(left.count, right.count)).map { row in
            var line = row < left.count ? left[row] : StyledLine()
            let gap = max(0, leftColumns - line.columns)
            // An indentation can only stand first, so the right column's is written out.
            line.runs.append(Run(text: String(repeating: " ", count: gap), role: .text))
            line.runs.append(Run(text: " \(rule) ", role: .border))
            if row < right.count {
                line.runs.append(Run(text: String(repeating: " ", count: right[row].indent), role: .text))
                line.runs += right[row].runs
            }
            return line
        }
    }
}
