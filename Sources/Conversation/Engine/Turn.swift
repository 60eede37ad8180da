import Yarn

/// One turn of the engine: it runs the story from an input to the next moment and collects what happens.
struct Turn {
    let scenario: Scenario
    var session: Session
    var events: [TimedEvent] = []
    /// Session time of everything that this turn announces, ms.
    var time: Int
    /// How far after that the story has come, ms: lines take time to be typed.
    var after = 0
    /// The conversation it is in just now.
    var thread: String
    /// Conversations that the story has opened in this turn and that have not begun yet.
    var opening: [Opening] = []
    var machine: Machine?
    var memory: Memory?
    /// When what was last said in a call begins and ends, ms after the time of this turn.
    var speech: (begins: Int, ends: Int)?
    /// What the story asked about earlier on since somebody last spoke.
    var recollection: Recollection?
    /// The clock that the next options get, ms.
    var nextClock: Int?
    /// What lets curveballs strike, and the node of one that strikes now.
    var curveballs = CurveballSource.chance
    var striking: String?

    /// What typed replies are heard with, and what was typed in this turn.
    var listener: Listener?
    var typed: TypedReply?
    /// How many events there were when it was typed, and the story time then, ms.
    var said: (event: Int, story: Int)?
    /// The moment that opens again when what runs now is over, and where the story stands in it.
    var waiting: (offer: Offer, node: String, clock: Int?, machine: Machine, nearest: [Int])?

    /// A conversation that is about to begin beside the others.
    struct Opening {
        var name: String
        var node: String
        var after: Int
    }

    init(scenario: Scenario, session: Session, time: Int) {
        self.scenario = scenario
        self.session = session
        thread = session.frontName
        self.time = time
    }

    /// The conversation it is in just now.
    var here: Thread { session.thread(thread) }
    var local: Int { session.local(time) }

    mutating func emit(_ event: SessionEvent) {
        let timed = TimedEvent(thread: thread, time: time, event: event)
        events.append(timed)
        session.apply(timed)
    }

    mutating func start(seed: UInt64) throws(EngineRefusal) {
        do {
            memory = Memory(program: scenario.program, seed: seed)
            machine = try Machine(startingAt: scenario.start, in: scenario.program)
        } catch {
            throw EngineRefusal(description: error.message)
        }
        try run(.proceed)
    }

    // MARK: Inputs

    mutating func perform(_ input: SessionInput) throws(EngineRefusal) {
        switch input {
        case .reply(let index): try reply(index)
        case .say(let text): try say(text)
        case .wait:
            guard let index = here.offer?.index(of: .pause) else {
                throw EngineRefusal(
                    description: "There is no room for a pause here: \(scenario.customerName) is waiting for words.")
            }
            try reply(index)
        case .draft(let change): try edit(change)
        case .send:
            guard here.offer?.isSend == true else {
                throw EngineRefusal(description: "There is no finished mail to send yet.")
            }
            try send()
        case .stepBack: try stepBack()
        case .turn(let name): try turn(to: name)
        case .difficulty(let level): choose(difficulty: level)
        case .strike(let curveball): try strike(now: curveball)
        case .pause: emit(.paused(Paused()))
        case .resume: emit(.resumed(Resumed()))
        case .rewind, .meant, .timePassed: break
        }
    }

    mutating func reply(_ index: Int) throws(EngineRefusal) {
        guard let offer = here.offer, offer.options.indices.contains(index), offer.options[index].isAvailable else {
            throw EngineRefusal(description: "That reply is not on offer now.")
        }
        // A reply given while the customer is still writing counts from now.
        let option = offer.options[index]
        let taken = max(0, local - offer.opens)
        try takeTheFloor(with: option)
        try restore()
        let lasting = lasting(of: option)
        emit(
            .replied(
                Replied(
                    option: index, line: option.line, text: option.text, role: option.role, taken: taken,
                    lasting: lasting, isPrivate: option.isPrivate)))
        after = lasting ?? 0
        speech = (0, after)
        emit(.movesHeard(MovesHeard(moves: option.moves, isFix: option.isFix)))
        try run(.choose(index))
    }

    mutating func send() throws(EngineRefusal) {
        try restore()
        let draft = here.draft
        let own = draft.paragraphs.indices.filter { draft.paragraphs[$0].origin == .written }
        emit(
            .emailSent(
                EmailSent(
                    subject: draft.subject, paragraphs: draft.texts, attachments: draft.attachments,
                    own: own.isEmpty ? nil : own)))
        try run(.proceed)
    }

    mutating func stepBack() throws(EngineRefusal) {
        if scenario.stepBack(in: here) == nil, thread != Conversation.mainThread {
            // Who cannot hand over this one alone hands over all of them.
            try turn(to: Conversation.mainThread)
        }
        guard let node = scenario.stepBack(in: here) else {
            throw EngineRefusal(description: "This scenario has no one to hand over to. Space pauses it, q leaves it.")
        }
        guard here.offer != nil || here.isResting else {
            throw EngineRefusal(description: "The conversation is still coming in. Try again in a moment.")
        }
        cutOff()
        try restore()
        emit(.steppedBack(SteppedBack(node: node)))
        do {
            machine = try Machine(startingAt: node, in: scenario.program)
        } catch {
            throw EngineRefusal(description: error.message)
        }
        try run(.proceed)
    }

    mutating func rewind(to sequence: Int) throws(EngineRefusal) {
        guard let moment = session.moments.first(where: { $0.sequence == sequence }) else {
            throw EngineRefusal(description: "That moment is not on the way you came.")
        }
        thread = moment.thread
        emit(.rewound(Rewound(to: sequence)))
    }

    mutating func restore() throws(EngineRefusal) {
        guard let position = session.position(of: thread) else {
            throw EngineRefusal(description: "This session has no position to go on from.")
        }
        machine = position.machine
        memory = position.memory
    }

    // MARK: Time

    /// Lets time pass: promises fall due and clocks run out, each at its own time.
    mutating func pass(until end: Int) throws(EngineRefusal) {
        while case .open = session.status, let due = session.nextDue, due + session.takenBack <= end {
            time = max(time, due + session.takenBack)
            after = 0
            if missDuePromises() { continue }
            guard let late = session.threads.first(where: { $0.clock.map { $0.runsOut <= local } ?? false }) else {
                break
            }
            thread = late.name
            emit(.clockRanOut(ClockRanOut()))
            if let index = here.offer?.index(of: .timeout) { try reply(index) }
            thread = session.frontName
        }
        time = max(time, end)
        after = 0
    }

    /// Marks what is due by now as missed.
    /// - Returns: whether anything was.
    @discardableResult
    mutating func missDuePromises() -> Bool {
        let now = session.story(at: local + after)
        let due = session.commitments.filter { $0.state == .open && $0.due <= now }
        for commitment in due {
            if isKeptByTalking(commitment) {
                emit(.commitmentKept(CommitmentChanged(commitment: commitment.id, after: after)))
                continue
            }
            emit(.commitmentMissed(CommitmentChanged(commitment: commitment.id, after: after)))
        }
        return !due.isEmpty
    }

    mutating func checkpointIfLong(since last: Int) {
        guard events.isEmpty, session.nextDue != nil, time - last >= Engine.checkpointInterval else { return }
        emit(.checkpointed(Checkpointed(position: nil)))
    }
}
