import Conversation

/// One act in a room: what comes of it is collected, and folded at once so that later parts see it.
struct RoomTurn {
    let conductor: Conductor
    var room: LiveRoom
    /// The room time of everything it announces, ms.
    var time: Int
    /// The input that it answers.
    var input: Int?
    var facts: [RoomFact] = []
    /// Who writes it down; whoever has the desk, unless it is being taken.
    var author: String?

    init(conductor: Conductor, room: LiveRoom, time: Int) {
        (self.conductor, self.room, self.time) = (conductor, room, time)
    }

    /// Begins: what is done, in the words by which it can be taken back.
    mutating func act(_ words: String, _ scope: Did.Scope) {
        // What somebody did beside the play at a terminal of their own is theirs to take back.
        emit(.did(Did(words, input != nil && scope == .beside ? .course : scope, input: input)))
        input = nil
    }

    mutating func emit(_ event: RoomEvent, readers: Set<String>? = nil) {
        put(.room(event, time: time), readers: readers)
    }

    mutating func emit(_ events: [TimedEvent]) {
        for event in events { put(.play(event), readers: nil) }
    }

    private mutating func put(_ record: RoomRecord, readers: Set<String>?) {
        facts.append(RoomFact(record, readers: readers))
        room.apply(LiveRoom.Entry(sequence: room.sequence + 1, author: author ?? room.desk, record: record))
    }

    // MARK: Time

    mutating func pass() {
        if case .countdown(let until) = room.phase {
            guard until <= time else { return }
            // It began when the countdown was over, not when somebody looked.
            time = max(until, room.time)
            act("the beginning", .course)
            do {
                try startRound()
            } catch {
                // It cannot begin: the cards are on the table again, and the desk is told why.
                facts = []
                act("the beginning", .course)
                emit(.declined(account: room.desk, error.description))
                emit(.roundPlanned(number: room.round, room.casting))
                dealCard()
            }
            return
        }
        guard room.phase == .playing, !room.isFrozen, let engine = conductor.engine,
            let due = engine.nextDeadline(in: room.play), due <= room.clock.session(at: time)
        else { return }
        let events = try? engine.handle(.timePassed, in: room.play, at: room.clock.session(at: time))
        guard let events, !events.isEmpty else { return }
        // An act of its own: it does not go with whatever was done before it.
        act("time", .course)
        emit(events)
    }

    // MARK: The play

    /// Does something in the play.
    mutating func play(_ input: SessionInput, _ words: String) throws(RoomRefusal) {
        guard let engine = conductor.engine else { throw RoomRefusal("There is no scenario in this room.") }
        guard room.phase == .playing else { throw RoomRefusal("The round is not being played just now.") }
        if room.isFrozen { throw RoomRefusal("Everything is frozen. Unfreeze it first.") }
        let events: [TimedEvent]
        do {
            events = try engine.handle(input, in: room.play, at: room.clock.session(at: time))
        } catch {
            throw RoomRefusal(error.description)
        }
        act(words, .play)
        emit(events)
    }

    mutating func startRound() throws(RoomRefusal) {
        guard let plan = room.plan else { return }
        emit(.roundStarted(lasting: plan.lasting))
        guard let engine = conductor.engine else { return }
        do {
            emit(
                try engine.begin(
                    seed: UInt64(max(0, plan.seed + room.round)),
                    settings: SessionSettings(difficulty: plan.difficulty)))
        } catch {
            throw RoomRefusal(error.description)
        }
    }

    /// Back to a moment of the play, which is open again then, over or not.
    mutating func rewind(to moment: Int, agent: String?) throws(RoomRefusal) {
        guard let engine = conductor.engine else { throw RoomRefusal("There is no scenario to go back in.") }
        let isOver = room.phase == .feedback
        guard room.phase == .playing || isOver else { throw RoomRefusal("There is nothing to go back to yet.") }
        let at = room.clock.session(at: time)
        let events: [TimedEvent]
        do {
            events = try engine.handle(.rewind(to: moment), in: room.play, at: at)
        } catch {
            throw RoomRefusal(error.description)
        }
        let name = room.play.moments.first { $0.sequence == moment }?.name ?? "that moment"
        act("going back to \(name)", .play)
        if let agent, agent != room.casting.agent { try cast(.agent, agent) }
        emit(events)
        if isOver { emit(.roundResumed) }
        if room.isFrozen { emit(.unfrozen) }
    }

    // MARK: People and cards

    mutating func cast(_ role: RoundRole, _ person: String) throws(RoomRefusal) {
        guard let somebody = room.person(person), room.people.contains(where: { $0.id == person }) else {
            throw RoomRefusal("Nobody of that name is in the room.")
        }
        guard somebody.kind == .player || somebody.kind == .facilitator else {
            throw RoomRefusal("\(somebody.name) only looks on.")
        }
        if role == .customer, room.plan?.hasCustomer != true {
            throw RoomRefusal("The scenario is the customer in this room.")
        }
        var casting = room.casting
        casting.give(role, to: person)
        guard casting != room.casting else {
            throw RoomRefusal("\(somebody.name) has that role already.")
        }
        let former = room.casting.customer
        emit(.cast(casting))
        if casting.customer != former { dealCard() }
    }

    /// Gives the customer their card: to them, and to the desk.
    mutating func dealCard() {
        guard let card = conductor.cards?.customer, let customer = room.casting.customer, room.phase != .gathering
        else { return }
        var readers: Set<String> = room.isDeskFacilitators ? [room.desk] : []
        if let account = room.person(customer)?.account { readers.insert(account) }
        guard !readers.isEmpty else { return }
        emit(.cardDealt(to: customer, card), readers: readers)
    }

    func text(_ words: String) throws(RoomRefusal) -> String {
        let text = Self.readable(words)
        guard text.contains(where: { !$0.isWhitespace }) else { throw RoomRefusal("There are no words in it yet.") }
        return text
    }

    /// What is kept of words: no more than there is room for, in one line, and no control characters.
    static func readable(_ words: String) -> String {
        let kept = String(words.unicodeScalars.prefix(RoomInput.longest * 4)).prefix(RoomInput.longest)
        let scalars = kept.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control ? " " : scalar
        }
        var text = String(String.UnicodeScalarView(scalars))
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text.drop { $0.isWhitespace })
    }
}
