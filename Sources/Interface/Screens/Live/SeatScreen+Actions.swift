import Conversation
import Room
import Terminal

// What can be done at a seat.
extension SeatScreen {
    /// By what there is to do, most needed first.
    public var actions: [ScreenAction] {
        if let purpose = typing.purpose { return typingActions(purpose) }
        if let list { return listActions(list) }
        let leave = ScreenAction(.leave, "leave", "Leave your place; the room goes on, and you can come back.")
        var actions: [ScreenAction] = []
        switch place.part {
        case .joining where declined != nil:
            return [
                ScreenAction(.type(""), "another name", "Ask again under another name."), .help,
                ScreenAction(.leave, "leave"),
            ]
        case .joining: return [.help, ScreenAction(.leave, "leave", "Go; nobody has let you in yet.")]
        case .gone, .closed:
            return ScreenAction.moving + [
                ScreenAction(.accept, "go", "Close this screen."), .help, ScreenAction(.leave),
            ]
        case .agreement:
            let saying = (1...3).map { ScreenAction(.say($0), $0 == 1 ? "answer" : "", "Give that answer.") }
            return saying + ScreenAction.moving + [.help, leave]
        case .gathering: break
        case .cards: actions += [ScreenAction(.card, "card")]
        case .playing: actions += playingActions
        case .feedback, .debrief:
            actions += [
                ScreenAction(.type(""), "write", "Write down what you said."), ScreenAction(.win, "small win"),
                ScreenAction(.edit, "comment", "Comment on a moment of this round."),
            ]
            if !place.ownMarks.isEmpty {
                actions.append(ScreenAction(.remove, "unmark", "Take one of your own marks out."))
            }
        }
        if hasPages {
            actions += [ScreenAction(.left, "", "The page before."), ScreenAction(.right, "turn", "The next page.")]
        }
        if view.standing.hasDesk || place.me?.kind == .facilitator {
            let words = view.standing.hasDesk ? "To the desk." : "Take the desk, where it was handed over."
            actions.append(ScreenAction(.stage, "desk", words))
        }
        return actions + ScreenAction.moving + [.help, leave, ScreenAction(.back)]
    }

    private var playingActions: [ScreenAction] {
        var actions: [ScreenAction] = []
        switch place.role {
        case .agent:
            actions +=
                ScreenAction.saying + [
                    ScreenAction(.accept, "", "Say the reply that is chosen."),
                    ScreenAction(.type(""), "type", "Say it in your own words."),
                    ScreenAction(.wait, "wait a beat"), ScreenAction(.stepBack, "step back"),
                    ScreenAction(.send, room.play.front.offer?.isSend == true ? "send" : ""),
                    ScreenAction(.card, "card"),
                ]
        case .customer:
            actions += [
                ScreenAction(.type(""), "type", "Type what you say as the customer."), ScreenAction(.card, "card"),
            ]
        case .observer, nil: break
        }
        if place.vote != nil {
            actions += ScreenAction.saying.map { ScreenAction($0.action, $0.hint.isEmpty ? "" : "vote") }
        }
        if place.isMarking {
            actions += [ScreenAction(.observe, "mark")]
            if marking != nil {
                actions =
                    [
                        ScreenAction(.accept, "keep it", "Keep the mark with these words."),
                        ScreenAction(.up, "earlier words", "The words of the reply before."),
                        ScreenAction(.find, "find words", "Type some of the words it is about."),
                        ScreenAction(.back, "drop it", "No mark after all."),
                    ] + actions
            }
            if !place.ownMarks.isEmpty {
                actions.append(ScreenAction(.remove, "unmark", "Take one of your own marks out."))
            }
            actions.append(ScreenAction(.card, "checklist"))
        }
        actions.append(ScreenAction(.edit, "comment", "Comment on a moment of this round."))
        return actions
    }

