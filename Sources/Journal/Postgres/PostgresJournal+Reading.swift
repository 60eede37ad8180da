import Conversation
internal import Postgres

extension PostgresJournal {
    /// The events of a stream after a sequence, as far as the account may read them. See ``JournalStore``.
    public func events(
        of stream: StreamID, after sequence: Int, reader: String
    ) throws(JournalFailure) -> [StoredEvent] {
        try checkAccount(reader, stream)
        let rows = try ask(
            Self.reading, [stream.rawValue, String(sequence)], PostgresContext(stream: stream))
        var events: [StoredEvent] = []
        events.reserveCapacity(rows.rows.count)
        for row in rows.rows {
            guard row.count == 9, let author = row[1], let thread = row[2], let type = row[3], let payload = row[7],
                let weight = row[5].flatMap(EventRecord.Weight.init(rawValue:))
            else { throw .corrupt(path: place) }
            let record = EventRecord(
                thread: thread, type: type, version: try whole(row[4]), weight: weight, time: try whole(row[6]),
                payload: payload)
            var wallTime: Int?
            if let wall = row[8] { wallTime = try whole(wall) }
            events.append(
                StoredEvent(sequence: try whole(row[0]), author: author, record: record, wallTime: wallTime))
        }
        return events
    }

    /// One stream, when it is there and the account may read it. See ``JournalStore``.
    public func stream(_ id: StreamID, reader: String) throws(JournalFailure) -> StreamSummary? {
        try checkAccount(reader, id)
        let rows = try ask(Self.summary, [id.rawValue], PostgresContext(stream: id))
        guard let row = rows.rows.first else { return nil }
        return try summary(row)
    }

    /// The streams the account may read, newest first. See ``JournalStore``.
    public func streams(readableBy reader: String, kind: String?, limit: Int) throws(JournalFailure) -> [StreamSummary]
    {
        try checkAccount(reader, StreamID(""))
        let rows = try ask(
            PostgresStatement("SELECT * FROM rapport.readable_streams($1, $2)"), [kind, String(max(0, limit))],
            PostgresContext())
        var all: [StreamSummary] = []
        for row in rows.rows { all.append(try summary(row)) }
        return all
    }

    /// The archived source of a scenario: the account's own, or one of a stream it may read. See ``JournalStore``.
    public func source(hash: String) throws(JournalFailure) -> ArchivedSource? {
        let rows = try ask(PostgresStatement("SELECT name, text FROM rapport.source($1)"), [hash], PostgresContext())
        guard !rows.rows.isEmpty else { return nil }
        return ArchivedSource(
            hash: hash,
            files: rows.rows.compactMap { row in
                guard let name = row[0], let text = row[1] else { return nil }
                return ArchivedSource.File(name: name, text: text)
            })
    }

    private static let reading = PostgresStatement(
        """
        SELECT sequence, author, thread, type, version, weight, "time", payload, wall FROM rapport.events_after($1, $2)
        """, name: "events")
    private static let summary = PostgresStatement(
        """
        SELECT id, owner, audience, kind, title, scenario_slug, scenario_hash, opened_at, status, ending, term, holder,
            last_sequence FROM rapport.streams WHERE id = $1
        """, name: "stream")

    private func summary(_ row: [String?]) throws(JournalFailure) -> StreamSummary {
        func text(_ index: Int) -> String { row[index] ?? "" }
        guard row.count == 13, let status = StreamMark.Status(rawValue: text(8)) else { throw .corrupt(path: place) }
        return StreamSummary(
            id: StreamID(text(0)), owner: text(1), audience: text(2), kind: text(3), title: text(4),
            scenarioSlug: text(5), scenarioHash: text(6), openedAt: try whole(row[7]),
            mark: StreamMark(status, ending: row[9]), term: try whole(row[10]), holder: text(11),
            lastSequence: try whole(row[12]))
    }
}
