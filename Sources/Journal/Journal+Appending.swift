import Conversation
internal import GRDB

extension Journal {
    /// Appends events, and marks how the stream stands. See ``JournalStore``.
    @discardableResult
    public func append(
        _ events: [EventRecord], to stream: StreamID, by author: String, expecting sequence: Int, term: Int,
        key: String, wallTimes: [Int: Int], readers: [Int: Set<String>], mark: StreamMark?
    ) throws(JournalFailure) -> Appended {
        try check(events, author: author, key: key)
        if let ending = mark?.ending { try checkStorable(ending, "ending's id") }
        for name in readers.values.joined() { try checkStorable(name, "name") }
        let readers = readers.filter { events.indices.contains($0.key) }
        let answer = try writing { db in
            let state = try state(of: stream, for: author, db)
            // Before the term: who lost the lead since may still learn that the append had gone through.
            if let known = try self.answer(to: key, of: author, stream, db) {
                guard try written(stream, first: known.first, last: known.last, db) == (events, readers) else {
                    throw JournalFailure.keyTaken(key: key)
                }
                return known
            }
            guard term == state.term else { throw JournalFailure.staleTerm(given: term, current: state.term) }
            guard author == state.leader else { throw JournalFailure.notYours(stream) }
            guard sequence == state.last else {
                throw JournalFailure.conflict(expected: sequence, actual: state.last)
            }
            let answer = try write(
                events, to: stream, by: author, after: sequence, key: key, wallTimes: wallTimes, readers: readers, db)
            if let mark {
                try db.execute(
                    sql: "UPDATE streams SET status = ?, ending = ? WHERE id = ?",
                    arguments: [mark.status.rawValue, mark.ending, stream.rawValue])
            }
            var counted: [Int: Projection.Counted] = [:]
            for (offset, event) in events.enumerated() where readers[offset]?.contains(state.owner) != false {
                counted[answer.first + offset] = Projection.Counted(
                    record: event, wallTime: wallTimes[offset], isOwners: author == state.owner)
            }
            let projection = Projection(stream: stream.rawValue, db: db)
            try projection.append(counted, isMarked: mark != nil)
            if readers.isEmpty { try projection.say(events, by: author, after: sequence, wallTimes: wallTimes) }
            return answer
        }
        if !answer.wasKnown { tower.ring(.news, for: stream) }
        return answer
    }

    /// Lays something before whoever leads the stream. See ``JournalStore``.
    @discardableResult
    public func submit(
        _ event: EventRecord, to stream: StreamID, by author: String, key: String, wallTime: Int
    ) throws(JournalFailure) -> Appended {
        try SubmissionLimits.check(event, key: key)
        try check([event], author: author, key: key)
        let answer = try writing { db in
            let state = try state(of: stream, for: author, db)
            if let known = try self.answer(to: key, of: author, stream, db) {
                guard try written(stream, first: known.first, last: known.last, db) == ([event], [:]) else {
                    throw JournalFailure.keyTaken(key: key)
                }
                return known
            }
            let answer = try write(
                [event], to: stream, by: author, after: state.last, key: key, wallTimes: [0: wallTime], readers: [:],
                db)
            let counted = Projection.Counted(record: event, wallTime: wallTime, isOwners: author == state.owner)
            let projection = Projection(stream: stream.rawValue, db: db)
            try projection.append([answer.first: counted], isMarked: false)
            try projection.say([event], by: author, after: answer.first - 1, wallTimes: [0: wallTime])
            return answer
        }
        if !answer.wasKnown { tower.ring(.news, for: stream) }
        return answer
    }

    /// Takes the lead of a stream. See ``JournalStore``.
    public func takeTerm(
        of stream: StreamID, by holder: String, after term: Int?
    ) throws(JournalFailure) -> Int {
        try checkStorable(holder, "name")
        let next = try writing { db in
            let state = try state(of: stream, for: holder, db)
            if let term, term != state.term { throw JournalFailure.staleTerm(given: term, current: state.term) }
            try db.execute(
                sql: "UPDATE streams SET term = ?, holder = ? WHERE id = ?",
                arguments: [state.term + 1, holder, stream.rawValue])
            return state.term + 1
        }
        tower.ring(.news, for: stream)
        return next
    }

    /// The failure for an id that no stream has: there never was one, or it is forgotten.
    func absence(of stream: StreamID, _ db: Database) throws -> JournalFailure {
        try exists(db, "SELECT 1 FROM tombstones WHERE stream = ?", stream.rawValue)
            ? .forgotten(stream) : .unknownStream(stream)
    }

    /// How a stream stands for those who write.
    struct State {
        var term: Int
        var last: Int
        var owner: String
        var holder: String

        /// Who may append now.
        var leader: String { term == 0 ? owner : holder }
    }

    /// How a stream stands that somebody may read.
    func state(of stream: StreamID, for reader: String, _ db: Database) throws -> State {
        let statement = try db.cachedStatement(
            sql: "SELECT term, last_sequence, owner, holder FROM streams WHERE id = :id AND \(Self.readable)")
        guard let row = try Row.fetchOne(statement, arguments: ["id": stream.rawValue, "reader": reader]) else {
            throw try absence(of: stream, db)
        }
        return State(
            term: try row.whole(0), last: try row.whole(1), owner: try row.text(2), holder: try row.text(3))
    }

    private func check(_ events: [EventRecord], author: String, key: String) throws(JournalFailure) {
        try checkStorable(key, "key")
        try checkStorable(author, "name")
        for event in events {
            try checkStorable(event.thread, "event's thread")
            try checkStorable(event.type, "event's type")
            try checkStorable(event.payload, "payload of an event \(event.type)")
        }
    }

    private func write(
        _ events: [EventRecord], to stream: StreamID, by author: String, after sequence: Int, key: String,
        wallTimes: [Int: Int], readers: [Int: Set<String>], _ db: Database
    ) throws -> Appended {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO events
                    (stream, sequence, thread, type, version, weight, time, payload, wall, author, restricted)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (offset, event) in events.enumerated() {
            for name in readers[offset]?.sorted() ?? [] {
                try db.cachedStatement(sql: "INSERT INTO event_readers (stream, sequence, name) VALUES (?, ?, ?)")
                    .execute(arguments: [stream.rawValue, sequence + 1 + offset, name])
            }
            try statement.execute(arguments: [
                stream.rawValue, sequence + 1 + offset, event.thread, event.type, event.version,
                event.weight.rawValue, event.time, event.payload, wallTimes[offset], author,
                readers[offset] == nil ? 0 : 1,
            ])
        }
        let answer = Appended(first: sequence + 1, last: sequence + events.count, wasKnown: false)
        try db.cachedStatement(sql: "INSERT INTO appends (stream, author, key, first, last) VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [stream.rawValue, author, key, answer.first, answer.last])
        return answer
    }

    private func answer(to key: String, of author: String, _ stream: StreamID, _ db: Database) throws -> Appended? {
        let statement = try db.cachedStatement(
            sql: "SELECT first, last FROM appends WHERE stream = ? AND author = ? AND key = ?")
        return try Row.fetchOne(statement, arguments: [stream.rawValue, author, key])
            .map { Appended(first: try $0.whole(0), last: try $0.whole(1), wasKnown: true) }
    }
}
