import Synchronization

/// A connection that is made again when it was lost, and that several threads may share: one asks at a time.
public final class PostgresClient: Sendable {
    /// Where it is, without a password.
    public let place: String

    private let library: PostgresLibrary
    private let address: PostgresAddress
    private let connection: Mutex<PostgresConnection?>
    private let server = Atomic<Int>(0)

    /// Milliseconds that connecting may take where the address does not say.
    private static let patience = 3_000

    /// Makes a client. It connects with the first question.
    public init(_ address: PostgresAddress, library: PostgresLibrary) {
        (self.address, self.library, place) = (address, library, address.place)
        connection = Mutex(nil)
    }

    /// The server's process that serves this client now; 0 before the first question.
    public var process: Int { server.load(ordering: .relaxed) }

    /// Asks, connecting first where there is no connection.
    ///
    /// - Parameters:
    ///   - statement: What.
    ///   - values: For `$1`, `$2` …; nil is NULL.
    ///   - isRepeatable: Asking twice does no harm. Then a connection that turns out to be lost is made again and the
    ///     question asked once more, before anybody is told.
    /// - Throws: `PostgresFailure`.
    public func ask(
        _ statement: PostgresStatement, _ values: [String?] = [], isRepeatable: Bool = true
    ) throws(PostgresFailure) -> PostgresRows {
        try connection.withLock { (kept) throws(PostgresFailure) -> PostgresRows in
            if let open = kept, open.isAlive {
                do throws(PostgresFailure) {
                    return try open.ask(statement, values)
                } catch {
                    guard case .away = error else { throw error }
                    kept = nil
                    if !isRepeatable { throw error }
                }
            }
            let fresh = try connect()
            server.store(fresh.process, ordering: .relaxed)
            do throws(PostgresFailure) {
                let rows = try fresh.ask(statement, values)
                kept = fresh
                return rows
            } catch {
                if case .refused = error { kept = fresh }
                throw error
            }
        }
    }

    /// Begins another connection, for one thread of its own; `PostgresConnection.advance` goes on with it.
    public func another() throws(PostgresFailure) -> PostgresConnection {
        try PostgresConnection(beginning: address, library: library)
    }

    /// Another connection, ready.
    public func connect() throws(PostgresFailure) -> PostgresConnection {
        let fresh = try another()
        let patience = address.patience.map { $0 * 1_000 } ?? Self.patience
        guard try fresh.advance(patience) else {
            throw .away(reason: "no connection within \(patience / 1_000) seconds")
        }
        try Self.prepare(fresh)
        return fresh
    }

    /// Sets what this program relies on, whatever the server's or the role's own settings are. What was acknowledged
    /// is on the disk: a server that commits before that is told not to; one that waits for more goes on doing so.
    public static func prepare(_ connection: PostgresConnection) throws(PostgresFailure) {
        try connection.run(
            """
            SET search_path = pg_catalog; SET lock_timeout = '5s'; SET default_transaction_isolation = 'read committed';
            SET default_transaction_read_only = off; SET client_min_messages = error;
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
            """)
    }
}
