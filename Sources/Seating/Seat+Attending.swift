import Conversation
import Journal
import Room

// What a seat does when it is woken: look, answer, show that it is there.
extension Seat {
    /// Looks at what happened, does what is due, and says whether anything changed that can be seen: not where others
    /// only asked for something, for the answer to that is what changes the room. With many terminals, each that drew
    /// then would keep the conductor from answering.
    ///
    /// Called when the descriptor can be read, when ``nextDeadline`` has come, and after every act of one's own.
    @discardableResult
    public mutating func attend(at now: SeatTime) -> Bool {
        guard !isOut else { return false }
        let before = (visible, trouble, leads, isOut)
        if bell == nil, retriesAt ?? now.uptime <= now.uptime { connect(at: now) }
        if bell != nil, trouble == nil || retriesAt ?? now.uptime <= now.uptime { listen(at: now) }
        if trouble == nil, bell != nil {
            if leads { conduct(at: now) } else { follow(at: now) }
        }
        return before != (visible, trouble, leads, isOut)
    }

    /// The uptime, ms, at which something has to be done without being rung for; nil for never.
    public var nextDeadline: Int? {
        if isOut { return nil }
        guard bell != nil, trouble == nil else { return retriesAt }
        if leads, !room.inputs.isEmpty { return anchor.uptime }
        if leads {
            let due = conductor?.nextDeadline(in: room).map { anchor.uptime + max(0, $0 - anchor.room) }
            return [due, beatsAt].compactMap(\.self).min()
        }
        return room.phase == .closed ? nil : takeOverAt
    }

    // MARK: Looking

    private mutating func connect(at now: SeatTime) {
        retriesAt = nil
        do {
            bell = try store.follow(stream, as: account)
            trouble = nil
            patience = Self.firstPatience
            heardAt = now.uptime
            connectedAt = now.uptime
            beatsAt = now.uptime
            try look(at: now)
            try askAgain(at: now)
        } catch {
            lose(error, at: now)
        }
    }

    private mutating func listen(at now: SeatTime) {
        do {
            guard let rings = try bell?.drain() else { return }
            if trouble != nil {
                // It is back: what was asked is asked again, and what was missed is read.
                trouble = nil
                patience = Self.firstPatience
                connectedAt = now.uptime
                heardAt = now.uptime
                try look(at: now)
                try askAgain(at: now)
            }
            guard !rings.isEmpty else { return }
            // What others ask says nothing of whoever conducts.
            if rings.contains(.beat) { heardAt = now.uptime }
            // A beat says only that somebody is there; now and then it is a reason to look as well.
            guard rings.contains(.news) || now.uptime - (lookedAt ?? 0) >= Self.lookAgain else { return }
            try look(at: now)
        } catch {
            lose(error, at: now)
        }
    }

    /// Reads and folds what is new.
    mutating func look(at now: SeatTime) throws(JournalFailure) {
        lookedAt = now.uptime
        let events = try store.events(of: stream, after: room.sequence, reader: account)
        guard !events.isEmpty else {
            guard !leads else { return }
            if try store.stream(stream, reader: account) == nil { isOut = true }
            return
        }
        var newDesk: String?
        var hasFacts = false
        for event in events {
            let entry = Self.entry(event)
            lastWall = event.wallTime ?? lastWall
            if case .room(.deskTaken(let desk), _) = entry.record {
                // What this terminal writes itself is not read here: another has the desk.
                if leads { loseLead(at: now) }
                if event.author != account { newDesk = desk }
            }
            room.apply(entry)
            if case .room(.asked, _) = entry.record {
                if event.author == account { visible = room.sequence }
                continue
            }
            visible = room.sequence
            heardAt = now.uptime
            hasFacts = true
        }
        last = max(last, room.sequence)
        if !leads {
            // The conductor's clock counts. Who comes late has it right once their coming is answered.
            if hasFacts { anchor = (room.time, now.uptime) }
            if newDesk == account { try lead(after: nil, at: now) }
        }
    }

    /// An event as the room folds it; one that cannot be read stands for what a later program wrote.
    static func entry(_ event: StoredEvent) -> LiveRoom.Entry {
        let record = (try? RoomRecord(event.record)) ?? .room(.unknown(event.record), time: 0)
        return LiveRoom.Entry(sequence: event.sequence, author: event.author, record: record)
    }

    /// Something keeps the journal from answering: it is tried again, a little later each time.
    mutating func lose(_ failure: JournalFailure, at now: SeatTime) {
        switch failure {
        case .unknownStream, .forgotten:
            isOut = true
        default:
            trouble = "\(failure)"
            retriesAt = now.uptime + patience
            patience = min(4_000, patience * 2)
            // A server's bell finds its own way back, and waits for nobody meanwhile.
            if case .away = failure, bell != nil { return }
        }
        bell?.close()
        bell = nil
    }

    // MARK: Following

