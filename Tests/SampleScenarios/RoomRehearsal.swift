import Conversation
import Room

/// A live room for tests: a real conductor, a log, a clock that the test turns, and what each reader sees of it.
///
/// ```swift
/// var rehearsal = try RoomRehearsal()
/// try rehearsal.begin()                    // everybody said yes, round 1 runs
/// try rehearsal.perform(.heard(0))
/// let observer = rehearsal.room(readBy: "olga")
/// ```
public struct RoomRehearsal {
    /// Who has the desk, as the journal knows them.
    public static let desk = "desk"

    /// What decides.
    public var conductor: Conductor
    /// Everything that happened, and who may read it.
    public private(set) var log: [(entry: LiveRoom.Entry, readers: Set<String>?)] = []
    /// The room as the desk knows it.
    public private(set) var room = LiveRoom()
    /// Room time, ms.
    public private(set) var time = 0

    /// A room that has just been opened.
    /// - Parameters:
    ///   - source: the scenario; nil for a role-play from cards alone.
    ///   - people: who is there already, at the facilitator's screen: `p1`, `p2` … Names are there to be looked for.
    ///   - hasCustomer: somebody plays the customer, from ``RoomCards``.
    public init(
        _ source: String? = RoomScenario.source, vocabulary: Vocabulary = RoomScenario.vocabulary,
        people: [String] = ["Wanda", "Xaver", "Yusuf"], hasCustomer: Bool = true, rounds: Int = 3,
        lasting: Int = 240_000, countdown: Int = 5_000, recording: RoomPlan.Recording = .kept,
        cards: RoleCardSet = RoomCards.set, agreement: SafetyAgreement = RoomCards.agreement
    ) throws {
        let engine = try source.map { source in
            Engine(scenario: try RoomScenario.load(source, vocabulary: vocabulary), curveballs: .none)
        }
        conductor = Conductor(engine: engine, cards: cards)
        let plan = RoomPlan(
            title: cards.title, scenario: engine?.scenario.slug ?? "", hash: "", cards: cards.slug,
            hasCustomer: hasCustomer, rounds: rounds, lasting: lasting, countdown: countdown, recording: recording,
            agreement: agreement, behaviours: cards.observer.behaviours, agent: cards.agent,
            publicFacts: cards.customer.publicFacts,
            stopWord: cards.stopWord, seed: 7, difficulty: 2)
        append(Conductor.open(plan, desk: Self.desk, people: people, code: "MOSS-42"))
    }

    private mutating func append(_ facts: [RoomFact], author: String? = nil) {
        // Only whoever has the desk writes down what happens.
        let author = author ?? (room.desk.isEmpty ? Self.desk : room.desk)
        for fact in facts {
            let entry = LiveRoom.Entry(sequence: log.count + 1, author: author, record: fact.record)
            log.append((entry, fact.readers))
            room.apply(entry)
        }
    }

    /// The room as somebody's terminal folds it: without what they may not read.
    public func room(readBy account: String) -> LiveRoom {
        LiveRoom(replaying: log.filter { $0.readers?.contains(account) ?? true }.map(\.entry))
    }

    /// The desk does something.
    /// - Throws: the refusal.
    public mutating func perform(_ command: RoomCommand) throws {
        append(try conductor.perform(command, in: room, at: time))
    }

    /// Somebody at a terminal of their own asks for something, and the conductor answers.
    public mutating func ask(_ wish: RoomInput.Wish, person: String = "", account: String) {
        append([RoomFact(.room(.asked(RoomInput(person: person, wish)), time: time))], author: account)
        while let standing = room.inputs.first { append(conductor.answer(standing, in: room, at: time)) }
    }

    /// Somebody takes the desk over.
    public mutating func takeDesk(account: String) {
        append(conductor.takeDesk(account: account, in: room, at: time), author: account)
    }

    /// Lets time pass, ms: whatever it brings happens at its own time.
    public mutating func pass(_ milliseconds: Int) {
        let end = time + milliseconds
        while let deadline = conductor.nextDeadline(in: room), deadline <= end {
            time = max(time, deadline)
            let facts = conductor.pass(in: room, at: time)
            // Nothing came of it: there is nothing to wait for at that time.
            guard !facts.isEmpty else { break }
            append(facts)
        }
        time = end
    }

    // MARK: What most tests begin with

    /// Everybody says yes.
    public mutating func agree() throws {
        for person in room.unagreed { try perform(.agree(person.id, mayKeep: true)) }
    }

    /// The countdown of the next round is over, and it runs; whoever is in the room has said yes.
    public mutating func begin() throws {
        try agree()
        if room.phase != .cards { try perform(.next) }
        try perform(.next)
        pass(room.plan?.countdown ?? 0)
    }

    /// Waits until the moment that is open has been heard out and can be answered.
    public mutating func hear() {
        guard let offer = room.play.front.offer else { return }
        let now = room.play.local(room.clock.session(at: time))
        if offer.opens > now { pass(offer.opens - now) }
    }

    /// The reply with this index, once the moment is open.
    public mutating func say(_ option: Int) throws {
        hear()
        try perform(.heard(option))
    }
}
