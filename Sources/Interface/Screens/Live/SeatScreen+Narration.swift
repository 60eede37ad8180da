import Conversation
import Room
import Terminal

// The same seat, told instead of drawn.
extension SeatScreen {
    /// Where one is, in a sentence or two.
    public func whereabouts(at now: Uptime) -> String {
        var parts = [room.plan?.title ?? "A live room", name.lowercased()]
        if room.round > 0, place.part != .agreement {
            parts.append("round \(room.round) of \(max(room.rounds, room.round))")
            parts.append(place.roleWords)
        }
        if place.part == .playing {
            parts.append("\(StoryDuration.clock(view.left(at: now))) left")
            if let moment = offer(at: now)?.moment, !moment.isEmpty { parts.append("moment \(moment)") }
        }
        if place.part == .feedback { parts.append(feedbackWords) }
        let next = place.castingLines.last ?? ""
        return parts.joined(separator: "; ") + ". " + next + "."
    }

    /// Everything of it in the order in which it is to be heard.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("seat", "A live room: \(room.plan?.title ?? "not open yet").")
        narration.items = items(at: now)
        narration.items += words(at: now).map { Narration.Item($0.id, $0.text) }
        narration.clocks = clocks(at: now)
        narration.prompt = "Command"
        if let purpose = typing.purpose { return typed(narration, purpose, at: now) }
        if let list { return chosen(narration, from: list) }
        switch place.part {
        case .agreement: narration.choices = answers
        case .gone, .closed: narration.prompt = "Enter closes this screen"
        case .playing: playing(&narration, at: now)
        default: break
        }
        return narration
    }

    // MARK: What is heard

    private func items(at now: Uptime) -> [Narration.Item] {
        var items: [Narration.Item] = []
        func add(_ id: String, _ text: String) { items.append(Narration.Item(id, text)) }
        let part = place.part
        switch part {
        case .joining: add("joining", joiningWords.joined(separator: " "))
        case .gone(let isRemoved):
            for (index, words) in goneWords(isRemoved).enumerated() { add("gone-\(index)", words) }
        case .agreement:
            guard let plan = room.plan else { break }
            let pane = SeatAgreementPane(plan: plan, sharesFile: view.standing.sharesFile, glyphs: PlainText.glyphs)
            for (index, part) in pane.parts.enumerated() {
                add("agreement-\(index)", ([part.heading + ":"] + part.items).joined(separator: "\n"))
            }
        case .gathering:
            add("people", "Here: " + peopleLines.joined(separator: "; ") + ".")
            add("course", courseWords.joined(separator: " "))
            add("waiting", waitingWords)
        case .cards, .playing, .feedback: items += roundItems(at: now)
        case .debrief:
            add("debrief", "Looking back together. The facilitator leads.")
            if let prompt = room.prompt, !prompt.prompt.text.isEmpty {
                add("prompt-\(prompt.since)", prompt.prompt.text)
            }
            for (index, output) in outputs.enumerated() { add("output-\(index)", "Kept: \(output)") }
        case .closed: add("closed", closingWords.joined(separator: "\n"))
        }
        if [.feedback, .debrief, .closed].contains(part) {
            for (index, win) in SeatFeedbackPane.wins(of: room).enumerated() {
                add("win-\(index)", "A small win. \(win)")
            }
        }
        return items
    }

    private func roundItems(at now: Uptime) -> [Narration.Item] {
        let id = "\(room.round)"
        var items = [
            Narration.Item(
                "round-\(id)",
                "Round \(room.round) of \(max(room.rounds, room.round)): \(place.roleWords). "
                    + place.castingLines.joined(separator: ". ") + ".")
        ]
        if let card = card(PlainText.glyphs), !isCardTurned || place.part != .cards {
            let role = place.role?.rawValue ?? ""
            // By its headings: the same card in another order is not told again.
            items += card.sentences.map { Narration.Item("card-\(id)-\(role)-\($0.prefix { $0 != ":" })", $0) }
        }
        switch place.part {
        case .cards:
            var item = Narration.Item("countdown-\(id)", countdownWords(at: now))
            if case .countdown = room.phase { item.id = "counting-\(id)" }
            item.isOnce = true
            items.append(item)
        case .playing where room.isBlank && place.role == nil:
            items.append(Narration.Item("blank", "The stage is blank for now."))
        case .playing: items += said(at: now) + markItems
        default:
            items += said(at: now).map { item in
                var item = item
                item.isPast = true
                return item
            }
            items += feedbackItems(id)
        }
        return items
    }

    private var markItems: [Narration.Item] {
        place.ownMarks.map { mark in
            let quote = mark.mark.quote.isEmpty ? "" : ", “\(mark.mark.quote)”"
            return Narration.Item(
                "mark-\(mark.sequence)",
                "Your mark at \(VoicePane.offset(mark.mark.at)): \(place.behaviour(mark.mark.behaviour))\(quote).")
        }
    }

    private func feedbackItems(_ id: String) -> [Narration.Item] {
        let pane = SeatFeedbackPane(place: place, left: nil, glyphs: PlainText.glyphs)
        var items = pane.noticed.enumerated().map { index, mark in
            let words = [
                mark.name + (mark.isOwn ? " (yours)" : ""), mark.quote.isEmpty ? "" : "“\(mark.quote)”", mark.trust,
            ]
            return Narration.Item(
                "noticed-\(id)-\(index)",
                "At \(mark.time): " + words.filter { !$0.isEmpty }.joined(separator: ", ") + ".")
        }
        for (index, told) in (room.feedback?.said ?? []).enumerated() {
            items.append(Narration.Item("told-\(id)-\(index)", "\(room.name(of: told.person)): “\(told.text)”"))
        }
        items.append(Narration.Item("turn-\(id)-\(room.feedback?.index ?? 0)", feedbackWords))
        return items
    }

    /// What was said, in the order in which it is heard.
    private func said(at now: Uptime) -> [Narration.Item] {
        let local = view.local(at: now)
        let pane = talk(look: Look(theme: .monochrome, glyphs: .ascii), at: now)
        let agent = place.role == .agent ? "You" : room.casting.agent.map { room.name(of: $0) } ?? "The agent"
        var all: [(at: Int, item: Narration.Item)] = []
        for entry in room.play.front.transcript where entry.heard <= local {
            let text: String
            switch entry.kind {
            case .customer: text = pane.isSpoken(entry) ? "\(customerName) speaks." : "\(entry.speaker): \(entry.text)"
            case .agent: text = "\(agent): \(entry.text)"
            case .silence, .scene: text = entry.text
            case .note: text = "In the ticket: \(entry.text)"
            case .moved: text = PracticeScreen.place(entry.channel) + " now."
            case .mail(let mail):
                text = (["\(agent) sent a mail. Subject: \(mail.subject)"] + mail.paragraphs).joined(separator: "\n")
            }
            all.append((entry.heard, Narration.Item("entry-\(room.round)-\(entry.sequence)", text)))
        }
        for (index, said) in room.said.enumerated() {
            let at = room.play.local(said.at)
            guard at <= local else { continue }
            let name = said.said.person == place.me?.id ? "You" : room.name(of: said.said.person)
            all.append((at, Narration.Item("said-\(room.round)-\(index)", "\(name): \(said.said.text)")))
        }
        let inOrder = all.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
            \.element.item)
        // Several lines that a person speaks are one turn.
        return inOrder.enumerated().filter { index, item in
            index == 0 || !item.text.hasSuffix(" speaks.") || inOrder[index - 1].text != item.text
        }.map(\.element)
    }

    private func clocks(at now: Uptime) -> [Narration.Clock] {
        switch place.part {
        case .playing:
            var clocks = [Narration.Clock("round-\(room.round)", "of this round", left: max(0, view.left(at: now)))]
            let local = view.local(at: now)
            if let clock = room.play.front.clock, local >= clock.starts, let offer = room.play.front.offer {
                let left = clock.left(at: local)
                clocks.insert(Narration.Clock("reply-\(room.round)-\(offer.sequence)", "to reply", left: left), at: 0)
            }
            return clocks
        case .feedback:
            return turnLeft(at: now).map {
                [Narration.Clock("turn-\(room.round)-\(room.feedback?.index ?? 0)", "of this turn", left: $0)]
            } ?? []
        default: return []
        }
    }

    // MARK: What can be chosen

    private var answers: Narration.Choices? {
        guard let plan = room.plan else { return nil }
        let pane = SeatAgreementPane(plan: plan, sharesFile: view.standing.sharesFile, glyphs: .ascii)
        let all = pane.answers.enumerated().map { Narration.Choice("\($0 + 1)", $1, does: [.say($0 + 1)]) }
        return Narration.Choices("agreement", plan.agreement.question, all)
    }

    private func chosen(_ narration: Narration, from list: SeatList) -> Narration {
        var narration = narration
        let all = list.rows.enumerated().map { index, row in
            Narration.Choice(
                row.key.isEmpty ? "\(index + 1)" : row.key, row.text,
                does: index < 9 ? [.say(index + 1)] : Array(repeating: .down, count: index - list.chosen) + [.accept])
        }
        narration.choices = Narration.Choices("list-\(list.purpose)", list.heading, all, chosen: list.chosen)
        narration.prompt = "1 to \(list.rows.count), or back"
        return narration
    }

    private func playing(_ narration: inout Narration, at now: Uptime) {
        if let marking {
            let quote = marking.quote(typed: typing[.quote].value)
            narration.items.append(
                Narration.Item(
                    "marking-\(marking.pressed)-\(marking.place)",
                    "\(place.behaviour(marking.behaviour)), with "
                        + (quote.isEmpty ? "no words" : "“\(quote)”")
                        + ". An empty line keeps it; up takes an earlier reply, back drops it."))
            narration.choices = checklistChoices
            narration.choices?.isQuiet = true
            narration.prompt = "Enter keeps the mark"
            return
        }
        if let vote = place.vote {
            let own = place.me.flatMap { vote.votes[$0.id] }
            let all = voteTexts(vote).enumerated().map { Narration.Choice("\($0 + 1)", $1, does: [.say($0 + 1)]) }
            narration.choices = Narration.Choices("vote-\(vote.moment)", "Which reply next?", all)
            narration.prompt = "1 to \(all.count)"
            if let own, let index = vote.options.firstIndex(of: own) {
                let words = "Your \(index + 1) is counted; another number changes it while the vote is open."
                narration.items.append(Narration.Item("voted-\(vote.moment)", words))
            }
            return
        }
        switch place.role {
        case .agent:
            narration.takesWords = true
            guard let offer = offer(at: now), !offer.isSend else {
                if room.play.front.offer?.isSend == true { narration.prompt = "Enter sends the mail" }
                return
            }
            var all = offer.lines.enumerated().map { index, line in
                Narration.Choice("\(index + 1)", line.option.text, does: [.say(index + 1)])
            }
            if offer.index(of: .pause) != nil {
                all.append(Narration.Choice("wait", "Say nothing for a moment.", does: [.wait]))
            }
            narration.choices = Narration.Choices(
                "\(room.round)-\(offer.sequence)-\(offer.attempt)",
                "\(offer.moment.isEmpty ? "You can say" : offer.moment):",
                all, chosen: chosen)
            narration.prompt = "1 to \(offer.lines.count)"
        case .customer:
            narration.takesWords = true
            let prompts = talk(look: Look(theme: .monochrome, glyphs: .ascii), at: now).prompts
            if !prompts.isEmpty {
                let id = "prompt-\(room.round)-\(room.play.moments.count)"
                narration.items.append(Narration.Item(id, "You might say: " + prompts.joined(separator: " ")))
            }
            narration.prompt = "What you say"
        case .observer, nil:
            guard place.isMarking else { return }
            narration.choices = checklistChoices
            narration.prompt = "A key of the checklist"
        }
    }

    private var checklistChoices: Narration.Choices {
        let all = (room.plan?.behaviours ?? []).enumerated().map { index, behaviour in
            Narration.Choice(behaviour.key, behaviour.name, does: [.observe, .say(index + 1)])
        }
        return Narration.Choices("checklist-\(room.round)", "Mark it when you hear it:", all)
    }

    private func typed(_ narration: Narration, _ purpose: SeatTyping.Purpose, at now: Uptime) -> Narration {
        var narration = narration
        let words =
            switch purpose {
            case .say: "You type what you say."
            case .feedback: "You write down what you said."
            case .win(let name): "A small win: \(name). Say what was said about it, or leave it empty."
            case .ownWin: "A small win, in your own words."
            case .comment: "You comment on a moment; the room reads it."
            case .quote: "Some of the words that the mark is about."
            case .name: "Another name to come in by."
            }
        narration.items.append(Narration.Item("typing", words + " An empty line ends it, :back puts it away."))
        narration.typing = .answer
        narration.beforeText = []
        narration.prompt = "Words"
        return narration
    }
}