    private mutating func follow(at now: SeatTime) {
        do {
            try sendWishes(at: now)
            askForDesk(at: now)
            guard let due = takeOverAt, due <= now.uptime, room.plan != nil, room.phase != .closed else { return }
            // Whoever cannot conduct, or was too late, waits as long again before the next attempt.
            heardAt = now.uptime
            guard let term = try store.stream(stream, reader: account)?.term else { return }
            let isFresh = wantsDesk
            try lead(after: term, at: now)
            guard isFresh else { return }
            startAgain(at: now)
            try renewCode(at: now)
        } catch {
            if case .staleTerm = error { return }
            lose(error, at: now)
        }
    }

    /// Who opened the room and comes back to it, while another terminal conducts, asks for the desk once.
    private mutating func askForDesk(at now: SeatTime) {
        guard wantsDesk, let heardAt, let connectedAt, heardAt > connectedAt, room.plan != nil else { return }
        wantsDesk = false
        ask(.takeDesk, at: now)
    }

    /// When this terminal takes over unless the conductor is heard before; nil for never.
    private var takeOverAt: Int? {
        guard let heardAt, room.plan != nil, !cannotLead else { return nil }
        if wantsDesk { return heardAt + Self.beat + Self.courtesy / 2 }
        guard let place = placeInOrder else { return nil }
        return heardAt + Self.silence + place * Self.courtesy
    }

    /// Whoever opened the room first, then facilitators, then in the order of arrival, screens that only show the room last.
    private var placeInOrder: Int? {
        let order =
            [room.opener]
            + [Person.Kind.facilitator, .player, .audience, .stage].flatMap { kind in
                room.people.filter { $0.kind == kind }.compactMap(\.account)
            }
        var seen: [String] = []
        for account in order where !seen.contains(account) { seen.append(account) }
        return seen.firstIndex(of: account)
    }

    /// Takes the term, and the desk with it.
    mutating func lead(after term: Int?, at now: SeatTime) throws(JournalFailure) {
        guard let conductor = prepare(room) else {
            // Without the scenario nothing can be conducted here; it is not tried again.
            cannotLead = true
            return
        }
        let taken: Int
        if let term {
            taken = try store.takeTerm(of: stream, by: account, after: term)
        } else {
            taken = try store.takeTerm(of: stream, by: account)
        }
        self.conductor = conductor
        self.term = taken
        wantsDesk = false
        beatsAt = now.uptime
        leavers = Array(room.removed)
        try sitDown(at: now)
    }

    /// The room was broken off and nobody was there: it goes on from its last event, and frozen if that was a while ago.
    private mutating func startAgain(at now: SeatTime) {
        anchor = (room.time, now.uptime)
        let isLate = lastWall.map { now.wall - $0 > Self.absence } ?? true
        guard isLate, room.phase == .playing, !room.isFrozen else { return }
        try? perform(.freeze, at: now)
    }

    // MARK: Conducting

    private mutating func conduct(at now: SeatTime) {
        do throws(JournalFailure) {
            try sendWishes(at: now)
            if let newest = room.inputs.last?.sequence, newest > last { try look(at: now) }
            // A few at a time: the desk's own keys come between them.
            if !room.inputs.isEmpty {
                try write(at: now) { conductor, room, time, last in
                    Self.answers(of: conductor, in: room, at: time, behind: last)
                }
            }
            guard leads else { return }
            let time = roomTime(at: now)
            if let due = conductor?.nextDeadline(in: room), due <= time {
                try write(at: now) { conductor, room, time, _ in conductor.pass(in: room, at: time) }
            }
            while let leaver = leavers.first, leads {
                do throws(JournalFailure) {
                    try store.remove(leaver, from: stream, by: account)
                } catch {
                    if case .away = error { throw error }
                }
                leavers.removeFirst()
            }
            if let due = beatsAt, due <= now.uptime, leads {
                do throws(JournalFailure) {
                    try bell?.ring(.beat)
                } catch {
                    guard case .notYours = error else { throw error }
                    loseLead(at: now)
                }
                beatsAt = now.uptime + Self.beat
            }
        } catch {
            lose(error, at: now)
        }
    }

    /// The answers to what was asked: to several at once where a whole room votes, for each commit waits for the disk.
    private static func answers(
        of conductor: Conductor, in room: LiveRoom, at time: Int, behind last: Int
    ) -> [RoomFact] {
        var (room, last) = (room, last)
        var facts: [RoomFact] = []
        let desk = room.desk
        for standing in room.inputs.prefix(answersAtOnce) {
            let answer = conductor.answer(standing, in: room, at: time)
            facts += answer
            for fact in answer {
                last += 1
                guard fact.readers?.contains(desk) ?? true else { continue }
                room.apply(LiveRoom.Entry(sequence: last, author: desk, record: fact.record))
            }
            // The rest is for whoever has the desk now.
            if room.desk != desk || room.phase == .closed { break }
        }
        return facts
    }
}
