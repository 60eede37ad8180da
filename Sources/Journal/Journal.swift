import Conversation
internal import GRDB

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The room Journal keeps what happened, and is the only one that does.
///
/// A journal is a set of streams, one for a practice session or a room, and a stream is a list of events that only
/// grows. Three questions are asked of it: append these events, read from here on, has anything changed. What was
/// acknowledged is on the disk; what was appended is never changed; who may read a stream is decided here and not by
/// those who ask. One thing takes away: `forget`, and it takes everything.
///
/// The journal is one SQLite file with a write-ahead log, safe for several processes at once. It keeps one connection,
/// a queue and not a pool: an append is one short transaction and reads are of one session, so readers gain nothing
/// from connections of their own, while a single one opens sooner, holds one cache, and makes SQLite's `data_version`
/// mean "somebody else".
public final class Journal: JournalStore {
    /// Where a journal is kept.
    public enum Place: Hashable, Sendable {
        /// In the file of this path.
        case file(String)
        /// In memory only: nothing outlives the journal.
        case memory
    }

    /// The path for messages.
    let path: String
    let queue: DatabaseQueue
    /// Where those who follow a stream are rung.
    let tower: BellTower

    /// Opens the journal at `place`, and makes it when there is none: missing folders and the file are made for the
    /// owner alone (0700, 0600), whatever the umask says.
    ///
    /// - Parameters:
    ///   - place: Where it is kept.
    ///   - patience: How long to wait for another program that holds the journal, in seconds.
    ///   - bells: The folder for the sockets that followers are rung at, made when it is missing; nil: in
    ///     `$XDG_RUNTIME_DIR`, or in `/tmp` for the user alone.
    /// - Throws: `JournalFailure` when the file is not a journal, damaged, of a later form, not writable or held by
    ///   another program. A file that is refused is not changed.
    public init(_ place: Place, patience: Double = 5, bells: String? = nil) throws(JournalFailure) {
        let folders = bells.map { [$0] } ?? Self.standardBellFolders()
        switch place {
        case .memory:
            path = "in memory"
            tower = BellTower(folders: folders, identity: "memory:\(UInt64.random(in: 0...UInt64.max))")
            queue = try Self.connect(to: nil, patience: patience)
            try Self.bringUp(queue, path: path)
        case .file(let name):
            let file = try JournalFile(path: name)
            path = file.path
            queue = try Self.openFile(file, patience: patience)
            tower = BellTower(folders: folders, identity: BellTower.identity(ofFile: file.path))
        }
    }

    /// The path of the file, for messages.
    public var place: String { path }

    /// The path of a user's journal: `rapport/journal.sqlite` in `$XDG_DATA_HOME`, which is `~/.local/share` when
    /// unset, empty or not absolute (XDG Base Directory Specification).
    public static func standardPath(environment: [String: String]) -> String {
        let tail = "rapport/journal.sqlite"
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/\(tail)" }
        if let home = environment["HOME"], !home.isEmpty { return "\(home)/.local/share/\(tail)" }
        if let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir {
            return "\(String(cString: home))/.local/share/\(tail)"
        }
        return ".local/share/\(tail)"
    }

    /// Reads through the whole file for damage. Takes time with its size: for a check-up, not for every start.
    ///
    /// - Throws: `JournalFailure.corrupt` when something is damaged.
    public func checkIntegrity() throws(JournalFailure) {
        let path = path
        try reading { db in
            guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
                throw JournalFailure.corrupt(path: path)
            }
        }
    }

    /// Reads from one state of the journal.
    func reading<Result>(_ body: (Database) throws -> Result) throws(JournalFailure) -> Result {
        do { return try queue.read(body) } catch { throw JournalFailure(error, path: path) }
    }

    /// Writes in one immediate transaction, on the disk when this returns and undone when it throws.
    func writing<Result>(_ body: (Database) throws -> Result) throws(JournalFailure) -> Result {
        do { return try queue.write(body) } catch { throw JournalFailure(error, path: path) }
    }

    /// SQLite reads a text up to its first NUL; rather than keep half of one, the journal refuses it.
    func checkStorable(_ text: String, _ what: String) throws(JournalFailure) {
        if text.utf8.contains(0) { throw .unstorable(what: what) }
    }

    private static func standardBellFolders() -> [String] {
        BellTower.standardFolders(runtime: getenv("XDG_RUNTIME_DIR").map { String(cString: $0) }, user: geteuid())
    }

    private static func openFile(_ file: JournalFile, patience: Double) throws(JournalFailure) -> DatabaseQueue {
        // A journal that is complete is opened without further ado. Anything else may be one that another process is
        // making at this moment, so it is judged again once that process is through.
        if case .journal(JournalSchema.version)? = try? file.inspect() {
            return try open(file, patience: patience)
        }
        try file.makeFolders()
        return try file.whileAlone(patience: patience) { () throws(JournalFailure) in
            let finding = try file.inspect()
            if finding == .empty { try file.makeFile() }
            return try open(file, patience: patience)
        }
    }

    private static func open(_ file: JournalFile, patience: Double) throws(JournalFailure) -> DatabaseQueue {
        try file.checkWritable()
        file.closeToOthers()
        let queue = try connect(to: file.path, patience: patience)
        try bringUp(queue, path: file.path)
        return queue
    }

    private static func connect(to path: String?, patience: Double) throws(JournalFailure) -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "journal"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            // FULL: a commit is in the log on the disk before it returns (macOS needs fullfsync for that). Deleted
            // bytes are overwritten, and no scratch file of the system's ever holds a copy.
            try db.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA fullfsync = ON;
                    PRAGMA secure_delete = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA trusted_schema = OFF;
                    """)
        }
        do {
            guard let path else { return try DatabaseQueue(configuration: configuration) }
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw JournalFailure(error, path: path ?? "in memory")
        }
    }

    /// Brings an empty or older file to the newest form; a file that is there already only answers which it has.
    private static func bringUp(_ queue: DatabaseQueue, path: String) throws(JournalFailure) {
        do {
            let version = try queue.writeWithoutTransaction { db in
                let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                guard version <= JournalSchema.version else {
                    throw JournalFailure.newerThanThisProgram(path: path, version: version)
                }
                if version == 0 {
                    // Before the log exists: from its first page on, the file says whose it is.
                    try db.inTransaction(.exclusive) {
                        try db.execute(sql: "PRAGMA application_id = \(JournalSchema.applicationID)")
                        return .commit
                    }
                }
                try db.execute(sql: "PRAGMA journal_mode = WAL")
                return version
            }
            if version < JournalSchema.version { try JournalSchema.migrator.migrate(queue) }
        } catch {
            throw JournalFailure(error, path: path)
        }
    }
}
