import Conversation
import Room
import Terminal

// What is to be read at a seat, where it is not the conversation.
extension SeatScreen {
    /// The conversation is on the screen.
    var showsTalk: Bool {
        place.part == .playing && !showsCardAlone && !(room.isBlank && place.role == nil)
    }

    /// The card stands beside the conversation, or alone.
    var showsCard: Bool {
        guard card(.ascii) != nil else { return false }
        if place.part == .cards { return !isCardTurned }
        guard place.part == .playing else { return false }
        return isUsual ? !isCardTurned : isCardTurned
    }

    /// The card usually stands there: the customer's always does.
    private var isUsual: Bool { place.role == .customer || size.columns >= SeatLayout.wideColumns }

    /// The card has the place of the conversation: where there is no room for both.
    var showsCardAlone: Bool {
        place.part == .playing && showsCard && sideColumns == 0
    }

    /// The columns of the card beside the conversation; 0 for none.
    var sideColumns: Int {
        guard place.part == .playing, !(room.isBlank && place.role == nil) else { return 0 }
        let isWide = size.columns >= SeatLayout.wideColumns
        if place.role == .customer { return showsCard && size.columns >= 72 ? size.columns / 2 : 0 }
        guard isWide else { return 0 }
        return size.columns >= 140 ? 52 : 42
    }

    /// The card has pages to turn. How many does not depend on the time.
    var hasPages: Bool { place.part == .playing && showsCard && pageCount(at: Uptime(milliseconds: 0)) > 1 }

    func card(_ glyphs: Glyphs) -> SeatCardPane? { SeatCardPane(place, glyphs: glyphs) }

    func talk(look: Look, at now: Uptime) -> SeatTalkPane {
        SeatTalkPane(
            view: view, now: now, glyphs: look.glyphs, isStill: look.motion == .reduced,
            me: place.me?.id)
    }

    /// How many pages the card has where it stands now.
    func pageCount(at now: Uptime) -> Int {
        let look = Look(theme: .monochrome, glyphs: .unicode)
        return pages(layout(size, look: look, at: now), look: look, at: now).count
    }

    /// The card in pages, as they fit where it stands.
    func pages(_ layout: SeatLayout, look: Look, at now: Uptime) -> [[StyledLine]] {
        guard showsCard, let card = card(look.glyphs) else { return [] }
        let area = layout.side ?? layout.main
        let head = layout.side == nil ? 0 : sideHead(columns: area.columns, look: look, at: now).count
        let all = card.pages(columns: area.columns, rows: area.rows - head)
        // The row that says how many there are wants room as well.
        return all.count > 1 ? card.pages(columns: area.columns, rows: area.rows - head - 1) : all
    }

    /// What stands over the card beside the conversation: clocks and feelings, or one's own marks.
    func sideHead(columns: Int, look: Look, at now: Uptime) -> [StyledLine] {
        var lines: [StyledLine] = []
        if place.role != .customer, hasScenario {
            let pane = StandingPane(session: room.play, now: view.local(at: now), glyphs: look.glyphs)
            for section in pane.sections(columns: columns) {
                lines += [StyledLine(section.title, .title)] + section.lines + [StyledLine()]
            }
        }
        let own = place.ownMarks.suffix(4)
        if place.isMarking, !own.isEmpty {
            lines.append(StyledLine("Your marks", .title))
            lines += own.map { line(of: $0, columns: columns, glyphs: look.glyphs) } + [StyledLine()]
        }
        return lines
    }

    /// `01:12 Asked before fixing “what has to”`.
    func line(of mark: LiveRoom.PlacedMark, columns: Int, glyphs: Glyphs) -> StyledLine {
        let head = "\(VoicePane.offset(mark.mark.at)) "
        let quote = mark.mark.quote.isEmpty ? "" : " “\(mark.mark.quote)”"
        return StyledLine(head, .muted).with(
            DisplayText.truncated(
                place.behaviour(mark.mark.behaviour) + quote, columns: max(1, columns - head.count),
                ellipsis: glyphs.lines.ellipsis))
    }

    // MARK: Pages

    /// What is to be read now, in lines of at most so many cells.
    func page(columns: Int, look: Look, at now: Uptime) -> [StyledLine] {
        let columns = min(columns, 92)
        switch place.part {
        case .joining:
            return Self.texts(joiningWords, columns)
        case .gone(let isRemoved): return Self.texts(goneWords(isRemoved), columns)
        case .agreement:
            guard let plan = room.plan else { return [] }
            return SeatAgreementPane(plan: plan, sharesFile: view.standing.sharesFile, glyphs: look.glyphs)
                .lines(columns: columns)
        case .gathering: return gatheringLines(columns, look.glyphs)
        case .cards: return cardLines(columns, look: look)
        case .playing:
            return Self.texts(
                ["The stage is blank for now.", "It comes back when the facilitator shows it again."], columns)
        case .feedback:
            return SeatFeedbackPane(place: place, left: turnLeft(at: now), glyphs: look.glyphs).lines(columns: columns)
        case .debrief: return debriefLines(columns, look.glyphs, at: now)
        case .closed: return closedLines(columns, look.glyphs)
        }
    }

