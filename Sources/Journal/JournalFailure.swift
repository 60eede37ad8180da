internal import GRDB

/// Why the journal could not do what it was asked. Nothing was written when one of these is thrown, and what was there
/// before is still there; only `tracesRemain` comes after a change, and says which.
public enum JournalFailure: Error, Hashable, Sendable {
    /// The file or its folder cannot be used at all.
    case cannotOpen(path: String, reason: String)
    /// The file is something else than a journal. It was not touched.
    case notAJournal(path: String)
    /// The file is a journal and damaged. It was not touched.
    case corrupt(path: String)
    /// A later Rapport wrote the file in a form this one does not know.
    case newerThanThisProgram(path: String, version: Int)
    /// The file or its folder may be read and not written.
    case readOnly(path: String)
    /// There is no room for more.
    case diskFull(path: String)
    /// Another program held the journal for longer than one waits.
    case locked(path: String)
    /// The system refused to read or write the file.
    case ioFailed(path: String, reason: String)
    /// Somebody else appended first.
    case conflict(expected: Int, actual: Int)
    /// The appender's term is not the one that runs.
    case staleTerm(given: Int, current: Int)
    /// A key that stands for one append was used for another.
    case keyTaken(key: String)
    /// No stream has this id.
    case unknownStream(StreamID)
    /// A stream with this id is there already.
    case streamExists(StreamID)
    /// The stream was forgotten. Its id is never used again.
    case forgotten(StreamID)
    /// A text cannot be kept as it is.
    case unstorable(what: String)
    /// More than may be laid before a leader; the limit in bytes.
    case tooLong(what: String, limit: Int)
    /// Only notes may be laid before a leader.
    case notANote(type: String)
    /// Whoever asks may read the stream, and this is for its owner or leader.
    case notYours(StreamID)
    /// No stream has this code, or not any more.
    case unknownCode
    /// The code stands for another stream.
    case codeTaken
    /// Too many wrong codes; how long to wait, in seconds.
    case tooManyTries(wait: Int)
    /// Everybody may read the stream, so nobody can be taken out of it.
    case readByAll(StreamID)
    /// There is no place for a bell.
    case noBell(path: String, reason: String)
    /// The server that keeps the journal cannot be reached just now.
    case away(place: String, reason: String)
    /// PostgreSQL's client library is not on this machine.
    case noClientLibrary(reason: String)
    /// The address of a team's journal cannot be understood.
    case badAddress(reason: String)
    /// The server is there, and holds no journal that this login may use.
    case unprepared(place: String, reason: String)
    /// The server would not set up a team's journal.
    case setupRefused(place: String, reason: String)
    /// The team's journal has another form than this program knows.
    case otherForm(place: String, form: Int, known: Int)
    /// A stream was forgotten, and its text may still stand in the file's unused parts.
    case tracesRemain(path: String, reason: String)

    /// Reads a failure out of whatever the database threw.
    init(_ error: any Error, path: String) {
        switch error {
        case let failure as JournalFailure:
            self = failure
        case is DamagedRow:
            self = .corrupt(path: path)
        case let error as DatabaseError:
            let reason = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
            self.init(code: error.extendedResultCode.rawValue, reason: reason, path: path)
        default:
            self = .ioFailed(path: path, reason: "\(error)")
        }
    }

