import Conversation
internal import GRDB

extension Journal {
    /// Appends events in one transaction: all of them or none, on the disk before this returns.
    ///
    /// - Parameters:
    ///   - events: What happened, in order.
    ///   - stream: Where it belongs.
    ///   - sequence: The last sequence the appender knows of, 0 for a stream without events.
    ///   - term: The term the appender holds; 0 while nobody ever took one.
    ///   - key: Stands for this append. The same key again, after an answer that got lost, gives the same answer and
    ///     writes nothing.
    ///   - wallTimes: Wall times in milliseconds since 1970, by offset in `events`, for those that carry one.
    /// - Throws: `JournalFailure.conflict` with the actual last sequence when others appended meanwhile, `.staleTerm`
    ///   when the lead has gone elsewhere, `.keyTaken` when the key stands for other events, `.unknownStream`,
    ///   `.forgotten`, `.unstorable`, and whatever keeps the journal from writing.
    /// - Returns: The sequences the events were given.
    @discardableResult
    public func append(
        _ events: [EventRecord], to stream: StreamID, expecting sequence: Int, term: Int, key: String,
        wallTimes: [Int: Int] = [:]
    ) throws(JournalFailure) -> Appended {
        try write(events, to: stream, expecting: sequence, term: term, key: key, wallTimes: wallTimes, mark: nil)
    }

    /// Marks how a stream stands, together with the events that made it so, in one transaction.
    ///
    /// Parameters and failures are those of `append`; `events` may be empty.
    @discardableResult
    public func mark(
        _ mark: StreamMark, with events: [EventRecord], to stream: StreamID, expecting sequence: Int, term: Int,
        key: String, wallTimes: [Int: Int] = [:]
    ) throws(JournalFailure) -> Appended {
        if let ending = mark.ending { try checkStorable(ending, "ending's id") }
        return try write(
            events, to: stream, expecting: sequence, term: term, key: key, wallTimes: wallTimes, mark: mark)
    }

    /// Takes the lead of a stream. From now on only appends under the returned term are accepted.
    ///
    /// - Parameters:
    ///   - stream: Which.
    ///   - holder: Who leads now, for others to be told.
    /// - Throws: `JournalFailure.unknownStream` or `.forgotten`, and whatever keeps the journal from writing.
    /// - Returns: The new term, one more than the last.
    public func takeTerm(of stream: StreamID, by holder: String) throws(JournalFailure) -> Int {
        try checkStorable(holder, "name")
        return try writing { db in
            let term = try state(of: stream, db).term + 1
            try db.execute(
                sql: "UPDATE streams SET term = ?, holder = ? WHERE id = ?", arguments: [term, holder, stream.rawValue])
            return term
        }
    }

    /// The failure for an id that no stream has: there never was one, or it is forgotten.
    func absence(of stream: StreamID, _ db: Database) throws -> JournalFailure {
        try exists(db, "SELECT 1 FROM tombstones WHERE stream = ?", stream.rawValue)
            ? .forgotten(stream) : .unknownStream(stream)
    }

    private func write(
        _ events: [EventRecord], to stream: StreamID, expecting sequence: Int, term: Int, key: String,
        wallTimes: [Int: Int], mark: StreamMark?
    ) throws(JournalFailure) -> Appended {
        try checkStorable(key, "key")
        for event in events {
            try checkStorable(event.thread, "event's thread")
            try checkStorable(event.type, "event's type")
            try checkStorable(event.payload, "payload of an event \(event.type)")
        }
        return try writing { db in
            let state = try state(of: stream, db)
            // Before the term: who lost the lead since may still learn that the append had gone through.
            if let known = try answer(to: key, stream, db) {
                guard try records(stream, first: known.first, last: known.last, db) == events else {
                    throw JournalFailure.keyTaken(key: key)
                }
                return known
            }
            guard term == state.term else { throw JournalFailure.staleTerm(given: term, current: state.term) }
            guard sequence == state.last else {
                throw JournalFailure.conflict(expected: sequence, actual: state.last)
            }
            try insert(events, after: sequence, of: stream, wallTimes: wallTimes, db)
            let answer = Appended(first: sequence + 1, last: sequence + events.count, wasKnown: false)
            try db.cachedStatement(sql: "INSERT INTO appends (stream, key, first, last) VALUES (?, ?, ?, ?)")
                .execute(arguments: [stream.rawValue, key, answer.first, answer.last])
            if let mark {
                try db.execute(
                    sql: "UPDATE streams SET status = ?, ending = ? WHERE id = ?",
                    arguments: [mark.status.rawValue, mark.ending, stream.rawValue])
            }
            try Projection(stream: stream.rawValue, db: db)
                .append(events, after: sequence, wallTimes: wallTimes, isMarked: mark != nil)
            return answer
        }
    }

    private func insert(
        _ events: [EventRecord], after sequence: Int, of stream: StreamID, wallTimes: [Int: Int], _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO events (stream, sequence, thread, type, version, weight, time, payload, wall)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (offset, event) in events.enumerated() {
            try statement.execute(arguments: [
                stream.rawValue, sequence + 1 + offset, event.thread, event.type, event.version,
                event.weight.rawValue, event.time, event.payload, wallTimes[offset],
            ])
        }
    }

    private func state(of stream: StreamID, _ db: Database) throws -> (term: Int, last: Int) {
        let statement = try db.cachedStatement(sql: "SELECT term, last_sequence FROM streams WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [stream.rawValue]) else {
            throw try absence(of: stream, db)
        }
        return (try row.whole(0), try row.whole(1))
    }

    private func answer(to key: String, _ stream: StreamID, _ db: Database) throws -> Appended? {
        let statement = try db.cachedStatement(sql: "SELECT first, last FROM appends WHERE stream = ? AND key = ?")
        return try Row.fetchOne(statement, arguments: [stream.rawValue, key])
            .map { Appended(first: try $0.whole(0), last: try $0.whole(1), wasKnown: true) }
    }
}
