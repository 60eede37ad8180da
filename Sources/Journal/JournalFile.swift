internal import GRDBSQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The journal's file as the file system sees it: its folder, its rights, and whether it is ours at all.
///
/// Everything here looks before SQLite opens the file for writing, so that a file that is refused keeps every byte. It
/// never opens the file by itself: closing a descriptor of one's own would drop the locks that SQLite holds on the same
/// file elsewhere in the process (https://www.sqlite.org/howtocorrupt.html, 2.2).
struct JournalFile {
    /// What stands at the path.
    enum Finding: Equatable {
        /// Nothing, or a file without a byte.
        case empty
        /// A journal in this form; 0 when its making was broken off.
        case journal(version: Int)
    }

    let path: String

    init(path: String) throws(JournalFailure) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw .cannotOpen(path: path, reason: "that is not a file's name")
        }
        // SQLite reads ":memory:" and "file:" names as something other than files.
        self.path = path.utf8.first == UInt8(ascii: "/") ? path : "./" + path
    }

    var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes the folders that are missing, for the owner alone. Folders that are there keep their rights.
    func makeFolders() throws(JournalFailure) {
        var missing: [String] = []
        var current = folder
        while access(current, F_OK) != 0, errno == ENOENT {
            missing.append(current)
            guard let slash = current.utf8.lastIndex(of: UInt8(ascii: "/")), slash > current.startIndex else { break }
            current = String(current[..<slash])
        }
        for name in missing.reversed() {
            if mkdir(name, 0o700) == 0 {
                _ = chmod(name, 0o700)
            } else if errno != EEXIST {
                throw refusal(errno)
            }
        }
    }

    /// Makes an empty file, for the owner alone, when there is none. SQLite gives the files beside it the same rights.
    func makeFile() throws(JournalFailure) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            _ = fchmod(descriptor, 0o600)
            close(descriptor)
        } else if errno != EEXIST {
            throw refusal(errno)
        }
    }

    /// Takes away what others were allowed on a file that came from elsewhere, a backup for one.
    func closeToOthers() {
        for name in [path, path + "-wal", path + "-shm"] {
            if let status = status(of: name), status.st_mode & 0o077 != 0 { _ = chmod(name, 0o600) }
        }
    }

    /// Throws unless the file and its folder may be written.
    func checkWritable() throws(JournalFailure) {
        for name in [folder, path] where access(name, W_OK) != 0 {
            throw refusal(errno)
        }
    }

    /// Finds out what stands at the path, without changing it.
    func inspect() throws(JournalFailure) -> Finding {
        guard let status = status(of: path) else {
            if errno == ENOENT { return .empty }
            throw refusal(errno)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .cannotOpen(path: path, reason: "it is a folder")
        default: throw .cannotOpen(path: path, reason: "it is not a plain file")
        }
        guard status.st_size > 0 else { return .empty }

        // "immutable" reads the file alone: no lock, no recovery, no file made beside it. What the write-ahead log
        // still holds is not seen; the application id stands in the file from its first page on.
        let log = self.status(of: path + "-wal")?.st_size ?? 0
        do throws(JournalFailure) {
            let header = try readHeader(parameters: "?immutable=1", readsTables: log == 0)
            guard header.applicationID == JournalSchema.applicationID else {
                throw JournalFailure.notAJournal(path: path)
            }
            if log == 0 { return try known(header.version) }
        } catch .corrupt where log > 0 {}
        // With a log the newest state is in both together. A read-only connection sees it and does not merge them.
        do throws(JournalFailure) {
            return try known(readHeader(parameters: "", readsTables: true).version)
        } catch .corrupt {
            throw .corrupt(path: path)
        } catch .newerThanThisProgram(_, let version) {
            throw .newerThanThisProgram(path: path, version: version)
        } catch {
            // Locked just now, or no room for the log's index: the connection that writes will say it better.
            return .journal(version: JournalSchema.version)
        }
    }

    /// Runs `body` while no other process makes or migrates a journal in this folder.
    ///
    /// The lock is on the folder, goes with the process, and leaves nothing behind.
    func whileAlone<Result>(
        patience: Double, _ body: () throws(JournalFailure) -> Result
    ) throws(JournalFailure) -> Result {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw refusal(errno) }
        defer { close(descriptor) }
        let pause: UInt32 = 2_000
        var tries = max(1, Int(patience * 1_000_000) / Int(pause))
        // A file system without such locks leaves the matter to SQLite's own.
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
            tries -= 1
            if tries == 0 { throw .locked(path: path) }
            usleep(pause)
        }
        return try body()
    }

    private func known(_ version: Int) throws(JournalFailure) -> Finding {
        guard version <= JournalSchema.version else { throw .newerThanThisProgram(path: path, version: version) }
        return .journal(version: version)
    }

    private func status(of name: String) -> stat? {
        var status = stat()
        return stat(name, &status) == 0 ? status : nil
    }

    private func refusal(_ code: Int32) -> JournalFailure {
        switch code {
        case EROFS, EACCES, EPERM:
            access(path, R_OK) == 0 || access(path, F_OK) != 0 && access(folder, R_OK) == 0
                ? .readOnly(path: path) : .cannotOpen(path: path, reason: String(cString: strerror(code)))
        case ENOSPC, EDQUOT: .diskFull(path: path)
        default: .cannotOpen(path: path, reason: String(cString: strerror(code)))
        }
    }

    private func readHeader(
        parameters: String, readsTables: Bool
    ) throws(JournalFailure) -> (applicationID: Int, version: Int) {
        var connection: OpaquePointer?
        defer { sqlite3_close_v2(connection) }
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(uri + parameters, &connection, flags, nil)
        guard code == SQLITE_OK else { throw failure(code, connection) }
        let applicationID = try number("PRAGMA application_id", connection)
        let version = try number("PRAGMA user_version", connection)
        if readsTables { _ = try number("SELECT count(*) FROM sqlite_master", connection) }
        return (applicationID, version)
    }

    private func number(_ sql: String, _ connection: OpaquePointer?) throws(JournalFailure) -> Int {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        var code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
        if code == SQLITE_OK { code = sqlite3_step(statement) }
        guard code == SQLITE_ROW else { throw failure(code, connection) }
        return Int(sqlite3_column_int64(statement, 0))
    }

    private func failure(_ code: Int32, _ connection: OpaquePointer?) -> JournalFailure {
        let reason = sqlite3_errmsg(connection).map { String(cString: $0) } ?? "SQLite error \(code)"
        return JournalFailure(code: code, reason: reason, path: path)
    }

    /// The path as SQLite's file URI (https://www.sqlite.org/uri.html).
    private var uri: String {
        var text = "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return text
    }
}
