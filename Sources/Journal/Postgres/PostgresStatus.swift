internal import Postgres

/// How it stands with a team's journal: what is there, and what is wrong with it.
public struct PostgresStatus: Hashable, Sendable {
    /// Something that is wrong, and what to do about it.
    public struct Trouble: Hashable, Sendable {
        /// What is wrong.
        public var what: String
        /// What to do about it.
        public var remedy: String
    }

    /// The server's version in words.
    public var server = ""
    /// The journal's form; 0 where there is none.
    public var form = 0
    /// The form this program knows.
    public let known = PostgresSchema.version
    /// The login roles that are members, in order.
    public var members: [String] = []
    /// What is wrong.
    public var troubles: [Trouble] = []
    /// Whether whom the server lets in, and how, could be looked at: only a superuser may.
    public var hasSeenDoors = false

    init(_ connection: PostgresConnection) throws(PostgresFailure) {
        server = try connection.ask(PostgresStatement("SELECT split_part(version(), ' on ', 1)")).value ?? ""
        let comment = try connection.ask(
            PostgresStatement("SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = 'rapport'")
        ).value
        guard let number = comment?.split(separator: " ").last.flatMap({ Int($0) }) else {
            troubles.append(
                Trouble(
                    what: "There is no journal in this database.", remedy: "`rapport admin postgres init` makes one."))
            return
        }
        form = number
        if form < known {
            troubles.append(
                Trouble(what: "The journal has an older form.", remedy: "Run `rapport admin postgres init` once more."))
        } else if form > known {
            troubles.append(Trouble(what: "The journal was written by a later Rapport.", remedy: "Update this one."))
        }
        members = try connection.ask(
            PostgresStatement(
                """
                SELECT rolname FROM pg_roles
                WHERE rolcanlogin AND NOT rolsuper AND pg_has_role(oid, '\(PostgresSchema.member)', 'MEMBER') ORDER BY 1
                """)
        ).rows.compactMap { $0.first ?? nil }
        for check in Self.checks {
            for row in try connection.ask(PostgresStatement(check.sql)).rows {
                let name = (row.first ?? nil) ?? ""
                troubles.append(
                    Trouble(
                        what: check.what.replacing("NAME", with: name),
                        remedy: check.remedy.replacing("NAME", with: name)))
            }
        }
        try lookAtDoors(connection)
    }

    /// Who is let in how; the server tells this to few.
    private mutating func lookAtDoors(_ connection: PostgresConnection) throws(PostgresFailure) {
        let mayLook = try connection.ask(
            PostgresStatement("SELECT has_function_privilege('pg_hba_file_rules()', 'EXECUTE')"))
        hasSeenDoors = mayLook.value == "t"
        guard hasSeenDoors else { return }
        let open = try connection.ask(
            PostgresStatement(
                "SELECT DISTINCT type FROM pg_hba_file_rules WHERE auth_method = 'trust' AND error IS NULL ORDER BY 1"))
        for row in open.rows {
            let kind = (row.first ?? nil) ?? ""
            troubles.append(
                Trouble(
                    what: "The server lets people in without asking who they are (\(kind), \"trust\" in pg_hba.conf).",
                    remedy:
                        "Use scram-sha-256, peer or cert there, and reload the server: with trust, anybody can be anybody."
                ))
        }
    }

    private struct Check {
        var sql: String
        var what: String
        var remedy: String
    }

    /// Each asks for names; one trouble for each.
    private static let checks = [
        Check(
            sql: """
                SELECT rolname FROM pg_roles WHERE pg_has_role(oid, '\(PostgresSchema.member)', 'MEMBER')
                    AND rolcanlogin AND NOT rolsuper AND (rolbypassrls OR rolcreaterole OR rolreplication) ORDER BY 1
                """,
            what: "NAME is a member and may get round the rules (BYPASSRLS, CREATEROLE or REPLICATION).",
            remedy: "ALTER ROLE \"NAME\" NOBYPASSRLS NOCREATEROLE NOREPLICATION;"),
        Check(
            sql: """
                SELECT DISTINCT r.rolname FROM pg_roles r, pg_roles p WHERE r.rolcanlogin AND NOT r.rolsuper
                    AND pg_has_role(r.oid, '\(PostgresSchema.member)', 'MEMBER') AND pg_has_role(r.oid, p.oid, 'MEMBER')
                    AND p.rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program',
                        'pg_read_all_stats', 'pg_monitor', 'pg_create_subscription') ORDER BY 1
                """,
            what: "NAME is a member, and may read the server's files or what others ask of it.",
            remedy: "Revoke pg_monitor, pg_read_all_stats and the pg_…_server_… roles from \"NAME\"."),
        Check(
            sql: """
                SELECT rolname FROM pg_roles WHERE rolcanlogin AND NOT rolinherit AND NOT rolsuper
                    AND pg_has_role(oid, '\(PostgresSchema.member)', 'MEMBER') ORDER BY 1
                """,
            what: "NAME is a member without the member's rights (NOINHERIT).", remedy: "ALTER ROLE \"NAME\" INHERIT;"),
        Check(
            sql: """
                SELECT rolname FROM pg_roles WHERE NOT rolsuper AND rolname <> '\(PostgresSchema.owner)'
                    AND pg_has_role(oid, '\(PostgresSchema.owner)', 'MEMBER') ORDER BY 1
                """,
            what: "NAME may act as the journal's owner, and read and change all of it.",
            remedy: "REVOKE \(PostgresSchema.owner) FROM \"NAME\";"),
        Check(
            sql: """
                SELECT rolname FROM pg_roles WHERE rolname IN ('\(PostgresSchema.owner)', '\(PostgresSchema.member)')
                    AND (rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole) ORDER BY 1
                """,
            what: "NAME can log in, or has rights it does not need.",
            remedy: "ALTER ROLE NAME NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE;"),
        Check(
            sql: """
                SELECT relname FROM pg_class WHERE relnamespace = 'rapport'::regnamespace AND relkind IN ('r', 'p')
                    AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1
                """,
            what: "The table NAME is read without rules.",
            remedy:
                "ALTER TABLE rapport.NAME ENABLE ROW LEVEL SECURITY; ALTER TABLE rapport.NAME FORCE ROW LEVEL SECURITY;"
        ),
        Check(
            sql: """
                SELECT DISTINCT relname FROM pg_class, aclexplode(relacl) WHERE relnamespace = 'rapport'::regnamespace
                    AND grantee <> relowner AND (privilege_type <> 'SELECT' OR grantee <> '\(PostgresSchema.member)'::regrole)
                ORDER BY 1
                """,
            what: "Others have rights to the table NAME that they do not need.",
            remedy: "REVOKE ALL ON rapport.NAME FROM everybody who has them, and run `rapport admin postgres init`."),
        Check(
            sql: """
                SELECT DISTINCT proname FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner)))
                WHERE pronamespace = 'rapport'::regnamespace AND grantee = 0 ORDER BY 1
                """,
            what: "Everybody may call the function NAME.",
            remedy: "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA rapport FROM PUBLIC;"),
        Check(
            sql:
                "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off' ORDER BY 1",
            what: "The server may lose or damage what it acknowledged when the power fails (NAME = off).",
            remedy: "Set NAME = on in postgresql.conf."),
    ]
}
