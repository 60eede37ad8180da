import Conversation
import Room
import Terminal

// What can be done at a seat, in the lower part of the window.
extension SeatScreen {
    /// The short words, and below them what can be done: no more than so many rows.
    func bottomLines(columns: Int, rows: Int, look: Look, at now: Uptime) -> [StyledLine] {
        let columns = min(columns, PracticeScreen.measure)
        var words = words(at: now).flatMap { word in
            DisplayText.wrapped("\(Self.sign(of: word))\(word.text)", columns: columns).map {
                StyledLine($0, word.role)
            }
        }
        let content = content(columns: columns, rows: max(1, rows - min(words.count, 3)), look: look, at: now)
        // What can be done is there, whatever else is not.
        words = Array(words.prefix(max(0, rows - content.count)))
        return Array((words + content).prefix(rows))
    }

    /// For whoever sees no colours: a refusal begins with a sign.
    private static func sign(of word: Word) -> String { word.role == .urgent ? "! " : "" }

    private func content(columns: Int, rows: Int, look: Look, at now: Uptime) -> [StyledLine] {
        if let list { return list.lines(columns: columns, rows: rows, glyphs: look.glyphs) }
        if let purpose = typing.purpose, purpose != .say {
            return [Self.heading(of: purpose, room: room)] + quoteLine(columns)
        }
        switch place.part {
        case .joining: return [StyledLine("q leaves.", .muted)]
        case .gone, .closed: return [StyledLine("Enter", .key).with(" closes this screen.", .muted)]
        case .agreement: return agreementLines(columns: columns)
        case .gathering: return Self.wrapped(waitingWords, columns)
        case .cards: return Self.wrapped(countdownWords(at: now), columns)
        case .playing: return playingLines(columns: columns, rows: rows, look: look, at: now)
        case .feedback: return Self.wrapped(feedbackWords, columns) + waiting(.feedback, columns, look)
        case .debrief:
            return [
                StyledLine("W", .key).with(" keeps a small win, ", .muted).with("t", .key)
                    .with(" writes down what you said.", .muted)
            ]
        }
    }

    private static func wrapped(_ words: String, _ columns: Int) -> [StyledLine] {
        StyledLine.wrapped(words, .text, columns: columns)
    }

    /// Words that were put away, in a line of their own.
    private func waiting(_ purpose: SeatTyping.Purpose, _ columns: Int, _ look: Look) -> [StyledLine] {
        guard typing.isWaiting(purpose) else { return [] }
        return [ReplyEditor(editor: typing[purpose]).waiting(columns: columns, look: look)]
    }

    private static func heading(of purpose: SeatTyping.Purpose, room: LiveRoom) -> StyledLine {
        switch purpose {
        case .say: StyledLine("In your own words", .strong)
        case .feedback: StyledLine("What you said, for the room to keep in mind", .strong)
        case .win(let name): StyledLine("A small win: \(name)", .strong)
        case .ownWin: StyledLine("A small win, in your own words", .strong)
        case .comment(let moment):
            StyledLine(
                "A comment on “\(room.play.moments.last { $0.sequence == moment }?.name ?? "the round")”; the room reads it",
                .strong)
        case .quote: StyledLine("The words it is about: type some of them", .strong)
        case .name: StyledLine("Another name", .strong)
        }
    }

    /// What a mark would quote, while one types what to find.
    private func quoteLine(_ columns: Int) -> [StyledLine] {
        guard typing.purpose == .quote, let marking else { return [] }
        let quote = marking.quote(typed: typing.editor.value)
        return [
            StyledLine(
                DisplayText.truncated("\(place.behaviour(marking.behaviour)): “\(quote)”", columns: columns), .quote)
        ]
    }

    // MARK: Before and after a round

