internal import GRDB

extension Journal {
    /// Opens a stream, and archives its scenario's source when the journal does not hold it yet.
    ///
    /// - Throws: `JournalFailure.streamExists` or `.forgotten` when the id is taken; `.unstorable`, and whatever keeps
    ///   the journal from writing.
    /// - Returns: The stream's id.
    @discardableResult
    public func open(_ stream: NewStream) throws(JournalFailure) -> StreamID {
        try check(stream)
        try writing { db in
            let id = stream.id.rawValue
            if try exists(db, "SELECT 1 FROM streams WHERE id = ?", id) {
                throw JournalFailure.streamExists(stream.id)
            }
            if try exists(db, "SELECT 1 FROM tombstones WHERE stream = ?", id) {
                throw JournalFailure.forgotten(stream.id)
            }
            try db.execute(
                sql: """
                    INSERT INTO streams (id, owner, audience, kind, title, scenario_slug, scenario_hash, opened_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, stream.owner, stream.audience.word, stream.kind, stream.title, stream.scenarioSlug,
                    stream.scenarioHash, stream.openedAt,
                ])
            try insert(stream.audience.names, ofAudienceOf: id, db)
            if let source = stream.source { try archive(source, db) }
            try Projection(stream: id, db: db).open()
        }
        return stream.id
    }

    /// Lets others read a stream, or no longer. Its owner alone decides that.
    ///
    /// - Throws: `JournalFailure.unknownStream` when there is no such stream of this owner's.
    public func setAudience(_ audience: Audience, of stream: StreamID, by owner: String) throws(JournalFailure) {
        for name in audience.names { try checkStorable(name, "name") }
        try writing { db in
            let id = stream.rawValue
            try db.execute(
                sql: "UPDATE streams SET audience = ? WHERE id = ? AND owner = ?",
                arguments: [audience.word, id, owner])
            guard db.changesCount == 1 else { throw JournalFailure.unknownStream(stream) }
            try db.execute(sql: "DELETE FROM audience_names WHERE stream = ?", arguments: [id])
            try insert(audience.names, ofAudienceOf: id, db)
        }
        tower.ring(.news, for: stream)
    }

    /// The streams of one owner, newest first.
    ///
    /// - Parameters:
    ///   - owner: Whose.
    ///   - kind: Only this kind, or any.
    ///   - limit: At most so many.
    public func streams(
        owner: String, kind: String? = nil, limit: Int = 100
    ) throws(JournalFailure) -> [StreamSummary] {
        try summaries(
            """
            WHERE owner = :owner AND (:kind IS NULL OR kind = :kind)
            ORDER BY opened_at DESC, rowid DESC LIMIT :limit
            """,
            ["owner": owner, "kind": kind, "limit": max(0, limit)])
    }

    /// The streams somebody may read, their own and those others let them, newest first.
    public func streams(
        readableBy reader: String, kind: String?, limit: Int
    ) throws(JournalFailure) -> [StreamSummary] {
        try summaries(
            """
            WHERE \(Self.readable) AND (:kind IS NULL OR kind = :kind)
            ORDER BY opened_at DESC, rowid DESC LIMIT :limit
            """,
            ["reader": reader, "kind": kind, "limit": max(0, limit)])
    }

    /// One stream, when it is there and `reader` may read it.
    public func stream(_ id: StreamID, reader: String) throws(JournalFailure) -> StreamSummary? {
        try summaries("WHERE id = :id AND \(Self.readable)", ["id": id.rawValue, "reader": reader]).first
    }

    /// The newest stream of an owner's that is still open: what "continue" offers.
    public func unfinished(owner: String, kind: String = "session") throws(JournalFailure) -> StreamSummary? {
        try summaries(
            """
            WHERE owner = :owner AND kind = :kind AND status = 'open'
            ORDER BY opened_at DESC, rowid DESC LIMIT 1
            """,
            ["owner": owner, "kind": kind]
        ).first
    }

    /// The archived source of a scenario, when the journal holds it.
    public func source(hash: String) throws(JournalFailure) -> ArchivedSource? {
        try reading { db in
            guard try exists(db, "SELECT 1 FROM sources WHERE hash = ?", hash) else { return nil }
            let sql = "SELECT name, text FROM source_files WHERE hash = ? ORDER BY position"
            let files = try Row.fetchAll(db, sql: sql, arguments: [hash])
                .map { ArchivedSource.File(name: try $0.text(0), text: try $0.text(1)) }
            return ArchivedSource(hash: hash, files: files)
        }
    }

    /// Which streams the argument `:reader` may read.
    static let readable = """
        (streams.owner = :reader OR streams.audience = 'room' OR (streams.audience = 'shared' AND EXISTS \
        (SELECT 1 FROM audience_names WHERE audience_names.stream = streams.id AND audience_names.name = :reader)))
        """

    func exists(_ db: Database, _ sql: String, _ values: String...) throws -> Bool {
        let statement = try db.cachedStatement(sql: sql)
        return try Int.fetchOne(statement, arguments: StatementArguments(values)) != nil
    }

    private func check(_ stream: NewStream) throws(JournalFailure) {
        try checkStorable(stream.id.rawValue, "session's id")
        try checkStorable(stream.owner, "owner's name")
        try checkStorable(stream.kind, "session's kind")
        try checkStorable(stream.title, "session's title")
        try checkStorable(stream.scenarioSlug, "scenario's name")
        try checkStorable(stream.scenarioHash, "scenario's hash")
        for name in stream.audience.names { try checkStorable(name, "name") }
        for file in stream.source?.files ?? [] {
            try checkStorable(file.name, "name of a scenario's file")
            try checkStorable(file.text, "scenario's file \(file.name)")
        }
    }

    func insert(_ names: [String], ofAudienceOf id: String, _ db: Database) throws {
        for name in names {
            try db.execute(
                sql: "INSERT INTO audience_names (stream, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [id, name])
            try db.execute(sql: "DELETE FROM removed_names WHERE stream = ? AND name = ?", arguments: [id, name])
        }
    }

    private func archive(_ source: ArchivedSource, _ db: Database) throws {
        if try exists(db, "SELECT 1 FROM sources WHERE hash = ?", source.hash) { return }
        try db.execute(sql: "INSERT INTO sources (hash) VALUES (?)", arguments: [source.hash])
        for (position, file) in source.files.enumerated() {
            try db.execute(
                sql: "INSERT INTO source_files (hash, position, name, text) VALUES (?, ?, ?, ?)",
                arguments: [source.hash, position, file.name, file.text])
        }
    }

    static let summaryColumns = """
        id, owner, audience, kind, title, scenario_slug, scenario_hash, streams.opened_at, status, ending, term, holder, \
        last_sequence
        """

    /// The summary in a row that begins with those columns.
    static func summary(_ row: Row) throws -> StreamSummary {
        guard let status = StreamMark.Status(rawValue: try row.text(8)) else { throw DamagedRow() }
        return StreamSummary(
            id: StreamID(try row.text(0)), owner: try row.text(1), audience: try row.text(2), kind: try row.text(3),
            title: try row.text(4), scenarioSlug: try row.text(5), scenarioHash: try row.text(6),
            openedAt: try row.whole(7), mark: StreamMark(status, ending: try row.optionalText(9)),
            term: try row.whole(10), holder: try row.text(11), lastSequence: try row.whole(12))
    }

    private func summaries(_ condition: String, _ arguments: StatementArguments) throws(JournalFailure)
        -> [StreamSummary]
    {
        try reading { db in
            let statement = try db.cachedStatement(sql: "SELECT \(Self.summaryColumns) FROM streams \(condition)")
            return try Row.fetchAll(statement, arguments: arguments).map(Self.summary)
        }
    }
}
