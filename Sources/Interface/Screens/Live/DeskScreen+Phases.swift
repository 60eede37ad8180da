import Conversation
import Library
import Room
import Terminal

// The desk in each phase of the room.
extension DeskScreen {
    // MARK: Gathering

    func drawGathering(into surface: inout Surface, in area: Rect, look: Look) {
        var area = area
        let isNarrow = area.columns < 70
        let people = isNarrow ? area : area.take(.left, min(44, area.columns * 5 / 11))
        if !isNarrow { _ = area.take(.left, 2) }
        var list = people
        surface.draw(StyledLine(gatheringWords, .strong), at: list.take(.top, 1).origin, columns: list.columns)
        let legend = StyledLine.wrapped(greetingWords + numberWords, .muted, columns: list.columns)
        let foot = list.take(.bottom, min(legend.count, max(0, list.rows - 3)))
        let rows = room.agreeing.map { person in
            DeskRow(text: room.called(person) + (isElsewhere(person) ? "*" : ""), detail: yes(of: person), key: " ")
        }
        draw(rows, chosen: main, into: &surface, in: list, look: look)
        surface.draw(legend, in: foot)
        guard !isNarrow else { return }
        let lines = consent(columns: area.columns, glyphs: look.glyphs)
        guard lines.count > area.rows else { return surface.draw(lines, in: area) }
        surface.draw(lines.prefix(area.rows - 1), in: area)
        surface.put(
            "Tab: all of the agreement", at: Point(column: area.column, row: area.endRow - 1), style: Role.key.index,
            columns: area.columns)
    }

    var gatheringWords: String {
        if room.agreeing.isEmpty { return "Nobody is here yet" }
        let missing = room.unagreed.count
        return missing == 0 ? "Everybody said yes" : "\(missing) of \(room.agreeing.count) still to say yes"
    }

    /// What somebody is called on the stage while names are hidden there; empty while they are shown.
    func number(of person: Person) -> String { room.showsNames ? "" : "number \(person.number)" }

    private var numberWords: String {
        room.showsNames || room.agreeing.isEmpty ? "" : " The stage has the numbers; A shows names."
    }

    var greetingWords: String {
        if room.agreeing.isEmpty {
            let code = view.room.code
            let joining = code.isEmpty ? "" : "Everybody joins from a terminal of their own: rapport join \(code). "
            return joining + "t lets somebody in who shares this screen."
        }
        let kept = room.plan?.recording == .kept ? "1 yes, and it may be kept; 2 yes, nothing kept" : "1 yes"
        return "For the chosen one: \(kept); 3 another name; 4 ask to go. t lets somebody in."
    }

    /// Whether somebody said yes to the agreement. Who of them wants nothing kept is nobody's business here: that nothing is
    /// kept then stands beside it.
    func yes(of person: Person) -> String { room.agreed[person.id] == nil ? "has not said yes yet" : "yes" }

    /// Somebody sits at a terminal of their own.
    func isElsewhere(_ person: Person) -> Bool { person.account != nil && person.account != room.desk }

    /// What is recorded, what a lead can never see, and what is agreed.
    func consent(columns: Int, glyphs: Glyphs) -> [StyledLine] {
        guard let plan = room.plan else { return [] }
        func points(_ texts: [String]) -> [StyledLine] {
            texts.flatMap { text in
                DisplayText.wrapped(text, columns: max(8, columns - 2)).enumerated().map { row, piece in
                    StyledLine(row == 0 ? "\(glyphs.dot) " : "  ", .muted).with(piece)
                }
            }
        }
        var lines =
            [StyledLine("What becomes of it", .strong)] + StyledLine.wrapped(closingWords, .text, columns: columns)
        lines += [StyledLine("What a lead can never see", .strong)] + points(plan.agreement.neverSeen)
        if view.standing.sharesFile {
            lines += StyledLine.wrapped(
                "Terminals here share one file under one user: people are kept apart on the screen only.", .safety,
                columns: columns)
        }
        return lines + [StyledLine("What is agreed", .strong)] + points(plan.agreement.points)
            + StyledLine.wrapped(plan.agreement.question, .coach, columns: columns)
    }

    // MARK: Cards

    /// The faces of the card that is read here, and its name. The customer's own facts are not on the desk itself, which may
    /// hang on a wall: they have a screen of their own.
    var cardOnDesk: (name: String, note: String, faces: [CardFace]) {
        let cards = view.standing.cards
        switch card {
        case .agent:
            let name = room.casting.agent.map { room.name(of: $0) } ?? "the agent"
            return ("The agent\u{2019}s card: \(name)", "", room.plan?.agent.map { [$0.face] } ?? [])
        case .customer:
            guard room.plan?.hasCustomer == true else {
                return ("The customer: the scenario", "The scenario says the customer\u{2019}s lines in this room.", [])
            }
            let open = cards.map { Array($0.publicPart.customer.faces.prefix(1)) } ?? []
            return (
                "The customer\u{2019}s card: for \(customerName) only",
                "This is what everybody may know. Q shows the whole card alone on the screen: hand it over.", open
            )
        case .observer:
            return (
                "The observers\u{2019} card", "", [ObserverCard(behaviours: room.plan?.behaviours ?? []).face]
            )
        case .facilitator: return ("Your own card", "", cards?.faces(for: .facilitator) ?? [])
        }
    }

