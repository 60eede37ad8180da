import Conversation
internal import GRDB

extension Journal {
    /// Gives out a code that lets people join a stream. See ``JournalStore``.
    public func invite(
        to stream: StreamID, by owner: String, code: String, until end: Int
    ) throws(JournalFailure) {
        let hash = Self.hash(ofCode: code)
        try writing { db in
            try checkLeader(owner, of: stream, db)
            let id = stream.rawValue
            let taken = try String.fetchOne(
                db, sql: "SELECT stream FROM invitations WHERE hash = ? AND stream <> ?", arguments: [hash, id])
            if taken != nil { throw JournalFailure.codeTaken }
            try db.execute(
                sql: """
                    INSERT INTO invitations (stream, hash, ends_at) VALUES (?, ?, ?)
                    ON CONFLICT (stream) DO UPDATE SET hash = excluded.hash, ends_at = excluded.ends_at
                    """, arguments: [id, hash, end])
            try db.execute(sql: "DELETE FROM removed_names WHERE stream = ?", arguments: [id])
        }
    }

    /// Finds the stream of a code and lets `reader` read it from now on. See ``JournalStore``.
    public func join(code: String, as reader: String, now: Int) throws(JournalFailure) -> StreamID {
        try checkStorable(reader, "name")
        let hash = Self.hash(ofCode: code)
        // A wrong code is counted, so it is no failure of the transaction.
        let outcome: Result<StreamID, JournalFailure> = try writing { db in
            let (since, count) = try wrongCodes(of: reader, now: now, db)
            guard count < SubmissionLimits.wrongCodes else {
                return .failure(.tooManyTries(wait: max(1, (since + Self.minute - now + 999) / 1_000)))
            }
            try db.execute(sql: "DELETE FROM invitations WHERE ends_at <= ?", arguments: [now])
            let found = try String.fetchOne(
                db,
                sql: """
                    SELECT stream FROM invitations WHERE hash = :hash AND NOT EXISTS (SELECT 1 FROM removed_names
                        WHERE removed_names.stream = invitations.stream AND name = :reader)
                    """, arguments: ["hash": hash, "reader": reader])
            guard let found else {
                try db.execute(
                    sql: """
                        INSERT INTO wrong_codes (name, since, count) VALUES (?, ?, ?)
                        ON CONFLICT (name) DO UPDATE SET since = excluded.since, count = excluded.count
                        """, arguments: [reader, since, count + 1])
                return .failure(.unknownCode)
            }
            try db.execute(
                sql: "UPDATE streams SET audience = 'shared' WHERE id = ? AND audience = 'private' AND owner <> ?",
                arguments: [found, reader])
            try insert([reader], ofAudienceOf: found, db)
            return .success(StreamID(found))
        }
        return try outcome.get()
    }

    /// Takes a reader out of a stream's audience. See ``JournalStore``.
    public func remove(_ reader: String, from stream: StreamID, by owner: String) throws(JournalFailure) {
        try checkStorable(reader, "name")
        try writing { db in
            try checkLeader(owner, of: stream, db)
            let id = stream.rawValue
            if try exists(db, "SELECT 1 FROM streams WHERE id = ? AND owner = ?", id, reader) { return }
            if try exists(db, "SELECT 1 FROM streams WHERE id = ? AND audience = 'room'", id) {
                throw JournalFailure.readByAll(stream)
            }
            try db.execute(
                sql: "DELETE FROM audience_names WHERE stream = ? AND name = ?", arguments: [id, reader])
            try db.execute(
                sql: "INSERT INTO removed_names (stream, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [id, reader])
        }
        tower.ring(.news, for: stream)
    }

    /// A bell that rings when something is written to the stream: a socket of the user's own. See ``JournalStore``.
    public func follow(_ stream: StreamID, as reader: String) throws(JournalFailure) -> any JournalBell {
        _ = try reading { db in try state(of: stream, for: reader, db) }
        return try tower.hang(for: stream)
    }

    private static let minute = 60_000

    /// What is kept of a code.
    private static func hash(ofCode code: String) -> String {
        ContentHash.hexadecimal(of: "rapport code \(code)".utf8)
    }

    /// Throws unless somebody opened the stream or leads it.
    private func checkLeader(_ name: String, of stream: StreamID, _ db: Database) throws {
        let state = try state(of: stream, for: name, db)
        guard name == state.owner || (state.term > 0 && name == state.holder) else {
            throw JournalFailure.notYours(stream)
        }
    }

    /// Since when wrong codes are counted, and how many there were. A clock that was put back begins anew.
    private func wrongCodes(of reader: String, now: Int, _ db: Database) throws -> (since: Int, count: Int) {
        let row = try Row.fetchOne(
            db, sql: "SELECT since, count FROM wrong_codes WHERE name = ?", arguments: [reader])
        guard let row else { return (now, 0) }
        let since = try row.whole(0)
        return now < since || now >= since + Self.minute ? (now, 0) : (since, try row.whole(1))
    }
}
