import Conversation
import Terminal

// What the practice screen looks like.
extension PracticeScreen {
    /// Draws the conversation.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        drawTitle(into: &surface, look: look, at: now)
        guard !isPaused else {
            return Self.drawMessage(
                [
                    "Paused", "", "Every clock stands still. Nobody asks why.", "",
                    "Space goes on \(look.glyphs.dot) q leaves; it all waits here",
                ],
                into: &surface, in: surface.bounds.inset(columns: 0, rows: 1))
        }
        let layout = layout(surface.size, look: look, at: now)
        layout.drawRules(into: &surface, lines: look.glyphs.lines)
        if let strip = layout.threads {
            let line = threads(at: now, glyphs: look.glyphs).line(columns: strip.columns)
            surface.draw(line, at: Point(column: strip.column, row: strip.row), columns: strip.columns)
        }
        drawCard(into: &surface, layout, look: look, at: now)
        drawColumns(into: &surface, layout, look: look, at: now)
        let talk = talk(of: layout, at: now)
        drawTranscript(into: &surface, in: talk, look: look, at: now)
        if channel(at: now) == .voice {
            surface.draw(
                call(at: now, look: look).status(columns: talk.columns),
                at: Point(column: talk.column, row: talk.endRow), columns: talk.columns)
        }
        drawBottom(into: &surface, layout, look: look, at: now)
        if let popUp, popUp.shown.look == .nudge || isTypingReply {
            drawNudge(popUp, into: &surface, in: layout.talk, look: look)
        }
    }

    func layout(_ size: Size, look: Look, at now: Uptime) -> PracticeLayout {
        let inner = size.columns < PracticeLayout.wideColumns ? size.columns - 2 : size.columns - 4
        return PracticeLayout(
            size, bottomRows: bottomRows(columns: inner, rows: size.rows, look: look, at: now),
            hasThreads: threads(at: now, glyphs: look.glyphs).isNeeded)
    }

    /// Where what was said is drawn: no wider than both sides of it can be seen together.
    private func talk(of layout: PracticeLayout, at now: Uptime) -> Rect {
        var talk = layout.talk
        let widest = channel(at: now) == .social ? PracticeLayout.widestTalk * 3 / 2 : PracticeLayout.widestTalk
        _ = talk.take(.right, max(0, talk.columns - widest))
        // The level, the clock of the call and who talks how much stand below it.
        if channel(at: now) == .voice { _ = talk.take(.bottom, 1) }
        return talk
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

    // MARK: Card and columns

    /// Who the person is that the conversation in front is with.
    var persona: String { session.front.root == nil ? engine.scenario.heading.persona : session.front.persona }

    /// The customer's card: who, and what the ticket says.
    private func drawCard(into surface: inout Surface, _ layout: PracticeLayout, look: Look, at now: Uptime) {
        guard layout.form != .full else { return }
        let name = session.customerName
        let persona = persona
        let who = persona.isEmpty ? name : "\(name) \(look.glyphs.dot) \(persona)"
        let isWide = layout.form == .wide
        let columns = isWide ? layout.talk.columns - 2 : layout.card.columns - 6
        surface.put(
            " \(DisplayText.truncated(who, columns: columns, ellipsis: look.glyphs.lines.ellipsis)) ",
            at: Point(column: isWide ? 1 : 2, row: layout.frame.row), style: Role.customer.index)
        let local = local(at: now)
        let note = session.front.transcript.last { $0.kind == .note && $0.heard <= local }?.text
        surface.put(
            DisplayText.truncated(
                note ?? session.front.ticket, columns: layout.talk.columns,
                ellipsis: look.glyphs.lines.ellipsis),
            at: Point(column: layout.talk.column, row: layout.frame.row + 1), style: Role.muted.index)
        guard !isWide else { return }
        let line = standing(at: now, glyphs: look.glyphs).line(columns: layout.talk.columns)
        surface.draw(
            line, at: Point(column: layout.talk.column, row: layout.card.row + 2), columns: layout.talk.columns)
    }

    private func drawColumns(into surface: inout Surface, _ layout: PracticeLayout, look: Look, at now: Uptime) {
        if let side = layout.side {
            var sections = standing(at: now, glyphs: look.glyphs).sections(columns: side.columns)
            if layout.form == .full, let said = session.front.feedback, said.said <= local(at: now), !isUnderPopUp,
                shows(said)
            {
                sections.append(
                    PaneSection(
                        title: "The coach said", lines: page(of: said, look: look).lines(columns: side.columns)))
            }
            surface.draw(sections, in: side, border: (2, 2), look: look)
        }
        if let ticket = layout.ticket {
            let pane = TicketPane(
                session: session, persona: persona, isOneOfSeveral: engine.scenario.hasSeveralConversations,
                now: local(at: now), glyphs: look.glyphs)
            surface.draw(pane.sections(columns: ticket.columns), in: ticket, border: (2, 2), look: look)
        }
    }

    // MARK: Transcript

    /// The channel on the screen: while the coach speaks, the one that the reply was given in.
    private func channel(at now: Uptime) -> Channel {
        if let popUp, popUp.shown.look != .nudge,
            let moment = session.moments.last(where: { $0.reply != nil && $0.thread == session.frontName })
        {
            return moment.channel
        }
        return session.front.channel(at: local(at: now))
    }

    private func drawTranscript(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        // A short transcript hangs from the top; a long one stands on its last line.
        reading.draw(
            transcript(columns: area.columns, look: look, at: now).blocks, into: &surface, in: area, look: look)
    }

    private func transcript(columns: Int, look: Look, at now: Uptime) -> [StyledLine] {
        let local = local(at: now)
        let marked = markedWords
        return switch channel(at: now) {
        case .email:
            EmailPane(
                session: session, now: local, glyphs: look.glyphs, marked: marked, showsDraft: editing == nil,
                heard: heard(in: session.front.draft)
            ).lines(columns: columns)
        case .social:
            SocialPane(session: session, now: local, glyphs: look.glyphs, marked: marked).lines(columns: columns)
        case .voice: call(at: now, look: look).lines(columns: columns)
        case .chat:
            ChatPane(session: session, now: local, glyphs: look.glyphs, marked: marked).lines(columns: columns)
        }
    }

    /// What was said, by its entries, and the rows there are for it in the window.
    func transcript(at now: Uptime) -> (blocks: [TranscriptBlock<Int>], rows: Int) {
        let look = Look(theme: .monochrome, glyphs: .unicode)
        let area = talk(of: layout(size, look: look, at: now), at: now)
        return (transcript(columns: area.columns, look: look, at: now).blocks, area.rows)
    }

    // MARK: Bottom

    private func bottomRows(columns: Int, rows: Int, look: Look, at now: Uptime) -> Int {
        let most = max(4, (rows - 2) / 2)
        if editing != nil { return Self.writingRows(of: rows) }
        // In a narrow window a box takes the place of the rule as well.
        let saved = size.columns < PracticeLayout.wideColumns ? 1 : 0
        if let script {
            return min(most + 1, script.rows(columns: popUpColumns(columns), glyphs: look.glyphs) - saved)
        }
        if let meaning {
            return min(most + 1, meaning.rows(columns: popUpColumns(columns), glyphs: look.glyphs) - saved)
        }
        if isTypingReply { return typingRows(columns: min(columns, Self.measure), most: most, look: look, at: now) }
        if let popUp, isUnderPopUp {
            return min(most + 1, page(of: popUp, look: look).rows(columns: popUpColumns(columns)) - saved)
        }
        return min(
            most - 1, bottomLines(columns: min(columns, Self.measure), rows: most - 1, look: look, at: now).count)
    }

    /// Replies longer than this are hard to read in one sweep.
    static let measure = 110

    private func page(of feedback: Feedback, look: Look) -> PopUp {
        PopUp(
            feedback: feedback, glyphs: look.glyphs,
            remark: ChannelNorms.remark(in: session, coach: feedback.shown.text), apology: apology(of: feedback),
            promises: session.promiseRemark(coach: feedback.shown.text), heard: heardWords(of: feedback))
    }

    private func popUpColumns(_ columns: Int) -> Int { min(columns, 84) }

    /// Where a box lies over the replies: in a narrow window it takes the rule's place.
    func box(in layout: PracticeLayout) -> Rect {
        var box = layout.bottom
        if layout.form == .narrow {
            box = Rect(column: box.column, row: layout.rule, columns: box.columns, rows: box.rows + 1)
        }
        _ = box.take(.right, max(0, box.columns - popUpColumns(box.columns)))
        return box
    }

    private func drawBottom(into surface: inout Surface, _ layout: PracticeLayout, look: Look, at now: Uptime) {
        if editing != nil { return drawWriting(into: &surface, layout, look: look, at: now) }
        let box = box(in: layout)
        if script != nil || meaning != nil || isUnderPopUp, layout.form == .narrow {
            surface.fill(Rect(column: 0, row: layout.rule, columns: surface.size.columns, rows: box.rows))
        }
        if let script { return script.draw(into: &surface, in: box, look: look) }
        if let meaning { return meaning.draw(into: &surface, in: box, look: look) }
        if let popUp, isUnderPopUp {
            let last = typedLast == nil ? "c compare" : "X not what I meant"
            let footers = [["Enter go on", "r retry this moment", last], ["Enter go on", last]].map {
                $0.joined(separator: " \(look.glyphs.dot) ")
            }
            page(of: popUp, look: look)
                .draw(
                    into: &surface, in: box,
                    footer: footers.first { DisplayText.width(of: $0) + 4 < box.columns } ?? "")
            surface.cursor = Point(column: box.column + 2, row: box.row + 1)
            return
        }
        if let offer = session.front.offer, canSay(at: now), !offer.moment.isEmpty {
            drawOfferedBack(
                into: &surface, in: layout.bottom, row: layout.rule,
                from: layout.bottom.column + DisplayText.width(of: offer.moment) + 2, look: look, at: now)
            let speaking = session.speaker(at: local(at: now)).map { "\($0) is speaking; a reply now interrupts" }
            surface.put(
                " \(speaking ?? offer.moment) ", at: Point(column: layout.form == .narrow ? 2 : 1, row: layout.rule),
                style: Role.muted.index)
        }
        let area = layout.bottom
        if isTypingReply { return drawTyping(into: &surface, in: area, look: look, at: now) }
        let lines = bottomLines(
            columns: min(area.columns, Self.measure), rows: area.rows, look: look, at: now)
        surface.draw(lines, in: area)
        placeCursor(into: &surface, in: area, lines: lines)
    }

    /// The cursor stands at the chosen reply, where screen readers and magnifiers look for it.
    private func placeCursor(into surface: inout Surface, in area: Rect, lines: [StyledLine]) {
        guard let row = lines.firstIndex(where: { $0.runs.first?.role == .key || chosen == nil }), row < area.rows
        else { return }
        surface.cursor = Point(column: area.column, row: area.row + row)
    }

    /// The number of the reply that stands at a place of the window; nil for none.
    func reply(at point: Point, at now: Uptime) -> Int? {
        let look = Look(theme: .monochrome, glyphs: .unicode)
        let area = layout(size, look: look, at: now).bottom
        guard editing == nil, area.contains(point), session.front.offer?.isSend == false else { return nil }
        let lines = bottomLines(columns: min(area.columns, Self.measure), rows: area.rows, look: look, at: now)
        return lines.prefix(point.row - area.row + 1).compactMap { line in
            line.runs.first.flatMap { Int($0.text.filter(\.isNumber)) }
        }.last
    }

    func bottomLines(columns: Int, rows: Int, look: Look, at now: Uptime) -> [StyledLine] {
        if let offer = session.front.offer, canSay(at: now) {
            return offer.isSend
                ? LastLookPane(session: session, glyphs: look.glyphs).lines(
                    columns: columns, rows: rows, isEditable: true)
                : Composer(
                    offer: offer, chosen: chosen, glyphs: look.glyphs, saysPlace: session.front.channel == .social
                ).lines(columns: columns, rows: rows - putAwayRows) + putAwayLine(columns: columns, look: look)
        }
        if isOver, isHeardOut(at: now) {
            return [
                StyledLine("This conversation is over.", .strong), StyledLine("Enter", .key).with(" looks back on it."),
            ] + keptWords
        }
        if let next = session.nextThread(at: local(at: now)), isHeardOut(at: now) {
            let name = session.fullName(of: next.customer)
            let words =
                session.front.isOver ? "This one is over." : session.front.isResting ? "This one waits." : ""
            guard !words.isEmpty else {
                return [
                    StyledLine("Enter", .key).with(" brings the next line at once. ", .muted).with("Tab", .key)
                        .with(" turns to \(name).", .muted)
                ]
            }
            return [StyledLine(words, .strong), StyledLine("Enter", .key).with(" turns to \(name).", .muted)]
        }
        return [StyledLine("Enter", .key).with(" brings the next line at once.", .muted)]
    }

    private func drawNudge(_ feedback: Feedback, into surface: inout Surface, in area: Rect, look: Look) {
        let popUp = page(of: feedback, look: look)
        // No wider than its words: what was said lies beneath.
        let widest = popUp.lines(columns: 42).map(\.columns).max() ?? 0
        let columns = min(46, area.columns - 4, max(widest, DisplayText.width(of: popUp.title) + 2) + 4)
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
