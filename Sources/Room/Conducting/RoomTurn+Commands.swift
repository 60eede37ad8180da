import Conversation

// What the desk does.
extension RoomTurn {
    mutating func perform(_ command: RoomCommand) throws(RoomRefusal) {
        switch command {
        case .welcome, .rename, .remove, .mute, .agree, .give, .handOver: try performOnPeople(command)
        case .next, .plan, .freeze, .extend, .end, .blank, .reveal, .undo, .close: try performOnCourse(command)
        case .heard, .typed, .wait, .stepBack, .send, .curveball, .rewind, .hint: try performOnPlay(command)
        case .mark, .unmark, .openVote, .hands, .closeVote, .feedback, .previousTurn, .win, .note, .ask, .record:
            try performBeside(command)
        }
    }

    // MARK: People

    private mutating func performOnPeople(_ command: RoomCommand) throws(RoomRefusal) {
        switch command {
        case .welcome(let name, let kind): try welcome(name, kind, account: nil)
        case .rename(let id, let name):
            var person = try someone(id)
            person.name = try self.name(name)
            act("the name", .beside)
            emit(.personCame(person))
        case .remove(let id):
            let person = try someone(id)
            act("\(person.name) asked to go", .course)
            emit(.personLeft(id: id, isRemoved: true))
        case .mute(let id, let isMuted):
            let person = try someone(id)
            act(isMuted ? "\(person.name) muted" : "\(person.name) heard again", .beside)
            emit(.personMuted(id: id, isMuted: isMuted))
        case .agree(let id, let mayKeep):
            let person = try someone(id)
            act("\(person.name)'s yes", .beside)
            emit(.agreed(person: id, mayKeep: mayKeep))
        case .give(let role, let id):
            let person = try someone(id)
            act("\(person.name) as the \(role.rawValue)", .beside)
            try cast(role, id)
        case .handOver(let account):
            guard account != room.desk, room.people.contains(where: { $0.account == account }) else {
                throw RoomRefusal("Nobody in the room sits at that terminal.")
            }
            act("the desk", .course)
            emit(.deskTaken(account: account))
            dealCard()
        default: break
        }
    }

    mutating func welcome(_ name: String, _ kind: Person.Kind, account: String?) throws(RoomRefusal) {
        let name = try self.name(name)
        guard room.people.count < Self.mostPeople else {
            throw RoomRefusal("The room is full: \(Self.mostPeople) are in it.")
        }
        if kind != .stage, room.people.contains(where: { $0.kind != .stage && $0.name == name }) {
            throw RoomRefusal("Somebody here is called \(name) already. Another name keeps you apart.")
        }
        act("\(name) let in", .course)
        let person = Person(id: "p\(room.known.count + 1)", name: name, kind: kind, account: account)
        emit(.personCame(person))
        // Who comes while a round is on looks on in it, and takes turns from the next one.
        if kind == .player, room.round > 0, room.phase != .gathering {
            var casting = room.casting
            casting.observers.append(person.id)
            emit(.cast(casting))
        }
    }

    /// More people than a terminal's list shows are a lecture, not a role-play.
    static var mostPeople: Int { 60 }

    func someone(_ id: String) throws(RoomRefusal) -> Person {
        guard let person = room.people.first(where: { $0.id == id }) else {
            throw RoomRefusal("Nobody of that name is in the room any more.")
        }
        return person
    }

