internal import GRDB

extension Journal {
    /// Forgets a stream for good: its events, its row, who could read it, and its scenario's source unless another
    /// stream was played against it. What is left is a tombstone: the id alone, so that it is never used again and a
    /// copy elsewhere can be told.
    ///
    /// The bytes are gone from the file and its log, not only the rows: deleted content is overwritten, the log is
    /// merged and cut to nothing, and the file is built anew. Forgetting a forgotten stream again is allowed, and
    /// finishes what was broken off.
    ///
    /// - Throws: `JournalFailure.unknownStream` when there is no such stream of this owner's; `.tracesRemain` when the rows are gone but another program keeps the
    ///   file from being cleaned; and whatever keeps the journal from writing.
    public func forget(_ stream: StreamID, by owner: String) throws(JournalFailure) {
        let id = stream.rawValue
        try writing { db in
            let sql = "SELECT scenario_hash FROM streams WHERE id = ? AND owner = ?"
            guard let hash = try String.fetchOne(db, sql: sql, arguments: [id, owner]) else {
                let absence = try absence(of: stream, db)
                if absence == .forgotten(stream) { return }
                throw absence
            }
            try db.execute(sql: "INSERT INTO forgetting (stream) VALUES (?)", arguments: [id])
            for table in JournalSchema.belonging + JournalSchema.derived {
                try db.execute(sql: "DELETE FROM \(table) WHERE stream = ?", arguments: [id])
            }
            try db.execute(sql: "DELETE FROM streams WHERE id = ?", arguments: [id])
            if try !exists(db, "SELECT 1 FROM streams WHERE scenario_hash = ?", hash) {
                try db.execute(sql: "DELETE FROM source_files WHERE hash = ?", arguments: [hash])
                try db.execute(sql: "DELETE FROM sources WHERE hash = ?", arguments: [hash])
            }
            try db.execute(sql: "INSERT INTO tombstones (stream) VALUES (?)", arguments: [id])
            try db.execute(sql: "DELETE FROM forgetting WHERE stream = ?", arguments: [id])
        }
        tower.ring(.news, for: stream)
        try finishForgetting()
    }

    /// Cleans the file of forgotten streams whose forgetting was broken off between deleting and cleaning. Does
    /// nothing, and costs nothing, when there are none.
    ///
    /// - Throws: `JournalFailure.tracesRemain` when another program keeps the file from being cleaned.
    public func finishForgetting() throws(JournalFailure) {
        let isOwed = try reading { db in
            try Int.fetchOne(db, sql: "SELECT 1 FROM tombstones WHERE erased = 0 LIMIT 1") != nil
        }
        guard isOwed else { return }
        do {
            try queue.writeWithoutTransaction { db in
                // The log first: it holds the old pages, and the file's own are overwritten by merging it.
                try emptyLog(db)
                try db.execute(sql: "VACUUM")
                try emptyLog(db)
                try db.execute(sql: "UPDATE tombstones SET erased = 1 WHERE erased = 0")
            }
        } catch {
            let reason = (error as? DatabaseError)?.message ?? "another program is reading the journal"
            throw .tracesRemain(path: path, reason: reason)
        }
    }

    /// The ids of the streams that were forgotten.
    public func tombstones() throws(JournalFailure) -> [StreamID] {
        try reading { db in
            try Row.fetchAll(db, sql: "SELECT stream FROM tombstones ORDER BY stream").map { StreamID(try $0.text(0)) }
        }
    }

    /// Merges the write-ahead log into the file and cuts it to nothing (https://www.sqlite.org/pragma.html,
    /// wal_checkpoint). Fails when a reader still needs the log.
    private func emptyLog(_ db: Database) throws {
        let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        if let row, try row.whole(0) != 0 { throw JournalFailure.locked(path: path) }
    }
}
