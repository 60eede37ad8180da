internal import CPostgres

/// One connection to a server, used by one thread at a time. Nothing here waits for longer than it was told to.
public final class PostgresConnection {
    /// A ring that came by itself.
    public struct Notification: Hashable, Sendable {
        /// The channel it came on.
        public var channel: String
        /// What came with it.
        public var payload: String
        /// The server's process that rang.
        public var process: Int
    }

    private let library: PostgresLibrary
    private let address: PostgresAddress
    private let handle: OpaquePointer
    private var prepared: Set<String> = []
    private var direction = CPOSTGRES_WAIT_WRITE
    /// Whether it was made, and was not lost since.
    public private(set) var isConnected = false

    private var pq: cpostgres_library { library.functions }

    /// Begins to connect, without waiting; `advance` goes on with it.
    public init(beginning address: PostgresAddress, library: PostgresLibrary) throws(PostgresFailure) {
        self.library = library
        self.address = address
        // What comes behind `dbname` overrides the address, what comes before it is overridden.
        let words: [(String, String)] = [
            ("fallback_application_name", "rapport"), ("keepalives", "1"), ("keepalives_idle", "5"),
            ("keepalives_interval", "2"), ("keepalives_count", "3"), ("tcp_user_timeout", "10000"),
            ("dbname", address.text), ("client_encoding", "UTF8"),
        ]
        let connect = library.functions.connectStartParams
        let handle = LentTexts.lend(words.map(\.0)) { keywords in
            LentTexts.lend(words.map(\.1)) { values in connect(keywords, values, 1) }
        }
        guard let handle else { throw .away(reason: "there is no memory left for a connection") }
        self.handle = handle
        library.silence(handle)
        if pq.status(handle) == Int32(CPOSTGRES_CONNECTION_BAD) { throw .away(reason: complaint()) }
    }

    deinit { library.functions.finish(handle) }

    /// Goes on with connecting for at most so many milliseconds.
    ///
    /// - Returns: Whether it is there now.
    /// - Throws: `PostgresFailure.away` with what the server or the system said.
    public func advance(_ milliseconds: Int) throws(PostgresFailure) -> Bool {
        if isConnected { return true }
        let deadline = Deadline(milliseconds)
        while true {
            if cpostgres_wait(pq.socket(handle), Int32(direction), deadline.left) == 0 { return false }
            switch pq.connectPoll(handle) {
            case Int32(CPOSTGRES_POLL_READING): direction = CPOSTGRES_WAIT_READ
            case Int32(CPOSTGRES_POLL_WRITING): direction = CPOSTGRES_WAIT_WRITE
            case Int32(CPOSTGRES_POLL_OK):
                isConnected = true
                return true
            default: throw lost()
            }
        }
    }

    /// Whether it is there, as far as can be known without asking: a server that has gone has said so, mostly.
    public var isAlive: Bool {
        isConnected && pq.consumeInput(handle) == 1 && pq.status(handle) == Int32(CPOSTGRES_CONNECTION_OK)
    }

    /// The server's process that serves this connection.
    public var process: Int { Int(pq.backendPID(handle)) }

    /// What poll(2) may wait for; -1 while there is no connection.
    public var socket: Int32 { isConnected ? pq.socket(handle) : -1 }

    /// Asks, and waits for the answer.
    ///
    /// - Parameters:
    ///   - statement: What.
    ///   - values: For `$1`, `$2` …; nil is NULL.
    ///   - milliseconds: How long the answer may take; then the connection counts as lost.
    /// - Throws: `PostgresFailure`. After `.away` this connection is of no more use.
    public func ask(
        _ statement: PostgresStatement, _ values: [String?] = [], within milliseconds: Int = 10_000
    ) throws(PostgresFailure) -> PostgresRows {
        let deadline = Deadline(milliseconds)
        let count = Int32(values.count)
        guard let name = statement.name else {
            let sent = LentTexts.lend(values) { pq.sendQueryParams(handle, statement.sql, count, nil, $0, nil, nil, 0) }
            return try answer(sent, deadline)
        }
        if !prepared.contains(name) {
            _ = try answer(pq.sendPrepare(handle, name, statement.sql, 0, nil), deadline)
            prepared.insert(name)
        }
        let sent = LentTexts.lend(values) { pq.sendQueryPrepared(handle, name, count, $0, nil, nil, 0) }
        return try answer(sent, deadline)
    }

    /// Runs several commands, one behind the other, in one transaction where they do not say otherwise.
    public func run(_ commands: String, within milliseconds: Int = 10_000) throws(PostgresFailure) {
        _ = try answer(pq.sendQuery(handle, commands), Deadline(milliseconds))
    }