    func name(_ words: String) throws(RoomRefusal) -> String {
        let name = String(Self.readable(words).prefix(24))
        guard name.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw RoomRefusal("A first name or an alias is wanted, to be called by.")
        }
        return name
    }

    // MARK: The course

    private mutating func performOnCourse(_ command: RoomCommand) throws(RoomRefusal) {
        switch command {
        case .next: try next()
        case .plan(let number): try plan(max(1, number))
        case .freeze:
            guard room.phase == .playing else { throw RoomRefusal("Nothing runs that could be frozen.") }
            let engine = conductor.engine
            let input: SessionInput = room.isFrozen ? .resume : .pause
            let at = room.clock.session(at: time)
            act(room.isFrozen ? "going on" : "the freeze", .course)
            if let engine, let events = try? engine.handle(input, in: room.play, at: at) { emit(events) }
            emit(room.isFrozen ? .unfrozen : .frozen)
        case .extend(let by):
            guard room.phase == .playing else { throw RoomRefusal("No round is running.") }
            act(by < 0 ? "the shorter round" : "the longer round", .beside)
            emit(.roundExtended(by: min(3_600_000, max(-3_600_000, by))))
        case .end: try endRound()
        case .blank:
            act("the blank stage", .course)
            emit(.blanked(!room.isBlank))
        case .reveal:
            act("the names", .course)
            emit(.namesShown(!room.showsNames))
        case .undo:
            guard let slip = room.undoable else { throw RoomRefusal("There is nothing to take back.") }
            act("taking back \(slip.words)", .course)
            emit(.undone(batch: slip.batch))
        case .close:
            act("the end", .course)
            emit(.closed)
        default: break
        }
    }

    private mutating func next() throws(RoomRefusal) {
        switch room.phase {
        case .gathering: try plan(1)
        case .cards:
            let lasting = room.plan?.countdown ?? 0
            guard lasting > 0 else {
                act("the beginning", .course)
                return try startRound()
            }
            act("the countdown", .course)
            emit(.countdownStarted(lasting: lasting))
        case .countdown:
            act("the beginning", .course)
            try startRound()
        case .playing: try endRound()
        case .feedback:
            guard let feedback = room.feedback, feedback.index < feedback.turns.count else {
                return try isLastRound ? openDebrief() : plan(room.round + 1)
            }
            act("the next to speak", .beside)
            emit(.feedbackMoved(to: feedback.index + 1))
        case .debrief: throw RoomRefusal("The room has come to its end. Closing it is a key of its own.")
        case .closed: break
        }
    }

    private var isLastRound: Bool { room.round >= room.rounds }

    private mutating func openDebrief() {
        act("looking back together", .course)
        emit(.debriefOpened)
    }

    private mutating func plan(_ number: Int) throws(RoomRefusal) {
        let players = room.players
        guard !players.isEmpty else { throw RoomRefusal("Nobody is here to play yet.") }
        if let missing = room.unagreed.first {
            let others = room.unagreed.count - 1
            let more = others == 0 ? "" : others == 1 ? " and one other" : " and \(others) others"
            throw RoomRefusal(
                "\(missing.name)\(more) have not said yes to the agreement yet.".replacing(
                    "\(missing.name) have", with: "\(missing.name) has"))
        }
        if room.plan?.hasCustomer == true, players.count < 2 {
            throw RoomRefusal("A customer played by a person takes two people. Let somebody in first.")
        }
        act("the cards of round \(number)", .course)
        emit(
            .roundPlanned(
                number: number, room.casting(of: number)))
        dealCard()
    }

    private mutating func endRound() throws(RoomRefusal) {
        guard room.phase == .playing else { throw RoomRefusal("No round is being played.") }
        act("the end of the round", .play)
        emit(.roundEnded)
        emit(.feedbackOpened(FeedbackTurn.turns(after: room.casting)))
    }

    // MARK: The play

    private mutating func performOnPlay(_ command: RoomCommand) throws(RoomRefusal) {
        switch command {
        case .heard(let option): try play(.reply(option), "the reply heard")
        case .typed(let text): try say(text, as: .agent, by: room.casting.agent ?? "")
        case .wait: try play(.wait, "the silence")
        case .stepBack: try play(.stepBack, "stepping back")
        case .send: try play(.send, "the mail sent")
        case .curveball(let node): try play(.strike(node), "the curveball")
        case .rewind(let moment, let agent): try rewind(to: moment, agent: agent)
        case .hint(let words):
            act("the hint", .beside)
            emit(.hinted(Self.readable(words)))
        default: break
        }
    }

    /// Words of somebody's own: heard as a reply where a scenario hears them, and else kept as they are.
    mutating func say(_ words: String, as role: RoundRole, by person: String) throws(RoomRefusal) {
        let text = try self.text(words)
        guard room.phase == .playing else { throw RoomRefusal("The round is not being played just now.") }
        if room.isFrozen { throw RoomRefusal("Everything is frozen just now.") }
        if role == .agent, conductor.engine?.listener != nil {
            return try play(.say(text), "the words typed")
        }
        act("the words typed", .beside)
        emit(.said(SaidAloud(person: person, role: role, text: text)))
    }

    // MARK: Beside the play

    private mutating func performBeside(_ command: RoomCommand) throws(RoomRefusal) {
        switch command {
        case .mark(let person, let behaviour, let quote): try mark(behaviour, quote, by: person)
        case .unmark(let sequence):
            guard room.marks.contains(where: { $0.sequence == sequence }) else {
                throw RoomRefusal("That mark is gone already.")
            }
            act("the mark taken out", .beside)
            emit(.markRemoved(sequence))
        case .openVote:
            guard room.phase == .playing, let offer = room.play.front.offer, !offer.lines.isEmpty else {
                throw RoomRefusal("There are no replies to vote on just now.")
            }
            act("the vote", .beside)
            emit(.voteOpened(moment: offer.sequence, options: offer.lines.map(\.index)))
        case .hands(let option, let count):
            guard let vote = room.vote, vote.isOpen, vote.options.contains(option) else {
                throw RoomRefusal("No vote is on.")
            }
            act("the hands counted", .beside)
            emit(.handsCounted(option: option, count: min(999, max(0, count))))
        case .closeVote:
            guard room.vote?.isOpen == true else { throw RoomRefusal("No vote is on.") }
            act("the vote", .beside)
            emit(.voteClosed)
        case .feedback(let person, let words): try tell(words, by: person)
        case .previousTurn:
            guard let feedback = room.feedback, room.phase == .feedback, feedback.index > 0 else {
                throw RoomRefusal("Nobody spoke before this.")
            }
            act("the one who spoke before", .beside)
            emit(.feedbackMoved(to: feedback.index - 1))
        case .win(let behaviour, let person, let words): try keepWin(behaviour, person, words)
        case .note(let words, let onScenario):
            let text = try self.text(words)
            let front = room.play.front
            let node = onScenario ? "" : front.node
            act("the note", .beside)
            emit(
                .noteHung(DeskNote(node: node, moment: onScenario ? "" : front.offer?.moment ?? node, text: text)),
                readers: [room.desk])
        case .ask(let words, let lasting):
            guard room.phase == .debrief else { throw RoomRefusal("The room does not look back together yet.") }
            act("the question", .course)
            emit(.prompted(Prompt(text: Self.readable(words), lasting: min(3_600_000, max(0, lasting)))))
        case .record(let events, let words):
            act(words, .beside)
            emit(events)
        default: break
        }
    }

    /// - Parameter pressed: the session time, ms, at which it was noticed; nil for now.
    mutating func mark(_ behaviour: String, _ quote: String, by person: String, at pressed: Int? = nil)
        throws(RoomRefusal)
    {
        guard room.round > 0, room.phase == .playing || room.phase == .feedback else {
            throw RoomRefusal("Marks are made while a round is on.")
        }
        guard let known = room.plan?.behaviours.first(where: { $0.key == behaviour }) else {
            throw RoomRefusal("No behaviour on the checklist has that key.")
        }
        let now = room.clock.session(at: time)
        let at = min(now, max(0, pressed ?? now))
        // Whoever looks for the words while it goes on has noticed what was said before the key.
        let local = room.play.local(at)
        let answered = room.play.moments.filter { $0.reply != nil }
        let moment = answered.last { ($0.reply?.at ?? 0) <= local } ?? answered.last ?? room.play.moments.last
        act("the mark \u{201C}\(known.name)\u{201D}", .beside)
        emit(
            .marked(
                Mark(
                    person: person, behaviour: behaviour, quote: String(Self.readable(quote).prefix(200)), at: at,
                    moment: moment?.sequence ?? 0, round: room.round)))
    }

    mutating func tell(_ words: String, by person: String) throws(RoomRefusal) {
        guard room.feedback != nil else { throw RoomRefusal("The feedback round has not begun yet.") }
        let text = try self.text(words)
        act("what was written down", .beside)
        emit(.feedbackSaid(person: person, text: text))
    }

    mutating func keepWin(_ behaviour: String, _ person: String?, _ words: String) throws(RoomRefusal) {
        let name = try text(behaviour)
        act("the small win", .beside)
        emit(.winKept(Win(behaviour: name, person: person, words: Self.readable(words), round: room.round)))
    }
}
