import Conversation
import Journal
import Room

// What a seat lays before the room, and what it writes while it leads.
extension Seat {
    // MARK: The desk

    /// Does what the desk wants.
    /// - Throws: ``RoomRefusal`` when it is not possible now, in people's words; nothing has happened then.
    public mutating func perform(_ command: RoomCommand, at now: SeatTime) throws(RoomRefusal) {
        guard leads else { throw RoomRefusal("Another terminal has the desk now.") }
        if let trouble { throw RoomRefusal("Not done: \(trouble)") }
        var refusal: RoomRefusal?
        do throws(JournalFailure) {
            try write(at: now, isCommand: true) { conductor, room, time, _ in
                do throws(RoomRefusal) {
                    return try conductor.perform(command, in: room, at: time)
                } catch {
                    refusal = error
                    return []
                }
            }
        } catch {
            lose(error, at: now)
            throw RoomRefusal("Not done yet: \(error)")
        }
        if let refusal { throw refusal }
        if case .handOver = command { return }
        // The code of a room that is over opens nothing.
        if case .close = command { try? store.invite(to: stream, by: account, code: newKey(), until: now.wall) }
        guard leads else { throw RoomRefusal("Another terminal has taken the desk; this was not done.") }
        if case .remove(let id) = command, let account = room.person(id)?.account,
            !room.people.contains(where: { $0.account == account })
        {
            leavers.append(account)
        }
    }

    /// Writes what follows from something, once: decided again when others have written meanwhile. What decides is told the
    /// room, its time, ms, and the stream's last sequence.
    mutating func write(
        at now: SeatTime, isCommand: Bool = false,
        _ decide: (Conductor, LiveRoom, _ time: Int, _ last: Int) -> [RoomFact]
    ) throws(JournalFailure) {
        for _ in 0..<Self.mostTries {
            guard let conductor, let term, unanswered == nil else { return }
            let facts = decide(conductor, room, roomTime(at: now), last)
            guard !facts.isEmpty else { return }
            var append = Unanswered(
                records: facts.compactMap { try? $0.record.record() }, readers: [:], mark: nil, key: newKey(),
                expected: last, term: term, wall: now.wall, isCommand: isCommand)
            guard append.records.count == facts.count else { return }
            for (offset, fact) in facts.enumerated() {
                if let readers = fact.readers { append.readers[offset] = readers }
                if case .room(.closed, _) = fact.record {
                    append.mark = StreamMark(.ended, ending: room.isKept ? "kept" : Self.forgotten)
                }
            }
            do {
                let appended = try put(append)
                for (offset, fact) in facts.enumerated() {
                    let sequence = appended.first + offset
                    if fact.readers?.contains(account) ?? true {
                        room.apply(LiveRoom.Entry(sequence: sequence, author: account, record: fact.record))
                    }
                }
                last = appended.last
                visible = last
                // The desk was given away with it.
                if room.desk != account { loseLead(at: now) }
                return
            } catch {
                switch error {
                case .conflict(_, let actual):
                    try look(at: now)
                    last = max(last, actual)
                case .staleTerm, .notYours:
                    loseLead(at: now)
                    return try look(at: now)
                default:
                    // Whether it was written is not known: it is asked with the same key when the journal is back.
                    unanswered = append
                    throw error
                }
            }
        }
    }

    /// This terminal does not conduct any more, and waits as long as any other before it would again.
    mutating func loseLead(at now: SeatTime) {
        term = nil
        heardAt = now.uptime
    }

    /// Says that this terminal has the desk.
    mutating func sitDown(at now: SeatTime) throws(JournalFailure) {
        let account = account
        try write(at: now) { conductor, room, time, _ in
            conductor.takeDesk(account: account, in: room, at: time)
        }
    }

    /// Others may write between reading and writing, but not for ever.
    private static var mostTries: Int { 20 }

    private func put(_ append: Unanswered) throws(JournalFailure) -> Appended {
        try store.append(
            append.records, to: stream, by: account, expecting: append.expected, term: append.term, key: append.key,
            wallTimes: [0: append.wall], readers: append.readers, mark: append.mark)
    }

    /// Finds out what became of an append whose answer did not come, before anything else is written.
    mutating func askAgain(at now: SeatTime) throws(JournalFailure) {
        guard let append = unanswered else { return }
        do {
            let appended = try put(append)
            last = max(last, appended.last)
        } catch {
            switch error {
            case .conflict:
                if append.isCommand {
                    refusals.append("The last step was not done: the journal was away. Do it again.")
                }
            case .staleTerm, .notYours:
                loseLead(at: now)
                if append.isCommand {
                    refusals.append("Another terminal took the desk meanwhile. The last step was not done.")
                }
            default: throw error
            }
        }
        unanswered = nil
        try look(at: now)
        // The term was taken, and that it was is not written down yet.
        if leads, room.desk != account { try sitDown(at: now) }
    }

    // MARK: Everybody's wishes

    /// Lays something before whoever conducts; it is done when the room says so. What the journal cannot take now waits.
    public mutating func ask(_ wish: RoomInput.Wish, as person: String = "", at now: SeatTime) {
        let input = RoomInput(person: person, wish)
        guard let record = try? RoomRecord.room(.asked(input), time: max(0, roomTime(at: now))).record() else { return }
        guard wishes.count < Self.mostWishes else {
            refusals.append("Too much waits for the journal already; that was not taken.")
            return
        }
        wishes.append(Wish(record: record, key: newKey()))
        guard trouble == nil else { return }
        do throws(JournalFailure) {
            try sendWishes(at: now)
            // Nobody rings at oneself.
            if leads { try look(at: now) }
        } catch {
            lose(error, at: now)
        }
    }

    private static var mostWishes: Int { 50 }

    mutating func sendWishes(at now: SeatTime) throws(JournalFailure) {
        while let wish = wishes.first {
            do {
                _ = try store.submit(wish.record, to: stream, by: account, key: wish.key, wallTime: now.wall)
                wishes.removeFirst()
            } catch {
                switch error {
                case .tooLong, .notANote, .keyTaken, .unstorable:
                    refusals.append("\(error)")
                    wishes.removeFirst()
                default: throw error
                }
            }
        }
    }
}
