import Conversation
import Terminal

// What a preview looks like.
extension PreviewScreen {
    /// Columns from which the state of things stands in a column of its own.
    private static let wideColumns = 100

    /// Draws the preview.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle(title, place(look.glyphs))
        var area = surface.bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        if let picker { return draw(picker, into: &surface, in: area, look: look) }
        guard let preview else {
            return surface.draw(
                problemLines(columns: area.columns - 2, rows: area.rows), in: area.inset(columns: 1, rows: 0))
        }
        let isWide = surface.size.columns >= Self.wideColumns
        if isWide { drawSide(of: preview, into: &surface, from: &area, look: look) }
        if !isWide { drawBands(of: preview, into: &surface, from: &area, look: look) }
        let bottom = area.take(.bottom, bottomRows(area, look: look, at: now))
        drawSaid(of: preview, into: &surface, in: area.inset(columns: 1, rows: 0), look: look)
        drawChoices(into: &surface, in: bottom, look: look, at: now)
    }

    var title: String {
        let heading = preview?.scenario.heading.title ?? ""
        return "Preview: \(heading.isEmpty ? slug : heading)"
    }

    private func place(_ glyphs: Glyphs) -> String {
        guard let preview else { return "" }
        var parts: [String] = []
        if errors == 0, !problems.isEmpty { parts.append("\(problems.count) finding\(problems.count == 1 ? "" : "s")") }
        parts.append(preview.session.front.node)
        if !preview.choices.isEmpty { parts.append("\(preview.choices.count) chosen") }
        return parts.joined(separator: " \(glyphs.dot) ")
    }

    // MARK: Beside and above

    private func drawSide(of preview: Preview, into surface: inout Surface, from area: inout Rect, look: Look) {
        var side = area.take(.right, errors > 0 ? area.columns * 2 / 5 : 36)
        surface.verticalLine(
            at: Point(column: side.column, row: side.row), rows: side.rows, style: Role.border.index,
            lines: look.glyphs.lines)
        _ = side.take(.left, 2)
        _ = side.take(.right, 1)
        if errors > 0 {
            let lines = problemLines(columns: side.columns, rows: max(6, side.rows / 2))
            surface.draw(lines, in: side.take(.top, lines.count + 1))
        }
        var lines = PreviewStatePane(preview: preview, glyphs: look.glyphs).column(columns: side.columns)
        if let reload {
            lines += [StyledLine(), StyledLine("The last change", .muted)]
            for change in reload.difference.changes {
                lines += StyledLine.wrapped(change.description, .text, columns: side.columns, indent: 2)
            }
        }
        surface.draw(beginningOf: lines, in: side, look: look)
        _ = area.take(.right, 1)
    }

    private func drawBands(of preview: Preview, into surface: inout Surface, from area: inout Rect, look: Look) {
        let isLow = area.rows < 18
        if errors > 0 {
            let lines = problemLines(columns: area.columns - 2, rows: isLow ? 4 : 7)
            surface.draw(lines, in: area.take(.top, lines.count).inset(columns: 1, rows: 0))
            let rule = area.take(.top, 1)
            surface.horizontalLine(
                at: rule.origin, columns: rule.columns, style: Role.border.index, lines: look.glyphs.lines)
        }
        let state = PreviewStatePane(preview: preview, glyphs: look.glyphs)
            .folded(columns: area.columns - 2, rows: isLow ? 1 : 2)
        surface.draw(state, in: area.take(.top, state.count).inset(columns: 1, rows: 0))
    }

    /// What is wrong, as much of it as fits.
    private func problemLines(columns: Int, rows: Int) -> [StyledLine] {
        guard errors > 0 else { return [] }
        let count = errors == 1 ? "1 error" : "\(errors) errors"
        let tail = preview == nil ? "Mend it and save; this looks again." : "The version before it is played on."
        var lines = StyledLine.wrapped("The file has \(count). \(tail)", .urgent, columns: columns)
        for (index, problem) in problems.prefix(errors).enumerated() {
            if index > 0 { lines.append(StyledLine()) }
            let parts = problem.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            // Where room is short, what to do comes before everything that would be right.
            let hasHint = rows < 12 && parts.contains { $0.hasPrefix("   hint:") }
            for (row, text) in parts.enumerated() where !(hasHint && text.hasPrefix("   expected:")) {
                // Source and carets keep their columns; words are wrapped.
                lines +=
                    text.contains(" | ")
                    ? [StyledLine(text)]
                    : StyledLine.wrapped(text, row == 0 ? .strong : .text, columns: columns)
            }
        }
        guard lines.count > rows else { return lines }
        return lines.prefix(rows - 1) + [StyledLine("\(lines.count - rows + 1) more lines: ! reads them all.", .muted)]
    }

    // MARK: What was said

    private func drawSaid(of preview: Preview, into surface: inout Surface, in area: Rect, look: Look) {
        let lines = said(preview, columns: area.columns, glyphs: look.glyphs)
        let back = min(scrolledBack, max(0, lines.count - area.rows))
        let end = lines.count - back
        surface.draw(lines[max(0, end - area.rows)..<end], in: area)
        surface.drawMore(back, in: area, look: look)
    }

    private func said(_ preview: Preview, columns: Int, glyphs: Glyphs) -> [StyledLine] {
        PreviewPane(session: preview.session, program: preview.scenario.program, glyphs: glyphs)
            .lines(columns: columns)
    }

    mutating func scroll(_ action: Action) {
        let page = max(1, size.rows / 2)
        switch action {
        case .pageUp: scrolledBack += page
        case .pageDown: scrolledBack = max(0, scrolledBack - page)
        case .top: scrolledBack = .max / 2
        default: scrolledBack = 0
        }
        guard let preview else { return }
        // What is above the first row stays there: a page down then moves at once.
        let count = said(preview, columns: max(20, size.columns - 2), glyphs: .ascii).count
        scrolledBack = min(scrolledBack, max(0, count - 3))
    }

    // MARK: Choices

    private func bottomRows(_ area: Rect, look: Look, at now: Uptime) -> Int {
        let most = max(5, area.rows * 3 / 5)
        if let script { return min(most, script.rows(columns: area.columns, glyphs: look.glyphs)) }
        return 1 + choiceLines(columns: area.columns - 2, rows: most - 1, look: look).count
    }

    private func drawChoices(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        if let script { return script.draw(into: &surface, in: area, look: look) }
        surface.horizontalLine(
            at: area.origin, columns: area.columns, style: Role.border.index, lines: look.glyphs.lines)
        if let offer = preview?.offer {
            var words = offer.moment
            if let lasting = clockLasting {
                let left = max(0, lasting - (taken(at: now) ?? 0))
                words += " \(look.glyphs.dot) reply \(clocksRun ? "in" : "within") \(StoryDuration.clock(left))"
            }
            surface.put(" \(words) ", at: Point(column: 2, row: area.row), style: Role.muted.index)
        }
        var inside = area
        _ = inside.take(.top, 1)
        let lines = choiceLines(columns: inside.columns - 2, rows: inside.rows, look: look)
        surface.draw(lines, in: inside.inset(columns: 1, rows: 0))
        let row = lines.firstIndex { chosen == nil || $0.runs.first?.role == .key } ?? 0
        surface.cursor = Point(column: inside.column + 1, row: inside.row + min(row, max(0, inside.rows - 1)))
    }

    private func choiceLines(columns: Int, rows: Int, look: Look) -> [StyledLine] {
        if let fault = preview?.fault {
            return StyledLine.wrapped(fault, .urgent, columns: columns)
                + [StyledLine("u", .key).with(" takes the last choice back.")]
        }
        let choices = choices
        guard !choices.isEmpty else {
            return [
                StyledLine("The story is over here.", .strong),
                StyledLine("u", .key).with(" takes the last choice back, ").with("R", .key).with(" begins again, ")
                    .with("s", .key).with(" saves the run."),
            ]
        }
        let whole = choices.indices.flatMap { line(choices[$0], $0, columns: columns, isWhole: true, look) }
        if whole.count <= rows { return whole }
        let cut = choices.indices.flatMap { line(choices[$0], $0, columns: columns, isWhole: false, look) }
        // The chosen row is there whatever else is not.
        let hidden = max(0, (chosen ?? 0) - rows + 1)
        return Array(cut.dropFirst(hidden).prefix(rows))
    }

    private func line(_ choice: Choice, _ index: Int, columns: Int, isWhole: Bool, _ look: Look) -> [StyledLine] {
        let isChosen = index == chosen
        let role: Role = choice.key == nil ? .muted : isChosen ? .strong : .text
        var text = choice.option.text
        if choice.option.role == .timeout { text += " (the clock runs out)" }
        if choice.key == nil, let condition = preview?.condition(of: choice.option) { text += " \(condition)" }
        let width = max(1, columns - 5)
        let pieces =
            isWhole
            ? DisplayText.wrapped(text, columns: width)
            : [DisplayText.truncated(text, columns: width, ellipsis: look.glyphs.lines.ellipsis)]
        let lines = pieces.enumerated().map { row, piece in
            let mark = isChosen ? "\(look.glyphs.pointer) " : "  "
            let head = row == 0 ? "\(mark)\(choice.key ?? "-")  " : "     "
            return StyledLine(head, isChosen ? .key : .muted).with(piece, role)
        }
        let tags = choice.option.moves.map { "#\($0)" }.joined(separator: " ")
        guard let last = lines.last, !tags.isEmpty, last.columns + 2 + DisplayText.width(of: tags) <= columns else {
            return lines
        }
        return lines.dropLast() + [last.with("  \(tags)", .muted)]
    }

    // MARK: Nodes

    private func draw(_ picker: NodePicker, into surface: inout Surface, in area: Rect, look: Look) {
        var area = area.inset(columns: 1, rows: 0)
        var field = area.take(.top, 1)
        surface.put("Find: ", at: field.origin, style: Role.muted.index)
        _ = field.take(.left, 6)
        _ = area.take(.top, 1)
        surface.draw(picker.lines(rows: area.rows, glyphs: look.glyphs), in: area)
        picker.field.draw(into: &surface, in: field, look: look)
    }
}
