import Conversation
import Terminal

// What the practice screen looks like.
extension PracticeScreen {
    /// Columns from which clocks and feelings stand in a column of their own.
    static let wideColumns = 100
    /// How wide that column is.
    static let sideColumns = 32

    /// Draws the conversation.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        var area = surface.bounds
        drawTitle(into: &surface, look: look, at: now)
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        if isPaused {
            Self.drawMessage(
                [
                    "Paused", "", "Every clock stands still. Nobody asks why.", "",
                    "Space goes on · q leaves; it all waits here",
                ],
                into: &surface, in: area)
            return
        }
        let bottom = area.take(.bottom, bottomRows(in: area, look: look, at: now))
        let card = area.take(.top, cardRows(in: surface.size))
        drawCard(into: &surface, in: card, look: look, at: now)
        if surface.size.columns >= Self.wideColumns {
            var side = area.take(.right, Self.sideColumns)
            surface.verticalLine(
                at: Point(column: side.column, row: side.row), rows: side.rows, style: Role.border.index,
                lines: look.glyphs.lines)
            _ = side.take(.left, 2)
            surface.draw(standing(at: now, glyphs: look.glyphs).column(columns: side.columns), in: side)
            _ = area.take(.right, 1)
        }
        // Beyond a hundred columns the two sides of a chat would lose sight of each other.
        var talk = area.inset(columns: 1, rows: 0)
        let widest = channel(at: now) == .social ? Self.wideColumns * 3 / 2 : Self.wideColumns
        _ = talk.take(.right, max(0, talk.columns - widest))
        drawTranscript(into: &surface, in: talk, look: look, at: now)
        drawBottom(into: &surface, in: bottom, look: look, at: now)
        if let popUp, popUp.shown.look == .nudge {
            drawNudge(popUp, into: &surface, in: area, look: look)
        }
    }

    private func drawTitle(into surface: inout Surface, look: Look, at now: Uptime) {
        let front = session.front
        var places = [front.journey.map(\.rawValue).joined(separator: " \(look.glyphs.arrow) ")]
        // The engine is ahead of the screen: a moment counts once it is open.
        let answered = session.moments.count { $0.reply != nil }
        let count = answered + (isOpen(at: now) && front.offer?.isSend == false ? 1 : 0)
        if count > 0 { places.append("moment \(count)") }
        if isOpen(at: now), let attempt = front.offer?.attempt, attempt > 1 { places.append("attempt \(attempt)") }
        surface.drawTitle(session.began?.title ?? "", places.joined(separator: " \(look.glyphs.dot) "))
    }

    // MARK: Card

    private func cardRows(in size: Size) -> Int { size.columns >= Self.wideColumns ? 3 : 4 }

    /// The customer's card: who, and what the ticket says.
    private func drawCard(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        let name = engine.scenario.customerName
        let persona = engine.scenario.heading.persona
        surface.horizontalLine(
            at: Point(column: 0, row: area.row), columns: area.columns, style: Role.border.index,
            lines: look.glyphs.lines)
        let who = persona.isEmpty ? name : "\(name) \(look.glyphs.dot) \(persona)"
        surface.put(
            " \(DisplayText.truncated(who, columns: area.columns - 6, ellipsis: look.glyphs.lines.ellipsis)) ",
            at: Point(column: 2, row: area.row),
            style: Role.customer.index)
        let local = local(at: now)
        let note = session.front.transcript.last { $0.kind == .note && $0.heard <= local }?.text
        let ticket = note ?? session.began?.ticket ?? ""
        surface.put(
            DisplayText.truncated(ticket, columns: area.columns - 2, ellipsis: look.glyphs.lines.ellipsis),
            at: Point(column: 1, row: area.row + 1),
            style: Role.muted.index)
        var row = area.row + 2
        if surface.size.columns < Self.wideColumns {
            let line = standing(at: now, glyphs: look.glyphs).line(columns: area.columns - 2)
            surface.draw(line, at: Point(column: 1, row: row), columns: area.columns - 2)
            row += 1
        }
        surface.horizontalLine(
            at: Point(column: 0, row: row), columns: area.columns, style: Role.border.index, lines: look.glyphs.lines)
    }

    // MARK: Transcript

    /// The channel on the screen: while the coach speaks, the one that the reply was given in.
    private func channel(at now: Uptime) -> Channel {
        if let popUp, popUp.shown.look != .nudge, let moment = session.moments.last(where: { $0.reply != nil }) {
            return moment.channel
        }
        return session.front.channel(at: local(at: now))
    }

    private func drawTranscript(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        let lines = transcript(columns: area.columns, look: look, at: now)
        let room = area.rows
        let back = min(scrolledBack, max(0, lines.count - room))
        let end = lines.count - back
        let shown = lines[max(0, end - room)..<end]
        // A short transcript hangs from the top; a long one stands on its last line.
        surface.draw(shown, in: area)
        surface.drawMore(back, in: area, look: look)
    }

    private func transcript(columns: Int, look: Look, at now: Uptime) -> [StyledLine] {
        let local = local(at: now)
        let marked = popUp.map { PopUp.quotes($0.shown) } ?? []
        return switch channel(at: now) {
        case .email:
            EmailPane(session: session, now: local, glyphs: look.glyphs, marked: marked).lines(columns: columns)
        case .social:
            SocialPane(session: session, now: local, glyphs: look.glyphs, marked: marked).lines(columns: columns)
        case .chat, .voice:
            ChatPane(session: session, now: local, glyphs: look.glyphs, marked: marked).lines(columns: columns)
        }
    }

    /// How many rows of the transcript stand above the window.
    func mostScrolledBack(at now: Uptime) -> Int {
        let look = Look(theme: .monochrome, glyphs: .unicode)
        var area = Rect(size)
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        _ = area.take(.bottom, bottomRows(in: area, look: look, at: now))
        _ = area.take(.top, cardRows(in: size))
        if size.columns >= Self.wideColumns { _ = area.take(.right, Self.sideColumns + 1) }
        let inside = area.inset(columns: 1, rows: 0)
        let widest = channel(at: now) == .social ? Self.wideColumns * 3 / 2 : Self.wideColumns
        return max(0, transcript(columns: min(widest, inside.columns), look: look, at: now).count - inside.rows)
    }

    // MARK: Bottom

    private func bottomRows(in area: Rect, look: Look, at now: Uptime) -> Int {
        let most = max(4, area.rows / 2)
        if let popUp, popUp.shown.look != .nudge {
            return min(most + 2, page(of: popUp, look: look).rows(columns: popUpColumns(area)))
        }
        return min(most, 1 + bottomLines(columns: area.columns - 2, rows: most - 1, look: look, at: now).count)
    }

    private func page(of feedback: Feedback, look: Look) -> PopUp {
        PopUp(
            feedback: feedback, glyphs: look.glyphs,
            remark: ChannelNorms.remark(in: session, coach: feedback.shown.text))
    }

    private func popUpColumns(_ area: Rect) -> Int { min(area.columns - 2, 84) }

    private func drawBottom(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        if let popUp, popUp.shown.look != .nudge {
            var box = area
            _ = box.take(.left, 1)
            _ = box.take(.right, max(0, box.columns - popUpColumns(area)))
            page(of: popUp, look: look)
                .draw(into: &surface, in: box, footer: "Enter go on \(look.glyphs.dot) r retry this moment")
            return
        }
        surface.horizontalLine(
            at: area.origin, columns: area.columns, style: Role.border.index, lines: look.glyphs.lines)
        if let offer = session.front.offer, isOpen(at: now), !offer.moment.isEmpty {
            surface.put(" \(offer.moment) ", at: Point(column: 2, row: area.row), style: Role.muted.index)
        }
        var inside = area
        _ = inside.take(.top, 1)
        let lines = bottomLines(columns: inside.columns - 2, rows: inside.rows, look: look, at: now)
        surface.draw(lines, in: inside.inset(columns: 1, rows: 0))
        placeCursor(into: &surface, in: inside, lines: lines)
    }

    /// The cursor stands at the chosen reply, where screen readers and magnifiers look for it.
    private func placeCursor(into surface: inout Surface, in area: Rect, lines: [StyledLine]) {
        guard let row = lines.firstIndex(where: { $0.runs.first?.role == .key || chosen == nil }), row < area.rows
        else { return }
        surface.cursor = Point(column: area.column + 1, row: area.row + row)
    }

    private func bottomLines(columns: Int, rows: Int, look: Look, at now: Uptime) -> [StyledLine] {
        if let offer = session.front.offer, isOpen(at: now) {
            return offer.isSend
                ? LastLookPane(session: session, glyphs: look.glyphs).lines(
                    columns: columns, rows: rows, isEditable: false)
                : Composer(
                    offer: offer, chosen: chosen, glyphs: look.glyphs, saysPlace: session.front.channel == .social
                ).lines(columns: columns, rows: rows)
        }
        if isOver, isHeardOut(at: now) {
            return [
                StyledLine("This conversation is over.", .strong), StyledLine("Enter", .key).with(" looks back on it."),
            ]
        }
        return [StyledLine("Enter", .key).with(" brings the next line at once.", .muted)]
    }

    private func drawNudge(_ feedback: Feedback, into surface: inout Surface, in area: Rect, look: Look) {
        let columns = min(46, area.columns - 4)
        let popUp = page(of: feedback, look: look)
        let rows = min(area.rows, popUp.rows(columns: columns))
        let box = Rect(column: area.endColumn - columns - 1, row: area.row, columns: columns, rows: rows)
        popUp.draw(into: &surface, in: box, footer: "")
    }

    /// A message alone in the middle.
    static func drawMessage(_ lines: [String], into surface: inout Surface, in area: Rect) {
        let top = area.row + max(0, (area.rows - lines.count) / 2)
        for (index, line) in lines.enumerated() {
            let column = area.column + max(0, (area.columns - DisplayText.width(of: line)) / 2)
            surface.put(
                line, at: Point(column: column, row: top + index),
                style: index == 0 ? Role.title.index : Role.text.index)
        }
    }
}