    /// Reads a failure out of an SQLite result code (https://www.sqlite.org/rescode.html), plain or extended.
    init(code: Int32, reason: String, path: String) {
        let code = ResultCode(rawValue: code)
        switch code.primaryResultCode {
        case .SQLITE_CANTOPEN, .SQLITE_AUTH: self = .cannotOpen(path: path, reason: reason)
        case .SQLITE_NOTADB: self = .notAJournal(path: path)
        case .SQLITE_CORRUPT, .SQLITE_FORMAT: self = .corrupt(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        default:
            // The index beside the write-ahead log is grown by hand, and says so when the disk has no room for it.
            self = code == .SQLITE_IOERR_SHMSIZE ? .diskFull(path: path) : .ioFailed(path: path, reason: reason)
        }
    }
}

/// A row that holds something no journal writes.
struct DamagedRow: Error {}

extension JournalFailure: CustomStringConvertible {
    /// What is wrong, where, and what to do, without control characters.
    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason):
            """
            The journal \(plain(path)) cannot be opened: \(plain(reason)). Check that its folder is yours, or name \
            another data folder in XDG_DATA_HOME.
            """
        case .notAJournal(let path):
            """
            \(plain(path)) is not a Rapport journal. It was left as it is. Move it away, or name another data folder \
            in XDG_DATA_HOME.
            """
        case .corrupt(let path):
            """
            The journal \(plain(path)) is damaged. It was left as it is. Keep a copy of it, with the files beside it \
            ending in -wal and -shm; then put back a backup, or move it away to begin a new one.
            """
        case .newerThanThisProgram(let path, let version):
            """
            The journal \(plain(path)) was written by a later Rapport (form \(version); this one knows up to \
            \(JournalSchema.version)). It was left as it is. Update Rapport to read it.
            """
        case .readOnly(let path):
            """
            The journal \(plain(path)) may not be written. Give yourself the right to write to the file and its \
            folder, or name another data folder in XDG_DATA_HOME.
            """
        case .diskFull(let path):
            """
            There is no room left for the journal \(plain(path)). What was saved before is safe. Make room on that \
            disk and try again.
            """
        case .locked(let path):
            """
            Another program is holding the journal \(plain(path)). Nothing was lost. Try again, or close the other \
            program.
            """
        case .ioFailed(let path, let reason):
            """
            The system could not read or write the journal \(plain(path)): \(plain(reason)). What was saved before is \
            left as it is. Check the disk and try again.
            """
        case .conflict(let expected, let actual):
            """
            Somebody else wrote to this session first: \(expected) events were expected and there are \(actual). Read \
            the new ones and try again.
            """
        case .staleTerm(let given, let current):
            """
            This session is being led from somewhere else now (term \(current), here \(given)). Nothing was written. \
            Take it back to go on here.
            """
        case .keyTaken(let key):
            "The key \(plain(key)) already stands for something else saved in this session. Use a new key."
        case .unknownStream(let id):
            "There is no session \(plain(id.rawValue)) in this journal. List the sessions to see which there are."
        case .streamExists(let id):
            "There is a session \(plain(id.rawValue)) already. Open the new one under another id."
        case .forgotten(let id):
            "The session \(plain(id.rawValue)) was forgotten. Nothing of it is left and its id is not used again."
        case .unstorable(let what):
            "The \(plain(what)) holds a NUL character, which the journal cannot keep. Take it out and try again."
        case .tooLong(let what, let limit):
            "The \(plain(what)) is longer than \(limit) bytes. Say it in fewer words."
        case .notANote(let type):
            "An event of the type \(plain(type)) is for whoever leads to write. Nothing was written."
        case .notYours:
            "Only whoever opened this, or leads it now, may do that. Nothing was changed."
        case .unknownCode:
            "There is no room with this code, or its time is over. Check the code, or ask for a new one."
        case .codeTaken:
            "This code is in use. Take another one."
        case .tooManyTries(let wait):
            "Too many codes were tried. Wait \(wait) \(wait == 1 ? "second" : "seconds") and try again."
        case .readByAll:
            "Everybody may read this, so nobody can be taken out. Share it with named people first."
        case .noBell(let path, let reason):
            """
            There is no place for live updates at \(plain(path)): \(plain(reason)). Set XDG_RUNTIME_DIR to a folder of \
            your own with a short name.
            """
        case .away(let place, let reason):
            """
            The team's journal \(plain(place)) cannot be reached just now: \(plain(reason)). What was saved before is \
            safe.
            """
        case .noClientLibrary(let reason):
            """
            A team's journal needs PostgreSQL's client library, libpq, which is not here (\(plain(reason))). Install it: \
            on Debian or Ubuntu `sudo apt install libpq5`, on Fedora `sudo dnf install libpq`, on macOS \
            `brew install libpq`. Practising alone needs nothing of it.
            """
        case .badAddress(let reason):
            """
            The address of the team's journal cannot be understood: \(plain(reason)). Look at RAPPORT_JOURNAL, or at \
            what stands behind --journal.
            """
        case .unprepared(let place, let reason):
            """
            The team's journal \(plain(place)) is not ready for you: \(plain(reason)). Ask whoever looks after the \
            server; `rapport admin postgres status` tells them what is missing.
            """
        case .setupRefused(let place, let reason):
            """
            The team's journal \(plain(place)) was not set up: \(plain(reason)). Nothing was changed. Setting up needs a \
            login that may make roles and schemas in this database.
            """
        case .otherForm(let place, let form, let known):
            form > known
                ? """
                The team's journal \(plain(place)) was written by a later Rapport (form \(form); this one knows up to \
                \(known)). It was left as it is. Update Rapport to use it.
                """
                : """
                The team's journal \(plain(place)) has an older form (\(form); this Rapport uses \(known)). It was left \
                as it is. Ask whoever looks after it to run `rapport admin postgres init` once more.
                """
        case .tracesRemain(let path, let reason):
            """
            The session was deleted from the journal, but its text may still stand in unused parts of \(plain(path)): \
            \(plain(reason)). Close the other programs that use it and forget the session again.
            """
        }
    }

    /// The text with everything that could steer a terminal shown as a placeholder.
    private func plain(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: shown.append("\u{FFFD}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}
