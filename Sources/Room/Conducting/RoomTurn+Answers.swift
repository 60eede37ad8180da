import Conversation

// What people at their own terminals ask for.
extension RoomTurn {
    mutating func answer(_ standing: LiveRoom.StandingInput) throws(RoomRefusal) {
        let wish = standing.input.wish
        if case .join(let name, let kind) = wish { return try join(name, kind, account: standing.author) }
        if wish == .takeDesk, standing.author == room.opener {
            act("the desk", .course)
            emit(.deskTaken(account: standing.author))
            return dealCard()
        }
        let person = try sender(of: standing)
        switch wish {
        case .join: break
        case .leave:
            act("\(person.name) gone", .course)
            emit(.personLeft(id: person.id, isRemoved: false))
        case .agree(let mayKeep):
            act("\(person.name)'s yes", .course)
            emit(.agreed(person: person.id, mayKeep: mayKeep))
        case .takeDesk: throw RoomRefusal("The desk is handed over by whoever has it.")
        case .reply, .say, .wait, .stepBack, .send: try answerPlay(wish, by: person)
        default: try answerBeside(wish, by: person)
        }
    }

    /// Who asks: a person of that account, who is listened to.
    private func sender(of standing: LiveRoom.StandingInput) throws(RoomRefusal) -> Person {
        guard
            let person = room.people.first(where: {
                $0.id == standing.input.person && $0.account == standing.author
            })
        else { throw RoomRefusal("You are not in this room any more.") }
        if room.muted.contains(person.id) {
            switch standing.input.wish {
            case .leave, .agree: break
            default: throw RoomRefusal("The facilitator is not taking anything from your terminal just now.")
            }
        }
        return person
    }

    /// More people cannot sit at one keyboard.
    private static var mostAtOneTerminal: Int { 6 }

    private mutating func join(_ name: String, _ kind: Person.Kind, account: String) throws(RoomRefusal) {
        guard !room.removed.contains(account) else { throw RoomRefusal("The facilitator has closed this room to you.") }
        let name = try self.name(name)
        // Who comes back sits where they sat.
        if let back = room.people.first(where: { $0.account == account && $0.name == name && $0.kind == kind }) {
            act("\(name) back", .course)
            return emit(.personCame(back))
        }
        // Who was entered at the facilitator's screen takes their own seat; nobody takes it from another terminal.
        if kind != .stage,
            var entered = room.people.first(where: { $0.name == name && $0.account == nil && $0.kind == kind })
        {
            entered.account = account
            act("\(name) at a terminal", .course)
            emit(.personCame(entered))
            if room.casting.customer == entered.id { dealCard() }
            return
        }
        if let gone = room.known.values.filter({ $0.account == account && $0.name == name && $0.kind == kind })
            .min(by: { $0.number < $1.number }),
            !room.people.contains(where: { $0.kind != .stage && $0.name == name })
        {
            act("\(name) back", .course)
            emit(.personCame(gone))
            guard kind == .player, room.round > 0, room.casting.role(of: gone.id) == nil else { return }
            var casting = room.casting
            casting.observers.append(gone.id)
            return emit(.cast(casting))
        }
        guard room.people(of: account).count < Self.mostAtOneTerminal else {
            throw RoomRefusal("\(Self.mostAtOneTerminal) people share your terminal already.")
        }
        try welcome(name, kind, account: account)
    }

    private mutating func answerPlay(_ wish: RoomInput.Wish, by person: Person) throws(RoomRefusal) {
        let role = room.casting.role(of: person.id)
        if case .say(let text, let moment) = wish, role == .customer {
            _ = moment
            return try say(text, as: .customer, by: person.id)
        }
        guard role == .agent else { throw RoomRefusal("Somebody else is the agent now.") }
        switch wish {
        case .reply(let option, let moment):
            try check(moment)
            try play(.reply(option), "the reply")
        case .say(let text, let moment):
            if conductor.engine != nil { try check(moment) }
            try say(text, as: .agent, by: person.id)
        case .wait(let moment):
            try check(moment)
            try play(.wait, "the silence")
        case .send(let moment):
            try check(moment)
            try play(.send, "the mail sent")
        default: try play(.stepBack, "stepping back")
        }
    }

    /// What was meant for a moment that is over is not said into the next one.
    private func check(_ moment: Int) throws(RoomRefusal) {
        guard room.play.front.offer?.sequence == moment else {
            throw RoomRefusal("That moment had passed when your reply came.")
        }
    }

    private mutating func answerBeside(_ wish: RoomInput.Wish, by person: Person) throws(RoomRefusal) {
        switch wish {
        case .mark(let behaviour, let quote, let pressed):
            guard room.casting.role(of: person.id) == .observer || person.kind == .facilitator else {
                throw RoomRefusal("Marks are the observers' in this round.")
            }
            try mark(behaviour, quote, by: person.id, at: pressed)
        case .unmark(let sequence):
            guard room.marks.contains(where: { $0.sequence == sequence && $0.mark.person == person.id }) else {
                throw RoomRefusal("That mark is gone already, or somebody else's.")
            }
            act("\(person.name)'s mark taken out", .course)
            emit(.markRemoved(sequence))
        case .vote(let option, let moment):
            guard let vote = room.vote, vote.isOpen, vote.moment == moment, vote.options.contains(option) else {
                throw RoomRefusal("The vote was over when yours came.")
            }
            guard room.casting.agent != person.id else { throw RoomRefusal("The room votes; you will be saying it.") }
            act("\(person.name)'s vote", .course)
            emit(.voteCast(person: person.id, option: option))
        case .feedback(let text): try tell(text, by: person.id)
        case .win(let behaviour, let whose, let words): try keepWin(behaviour, whose, words)
        case .comment(let text, let moment, let replyTo): try comment(text, moment, replyTo, by: person)
        default: break
        }
    }

    private mutating func comment(_ words: String, _ moment: Int, _ replyTo: Int?, by person: Person)
        throws(RoomRefusal)
    {
        let text = try self.text(words)
        guard
            let event = Engine.comment(text, by: person.name, at: moment, answering: replyTo, in: room.play)
        else { throw RoomRefusal("What it was about is not there any more.") }
        act("\(person.name)'s comment", .course)
        emit([event])
    }
}
