import Conversation

/// Decides what happens in a live room: a command of the desk's, an input of somebody's, or time; facts out.
///
/// It keeps nothing: what it knows is the scenario, the cards, and the room it is handed. The same room, command and time
/// give the same facts. Every answer begins with a ``RoomEvent/did(_:)``.
public struct Conductor: Sendable {
    /// Plays the scenario; nil for a role-play from cards alone.
    public var engine: Engine?
    /// The cards, where this terminal has them.
    public var cards: RoleCardSet?

    /// A conductor of a room.
    public init(engine: Engine?, cards: RoleCardSet? = nil) {
        (self.engine, self.cards) = (engine, cards)
    }

    /// The events that open a room.
    ///
    /// - Parameters:
    ///   - account: whose terminal has the desk.
    ///   - people: who is there already, by name, at the facilitator's screen.
    ///   - code: what others join with; empty for a room of one screen.
    public static func open(
        _ plan: RoomPlan, desk account: String, people: [String], code: String = ""
    ) -> [RoomFact] {
        var facts: [RoomEvent] = [.did(Did("the room", .course)), .opened(plan), .deskTaken(account: account)]
        if !code.isEmpty { facts.append(.invited(code: code)) }
        for (index, name) in people.enumerated() {
            facts.append(.personCame(Person(id: "p\(index + 1)", name: name, kind: .player)))
        }
        return facts.map { RoomFact(.room($0, time: 0)) }
    }

    /// What follows from a command of the desk's at a room time, ms.
    /// - Throws: ``RoomRefusal`` when it is not possible now; nothing has changed then.
    public func perform(_ command: RoomCommand, in room: LiveRoom, at time: Int) throws(RoomRefusal) -> [RoomFact] {
        try checkOpen(room)
        var turn = RoomTurn(conductor: self, room: room, time: max(time, room.time))
        try turn.perform(command)
        return turn.facts
    }

    /// So many inputs of one terminal may wait; nobody types faster.
    static let mostWaiting = 20

    /// The answer to an input at a room time, ms. What cannot be followed is declined, so that it is answered all the same.
    public func answer(_ standing: LiveRoom.StandingInput, in room: LiveRoom, at time: Int) -> [RoomFact] {
        var turn = RoomTurn(conductor: self, room: room, time: max(time, room.time))
        turn.input = standing.sequence
        do throws(RoomRefusal) {
            try checkOpen(room)
            guard room.inputs.count(where: { $0.author == standing.author }) <= Self.mostWaiting else {
                throw RoomRefusal("Your terminal asks for more at once than can be answered.")
            }
            try turn.answer(standing)
        } catch {
            turn.facts = []
            turn.input = standing.sequence
            turn.act("no", .course)
            turn.emit(.declined(account: standing.author, error.description))
        }
        return turn.facts
    }

    /// What time alone brings by a room time, ms: a clock of the play, the end of the countdown.
    public func pass(in room: LiveRoom, at time: Int) -> [RoomFact] {
        var turn = RoomTurn(conductor: self, room: room, time: max(time, room.time))
        guard (try? checkOpen(room)) != nil else { return [] }
        turn.pass()
        return turn.facts
    }

    /// The room time, ms, at which time alone brings something; nil for never.
    public func nextDeadline(in room: LiveRoom) -> Int? {
        if case .countdown(let until) = room.phase { return until }
        guard room.phase == .playing, !room.isFrozen, let engine else { return nil }
        return engine.nextDeadline(in: room.play).flatMap(room.clock.room(at:))
    }

    /// This terminal takes the desk: whoever had it is gone, or handed it over.
    public func takeDesk(account: String, in room: LiveRoom, at time: Int) -> [RoomFact] {
        var turn = RoomTurn(conductor: self, room: room, time: max(time, room.time))
        turn.author = account
        turn.act("the desk", .course)
        turn.emit(.deskTaken(account: account))
        turn.dealCard()
        return turn.facts
    }

    private func checkOpen(_ room: LiveRoom) throws(RoomRefusal) {
        if room.isReadOnly {
            throw RoomRefusal("A later version of Rapport wrote part of this room. It goes on there.")
        }
        if room.phase == .closed { throw RoomRefusal("The room is closed.") }
    }
}
