internal import Postgres

extension PostgresJournal {
    /// Lets others read a stream, or no longer. See ``JournalStore``.
    public func setAudience(_ audience: Audience, of stream: StreamID, by owner: String) throws(JournalFailure) {
        guard owner.isEmpty || owner == account else { throw .unknownStream(stream) }
        for name in audience.names { try checkStorable(name, "name") }
        _ = try ask(
            PostgresStatement("SELECT rapport.set_audience($1, $2, $3)"),
            [stream.rawValue, audience.word, PostgresList.written(audience.names)], PostgresContext(stream: stream))
    }

    /// Gives out a code that lets people join a stream. See ``JournalStore``. Ten in a minute, and one waits
    /// (`JournalFailure.tooManyTries`): otherwise whoever gives out enough codes learns which ones are in use.
    public func invite(to stream: StreamID, by owner: String, code: String, until end: Int) throws(JournalFailure) {
        try checkAccount(owner, stream)
        let rows = try ask(
            PostgresStatement("SELECT rapport.invite($1, $2, $3)"), [stream.rawValue, code, String(end)],
            PostgresContext(stream: stream))
        let answer = try whole(rows.value)
        if answer < 0 { throw .codeTaken }
        if answer > 0 { throw .tooManyTries(wait: answer) }
    }

    /// Finds the stream of a code and lets the account read it from now on. See ``JournalStore``. `now` is not used:
    /// the server goes by its own clock.
    public func join(code: String, as reader: String, now: Int) throws(JournalFailure) -> StreamID {
        try checkAccount(reader, StreamID(""))
        let rows = try ask(
            PostgresStatement("SELECT found_stream, wait FROM rapport.join($1)"), [code], PostgresContext())
        guard let row = rows.rows.first, row.count == 2 else { throw .corrupt(path: place) }
        if let stream = row[0] { return StreamID(stream) }
        let wait = try whole(row[1])
        throw wait > 0 ? .tooManyTries(wait: wait) : .unknownCode
    }

    /// Takes a reader out of a stream's audience. See ``JournalStore``.
    public func remove(_ reader: String, from stream: StreamID, by owner: String) throws(JournalFailure) {
        try checkAccount(owner, stream)
        _ = try ask(
            PostgresStatement("SELECT rapport.remove($1, $2)"), [reader, stream.rawValue],
            PostgresContext(stream: stream))
    }

    /// A bell with a connection of its own. See ``JournalStore``.
    public func follow(_ stream: StreamID, as reader: String) throws(JournalFailure) -> any JournalBell {
        try checkAccount(reader, stream)
        return try PostgresBell(stream, of: self)
    }
}
