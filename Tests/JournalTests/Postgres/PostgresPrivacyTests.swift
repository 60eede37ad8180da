import Conversation
import DatabaseServer
import Foundation
import Postgres
import Testing

@testable import Journal

/// A learner with a login and a prompt, any SQL at all, and somebody else's private words in the same tables. What is
/// looked at is every byte that comes back: rows, errors, notices, plans.
@Suite(.enabled(if: PostgresServer.isThere, "no PostgreSQL server's programs on this machine"))
struct PostgresPrivacyTests {
    /// Stands in everything that is not for cara, and in nothing else.
    private static let mark = "ZwetschgenMUS"

    private let server: PostgresServer
    private let database: String
    private let ana: PostgresJournal
    private let room = StreamID("room-\(UInt64.random(in: 0 ... .max))")
    private let hidden = StreamID("hidden-\(UInt64.random(in: 0 ... .max))")

    init() throws {
        server = try PostgresServer.shared.get()
        database = try server.makeJournal(members: ["ana", "ben", "cara"])
        ana = try PostgresJournal(server.address("ana", database: database))
        let mark = Self.mark
        try ana.open(
            NewStream(id: room, audience: .shared(with: ["ben", "cara"]), kind: "room", title: "Room", openedAt: 1))
        try ana.append(
            [Self.note("for all"), Self.note("card \(mark)"), Self.note("for cara")], to: room, by: "ana",
            expecting: 0, term: 0, key: "deal-\(mark)", wallTimes: [:],
            readers: [1: ["ben", "ana"], 2: ["cara", "ana"]], mark: nil)
        let ben = try PostgresJournal(server.address("ben", database: database))
        try ben.open(
            NewStream(
                id: hidden, audience: .shared(with: ["ana"]), title: "Title \(mark)", scenarioSlug: mark,
                source: ArchivedSource(hash: "h", files: [.init(name: "\(mark).yarn", text: mark)]), openedAt: 1))
        try ben.append(
            [EventRecord(thread: mark, type: mark, version: 1, weight: .note, time: 1, payload: mark)], to: hidden,
            by: "ben", expecting: 0, term: 0, key: mark, mark: StreamMark(.ended, ending: mark))
        try ben.invite(to: hidden, by: "ben", code: mark, until: .max / 2)
        try server.connection(database: database).run("ANALYZE", within: 60_000)
    }

