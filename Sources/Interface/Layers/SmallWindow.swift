import Terminal

extension Surface {
    /// What stands in a window that is too small for a screen.
    mutating func askForRoom() {
        let need =
            "Rapport needs \(Interface.smallestColumns)×\(Interface.smallestRows) cells; "
            + "this window has \(size.columns)×\(size.rows). Clocks wait."
        for (row, line) in DisplayText.wrapped(need, columns: max(1, size.columns)).enumerated() {
            put(line, at: Point(column: 0, row: row))
        }
    }
}