    private func agreementLines(columns: Int) -> [StyledLine] {
        guard let plan = room.plan else { return [] }
        let pane = SeatAgreementPane(plan: plan, sharesFile: view.standing.sharesFile, glyphs: .ascii)
        return StyledLine.wrapped(plan.agreement.question, .strong, columns: columns)
            + pane.answers.enumerated().map { StyledLine("  \($0 + 1)  ", .key).with($1) }
    }

    /// What is waited for before the first round.
    var waitingWords: String {
        let missing = room.unagreed.map(\.name)
        guard let first = missing.first else {
            return "Everybody has said yes. The facilitator begins when everybody is there."
        }
        let others = missing.count - 1
        let more = others == 0 ? "" : others == 1 ? " and one other" : " and \(others) others"
        return
            "Nothing begins before everybody has answered; \(first)\(more) \(others == 0 ? "is" : "are") still reading."
    }

    /// The countdown, or what is waited for.
    func countdownWords(at now: Uptime) -> String {
        guard case .countdown(let until) = room.phase else {
            return "Read it in peace. The round begins when the facilitator says so."
        }
        let seconds = max(0, until - view.roomTime(at: now) + 999) / 1_000
        return "It begins in \(seconds)."
    }

    /// Whose turn it is in the feedback round, and what helps.
    var feedbackWords: String {
        guard let turn = place.turn else { return "Everybody has spoken. The facilitator goes on from here." }
        guard place.isTheirTurn else {
            return "\(room.name(of: turn.person)) speaks, \(SeatFeedbackPane.words(turn.role)). Yours is to listen."
        }
        let what =
            switch turn.role {
            case .agent: "what you were trying, and a sentence of yours that you would say again"
            case .customer: "where it changed for you, and at which words"
            case .observer: "one specific thing: the words, and what they did. A question, and no advice"
            }
        return "It is your turn: \(what). t writes down what you said."
    }

    // MARK: In a round

    private func playingLines(columns: Int, rows: Int, look: Look, at now: Uptime) -> [StyledLine] {
        if let marking { return markingLines(marking, columns: columns, look: look) }
        if let vote = place.vote {
            return voteLines(vote, columns: columns, rows: rows, look: look, at: now) + checklist(columns, rows - 4)
        }
        switch place.role {
        case .agent: return agentLines(columns: columns, rows: rows, look: look, at: now)
        case .customer: return customerLines(columns: columns, rows: rows, look: look, at: now)
        case .observer, nil:
            let marks = checklist(columns, rows)
            guard marks.isEmpty else {
                let own = place.ownMarks.last.map { [line(of: $0, columns: columns, glyphs: look.glyphs)] } ?? []
                return marks + (rows > marks.count && sideColumns == 0 ? own : [])
            }
            return [StyledLine("You look on. When the room is asked, your number counts.", .muted)]
        }
    }

    private func agentLines(columns: Int, rows: Int, look: Look, at now: Uptime) -> [StyledLine] {
        let kept = waiting(.say, columns, look)
        guard hasScenario else {
            return [StyledLine("You speak with the customer. ", .muted).with("t", .key).with(" types a line.", .muted)]
                + kept
        }
        guard let offer = offer(at: now) else {
            let isOver = room.play.front.offer == nil
            let words = isOver ? "The conversation has come to its end." : "\(customerName) comes first."
            return [StyledLine(words, .muted)] + kept
        }
        if offer.isSend {
            return [StyledLine("The mail is ready. ", .text).with("Enter", .key).with(" sends it.", .muted)] + kept
        }
        return Composer(
            offer: offer, chosen: chosen, glyphs: look.glyphs, saysPlace: room.play.front.channel == .social
        ).lines(columns: columns, rows: max(1, rows - kept.count)) + kept
    }

    /// Who the agent talks with.
    var customerName: String { room.casting.customer.map { room.name(of: $0) } ?? room.play.customerName }