    /// The rings that have come. Never waits.
    ///
    /// - Throws: `PostgresFailure.away` when the connection is lost.
    public func notifications() throws(PostgresFailure) -> [Notification] {
        guard isConnected, pq.consumeInput(handle) == 1 else { throw lost() }
        var all: [Notification] = []
        while let ring = pq.notifies(handle) {
            if let channel = ring.pointee.channel {
                let payload = ring.pointee.payload.map { String(cString: $0) } ?? ""
                all.append(
                    Notification(
                        channel: String(cString: channel), payload: payload, process: Int(ring.pointee.process)))
            }
            pq.freemem(ring)
        }
        return all
    }

    /// A password as the server keeps it, so that it never sees or logs the password itself (SCRAM-SHA-256).
    public func encrypted(password: String, of name: String) throws(PostgresFailure) -> String {
        guard let text = pq.encryptPassword(handle, password, name, "scram-sha-256") else {
            throw .refused(state: "", message: complaint(), detail: "")
        }
        defer { pq.freemem(text) }
        return String(cString: text)
    }

    // MARK: Answers

    private func answer(_ sent: Int32, _ deadline: Deadline) throws(PostgresFailure) -> PostgresRows {
        guard sent == 1 else { throw lost() }
        var rows = PostgresRows(rows: [])
        var refusal: PostgresFailure?
        while true {
            while pq.isBusy(handle) != 0 {
                switch cpostgres_wait(pq.socket(handle), Int32(CPOSTGRES_WAIT_READ), deadline.left) {
                case 0:
                    isConnected = false
                    throw .away(reason: "the server gave no answer in time")
                default: if pq.consumeInput(handle) != 1 { throw lost() }
                }
            }
            guard let result = pq.getResult(handle) else { break }
            defer { pq.clear(result) }
            switch pq.resultStatus(result) {
            case Int32(CPOSTGRES_COMMAND_OK): break
            case Int32(CPOSTGRES_ROWS_OK): rows = read(result)
            case Int32(CPOSTGRES_COPY_OUT), Int32(CPOSTGRES_COPY_IN), Int32(CPOSTGRES_COPY_BOTH):
                // Nothing here copies, and whoever tried has to begin anew.
                isConnected = false
                throw .away(reason: "the server began to copy")
            default: if refusal == nil { refusal = try failure(result) }
            }
        }
        if let refusal { throw refusal }
        return rows
    }

    private func read(_ result: OpaquePointer) -> PostgresRows {
        let columns = pq.nfields(result)
        return PostgresRows(
            rows: (0..<pq.ntuples(result)).map { row in
                (0..<columns).map { column in
                    guard pq.getisnull(result, row, column) == 0, let value = pq.getvalue(result, row, column) else {
                        return nil
                    }
                    let length = Int(pq.getlength(result, row, column))
                    return String(decoding: UnsafeRawBufferPointer(start: value, count: length), as: UTF8.self)
                }
            })
    }

    /// The failure in a result. The server's own end (class 57P) is a lost connection.
    private func failure(_ result: OpaquePointer) throws(PostgresFailure) -> PostgresFailure {
        func field(_ which: Int) -> String {
            pq.resultErrorField(result, Int32(which)).map { address.redacted(String(cString: $0)) } ?? ""
        }
        let state = field(CPOSTGRES_FIELD_STATE)
        let message = field(CPOSTGRES_FIELD_MESSAGE)
        if state.isEmpty || state.hasPrefix("57P") || pq.status(handle) != Int32(CPOSTGRES_CONNECTION_OK) {
            isConnected = false
            throw .away(reason: message.isEmpty ? complaint() : message)
        }
        return .refused(state: state, message: message, detail: field(CPOSTGRES_FIELD_DETAIL))
    }

    private func lost() -> PostgresFailure {
        isConnected = false
        return .away(reason: complaint())
    }

    private func complaint() -> String {
        let text = pq.errorMessage(handle).map { address.redacted(String(cString: $0)) } ?? ""
        return text.isEmpty ? "the connection was lost" : text
    }
}

/// Until when something may take.
private struct Deadline {
    private let clock = ContinuousClock()
    private let end: ContinuousClock.Instant

    init(_ milliseconds: Int) { end = clock.now.advanced(by: .milliseconds(milliseconds)) }

    /// Milliseconds that are left, rounded up.
    var left: Int32 {
        let (seconds, attoseconds) = clock.now.duration(to: end).components
        return Int32(clamping: max(0, seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1))
    }
}