    func drawCards(into surface: inout Surface, in area: Rect, look: Look) {
        var area = area
        let (name, note, faces) = cardOnDesk
        surface.draw(
            StyledLine(name, .strong).with("  \(look.glyphs.dot) Tab: the next card", .muted),
            at: area.take(.top, 1).origin, columns: area.columns)
        _ = area.take(.right, max(0, area.columns - 84))
        var lines = note.isEmpty ? [] : StyledLine.wrapped(note, .note, columns: area.columns)
        for face in faces { lines += DeskCard(face: face, glyphs: look.glyphs).lines(columns: area.columns) }
        if lines.isEmpty { lines = StyledLine.wrapped("There is no card for this.", .muted, columns: area.columns) }
        let (shown, first) = cardScroll.slice(lines, rows: area.rows)
        surface.draw(shown, in: area)
        surface.drawMore(lines.count - first - shown.count, in: area, look: look)
    }

    // MARK: Playing

    /// What was said by now.
    func transcript(at now: Uptime) -> DeskTranscript { DeskTranscript(room: room, local: view.local(at: now)) }

    /// What is over the branches.
    func branchWords(at now: Uptime) -> String {
        if case .ended = room.play.status { return "The story has come to its end: z ends the round" }
        guard let offer = room.play.front.offer else {
            return room.play.began == nil
                ? "From the cards alone: t writes down what is said" : "No reply is waited for just now"
        }
        if offer.isSend { return "The mail waits to be sent: Alt-S" }
        if isVoting { return "The room votes: a digit is one hand more, H ends it" }
        if room.vote?.moment == offer.sequence {
            return leader == nil
                ? "The vote is over, and none is ahead: you decide" : "The vote is over: Enter says the chosen one"
        }
        if offer.opens > view.local(at: now) { return "Next, once it was said: \(offer.moment)" }
        return "Which one was heard? \(offer.moment)"
    }

    func drawPlaying(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        var area = area
        var bottom: [StyledLine] = []
        if let hint = room.hint {
            bottom += Array(StyledLine.wrapped("Hint: \(hint)", .coach, columns: area.columns).prefix(2))
        }
        if view.standing.notes.isEmpty == false || !room.notes.isEmpty, DeskLayout(size).head != nil,
            let note = DeskStanding(view: view, now: now, glyphs: look.glyphs).notes.first
        {
            bottom += Array(StyledLine.wrapped("Note: \(note.text)", .note, columns: area.columns).prefix(1))
        }
        if area.rows >= 15 { bottom.append(StyledLine(Self.keysBeside(columns: area.columns), .muted)) }
        let most = max(4, area.rows - 5 - bottom.count)
        if let offer = room.play.front.offer {
            bottom =
                DeskBranches(
                    offer: offer, chosen: chosen, vote: room.vote, vocabulary: vocabulary, glyphs: look.glyphs
                ).lines(columns: area.columns, rows: most) + bottom
            if offer.isSend { bottom = draft(columns: area.columns, rows: most) + bottom }
        }
        if room.isFrozen { bottom.insert(StyledLine("Everything is frozen. Space goes on.", .urgent), at: 0) }
        let room = area.take(.bottom, min(bottom.count, max(0, area.rows - 3)))
        surface.draw(bottom, in: room)
        let rule = area.take(.bottom, 1)
        surface.horizontalLine(
            at: rule.origin, columns: rule.columns, style: Role.border.index, lines: look.glyphs.lines)
        surface.put(
            " \(branchWords(at: now)) ", at: Point(column: rule.column + 1, row: rule.row), style: Role.strong.index,
            columns: rule.columns - 2)
        scroll.draw(
            transcript(at: now).blocks(columns: area.columns), into: &surface, in: area, look: look, sitsAtBottom: true)
    }

    /// The keys that the last row has no room for, as many as fit.
    private static func keysBeside(columns: Int) -> String {
        ["K throw in", "t words", "w silence", "I hint", "H vote", "O mark", "P people", "W win", "z end"]
            .reduce(into: "") { line, words in
                let longer = line.isEmpty ? words : "\(line)   \(words)"
                if DisplayText.width(of: longer) <= columns { line = longer }
            }
    }

    private func draft(columns: Int, rows: Int) -> [StyledLine] {
        let draft = room.play.front.draft
        let lines =
            [StyledLine("Subject: ", .muted).with(draft.subject, .strong)]
            + draft.texts.flatMap { StyledLine.wrapped($0, .text, columns: columns) }
        return Array(lines.prefix(rows))
    }

