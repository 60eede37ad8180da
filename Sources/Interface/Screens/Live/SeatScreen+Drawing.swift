import Conversation
import Room
import Terminal

// What a seat looks like.
extension SeatScreen {
    /// Draws it.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle(title, titleEnd(at: now))
        let layout = layout(surface.size, look: look, at: now)
        for (row, words) in peopleLines(rows: layout.people.rows).enumerated() {
            let shown = DisplayText.truncated(
                words, columns: layout.people.columns, ellipsis: look.glyphs.lines.ellipsis)
            surface.put(
                shown, at: Point(column: layout.people.column, row: layout.people.row + row), style: Role.muted.index)
        }
        if let strip = layout.standing {
            let pane = StandingPane(session: room.play, now: view.local(at: now), glyphs: look.glyphs)
            surface.draw(pane.line(columns: strip.columns), at: strip.origin, columns: strip.columns)
        }
        layout.drawRules(into: &surface, lines: look.glyphs.lines)
        if layout.side != nil { drawSide(into: &surface, layout, look: look, at: now) }
        drawMain(into: &surface, layout, look: look, at: now)
        drawBottom(into: &surface, layout, look: look, at: now)
    }

    private var title: String { room.plan?.title ?? "A live room" }

    /// The round, what one is in it, and the clock.
    private func titleEnd(at now: Uptime) -> String {
        var parts: [String] = []
        if room.round > 0, [.cards, .playing, .feedback].contains(place.part) {
            parts = ["round \(room.round) of \(max(room.rounds, room.round))", place.roleWords]
        } else if place.part != .gone(isRemoved: true), let me = place.me {
            parts = [me.name]
        }
        if place.part != .agreement, !parts.isEmpty, !place.numberWords.isEmpty { parts.append(place.numberWords) }
        if place.sitting.count > 1, let me = place.me, parts.first != me.name { parts.insert(me.name, at: 0) }
        if place.part == .playing { parts.append(StoryDuration.clock(view.left(at: now))) }
        return parts.joined(separator: ", ")
    }

    /// Who plays what now and next; in one row where there is no room for two.
    private func peopleLines(rows: Int) -> [String] {
        let lines = place.castingLines
        return rows < lines.count ? [lines.joined(separator: ". ")] : lines
    }

    private var peopleRows: Int {
        switch place.part {
        case .joining, .gone, .agreement, .closed: 0
        case .gathering: 1
        case .cards, .playing, .feedback, .debrief: size.rows < 20 ? 1 : min(2, place.castingLines.count)
        }
    }

    func layout(_ size: Size, look: Look, at now: Uptime) -> SeatLayout {
        let columns = size.columns - 2
        let most = max(4, (size.rows - 2) / 2)
        let editor = isTyping ? editorRows(columns: columns, most: most) : 0
        let lines = bottomLines(columns: columns, rows: max(1, most - editor), look: look, at: now).count
        let hasStanding =
            place.part == .playing && hasScenario && size.columns < SeatLayout.wideColumns && showsTalk
            && size.rows >= 20
        return SeatLayout(
            size, people: peopleRows, hasStanding: hasStanding, sideColumns: sideColumns,
            bottomRows: max(1, min(most, lines + editor)))
    }

    private func editorRows(columns: Int, most: Int) -> Int {
        ReplyEditor(editor: typing.editor).rows(columns: min(columns, PracticeScreen.measure), most: max(2, most / 2))
    }

    // MARK: Above

    private func drawSide(into surface: inout Surface, _ layout: SeatLayout, look: Look, at now: Uptime) {
        guard var area = layout.side else { return }
        let head = sideHead(columns: area.columns, look: look, at: now)
        surface.draw(head, in: area.take(.top, min(area.rows, head.count)))
        drawCard(into: &surface, in: area, pages(layout, look: look, at: now), look: look)
    }

    private func drawCard(into surface: inout Surface, in area: Rect, _ pages: [[StyledLine]], look: Look) {
        guard !pages.isEmpty else {
            guard card(look.glyphs) != nil, isCardTurned else { return }
            return surface.draw([StyledLine("Your card is put away; Q shows it.", .muted)], in: area)
        }
        let shown = min(cardPage, pages.count - 1)
        surface.draw(pages[shown], in: area)
        guard pages.count > 1, area.rows > 1 else { return }
        let words = "\(look.glyphs.left) page \(shown + 1) of \(pages.count) \(look.glyphs.right)"
        surface.put(
            words,
            at: Point(column: max(area.column, area.endColumn - DisplayText.width(of: words)), row: area.endRow - 1),
            style: Role.muted.index, columns: area.columns)
    }

    private func drawMain(into surface: inout Surface, _ layout: SeatLayout, look: Look, at now: Uptime) {
        if showsCardAlone {
            return drawCard(into: &surface, in: layout.main, pages(layout, look: look, at: now), look: look)
        }
        guard showsTalk else {
            let lines = page(columns: layout.main.columns, look: look, at: now)
            let shown = scroll.slice(lines, rows: layout.main.rows)
            surface.draw(shown.lines, in: layout.main)
            surface.drawMore(lines.count - shown.first - shown.lines.count, in: layout.main, look: look)
            return
        }
        var area = layout.main
        _ = area.take(.right, max(0, area.columns - PracticeLayout.widestTalk))
        let pane = talk(look: look, at: now)
        if pane.channel == .voice, hasScenario, area.rows > 3 {
            let status = area.take(.bottom, 1)
            surface.draw(pane.call.status(columns: status.columns), at: status.origin, columns: status.columns)
        }
        let blocks = pane.blocks(columns: area.columns)
        if blocks.isEmpty {
            return surface.draw([StyledLine("Nothing has been said yet.", .muted)], in: area)
        }
        reading.draw(blocks, into: &surface, in: area, look: look)
    }

    // MARK: Below

    private func drawBottom(into surface: inout Surface, _ layout: SeatLayout, look: Look, at now: Uptime) {
        if let moment = offer(at: now)?.moment, !moment.isEmpty, place.part == .playing {
            surface.put(" \(moment) ", at: Point(column: 1, row: layout.rule), style: Role.muted.index)
        }
        var area = layout.bottom
        if isTyping {
            let rows = editorRows(columns: area.columns, most: max(4, (surface.size.rows - 2) / 2))
            let below = area.take(.bottom, min(area.rows, rows))
            drawEditor(into: &surface, in: below, look: look)
        }
        let lines = bottomLines(columns: area.columns, rows: area.rows, look: look, at: now)
        surface.draw(lines, in: area)
        guard !isTyping else { return }
        // The cursor stands where reading what can be done begins.
        let chosen = lines.firstIndex { $0.runs.first?.role == .key } ?? 0
        surface.cursor = Point(column: area.column, row: area.row + min(chosen, max(0, area.rows - 1)))
    }

    private func drawEditor(into surface: inout Surface, in area: Rect, look: Look) {
        var area = area
        _ = area.take(.right, max(0, area.columns - PracticeScreen.measure))
        ReplyEditor(editor: typing.editor).draw(into: &surface, in: area, look: look)
    }

    /// The cells that words are typed in.
    func editorArea(_ layout: SeatLayout) -> Rect {
        var area = layout.bottom
        let rows = editorRows(columns: area.columns, most: max(4, (size.rows - 2) / 2))
        area = area.take(.bottom, min(area.rows, rows))
        _ = area.take(.right, max(0, area.columns - PracticeScreen.measure))
        _ = area.take(.left, ReplyEditor.indent)
        return area
    }
}
