import Conversation
internal import GRDB

extension Journal {
    /// The events of a stream after a sequence, in order, as far as `reader` may read them.
    ///
    /// A stream that does not exist and one that is not for this reader look alike: both have no events. What its owner
    /// wrote for themselves (`EventRecord.privateTypes`) is for the owner alone: others are not given it, and see a gap in
    /// the sequence.
    ///
    /// - Parameters:
    ///   - stream: Which.
    ///   - sequence: The last sequence already known, 0 for all.
    ///   - reader: Who asks: the name after `--as`, empty when none was given.
    /// - Throws: `JournalFailure` when the file cannot be read.
    public func events(
        of stream: StreamID, after sequence: Int = 0, reader: String
    ) throws(JournalFailure) -> [StoredEvent] {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(Self.eventColumns), sequence, wall FROM events JOIN streams ON streams.id = events.stream
                    WHERE events.stream = :stream AND sequence > :sequence AND \(Self.readable) AND \(Self.forReader)
                    ORDER BY sequence
                    """)
            let arguments: StatementArguments = ["stream": stream.rawValue, "sequence": sequence, "reader": reader]
            var events: [StoredEvent] = []
            let rows = try Row.fetchCursor(statement, arguments: arguments)
            while let row = try rows.next() {
                let record = try Self.record(row)
                events.append(
                    StoredEvent(sequence: try row.whole(6), record: record, wallTime: try row.optionalWhole(7)))
            }
            return events
        }
    }

    /// A number that differs from the one before whenever somebody, in this process or another, has written to the
    /// journal in between. Cheap: no table is read.
    ///
    /// A journal that cannot be asked answers 0: a follower then reads, and meets the failure itself.
    public func changeToken() -> Int {
        let token = try? queue.unsafeRead { db in
            // The first counts what others committed, the second what this connection did.
            (try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0) + db.totalChangesCount
        }
        return token ?? 0
    }

    /// The records a known append has left behind.
    func records(_ stream: StreamID, first: Int, last: Int, _ db: Database) throws -> [EventRecord] {
        let sql = """
            SELECT \(Self.eventColumns) FROM events WHERE stream = ? AND sequence BETWEEN ? AND ? ORDER BY sequence
            """
        return try Row.fetchAll(db, sql: sql, arguments: [stream.rawValue, first, last]).map(Self.record)
    }

    /// The events that the argument `:reader` may read of a stream that they may read.
    static let forReader = "(streams.owner = :reader OR events.type NOT IN (\(ownersTypes)))"

    private static let ownersTypes = EventRecord.privateTypes.sorted().map { "'\($0)'" }.joined(separator: ", ")

    private static let eventColumns = "thread, type, version, weight, time, payload"

    /// The event in a row that begins with its six columns.
    static func record(_ row: Row) throws -> EventRecord {
        guard let weight = EventRecord.Weight(rawValue: try row.text(3)) else { throw DamagedRow() }
        return EventRecord(
            thread: try row.text(0), type: try row.text(1), version: try row.whole(2), weight: weight,
            time: try row.whole(4), payload: try row.text(5))
    }
}