    @Test func noSQLBringsAnotherPersonsWords() throws {
        let statements = try attacks()
        #expect(statements.count > 250)
        let cara = try psql("cara", statements)
        #expect(!contains(cara, Self.mark), "\(surroundings(of: Self.mark, in: cara))")
        // The same does bring them to those whose they are; and to cara what is hers.
        #expect(contains(try psql("ben", statements), Self.mark))
        #expect(contains(cara, "for cara") && contains(cara, "for all"))
        #expect(
            try server.connection(database: database).ask(PostgresStatement("SELECT session_user")).value == "postgres")
    }

    @Test func noSQLWritesPastTheFunctions() throws {
        let digest = PostgresStatement(
            """
            SELECT md5(string_agg(x, '' ORDER BY x)) FROM (
                SELECT s::text FROM rapport.streams s UNION ALL SELECT e::text FROM rapport.events e UNION ALL
                SELECT a::text FROM rapport.appends a UNION ALL SELECT r::text FROM rapport.stream_readers r UNION ALL
                SELECT o::text FROM rapport.sources o UNION ALL SELECT i::text FROM rapport.invitations i UNION ALL
                SELECT t::text FROM rapport.tombstones t UNION ALL SELECT f::text FROM rapport.form f) AS all_rows (x)
            """)
        let keeper = try server.connection(database: database)
        let before = try keeper.ask(digest).value
        var statements: [String] = []
        for table in try tables() {
            statements += [
                "INSERT INTO \(table) DEFAULT VALUES", "INSERT INTO \(table) SELECT * FROM \(table)",
                "DELETE FROM \(table)", "TRUNCATE \(table) CASCADE", "DROP TABLE \(table) CASCADE",
                "ALTER TABLE \(table) DISABLE ROW LEVEL SECURITY", "ALTER TABLE \(table) OWNER TO cara",
                "CREATE POLICY mine ON \(table) USING (true)", "GRANT ALL ON \(table) TO cara",
                "CREATE TRIGGER t BEFORE INSERT ON \(table) FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "CREATE RULE r AS ON SELECT TO \(table) DO INSTEAD SELECT 1",
                "LOCK TABLE \(table) IN ACCESS EXCLUSIVE MODE",
                "COPY \(table) FROM STDIN", "CREATE INDEX ON \(table) ((1))",
            ]
        }
        for id in [room.rawValue, hidden.rawValue] {
            statements += [
                "UPDATE rapport.streams SET owner = 'cara', audience = 'room' WHERE id = '\(id)'",
                "UPDATE rapport.events SET readers = NULL",
                "SELECT rapport.append('\(id)', 3, 0, 'k', '[]', 'ended', NULL)",
                "SELECT rapport.append('\(id)', 1, 0, 'k', '[]', 'ended', NULL)",
                "SELECT rapport.set_audience('\(id)', 'room', '{}')",
                "SELECT rapport.invite('\(id)', 'x', 99999999999999)",
                "SELECT rapport.remove('ben', '\(id)')", "SELECT rapport.forget('\(id)')",
                "SELECT rapport.open('\(id)', 'room', '{}', 'k', 't', 's', 'h', 1, '{}', '{}')",
                "SELECT rapport.ring('\(id)', 'b')", "SELECT * FROM rapport.locked('\(id)')",
                "SELECT rapport.ring_all('\(id)', 'n')",
            ]
        }
        statements += [
            "CREATE FUNCTION rapport.f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "CREATE TABLE rapport.t (i int)",
            "CREATE OR REPLACE FUNCTION rapport.may_read(p_stream text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
            "ALTER FUNCTION rapport.may_read(text) OWNER TO cara", "DROP SCHEMA rapport CASCADE",
            "ALTER SCHEMA rapport OWNER TO cara", "GRANT rapport_owner TO cara", "ALTER ROLE cara SUPERUSER",
            "ALTER ROLE cara BYPASSRLS", "ALTER ROLE rapport_owner LOGIN", "CREATE ROLE more SUPERUSER",
            "SET ROLE rapport_owner; DELETE FROM rapport.events",
            "SET SESSION AUTHORIZATION ana; DELETE FROM rapport.events",
        ]
        let answers = try psql("cara", statements)
        #expect(try keeper.ask(digest).value == before, "\(String(decoding: answers.suffix(2_000), as: UTF8.self))")
        // What she may do, she does as herself.
        let cara = try PostgresJournal(server.address("cara", database: database))
        try cara.submit(Self.note("asked"), to: room, by: "cara", key: "k", wallTime: 1)
        #expect(try ana.events(of: room, reader: "ana").last?.author == "cara")
    }

    /// A plan's estimates are the same for words that are hidden in the table and for words that are not.
    @Test func plansDoNotTellWhatIsThere() throws {
        let setup = try server.connection(database: database)
        try setup.run("ANALYZE", within: 60_000)
        let cara = try server.connection("cara", database: database)
        for column in ["payload", "author", "type", "thread"] {
            var plans: Set<String> = []
            for word in [Self.mark, "nothing of the kind", "ben"] {
                let plan = try cara.ask(
                    PostgresStatement("EXPLAIN SELECT 1 FROM rapport.events WHERE \(column) = '\(word)'"))
                plans.insert(
                    plan.rows.map { ($0.first ?? nil) ?? "" }.joined().replacing(word, with: "WORD"))
            }
            #expect(plans.count == 1, "\(column): \(plans)")
        }
    }

    @Test func whatRingsCarriesNothing() throws {
        let cara = try server.connection("cara", database: database)
        let channels = try cara.ask(PostgresStatement("SELECT news, beat FROM rapport.follow($1)"), [room.rawValue])
        for channel in channels.rows.first ?? [] { try cara.run("LISTEN \(channel ?? "")") }
        try ana.append(
            [Self.note(Self.mark)], to: room, by: "ana", expecting: 3, term: 0, key: "more", wallTimes: [:],
            readers: [0: ["ben"]], mark: nil)
        _ = try cara.ask(PostgresStatement("SELECT 1"))
        let rings = try cara.notifications()
        #expect(!rings.isEmpty)
        #expect(rings.allSatisfy { $0.payload.isEmpty && !$0.channel.contains(room.rawValue) })
        #expect(throws: PostgresFailure.self) {
            try cara.ask(PostgresStatement("SELECT * FROM rapport.follow($1)"), [hidden.rawValue])
        }
    }

    // MARK: What a curious person tries

    /// Every relation and every function that there is, and what is known of ways around.
    private func attacks() throws -> [String] {
        let keeper = try server.connection(database: database)
        let relations = try keeper.ask(
            PostgresStatement(
                """
                SELECT c.oid::regclass::text FROM pg_class c WHERE relkind IN ('r', 'v', 'm', 'S', 't', 'p') ORDER BY 1
                """)
        ).rows.compactMap { $0.first ?? nil }
        var list = relations.flatMap { ["SELECT * FROM \($0)", "COPY (SELECT * FROM \($0)) TO STDOUT"] }
        for table in try tables() {
            list += [
                "COPY \(table) TO STDOUT", "TABLE \(table)", "SELECT t::text FROM \(table) t",
                "SELECT to_json(t) FROM \(table) t",
                "SELECT xmin, ctid, tableoid FROM \(table)", "SELECT * FROM \(table) FOR UPDATE",
                "EXPLAIN (ANALYZE, VERBOSE) TABLE \(table)",
                "SELECT query_to_xml('SELECT * FROM \(table)', true, true, '')",
                "SELECT * FROM \(table) TABLESAMPLE SYSTEM (100)",
                "SELECT row_security_active('\(table)')",
                "SET row_security = off; TABLE \(table); SET row_security = on",
                "SELECT pg_relation_filepath('\(table)'), pg_read_file(pg_relation_filepath('\(table)'))",
                "SELECT * FROM ONLY \(table) t WHERE pg_temp.leak(t::text)",
                "SELECT string_agg(t::text, '|')::integer FROM \(table) t",
                "CREATE TEMP VIEW v AS SELECT * FROM \(table); SELECT * FROM v; DROP VIEW v",
                "CREATE TEMP TABLE c AS TABLE \(table); SELECT * FROM c; DROP TABLE c",
                "PREPARE p AS TABLE \(table); EXECUTE p; DEALLOCATE p",
                "BEGIN; DECLARE c CURSOR FOR TABLE \(table); FETCH ALL c; COMMIT",
                "SELECT most_common_vals, histogram_bounds FROM pg_stats WHERE schemaname = 'rapport'",
            ]
        }
        for column in ["payload", "type", "thread", "author", "stream"] {
            list += [
                "SELECT \(column)::integer FROM rapport.events",
                "SELECT \(column) FROM rapport.events WHERE pg_temp.leak(\(column))",
                "SELECT 1/(length(\(column))-length(\(column))) FROM rapport.events",
                "SELECT max(\(column)), min(\(column)) FROM rapport.events",
                "SELECT * FROM rapport.events e JOIN (VALUES (1)) x (y) ON pg_temp.leak(e.\(column))",
                "SELECT count(*) FROM rapport.events GROUP BY \(column) HAVING pg_temp.leak(\(column))",
                "EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM rapport.events WHERE \(column) > 'a'",
            ]
        }
        list += ["SELECT readers FROM rapport.events", "SELECT number FROM rapport.streams"]
        for id in [room.rawValue, hidden.rawValue] {
            list += [
                "SELECT * FROM rapport.events_after('\(id)', 0)", "SELECT * FROM rapport.events WHERE stream = '\(id)'",
                "SELECT * FROM rapport.events_after('\(id)', -9)",
                "SELECT rapport.may_read('\(id)'), rapport.owns('\(id)')",
                "SELECT * FROM rapport.follow('\(id)')", "SELECT * FROM rapport.locked('\(id)')",
                "SELECT rapport.take_term('\(id)', NULL)", "SELECT * FROM rapport.events_after('\(id)', 0)",
                "SELECT * FROM rapport.append('\(id)', 3, 1, 'k', '[]', NULL, NULL)",
                "SELECT rapport.invite('\(id)', 'guess', 99999999999999)",
                "SELECT * FROM rapport.submit('\(id)', 'k', 'm', 't', 1, 'note', 1, 'p', 1)",
                "SELECT * FROM rapport.events_after('\(id)', 0)",
            ]
        }
        list += [
            "SELECT * FROM rapport.readable_streams(NULL, 1000)", "SELECT * FROM rapport.source('h')",
            // Naming the hash in a stream of one's own brings nobody else's text.
            "SELECT rapport.open('mine', 'private', '{}', 'k', 't', 's', 'h', 1, NULL, NULL)",
            "SELECT * FROM rapport.source('h')", "SELECT rapport.may_read_source('h', 'ben')", "TABLE rapport.sources",
            "SELECT * FROM rapport.join('guess')", "SELECT rapport.set_audience('mine', 'room', '{ben}')",
            "CREATE TEMP TABLE streams (id text, owner text, audience text)",
            "INSERT INTO streams VALUES ('\(hidden)', 'cara', 'room')",
            "SET search_path = pg_temp, rapport, pg_catalog; SELECT * FROM rapport.events_after('\(hidden)', 0)",
            "CREATE FUNCTION pg_temp.may_read(text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
            "CREATE FUNCTION pg_temp.same(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
            "CREATE OPERATOR pg_temp.= (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_temp.same)",
            "SELECT * FROM rapport.events_after('\(hidden)', 0)", "TABLE rapport.events", "RESET search_path",
            "SET ROLE ana; TABLE rapport.events", "SET ROLE rapport_owner; TABLE rapport.events",
            "SET ROLE rapport_member",
            "TABLE rapport.events", "SET ROLE postgres", "RESET ROLE", "SET SESSION AUTHORIZATION ana",
            "TABLE rapport.events",
            "SET SESSION AUTHORIZATION DEFAULT", "SET session_authorization = 'ben'; TABLE rapport.events",
            "SET LOCAL session_authorization = ben", "SET is_superuser = on", "SET LISTEN = 1", "LISTEN \"*\"",
            "SELECT * FROM pg_listening_channels()", "SELECT pg_notification_queue_usage()",
            "CREATE EXTENSION dblink", "CREATE EXTENSION pageinspect", "CREATE EXTENSION file_fdw",
            "CREATE EXTENSION pg_buffercache",
            "SELECT pg_read_binary_file('postgresql.conf')", "SELECT pg_ls_dir('.')", "SELECT lo_import('/etc/passwd')",
            "COPY (SELECT 1) TO PROGRAM 'cat data/base/*'", "COPY rapport.events TO '/tmp/x'",
            "SELECT pg_create_logical_replication_slot('s', 'pgoutput')", "CREATE PUBLICATION p FOR ALL TABLES",
            "SELECT query FROM pg_stat_activity", "SELECT * FROM pg_stat_get_activity(NULL)",
            "SELECT * FROM pg_prepared_statements",
            "SELECT * FROM pg_prepared_xacts", "SELECT * FROM pg_cursors", "SELECT * FROM pg_stats_ext",
            "SELECT * FROM pg_stats_ext_exprs",
            "SELECT currval('rapport.streams_number_seq')", "SELECT nextval('rapport.streams_number_seq')",
            "SELECT last_value FROM rapport.streams_number_seq",
            "SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE pronamespace = 'rapport'::regnamespace",
            "DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM rapport.events LOOP RAISE NOTICE '%', r; END LOOP; END $$",
            "CREATE FUNCTION pg_temp.as_owner() RETURNS SETOF rapport.events LANGUAGE sql SECURITY DEFINER AS 'SELECT * FROM rapport.events'",
            "ALTER FUNCTION pg_temp.as_owner() OWNER TO rapport_owner", "SELECT * FROM pg_temp.as_owner()",
            "CREATE VIEW public.everything AS SELECT * FROM rapport.events", "SELECT database_to_xml(true, true, '')",
            "SELECT schema_to_xml('rapport', true, true, '')", "SELECT table_to_xml('rapport.events', true, true, '')",
        ]
        return list
    }

    private func tables() throws -> [String] {
        try server.connection(database: database).ask(
            PostgresStatement(
                "SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'rapport'::regnamespace AND relkind = 'r'"
            )
        ).rows.compactMap { $0.first ?? nil }
    }

    /// Types all of it at the prompt of somebody's `psql`, and returns every byte that it prints.
    private func psql(_ user: String, _ statements: [String]) throws -> Data {
        let leak = """
            CREATE FUNCTION pg_temp.leak(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql AS
            $$ BEGIN RAISE NOTICE 'leak %', $1; RETURN true; END $$;
            SET statement_timeout = '5s'; SET lock_timeout = '200ms';

            """
        return try server.psql(user, database: database, leak + statements.map { $0 + ";\n" }.joined())
    }

    private func contains(_ bytes: Data, _ word: String) -> Bool {
        // bytea is shown in hexadecimal.
        let hexadecimal = word.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return bytes.range(of: Data(word.utf8)) != nil || bytes.range(of: Data(hexadecimal.utf8)) != nil
    }

    private func surroundings(of word: String, in bytes: Data) -> String {
        guard let range = bytes.range(of: Data(word.utf8)) else { return "in hexadecimal" }
        let start = max(bytes.startIndex, range.lowerBound - 1_500)
        return String(decoding: bytes[start..<min(bytes.endIndex, range.upperBound + 300)], as: UTF8.self)
    }

    private static func note(_ text: String) -> EventRecord {
        EventRecord(type: "room.asked", version: 1, weight: .note, time: 0, payload: #"{"text":"\#(text)"}"#)
    }
}