    /// A heading, and what is said below it.
    static func texts(_ texts: [String], _ columns: Int) -> [StyledLine] {
        texts.enumerated().flatMap { index, text in
            StyledLine.wrapped(text, index == 0 ? .title : .text, columns: columns) + [StyledLine()]
        }
    }

    var joiningWords: [String] {
        declined == nil
            ? ["You have asked to come in.", "The facilitator's terminal answers in a moment."]
            : ["You are not in the room yet.", "t asks again under another name; q leaves."]
    }

    func goneWords(_ isRemoved: Bool) -> [String] {
        isRemoved
            ? [
                "This room is closed to you now.",
                "The facilitator has ended your place in it. It says nothing about you; if you want to know why, ask them "
                    + "when the round is over.",
                "What you typed and have not sent went nowhere.",
            ]
            : ["You have left this room.", "It goes on, and the same code and name bring you back to your place."]
    }

    /// What comes in this room, in sentences.
    var courseWords: [String] {
        guard let plan = room.plan else { return [] }
        let minutes = plan.lasting / 60_000
        let length =
            plan.lasting % 60_000 == 0
            ? minutes == 1 ? "one minute" : "\(minutes) minutes" : StoryDuration.clock(plan.lasting)
        let rounds = room.rounds == 1 ? "One round" : "\(room.rounds) rounds"
        return [
            "\(rounds) of \(length), each with a card to read first and a feedback round behind it.",
            "Agent becomes customer or observer, and everybody plays the agent."
                .replacing(
                    "customer or observer", with: plan.hasCustomer ? "customer, customer becomes observer" : "observer"),
        ]
    }

    /// Who is here, each with what they are here for and whether they have said yes.
    var peopleLines: [String] {
        room.agreeing.map { person in
            let name = person.id == place.me?.id ? "\(person.name) (you)" : person.name
            let kind =
                switch person.kind {
                case .facilitator: ", facilitates"
                case .audience: ", looks on"
                case .player, .stage: ""
                }
            return name + kind + (room.agreed[person.id] == nil ? ": has not answered yet" : ": has said yes")
        }
    }

    private func gatheringLines(_ columns: Int, _ glyphs: Glyphs) -> [StyledLine] {
        [StyledLine("Who is here", .title)]
            + peopleLines.map {
                StyledLine("\(glyphs.dot) ", .muted).with(
                    DisplayText.truncated($0, columns: columns - 2, ellipsis: glyphs.lines.ellipsis))
            } + [StyledLine(), StyledLine("What comes", .title)]
            + courseWords.flatMap { StyledLine.wrapped($0, .text, columns: columns) }
    }

    private func cardLines(_ columns: Int, look: Look) -> [StyledLine] {
        if isCardTurned { return Self.texts(["Your card is put away.", "Q shows it again."], columns) }
        guard let card = card(look.glyphs) else { return Self.texts(noCardWords, columns) }
        return card.pages(columns: columns, rows: 10_000).flatMap { page in
            page.enumerated().flatMap { index, line in
                index > 0 && line.runs.first?.role == .title ? [StyledLine(), line] : [line]
            }
        }
    }

    var noCardWords: [String] {
        switch place.role {
        case .agent: ["You are the agent.", "There is no card to read: the conversation says what it is about."]
        case .customer: ["You are the customer.", "Your card comes in a moment, to this terminal and the desk alone."]
        case .observer: ["You observe.", "There is no checklist in this room: notice what helped, word for word."]
        case nil:
            ["You look on in this round.", "When the room is asked which reply comes next, you have a voice in it."]
        }
    }

    private func debriefLines(_ columns: Int, _ glyphs: Glyphs, at now: Uptime) -> [StyledLine] {
        let pane = SeatFeedbackPane(place: place, left: nil, glyphs: glyphs)
        var lines = Self.texts(
            ["Looking back together.", "The facilitator leads. What you keep together stands here."], columns)
        if let prompt = room.prompt?.prompt, !prompt.text.isEmpty {
            lines += StyledLine.wrapped(prompt.text, .strong, columns: columns)
            if let left = promptLeft(at: now) { lines.append(StyledLine("\(StoryDuration.clock(left)) left", .muted)) }
            lines.append(StyledLine())
        }
        lines += outputs.map { StyledLine("\(glyphs.dot) ", .muted).with($0) }
        if !outputs.isEmpty { lines.append(StyledLine()) }
        return lines + pane.wins(columns: columns)
    }

    /// What was kept of the debrief, a line each.
    var outputs: [String] { room.play.learner.outputs.map(\.title) }

    /// What is left of the room, in sentences.
    var closingWords: [String] {
        guard let plan = room.plan else { return ["The room is closed."] }
        if room.isKept { return ["Thank you for being here.", plan.agreement.kept] }
        if plan.recording == .kept {
            return [
                "Thank you for being here.",
                "Not everybody wanted it kept, and so nothing is: the room is forgotten as it closes.",
            ]
        }
        return ["Thank you for being here.", plan.agreement.forgotten]
    }

    private func closedLines(_ columns: Int, _ glyphs: Glyphs) -> [StyledLine] {
        Self.texts(closingWords, columns)
            + SeatFeedbackPane(place: place, left: nil, glyphs: glyphs).wins(columns: columns)
    }
}
