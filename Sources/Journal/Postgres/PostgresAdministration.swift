internal import Postgres

/// Setting up a team's journal in a PostgreSQL database, and looking after it: for whoever looks after the server.
public struct PostgresAdministration: Sendable {
    /// What setting up did.
    public struct Outcome: Hashable, Sendable {
        /// The form before, 0 for none, and now.
        public var formBefore: Int, form: Int
        /// The login roles that are members now because of this call.
        public var added: [String]
        /// The names that no role has yet.
        public var missing: [String]
    }

    /// Where it is, without a password.
    public let place: String
    private let client: PostgresClient

    /// Stands for "one setting up at a time" among the server's advisory locks: "RAPJ".
    private static let lock = 0x5241_504A

    /// For the database at an address, with the login of somebody who may make roles and schemas there. Nothing is
    /// connected yet.
    ///
    /// - Throws: `JournalFailure.noClientLibrary`, `.badAddress`.
    public init(_ address: String) throws(JournalFailure) {
        client = try PostgresJournal.client(address)
        place = client.place
    }

    /// Makes the roles, the schema and everything in it, or brings them to this program's form, in one transaction; and
    /// makes members of login roles that exist. May be called as often as one likes.
    ///
    /// - Throws: `JournalFailure.away`, `.otherForm` for a later form, `.setupRefused` with what the server said.
    public func prepare(members: [String]) throws(JournalFailure) -> Outcome {
        try asking { connection throws(PostgresFailure) in
            try connection.run("BEGIN; SELECT pg_advisory_xact_lock(\(Self.lock))", within: 60_000)
            try check(connection)
            try connection.run(
                """
                DO $$
                BEGIN
                    IF to_regrole('\(PostgresSchema.owner)') IS NULL THEN CREATE ROLE \(PostgresSchema.owner) NOLOGIN; END IF;
                    IF to_regrole('\(PostgresSchema.member)') IS NULL THEN CREATE ROLE \(PostgresSchema.member) NOLOGIN; END IF;
                END $$
                """)
            // Whoever is not a superuser has to be a member of the owner for a moment, and is none afterwards.
            let isGuest =
                try connection.ask(
                    PostgresStatement("SELECT NOT pg_has_role('\(PostgresSchema.owner)', 'MEMBER')")
                ).value == "t"
            if isGuest { try connection.run("GRANT \(PostgresSchema.owner) TO CURRENT_USER") }
            let before = try bringUp(connection)
            try connection.run("SET LOCAL ROLE NONE")
            var outcome = Outcome(formBefore: before, form: PostgresSchema.version, added: [], missing: [])
            for name in members {
                if try connection.ask(Self.roleExists, [name]).rows.isEmpty {
                    outcome.missing.append(name)
                } else {
                    try run("GRANT \(PostgresSchema.member) TO %I", [name], connection)
                    outcome.added.append(name)
                }
            }
            let mayConnect = try connection.ask(
                PostgresStatement(
                    "SELECT has_database_privilege('\(PostgresSchema.member)', current_database(), 'CONNECT')"))
            if mayConnect.value != "t" {
                let database = try connection.ask(PostgresStatement("SELECT current_database()")).value ?? ""
                try run("GRANT CONNECT ON DATABASE %I TO \(PostgresSchema.member)", [database], connection)
            }
            if isGuest { try connection.run("REVOKE \(PostgresSchema.owner) FROM CURRENT_USER") }
            try connection.run("COMMIT")
            return outcome
        }
    }

    /// Makes a login role that is a member. The server is given a SCRAM verifier, never the password.
    ///
    /// - Throws: `JournalFailure.away`, `.setupRefused` when there is such a role already, for instance.
    public func createLogin(_ name: String, password: String) throws(JournalFailure) {
        try asking { connection throws(PostgresFailure) in
            let verifier = try connection.encrypted(password: password, of: name)
            try run("CREATE ROLE %I LOGIN PASSWORD %L IN ROLE \(PostgresSchema.member)", [name, verifier], connection)
        }
    }

    /// How it stands with the journal, without changing anything.
    public func status() throws(JournalFailure) -> PostgresStatus {
        try asking { connection throws(PostgresFailure) in try PostgresStatus(connection) }
    }

    private static let roleExists = PostgresStatement("SELECT 1 FROM pg_roles WHERE rolname = $1")

    private func check(_ connection: PostgresConnection) throws(PostgresFailure) {
        let rows = try connection.ask(
            PostgresStatement(
                """
                SELECT current_setting('server_version_num')::integer < 130000, current_setting('server_encoding'),
                    (SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'rapport')
                """))
        guard let row = rows.rows.first else { return }
        if row[0] == "t" { throw refused("PostgreSQL 13 or later is needed") }
        if row[1] != "UTF8" {
            throw refused("the database's encoding is \(row[1] ?? "unknown"); make one with ENCODING 'UTF8'")
        }
        if let owner = row[2], owner != PostgresSchema.owner {
            throw refused("there is a schema \"rapport\" already, and it is \(owner)'s")
        }
    }

    /// Returns the form before.
    private func bringUp(_ connection: PostgresConnection) throws(PostgresFailure) -> Int {
        try connection.run("CREATE SCHEMA IF NOT EXISTS rapport AUTHORIZATION \(PostgresSchema.owner)")
        try connection.run("SET LOCAL ROLE \(PostgresSchema.owner)")
        var form = 0
        if try connection.ask(PostgresStatement("SELECT to_regclass('rapport.form') IS NOT NULL")).value == "t" {
            let rows = try connection.ask(PostgresStatement("SELECT coalesce(max(version), 0) FROM rapport.form"))
            form = rows.value.flatMap { Int($0) } ?? 0
        }
        if form > PostgresSchema.version {
            throw refused("it was written by a later Rapport (form \(form)). Update this one to look after it")
        }
        for (number, step) in PostgresSchema.steps.enumerated() where number >= form {
            try connection.run(step, within: 600_000)
            // The comment is for those who look after the server and may not look inside.
            try connection.run(
                "INSERT INTO rapport.form (version) VALUES (\(number + 1)); COMMENT ON SCHEMA rapport IS 'Rapport: form \(number + 1)'"
            )
        }
        return form
    }

    /// Runs a command that names things: `%I` and `%L` are written by the server, as it wants them quoted.
    private func run(
        _ form: String, _ names: [String], _ connection: PostgresConnection
    ) throws(PostgresFailure) {
        let places = names.indices.map { ", $\($0 + 2)::text" }.joined()
        let command = try connection.ask(PostgresStatement("SELECT format($1\(places))"), [form] + names).value
        try connection.run(command ?? "")
    }

    private func refused(_ message: String) -> PostgresFailure { .refused(state: "", message: message, detail: "") }

    private func asking<Answer>(
        _ body: (PostgresConnection) throws(PostgresFailure) -> Answer
    ) throws(JournalFailure) -> Answer {
        do throws(PostgresFailure) {
            return try body(try client.connect())
        } catch {
            if case .refused(_, let message, _) = error {
                throw .setupRefused(place: place, reason: message)
            }
            throw JournalFailure(error, place: place)
        }
    }
}
