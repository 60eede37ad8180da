import Conversation
import Room
import Terminal

// What the desk looks like.
extension DeskScreen {
    /// Draws the desk: where the room is, and what can be done next.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        if case .card(let face)? = sheet { return drawCard(face, into: &surface, look: look) }
        let standing = DeskStanding(view: view, now: now, glyphs: look.glyphs)
        surface.drawTitle(room.plan?.title ?? "A live room", standing.phase)
        let layout = DeskLayout(surface.size)
        layout.drawRules(into: &surface, lines: look.glyphs.lines)
        if let head = layout.head { surface.draw(standing.rows(columns: head.columns), in: head) }
        if let side = layout.side {
            surface.draw(
                standing.sections(columns: side.columns, hasPeople: layout.left == nil), in: side,
                border: (left: 2, right: 1), look: look)
        }
        if let left = layout.left {
            surface.draw(
                standing.peopleSections(columns: left.columns), in: left, border: (left: 1, right: 2), look: look)
        }
        drawUndo(into: &surface, in: layout.undo, stage: layout.head != nil ? standing.stage : "")
        if let entry {
            var area = layout.body
            let room = area.take(.bottom, min(6, max(3, area.rows / 3)))
            drawBody(into: &surface, in: area, look: look, at: now)
            drawEntry(entry, into: &surface, in: room, look: look)
        } else if let sheet {
            draw(sheet, into: &surface, in: layout.body, look: look)
        } else {
            drawBody(into: &surface, in: layout.body, look: look, at: now)
        }
    }

    private func drawUndo(into surface: inout Surface, in area: Rect, stage: String) {
        var line = StyledLine()
        if let slip = room.undoable, room.phase != .closed {
            line = StyledLine("u ", .key).with("takes back: \(slip.words)", .muted)
        }
        let width = DisplayText.width(of: stage)
        surface.draw(line, at: area.origin, columns: area.columns - width - 2)
        surface.put(stage, at: Point(column: area.endColumn - width, row: area.row), style: Role.muted.index)
    }

    private func drawEntry(_ entry: DeskEntry, into surface: inout Surface, in area: Rect, look: Look) {
        surface.horizontalLine(
            at: area.origin, columns: area.columns, style: Role.focus.index, lines: look.glyphs.lines)
        var area = area
        _ = area.take(.top, 1)
        let words = StyledLine.wrapped(label, .strong, columns: area.columns)
        surface.draw(words, in: area.take(.top, min(words.count, max(1, area.rows - 1))))
        var editor = entry.editor
        editor.fit(area.size)
        editor.draw(into: &surface, in: area, look: look)
    }

    private func drawBody(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        switch room.phase {
        case .gathering: drawGathering(into: &surface, in: area, look: look)
        case .cards: drawCards(into: &surface, in: area, look: look)
        case .countdown(let until):
            let left = max(0, until - view.roomTime(at: now))
            BigDigits("\((left + 999) / 1_000)").draw(into: &surface, in: area, look: look)
        case .playing: drawPlaying(into: &surface, in: area, look: look, at: now)
        case .feedback: drawFeedback(into: &surface, in: area, look: look, at: now)
        case .debrief: drawDebrief(into: &surface, in: area, look: look, at: now)
        case .closed:
            surface.draw(
                StyledLine.wrapped("The room is closed. Thank you.", .strong, columns: area.columns) + [StyledLine()]
                    + StyledLine.wrapped(closingWords, .text, columns: area.columns), in: area)
        }
    }

    // MARK: Sheets

    private func draw(_ sheet: DeskSheet, into surface: inout Surface, in area: Rect, look: Look) {
        var area = area
        surface.draw(StyledLine(heading(of: sheet), .focus), at: area.take(.top, 1).origin, columns: area.columns)
        _ = area.take(.top, 1)
        let rows = rows(of: sheet)
        let remarks = remarks(on: sheet).flatMap {
            StyledLine.wrapped($0, rows.isEmpty ? .text : .muted, columns: area.columns)
        }
        let room = area.take(.bottom, min(remarks.count + (rows.isEmpty ? 0 : 1), max(0, area.rows - 4)))
        if rows.isEmpty {
            var all = area
            all = Rect(column: area.column, row: area.row, columns: area.columns, rows: area.rows + room.rows)
            surface.draw(remarks, in: all)
        } else {
            surface.draw(remarks, in: room.inset(columns: 0, rows: 0).dropped(1))
            draw(rows, chosen: list, into: &surface, in: area, look: look)
        }
    }

    /// Draws rows with their numbers, scrolled so that the chosen one is there.
    func draw(
        _ rows: [DeskRow], chosen: ListSelection, into surface: inout Surface, in area: Rect, look: Look
    ) {
        let first = chosen.first(fitting: area.rows, of: rows.count)
        for (offset, index) in rows.indices.dropFirst(first).prefix(area.rows).enumerated() {
            let row = rows[index]
            let isChosen = index == chosen.row
            let key = row.key.isEmpty ? index < 9 ? "\(index + 1)" : " " : row.key
            let point = Point(column: area.column, row: area.row + offset)
            let head = StyledLine("\(isChosen ? String(look.glyphs.pointer) : " ") \(key) ", isChosen ? .key : .muted)
            let room = max(8, area.columns - head.columns)
            let text = DisplayText.truncated(row.text, columns: room, ellipsis: look.glyphs.lines.ellipsis)
            var line = head.with(text, isChosen ? .strong : .text)
            let rest = room - DisplayText.width(of: text) - 2
            if !row.detail.isEmpty, rest > 4 {
                line = line.with(
                    "  " + DisplayText.truncated(row.detail, columns: rest, ellipsis: look.glyphs.lines.ellipsis),
                    .muted)
            }
            surface.draw(line, at: point, columns: area.columns)
            if isChosen { surface.cursor = point }
        }
    }

    // MARK: The card for somebody

    /// The faces of the customer's card.
    var customerFaces: [CardFace] {
        guard room.plan?.hasCustomer == true else { return [] }
        return (room.card ?? view.standing.cards?.customer)?.faces ?? []
    }

    private func drawCard(_ face: Int, into surface: inout Surface, look: Look) {
        let faces = customerFaces
        guard faces.indices.contains(face) else { return }
        let place = faces.count > 1 ? "\(face + 1) of \(faces.count), arrows turn it" : ""
        surface.drawTitle("For \(customerName) only: hand over the screen", place)
        var area = surface.bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        var inside = area.inset(columns: 2, rows: 0)
        _ = inside.take(.right, max(0, inside.columns - 84))
        surface.draw(DeskCard(face: faces[face], glyphs: look.glyphs).lines(columns: inside.columns), in: inside)
    }
}

extension Rect {
    /// The rectangle without its uppermost rows.
    func dropped(_ count: Int) -> Rect {
        var rest = self
        _ = rest.take(.top, count)
        return rest
    }
}