    private func listActions(_ list: SeatList) -> [ScreenAction] {
        (1...9).map { ScreenAction(.say($0), "", "Choose what has that number.") } + [
            ScreenAction(.accept, "choose", "Choose what the arrow points to."), ScreenAction(.up), ScreenAction(.down),
        ] + (list.purpose == .win ? [ScreenAction(.type(""), "own words", "A win by a name of your own.")] : []) + [
            .help, ScreenAction(.back, "back", "Back; nothing has changed."), ScreenAction(.leave),
        ]
    }

    private func typingActions(_ purpose: SeatTyping.Purpose) -> [ScreenAction] {
        let words =
            switch purpose {
            case .say: "say it"
            case .quote: "keep the mark"
            case .feedback, .comment: "keep it"
            case .name: "come in"
            case .win, .ownWin: "keep the win"
            }
        return [
            ScreenAction(.accept, words), ScreenAction(.back, "put away", "Back; your words stay, and wait for you."),
        ]
    }

    /// Whatever one asks for goes nowhere just now, and why.
    var hindrance: String? {
        if view.standing.trouble != nil { return "Nothing gets through just now. What you typed stays here." }
        if place.isMuted { return "The facilitator is not taking anything from your terminal just now." }
        return room.isReadOnly ? "A later version of Rapport wrote part of this room. It goes on there." : nil
    }

