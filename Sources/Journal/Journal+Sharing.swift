internal import GRDB

extension Journal {
    /// Who may read a stream, for its owner to see.
    /// - Throws: `JournalFailure.unknownStream` when there is no such stream of this owner's.
    public func audience(of stream: StreamID, by owner: String) throws(JournalFailure) -> Audience {
        try reading { db in
            let sql = "SELECT audience FROM streams WHERE id = ? AND owner = ?"
            switch try String.fetchOne(db, sql: sql, arguments: [stream.rawValue, owner]) {
            case "private": return .private
            case "room": return .room
            case .some:
                let names = try String.fetchAll(
                    db, sql: "SELECT name FROM audience_names WHERE stream = ? ORDER BY name",
                    arguments: [stream.rawValue])
                return .shared(with: Set(names))
            case nil: throw JournalFailure.unknownStream(stream)
            }
        }
    }

    /// The sessions that others let somebody read and that have all the words of a query in their title or their owner's
    /// name, newest first. What their owners wrote for themselves is neither searched nor counted.
    ///
    /// Parameters are those of `history`.
    public func shared(
        with reader: String, matching query: String = "", offset: Int = 0, limit: Int = 200
    ) throws(JournalFailure) -> HistoryPage {
        try reading { db in
            let words = query.lowercased().split { $0.isWhitespace || $0 == "\0" }.prefix(8).map(String.init)
            var arguments: StatementArguments = ["reader": reader]
            for (index, word) in words.enumerated() { arguments += ["word\(index)": word] }
            let found = words.indices.map { " AND instr(lower(title || ' ' || streams.owner), :word\($0)) > 0" }
            let condition =
                "audience <> 'private' AND streams.kind = 'session' AND streams.owner <> :reader AND \(Self.readable)"
                + found.joined()
            let total =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM streams WHERE \(condition)", arguments: arguments) ?? 0
            let start = min(max(0, offset), max(0, total - 1))
            arguments += ["limit": max(0, limit), "start": start]
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Self.summaryColumns), moments, trust, outcome
                    FROM streams LEFT JOIN (SELECT stream, moments, trust, outcome FROM history) AS told
                        ON told.stream = streams.id
                    WHERE \(condition) ORDER BY streams.opened_at DESC, streams.rowid DESC LIMIT :limit OFFSET :start
                    """, arguments: arguments)
            return HistoryPage(
                query: query, total: total, offset: start,
                entries: try rows.map { row in
                    HistoryPage.Entry(
                        summary: try Self.summary(row), moments: try row.optionalWhole(13) ?? 0,
                        trust: try row.optionalWhole(14), outcome: try row.optionalText(15))
                }, isShared: true)
        }
    }

    /// Who has commented since somebody last looked, on their own sessions and on those where they commented themselves,
    /// the newest first, each author once a session.
    public func newComments(for reader: String, limit: Int = 20) throws(JournalFailure) -> [NewComment] {
        try reading { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT streams.id, title, streams.owner, comments.author, max(comments.at) AS newest
                    FROM comments JOIN streams ON streams.id = comments.stream
                    LEFT JOIN looked ON looked.reader = :reader AND looked.stream = comments.stream
                    WHERE comments.author <> :reader AND comments.sequence > coalesce(looked.sequence, 0)
                        AND (streams.owner = :reader OR EXISTS (SELECT 1 FROM comments AS own
                            WHERE own.stream = streams.id AND own.author = :reader))
                        AND \(Self.readable)
                    GROUP BY streams.id, comments.author
                    ORDER BY newest DESC, comments.sequence DESC LIMIT :limit
                    """, arguments: ["reader": reader, "limit": max(0, limit)])
            return try rows.map { row in
                NewComment(
                    stream: StreamID(try row.text(0)), title: try row.text(1), owner: try row.text(2),
                    author: try row.text(3))
            }
        }
    }

    /// Somebody has looked at a stream, as far as it goes now, or was told of what is new there.
    public func look(at stream: StreamID, as reader: String) throws(JournalFailure) {
        try checkStorable(reader, "name")
        try writing { db in
            try db.execute(
                sql: """
                    INSERT INTO looked (reader, stream, sequence)
                    SELECT :reader, id, last_sequence FROM streams WHERE id = :stream AND \(Self.readable)
                    ON CONFLICT (reader, stream) DO UPDATE SET sequence = excluded.sequence
                    """, arguments: ["reader": reader, "stream": stream.rawValue])
        }
    }
}
