import Conversation
internal import GRDB

// Who commented where. Unlike other lists this one is not the owner's alone: everybody who may read a stream may comment.
extension Projection {
    private static let said: Set<String> = ["commented", "commentRemoved"]

    /// Events were appended by somebody.
    func say(_ events: [EventRecord], by author: String, after sequence: Int, wallTimes: [Int: Int]) throws {
        for (offset, record) in events.enumerated() where Self.said.contains(record.type) {
            try say(record, by: author, at: sequence + 1 + offset, wallTime: wallTimes[offset])
        }
    }

    func rebuildComments() throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT thread, type, version, weight, time, payload, sequence, wall, coalesce(author, owner)
                FROM events JOIN streams ON streams.id = events.stream
                WHERE events.stream = ? AND type IN ('commented', 'commentRemoved') AND restricted = 0 ORDER BY sequence
                """, arguments: [stream])
        for row in rows {
            try say(
                try Journal.record(row), by: try row.text(8), at: try row.whole(6), wallTime: try row.optionalWhole(7))
        }
    }

    /// A comment, or one that was taken out by whoever wrote it. Who it says wrote it and who appended it are one.
    private func say(_ record: EventRecord, by author: String, at sequence: Int, wallTime: Int?) throws {
        switch try? TimedEvent(record).event {
        case .commented(let comment) where comment.author == author:
            try db.execute(
                sql: """
                    INSERT INTO comments (stream, sequence, author, at)
                    SELECT id, ?, ?, coalesce(?, opened_at) FROM streams WHERE id = ?
                    """, arguments: [sequence, author, wallTime, stream])
        case .commentRemoved(let removed) where removed.author == author:
            try db.execute(
                sql: "DELETE FROM comments WHERE stream = ? AND sequence = ? AND author = ?",
                arguments: [stream, removed.comment, author])
        default: break
        }
    }
}