    private func customerLines(columns: Int, rows: Int, look: Look, at now: Uptime) -> [StyledLine] {
        let kept = waiting(.say, columns, look)
        let typing = StyledLine("t", .key).with(" types what you say; aloud is as good.", .muted)
        let prompts = talk(look: look, at: now).prompts
        guard !prompts.isEmpty else { return [typing] + kept }
        let words = DisplayText.wrapped(
            "You might say: " + prompts.map { "“\($0)”" }.joined(separator: " "), columns: columns)
        return words.prefix(max(1, rows - 1 - kept.count)).map { StyledLine($0, .customer) } + [typing] + kept
    }

    private func voteLines(_ vote: LiveRoom.Vote, columns: Int, rows: Int, look: Look, at now: Uptime) -> [StyledLine] {
        let own = place.me.flatMap { vote.votes[$0.id] }
        let head =
            own.flatMap { vote.options.firstIndex(of: $0) }
            .map { "Your \($0 + 1) is counted. Another number changes it while the vote is open." }
            ?? "Which reply next? Your number counts."
        let texts = voteTexts(vote)
        let isRoom = rows - 1 >= texts.reduce(0) { $0 + DisplayText.wrapped($1, columns: max(8, columns - 5)).count }
        return [StyledLine(head, .strong)]
            + texts.enumerated().flatMap { index, text -> [StyledLine] in
                let isOwn = vote.options[index] == own
                let mark = isOwn ? String(look.glyphs.chosen) : " "
                let width = max(8, columns - 5)
                let pieces =
                    isRoom
                    ? DisplayText.wrapped(text, columns: width)
                    : [DisplayText.truncated(text, columns: width, ellipsis: look.glyphs.lines.ellipsis)]
                return pieces.enumerated().map { row, piece in
                    StyledLine(row == 0 ? "\(mark) \(index + 1)  " : "     ", isOwn ? .key : .muted).with(
                        piece, isOwn ? .strong : .text)
                }
            }
    }

    /// The replies of a vote, by their numbers.
    func voteTexts(_ vote: LiveRoom.Vote) -> [String] {
        let options = room.play.front.offer?.options ?? []
        return vote.options.map { options.indices.contains($0) ? options[$0].text : "reply \($0 + 1)" }
    }

    /// The checklist: every key with its name, in as many columns as there is room for.
    private func checklist(_ columns: Int, _ rows: Int) -> [StyledLine] {
        guard place.isMarking, let behaviours = room.plan?.behaviours, !behaviours.isEmpty, rows > 0 else { return [] }
        let widest = behaviours.map { DisplayText.width(of: $0.name) }.max() ?? 0
        let width = min(columns, widest + 5)
        let across = max(1, columns / max(1, width))
        let count = (behaviours.count + across - 1) / across
        return (0..<min(count, rows)).map { row in
            var line = StyledLine()
            for column in 0..<across where row * across + column < behaviours.count {
                let behaviour = behaviours[row * across + column]
                line = line.padded(to: column * width).with(behaviour.key, .key).with(
                    " " + DisplayText.truncated(behaviour.name, columns: width - 3), .text)
            }
            return line
        }
    }

    private func markingLines(_ marking: SeatMarking, columns: Int, look: Look) -> [StyledLine] {
        let name = place.behaviour(marking.behaviour)
        let head = StyledLine("\(VoicePane.offset(marking.pressed)) ", .muted).with(name, .strong)
            .with(" \(look.glyphs.dot) ", .muted).with(String(look.glyphs.up), .key).with(
                " earlier \(look.glyphs.dot) ", .muted
            )
            .with("/", .key).with(" find \(look.glyphs.dot) kept by itself", .muted)
        let quote = marking.quote(typed: typing[.quote].value)
        let words = quote.isEmpty ? "no words" : "“\(quote)”"
        let pieces = DisplayText.wrapped(words, columns: max(8, columns - 2)).prefix(2)
        // The next mark has its key at once.
        return [head] + pieces.map { StyledLine($0, quote.isEmpty ? .muted : .quote, indent: 2) }
            + checklist(columns, 3)
    }
}
