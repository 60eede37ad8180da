import Conversation
internal import Postgres

/// A team's journal: the same streams, kept by a PostgreSQL server, so that people on several machines meet in one room.
///
/// Who asks is the login role of the connection, and the server decides what it may read and write: names handed to the
/// calls below must be that account's or empty, and others are refused with `JournalFailure.notYours` before the server
/// is asked. A lost connection is `JournalFailure.away`; the next call connects again, and an append or a submission
/// whose answer was lost is answered again when it is repeated with its key.
///
/// A journal may be used by several threads; one asks at a time. Each bell has a connection of its own.
public final class PostgresJournal: JournalStore {
    /// Where it is, without a password.
    public let place: String
    /// Who asks: the login role.
    public let account: String

    let client: PostgresClient

    /// Connects to a team's journal.
    ///
    /// - Parameters:
    ///   - address: `postgresql://NAME@HOST/DATABASE`, with whatever libpq understands behind it, or libpq's
    ///     `key=value` words. Password files, services and PG… variables count as they do for libpq.
    ///   - library: The names PostgreSQL's client library may have.
    /// - Throws: `JournalFailure.noClientLibrary`, `.badAddress`, `.away` when there is no connection within 3 seconds,
    ///   `.unprepared` when the database holds no journal or the login is not a member of it, `.otherForm`.
    public convenience init(_ address: String) throws(JournalFailure) {
        try self.init(address, libraries: PostgresLibrary.names)
    }

    init(_ address: String, libraries: [String]) throws(JournalFailure) {
        let client = try Self.client(address, libraries: libraries)
        place = client.place
        self.client = client
        let rows: PostgresRows
        do throws(PostgresFailure) {
            rows = try client.ask(PostgresStatement("SELECT session_user, rapport.current_form()"))
        } catch {
            throw JournalFailure(error, place: client.place)
        }
        guard let row = rows.rows.first, let name = row[0], let form = row[1].flatMap({ Int($0) }) else {
            throw .unprepared(place: client.place, reason: "there is no journal in this database yet")
        }
        account = name
        guard form == PostgresSchema.version else {
            throw .otherForm(place: client.place, form: form, known: PostgresSchema.version)
        }
    }

    /// Whether a text names a team's journal and not a file.
    public static func isAddress(_ text: String) -> Bool { PostgresAddress.isAddress(text) }

    /// A client for an address; nothing is connected yet.
    static func client(
        _ address: String, libraries: [String] = PostgresLibrary.names
    ) throws(JournalFailure) -> PostgresClient {
        do throws(PostgresFailure) {
            let library = try PostgresLibrary(names: libraries)
            return PostgresClient(try PostgresAddress(address, library: library), library: library)
        } catch {
            throw JournalFailure(error, place: "")
        }
    }

    /// Asks the server.
    ///
    /// - Parameter context: What the question is about, for the words of a refusal.
    func ask(
        _ statement: PostgresStatement, _ values: [String?], _ context: PostgresContext, isRepeatable: Bool = true
    ) throws(JournalFailure) -> PostgresRows {
        for value in values { if let value { try checkStorable(value, "text") } }
        do throws(PostgresFailure) {
            return try client.ask(statement, values, isRepeatable: isRepeatable)
        } catch {
            throw JournalFailure(error, place: place, context)
        }
    }

    /// Throws unless a name is the account's, or empty, which stands for it.
    func checkAccount(_ name: String, _ stream: StreamID) throws(JournalFailure) {
        guard name.isEmpty || name == account else { throw .notYours(stream) }
    }

    /// PostgreSQL keeps no NUL either.
    func checkStorable(_ text: String, _ what: String) throws(JournalFailure) {
        if text.utf8.contains(0) { throw .unstorable(what: what) }
    }
}
