import Conversation
import GRDB
import Testing

@testable import Journal

/// Takes a journal back to an older form, as an older program would have written it.
enum Form {
    /// The form before events had authors and readers. What they were is lost.
    static func three(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP TABLE event_readers; DROP TABLE invitations; DROP TABLE removed_names; DROP TABLE wrong_codes;
                ALTER TABLE events DROP COLUMN restricted; ALTER TABLE events DROP COLUMN author;
                DROP TRIGGER appends_stay_single; DROP TRIGGER appends_never_change; DROP TRIGGER appends_stay;
                ALTER TABLE appends RENAME TO appends_after;
                CREATE TABLE appends (
                    stream TEXT NOT NULL REFERENCES streams (id), key TEXT NOT NULL, first INTEGER NOT NULL,
                    last INTEGER NOT NULL, PRIMARY KEY (stream, key)) WITHOUT ROWID;
                INSERT INTO appends SELECT stream, key, first, last FROM appends_after;
                DROP TABLE appends_after;
                CREATE TRIGGER appends_stay_single BEFORE INSERT ON appends
                WHEN EXISTS (SELECT 1 FROM appends WHERE stream = NEW.stream AND key = NEW.key)
                BEGIN SELECT RAISE(ABORT, 'an append is answered once'); END;
                CREATE TRIGGER appends_never_change BEFORE UPDATE ON appends
                BEGIN SELECT RAISE(ABORT, 'appends never change'); END;
                CREATE TRIGGER appends_stay BEFORE DELETE ON appends
                WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE stream = OLD.stream)
                BEGIN SELECT RAISE(ABORT, 'appends go only with their stream'); END;
                PRAGMA user_version = 3; DELETE FROM grdb_migrations WHERE identifier = 'v4';
                """)
    }
}

@Suite struct MigrationTests {
    @Test func aJournalFromBeforeEventsHadReadersKeepsEverythingAndGoesOn() throws {
        let folder = try TestFolder()
        let stream = StreamID("a")
        do {
            // The older program's own steps made this file, and then its own statements filled it.
            let connection = try folder.bareConnection()
            try connection.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA application_id = \(JournalSchema.applicationID)")
                try db.execute(sql: "PRAGMA journal_mode = WAL")
            }
            try JournalSchema.migrator.migrate(connection, upTo: "v3")
            try connection.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO streams (id, owner, audience, kind, title, scenario_slug, scenario_hash, opened_at)
                            VALUES ('a', 'Ada', 'shared', 'session', 'Old', 'late', '', 5);
                        INSERT INTO audience_names (stream, name) VALUES ('a', 'Bo');
                        INSERT INTO events (stream, sequence, thread, type, version, weight, time, payload, wall)
                            VALUES ('a', 1, 'main', 'lineSpoken', 1, 'state', 0, '{"text":"one"}', NULL),
                            ('a', 2, 'main', 'lineSpoken', 1, 'state', 1, '{"text":"two"}', 77);
                        INSERT INTO appends (stream, key, first, last) VALUES ('a', '1-2', 1, 2);
                        """)
            }
            try connection.close()
        }
        #expect(try JournalFile(path: folder.file).inspect() == .journal(version: 3))
        let journal = try Journal(.file(folder.file))
        #expect(try JournalFile(path: folder.file).inspect() == .journal(version: JournalSchema.version))
        for reader in ["Ada", "Bo"] {
            let events = try journal.events(of: stream, reader: reader)
            #expect(events.map(\.record) == lines("one", "two"))
            #expect(events.map(\.author) == ["Ada", "Ada"])
            #expect(events.map(\.wallTime) == [nil, 77])
        }
        let again = try journal.append(lines("one", "two"), to: stream, by: "Ada", expecting: 0, term: 0, key: "1-2")
        #expect(again == Appended(first: 1, last: 2, wasKnown: true))
        try journal.append(
            lines("three", "four"), to: stream, by: "Ada", expecting: 2, term: 0, key: "3-4", wallTimes: [:],
            readers: [0: ["Ada"]], mark: nil)
        #expect(try journal.payloads(stream, reader: "Bo").count == 3)
        #expect(try journal.history(owner: "Ada").entries.map(\.summary.title) == ["Old"])
        try journal.checkIntegrity()
        let connection = try folder.bareConnection()
        for attempt in [
            "UPDATE events SET author = 'Bo'", "UPDATE events SET restricted = 0", "UPDATE appends SET author = 'Bo'",
            "DELETE FROM appends", "INSERT OR REPLACE INTO appends SELECT * FROM appends",
            "INSERT INTO event_readers VALUES ('a', 3, 'Bo')", "DELETE FROM event_readers",
            "UPDATE event_readers SET name = 'Bo'", "INSERT OR REPLACE INTO event_readers SELECT * FROM event_readers",
        ] {
            #expect(throws: DatabaseError.self, "\(attempt)") { try connection.write { try $0.execute(sql: attempt) } }
        }
    }
}