    // MARK: Feedback

    func drawFeedback(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        var area = area
        var lines: [StyledLine] = []
        for (index, turn) in (room.feedback?.turns ?? []).enumerated() {
            let isNow = index == room.feedback?.index
            lines.append(
                StyledLine(
                    isNow
                        ? "\(look.glyphs.pointer) "
                        : index < (room.feedback?.index ?? 0) ? "\(look.glyphs.kept) " : "  ", .key
                )
                .with(room.name(of: turn.person), isNow ? .strong : .text)
                .with("  \(turn.role.rawValue), \(StoryDuration.clock(turn.lasting))", .muted))
            let told = room.feedback?.said.filter { $0.person == turn.person } ?? []
            for said in told {
                lines += StyledLine.wrapped("\u{201C}\(said.text)\u{201D}", .quote, columns: area.columns, indent: 4)
                    .prefix(3)
            }
        }
        if turn == nil {
            lines.append(StyledLine("Everybody has spoken. o: \(nextWords).", .strong))
        }
        let time = DeskTimeline(room: room, glyphs: look.glyphs)
        let wins = room.wins.filter { $0.round == room.round }.map(words(about:))
        var foot: [StyledLine] = [StyledLine()]
        if room.play.began != nil || !time.marks.isEmpty { foot += time.lines(columns: area.columns) }
        foot += time.list(columns: area.columns)
        foot += RoomComments(room: room, reader: commenter).lines(columns: area.columns)
        foot += wins.flatMap { Array(StyledLine.wrapped("Win: \($0)", .note, columns: area.columns).prefix(2)) }
        let top = area.take(.top, min(lines.count, max(3, area.rows - min(foot.count, area.rows / 2))))
        surface.draw(lines, in: top)
        guard area.rows >= foot.count + 5, room.play.began != nil || !room.said.isEmpty else {
            return surface.draw(beginningOf: foot, in: area, look: look, scrolls: false)
        }
        // Where there is room, what was said is there to be looked up.
        surface.draw(foot, in: area.take(.top, foot.count))
        let rule = area.take(.top, 1)
        surface.horizontalLine(
            at: rule.origin, columns: rule.columns, style: Role.border.index, lines: look.glyphs.lines)
        surface.put(" What was said ", at: Point(column: rule.column + 1, row: rule.row), style: Role.muted.index)
        scroll.draw(transcript(at: now).blocks(columns: area.columns), into: &surface, in: area, look: look)
    }

    /// A small win in words.
    func words(about win: Win) -> String {
        let whose = win.person.map { room.name(of: $0) } ?? "everybody"
        return "\(win.behaviour), \(whose)" + (win.words.isEmpty ? "" : ": \u{201C}\(win.words)\u{201D}")
    }

    // MARK: Looking back together

    func drawDebrief(into surface: inout Surface, in area: Rect, look: Look, at now: Uptime) {
        var area = area
        let left = promptLeft(at: now)
        var head = StyledLine(guide?.name ?? "Looking back together", .strong)
        if let guide, guide.prompts.indices.contains(main.row) {
            head = head.with("  ").with(left > 0 ? StoryDuration.clock(left) : "0:00, finish your sentence", .text)
        }
        surface.draw(head, at: area.take(.top, 1).origin, columns: area.columns)
        _ = area.take(.top, 1)
        var blocks: [[StyledLine]] = []
        for (index, row) in debriefRows.enumerated() {
            let isChosen = index == main.row
            let head = isChosen ? "\(look.glyphs.pointer) " : "  "
            var lines = DisplayText.wrapped(row.text, columns: max(8, area.columns - 2)).enumerated().map {
                place, piece in
                StyledLine(place == 0 ? head : "  ", .key).with(piece, isChosen ? .strong : .text)
            }
            if !row.detail.isEmpty {
                lines += StyledLine.wrapped("\u{201C}\(row.detail)\u{201D}", .quote, columns: area.columns, indent: 4)
                    .prefix(isChosen ? 6 : 1)
            }
            blocks.append(lines)
        }
        var first = 0
        while first < main.row, blocks[first...main.row].reduce(0, { $0 + $1.count }) > area.rows { first += 1 }
        let wins = room.wins.flatMap {
            Array(StyledLine.wrapped("Win: \(words(about: $0))", .note, columns: area.columns).prefix(2))
        }
        let comments = RoomComments(room: room, reader: commenter).lines(columns: area.columns)
        let lines =
            blocks.dropFirst(first).flatMap { $0 } + (wins.isEmpty ? [] : [StyledLine()] + wins)
            + (comments.isEmpty ? [] : [StyledLine()] + comments)
        surface.draw(beginningOf: lines, in: area, look: look, scrolls: false)
    }
}
