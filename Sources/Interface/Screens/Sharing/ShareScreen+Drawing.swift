import Terminal

extension ShareScreen {
    /// Draws the choice, and below it what others will see.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle("Who may read “\(title)”?", "")
        var area = surface.bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        area = area.inset(columns: 2, rows: 1)
        let columns = min(area.columns, 76)
        for (row, choice) in Choice.allCases.enumerated() {
            let isChosen = row == selection.row
            let line = area.take(.top, 1)
            surface.draw(
                StyledLine(isChosen ? "\(look.glyphs.pointer) " : "  ", .key)
                    .with(
                        DisplayText.truncated(
                            label(choice), columns: max(1, line.columns - 2), ellipsis: look.glyphs.lines.ellipsis),
                        isChosen ? .selected : .text),
                at: line.origin, columns: line.columns)
            if isChosen, field == nil { surface.cursor = line.origin }
        }
        _ = area.take(.top, 1)
        if let field {
            surface.draw(StyledLine("With whom?", .strong), at: area.take(.top, 1).origin, columns: columns)
            field.draw(into: &surface, in: area.take(.top, 1), look: look)
            _ = area.take(.top, 1)
        }
        let lines = told.flatMap { StyledLine.wrapped($0, .text, columns: columns) + [StyledLine()] }
        surface.draw(beginningOf: Array(lines.dropLast()), in: area, look: look, scrolls: false)
    }

    /// The choice with what others will see, then the names.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("share:\(stream)", "Who may read “\(title)”?")
        guard field == nil else {
            narration.items = [
                Narration.Item(
                    "names", "Type the names, with commas between. An empty line shares it, :back goes back.")
            ]
            narration.typing = .answer
            narration.prompt = "Names"
            return narration
        }
        let choices = Choice.allCases.enumerated().map { index, choice in
            let way = index - selection.row
            return Narration.Choice(
                "\(index + 1)", label(choice) + ".",
                does: Array(repeating: way < 0 ? Action.up : .down, count: abs(way)) + [.accept])
        }
        var open = self
        if chosen == .nobody { _ = open.perform(.down, at: now) }
        for (index, words) in open.told.enumerated() {
            narration.items.append(
                Narration.Item(
                    "told-\(index)",
                    index == 0 ? "If others may: " + words.prefix(1).lowercased() + words.dropFirst() : words))
        }
        narration.choices = Narration.Choices("share", "Who may read it?", choices, chosen: selection.row)
        narration.prompt = "A number, or back"
        return narration
    }
}
