internal import GRDB

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Journal {
    /// Writes everything into a new file, as it stands at one moment, and reads that file through.
    ///
    /// - Throws: `JournalFailure.cannotOpen` when there is a file of that name already, and whatever keeps it from being
    ///   written or makes it unreadable; a file that was begun is taken away then.
    /// - Returns: How many sessions are in it.
    @discardableResult
    public func backup(to name: String) throws(JournalFailure) -> Int {
        let file = try JournalFile(path: name)
        guard access(file.path, F_OK) != 0 else {
            throw .cannotOpen(path: file.path, reason: "there is a file of that name already; name another")
        }
        try file.makeFolders()
        try file.makeFile()
        do throws(JournalFailure) {
            do {
                try queue.writeWithoutTransaction { db in
                    try db.execute(sql: "VACUUM INTO ?", arguments: [file.path])
                }
            } catch {
                throw JournalFailure(error, path: file.path)
            }
            return try Self.verify(file)
        } catch {
            unlink(file.path)
            throw error
        }
    }

    /// Puts a backup in a journal's place. The backup is read through first, and stays as it is; what was in its place
    /// is kept beside it.
    ///
    /// - Throws: `JournalFailure` when the backup is no journal, damaged, or of a later form; nothing has changed then.
    /// - Returns: Where the journal that was there is kept now, nil when there was none, and how many sessions there are.
    public static func restore(
        from backup: String, to name: String
    ) throws(JournalFailure) -> (old: String?, sessions: Int) {
        let source = try JournalFile(path: backup)
        let place = try JournalFile(path: name)
        guard try source.inspect() != .empty else { throw .notAJournal(path: source.path) }
        try place.makeFolders()
        let fresh = try JournalFile(path: place.path + ".restoring")
        for tail in ["", "-wal", "-shm"] { unlink(fresh.path + tail) }
        try fresh.makeFile()
        let sessions: Int
        do throws(JournalFailure) {
            try copy(source, into: fresh)
            sessions = try verify(fresh)
        } catch {
            for tail in ["", "-wal", "-shm"] { unlink(fresh.path + tail) }
            throw error
        }
        let old = try putAside(place)
        for tail in ["-wal", "-shm"] { unlink(fresh.path + tail) }
        guard rename(fresh.path, place.path) == 0 else {
            throw .ioFailed(path: place.path, reason: String(cString: strerror(errno)))
        }
        return (old, sessions)
    }

    /// Copies a journal as it stands, with what its log holds, without changing it.
    private static func copy(_ source: JournalFile, into fresh: JournalFile) throws(JournalFailure) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: source.path, configuration: configuration)
            try queue.inDatabase { db in
                guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
                    throw JournalFailure.corrupt(path: source.path)
                }
                try db.execute(sql: "VACUUM INTO ?", arguments: [fresh.path])
            }
            try queue.close()
        } catch {
            throw JournalFailure(error, path: source.path)
        }
    }

    /// Opens a file as a journal, reads it through, and counts its sessions.
    private static func verify(_ file: JournalFile) throws(JournalFailure) -> Int {
        let journal = try Journal(.file(file.path))
        try journal.checkIntegrity()
        let count = try journal.reading { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM streams") ?? 0 }
        do { try journal.queue.close() } catch { throw JournalFailure(error, path: file.path) }
        return count
    }

    /// Gives a journal and the files beside it another name.
    private static func putAside(_ place: JournalFile) throws(JournalFailure) -> String? {
        guard access(place.path, F_OK) == 0 else { return nil }
        var old = place.path + ".old"
        var number = 2
        while access(old, F_OK) == 0 {
            old = place.path + ".old-\(number)"
            number += 1
        }
        for tail in ["-wal", "-shm", ""] where access(place.path + tail, F_OK) == 0 {
            guard rename(place.path + tail, old + tail) == 0 else {
                throw .ioFailed(path: place.path, reason: String(cString: strerror(errno)))
            }
        }
        return old
    }
}
