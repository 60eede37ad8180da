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
        of stream: StreamID, after sequence: Int, reader: String
    ) throws(JournalFailure) -> [StoredEvent] {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(Self.eventColumns), sequence, wall, coalesce(author, owner)
                    FROM events JOIN streams ON streams.id = events.stream
                    WHERE events.stream = :stream AND sequence > :sequence AND \(Self.readable)
                        AND \(Self.meant(for: ":reader")) AND \(Self.isNotOwners)
                    ORDER BY sequence
                    """)
            let arguments: StatementArguments = ["stream": stream.rawValue, "sequence": sequence, "reader": reader]
            var events: [StoredEvent] = []
            let rows = try Row.fetchCursor(statement, arguments: arguments)
            while let row = try rows.next() {
                let record = try Self.record(row)
                events.append(
                    StoredEvent(
                        sequence: try row.whole(6), author: try row.text(8), record: record,
                        wallTime: try row.optionalWhole(7)))
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

    /// Which events somebody may read of a stream that they may read: those for everybody, and those that name them.
    static func meant(for name: String) -> String {
        """
        (events.restricted = 0 OR EXISTS (SELECT 1 FROM event_readers WHERE event_readers.stream = events.stream \
        AND event_readers.sequence = events.sequence AND event_readers.name = \(name)))
        """
    }

    /// The records a known append has left behind, and who may read those that are for some only, by offset.
    func written(
        _ stream: StreamID, first: Int, last: Int, _ db: Database
    ) throws -> (records: [EventRecord], readers: [Int: Set<String>]) {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(Self.eventColumns), sequence, restricted FROM events
                WHERE stream = ? AND sequence BETWEEN ? AND ? ORDER BY sequence
                """, arguments: [stream.rawValue, first, last])
        var readers: [Int: Set<String>] = [:]
        for row in rows where try row.whole(7) != 0 {
            let sequence = try row.whole(6)
            readers[sequence - first] = Set(
                try String.fetchAll(
                    db, sql: "SELECT name FROM event_readers WHERE stream = ? AND sequence = ?",
                    arguments: [stream.rawValue, sequence]))
        }
        return (try rows.map(Self.record), readers)
    }

    /// Leaves out what the owner wrote for themselves, for everybody but the owner and whom the event itself names. What
    /// is written down in a room is the group's.
    static let isNotOwners = """
        (streams.owner = :reader OR streams.kind = 'room' OR events.restricted = 1 \
        OR events.type NOT IN (\(ownersTypes)))
        """

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
