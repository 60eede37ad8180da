import Conversation
import Journal
import Room

extension Seat {
    /// Opens a room: its stream, its code, its first events. The seat has the desk.
    ///
    /// - Parameters:
    ///   - plan: what the room is opened with.
    ///   - people: who is there already, at this screen.
    ///   - source: the scenario's source, for terminals that conduct later; nil for a room without a scenario.
    /// - Throws: `JournalFailure` when the journal cannot keep it.
    public static func open(
        _ plan: RoomPlan, people: [String], in store: any JournalStore, as account: String, source: ArchivedSource?,
        code: RoomCode, id: StreamID, at now: SeatTime, newKey: @escaping () -> String,
        prepare: @escaping (LiveRoom) -> Conductor?
    ) throws(JournalFailure) -> Seat {
        try store.open(
            NewStream(
                id: id, owner: account, audience: .shared(with: []), kind: Self.kind, title: plan.title,
                scenarioSlug: plan.scenario, source: source, openedAt: now.wall))
        try store.invite(to: id, by: account, code: code.text, until: now.wall + RoomCode.lasting)
        let term = try store.takeTerm(of: id, by: account)
        let facts = Conductor.open(plan, desk: account, people: people, code: code.description)
        try store.append(
            facts.compactMap { try? $0.record.record() }, to: id, by: account, expecting: 0, term: term, key: newKey(),
            wallTimes: [0: now.wall],
            mark: StreamMark(.open, ending: plan.recording == .forgotten ? Self.forgotten : nil))
        var seat = Seat(store: store, stream: id, account: account, newKey: newKey, prepare: prepare)
        seat.anchor = (0, now.uptime)
        seat.attend(at: now)
        seat.term = term
        seat.conductor = prepare(seat.room)
        seat.beatsAt = now.uptime
        return seat
    }

    /// What the streams of rooms are.
    public static let kind = "room"

    /// Lets the room's code hold for another day: a room that was prepared yesterday is come back to. Where somebody was
    /// asked to go it stays as it is, for they know it.
    func renewCode(at now: SeatTime) throws(JournalFailure) {
        guard let code = RoomCode(typed: room.code), room.removed.isEmpty else { return }
        try store.invite(to: stream, by: account, code: code.text, until: now.wall + RoomCode.lasting)
    }

    /// Leaves a room that is closed; where nothing of it is to be kept, it is forgotten.
    /// - Throws: `JournalFailure` when it cannot be forgotten now: it is tried again when its opener opens the next one.
    public mutating func leaveClosed() throws(JournalFailure) {
        let isForgotten = room.phase == .closed && !room.isKept && account == room.opener
        leave()
        if isForgotten { try store.forget(stream, by: account) }
    }

    /// What the mark of a room says of which nothing is to be kept.
    static let forgotten = "forgotten"

    /// Forgets the rooms of an opener's that were not to be kept and are still there: closed, or left open for longer
    /// than their code was good for.
    public static func sweep(_ store: any JournalStore, of account: String, at wall: Int) {
        let rooms = (try? store.streams(readableBy: account, kind: kind, limit: 1_000)) ?? []
        for room in rooms where room.owner == account && room.mark.ending == forgotten {
            guard room.mark.status == .ended || room.openedAt < wall - RoomCode.lasting else { continue }
            try? store.forget(room.id, by: account)
        }
    }
}