    /// Why an action cannot be done at this moment.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        guard !isTyping else { return action == .accept ? hindrance : nil }
        guard list == nil else { return nil }
        switch action {
        case .say, .accept, .wait, .stepBack, .send, .type:
            switch place.part {
            case .agreement: return view.standing.trouble == nil ? nil : hindrance
            case .playing: return playRefusal(of: action, at: now)
            default: return action == .type("") ? hindrance : nil
            }
        case .win, .remove, .edit, .observe:
            if action == .edit, room.play.moments.isEmpty { return "There is no moment to comment on yet." }
            return hindrance
        case .stage where !view.standing.hasDesk: return hindrance
        case .card where card(.ascii) == nil: return "There is no card for you in this round."
        default: return nil
        }
    }

    private func playRefusal(of action: Action, at now: Uptime) -> String? {
        if marking != nil, action == .accept { return hindrance }
        if let hindrance { return hindrance }
        if place.vote != nil, case .say = action { return nil }
        switch place.role {
        case .agent:
            if room.isFrozen { return "Everything is frozen; your reply can wait." }
            if asked != nil { return "Your reply is on its way." }
            if action == .type(""), !hasScenario { return nil }
            guard let offer = room.play.front.offer else { return "There is nothing to answer just now." }
            if action == .stepBack { return nil }
            guard canSay(at: now) else { return "Let it arrive first." }
            switch action {
            case .say where offer.isSend, .type where offer.isSend:
                return "The mail is ready: Enter sends it."
            case .wait where offer.index(of: .pause) == nil:
                return "There is no room for a pause here: \(customerName) is waiting for words."
            case .send where !offer.isSend: return "The mail is not finished: choose how it goes on."
            default: return nil
            }
        case .customer:
            return room.isFrozen ? "Everything is frozen; your words can wait." : nil
        case .observer, nil: return nil
        }
    }

    // MARK: Doing it

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        if typing.purpose != nil { return performTyping(action, at: now) }
        if list != nil { return performList(action, at: now) }
        if marking != nil, let effects = performMarking(action, at: now) { return effects }
        if place.part != .joining { readRefusal() }
        switch action {
        case .say(let number): return say(number, at: now)
        case .accept: return accept(at: now)
        case .type(let words): return beginTyping(words, at: now)
        case .wait: return room.play.front.offer.map { ask(.wait(moment: $0.sequence), for: $0.sequence) } ?? []
        case .stepBack: return wish(.stepBack)
        case .send: return room.play.front.offer.map { ask(.send(moment: $0.sequence), for: $0.sequence) } ?? []
        case .card: isCardTurned.toggle()
        case .left, .right: cardPage = max(0, min(pageCount(at: now) - 1, cardPage + (action == .left ? -1 : 1)))
        case .observe: list = behaviours
        case .win: list = wins
        case .remove: return removeMark()
        case .edit: list = moments
        case .stage: return view.standing.hasDesk ? [.live(.show(.desk))] : wish(.takeDesk)
        case .leave: return leave()
        case .up, .down: move(action, at: now)
        case .pageUp, .pageDown, .top, .bottom: scroll(action, at: now)
        default: break
        }
        return []
    }

    private mutating func leave() -> [Effect] {
        switch place.part {
        case .joining, .gone, .closed, .agreement: return [.live(.leave)]
        default:
            list = SeatList(
                .leaving, "Leave your place? The room goes on, and you can come back.",
                [SeatList.Row(text: "Stay."), SeatList.Row(text: "Leave.")])
            return []
        }
    }

    func wish(_ wish: RoomInput.Wish) -> [Effect] {
        place.me.map { [.live(.wish(person: $0.id, wish))] } ?? []
    }

    /// Asks for something that a moment is answered with: once, until the answer comes.
    mutating func ask(_ wish: RoomInput.Wish, for moment: Int) -> [Effect] {
        asked = moment
        return self.wish(wish)
    }

    private mutating func say(_ number: Int, at now: Uptime) -> [Effect] {
        if place.part == .agreement { return agree(number) }
        guard place.part == .playing else { return [] }
        if let vote = place.vote {
            guard vote.options.indices.contains(number - 1) else {
                return [.notice("There is no reply \(number) here.")]
            }
            return wish(.vote(option: vote.options[number - 1], moment: vote.moment))
        }
        guard place.role == .agent, let offer = offer(at: now) else { return [] }
        guard offer.lines.indices.contains(number - 1) else { return [.notice("There is no reply \(number) here.")] }
        return ask(.reply(option: offer.lines[number - 1].index, moment: offer.sequence), for: offer.sequence)
    }

    private func agree(_ number: Int) -> [Effect] {
        switch (number, room.plan?.recording) {
        case (1, _): return wish(.agree(mayKeep: true))
        case (2, .kept): return wish(.agree(mayKeep: false))
        case (2, _), (3, .kept): return [.live(.leave)]
        default: return [.notice("There is no answer \(number) here.")]
        }
    }

    private mutating func accept(at now: Uptime) -> [Effect] {
        switch place.part {
        case .gone, .closed: return [.live(.leave)]
        case .agreement: return [.notice("Your answer has a number: 1 says yes.")]
        case .playing where place.role == .agent && place.vote == nil:
            guard let offer = offer(at: now) else { return [] }
            if offer.isSend { return ask(.send(moment: offer.sequence), for: offer.sequence) }
            guard let chosen else { return [.notice("Say one with its number, or choose with the arrows first.")] }
            return say(chosen + 1, at: now)
        default: return []
        }
    }

    // MARK: Moving

    private mutating func move(_ action: Action, at now: Uptime) {
        let count = offer(at: now)?.lines.count ?? 0
        guard place.part == .playing, place.role == .agent, count > 0, !showsCardAlone else {
            return scroll(action, at: now)
        }
        let next = action == .up ? (chosen ?? count) - 1 : (chosen ?? -1) + 1
        chosen = (next + count) % count
    }

    mutating func scroll(_ action: Action, at now: Uptime) {
        let look = Look(theme: .monochrome, glyphs: .unicode)
        let layout = layout(size, look: look, at: now)
        if showsTalk {
            let pane = talk(look: look, at: now)
            return reading.move(action, in: pane.blocks(columns: layout.main.columns), rows: layout.main.rows)
        }
        scroll.move(action, page: max(1, layout.main.rows - 1))
        scroll.settle(count: page(columns: layout.main.columns, look: look, at: now).count, rows: layout.main.rows)
    }
}
