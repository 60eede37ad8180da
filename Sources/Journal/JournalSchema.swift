internal import GRDB

/// The form of the tables, and how an older journal is brought to it.
enum JournalSchema {
    /// Stands in the header of every journal, so that other people's SQLite files are told apart: "RAPJ".
    static let applicationID = 0x5241_504A

    /// The newest form this program knows, kept as SQLite's `user_version`.
    static let version = 5

    /// The steps from nothing to the newest form. A step that was released is never changed.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: tables + guards)
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("v2", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: history)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("v3", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: corrections)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("v4", foreignKeyChecks: .immediate) { db in
            try share(db)
            // What lists are read from, for files from before there were lists.
            try rebuild(db)
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("v5", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: comments)
            try db.execute(sql: "PRAGMA user_version = 5")
        }
        return migrator
    }

    /// Makes what lists are read from anew, out of the log.
    static func rebuild(_ db: Database) throws {
        try db.execute(sql: corrections + comments)
        for table in derived { try db.execute(sql: "DELETE FROM \(table)") }
        for stream in try String.fetchAll(db, sql: "SELECT id FROM streams ORDER BY rowid") {
            try Projection(stream: stream, db: db).rebuild()
        }
    }

    /// The tables that hold something of a stream's, and go with it.
    static let belonging = [
        "event_readers", "events", "appends", "audience_names", "removed_names", "invitations", "looked",
    ]

    /// The tables that are made from the log.
    static let derived = ["history", "notebook", "check_ins", "corrections", "comments"]

    private static let tables = """
        CREATE TABLE streams (
            id TEXT PRIMARY KEY NOT NULL CHECK (typeof(id) = 'text'),
            owner TEXT NOT NULL,
            audience TEXT NOT NULL CHECK (audience IN ('private', 'room', 'shared')),
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            scenario_slug TEXT NOT NULL,
            scenario_hash TEXT NOT NULL,
            opened_at INTEGER NOT NULL,
            status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'ended', 'setAside')),
            ending TEXT,
            term INTEGER NOT NULL DEFAULT 0,
            holder TEXT NOT NULL DEFAULT '',
            last_sequence INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX streams_by_owner ON streams (owner, opened_at);
        CREATE INDEX streams_by_scenario ON streams (scenario_hash);

        CREATE TABLE audience_names (
            stream TEXT NOT NULL REFERENCES streams (id),
            name TEXT NOT NULL,
            PRIMARY KEY (stream, name)
        ) WITHOUT ROWID;

        CREATE TABLE events (
            stream TEXT NOT NULL REFERENCES streams (id),
            sequence INTEGER NOT NULL CHECK (typeof(sequence) = 'integer'),
            thread TEXT NOT NULL,
            type TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (typeof(version) = 'integer'),
            weight TEXT NOT NULL CHECK (weight IN ('state', 'note')),
            time INTEGER NOT NULL CHECK (typeof(time) = 'integer'),
            payload TEXT NOT NULL CHECK (typeof(payload) = 'text'),
            wall INTEGER CHECK (typeof(wall) IN ('integer', 'null')),
            PRIMARY KEY (stream, sequence)
        ) WITHOUT ROWID;

        CREATE TABLE appends (
            stream TEXT NOT NULL REFERENCES streams (id),
            key TEXT NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            PRIMARY KEY (stream, key)
        ) WITHOUT ROWID;

        CREATE TABLE sources (hash TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
        CREATE TABLE source_files (
            hash TEXT NOT NULL REFERENCES sources (hash),
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (hash, position)
        );

        CREATE TABLE tombstones (
            stream TEXT PRIMARY KEY NOT NULL,
            erased INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE TABLE forgetting (stream TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;

        """

    /// What holds even for a program that writes past this room. The insert guards also stop `INSERT OR REPLACE`,
    /// which deletes without asking the delete guards.
    private static let guards = """
        CREATE TRIGGER events_in_order BEFORE INSERT ON events
        WHEN NEW.sequence IS NOT (SELECT last_sequence + 1 FROM streams WHERE id = NEW.stream)
        BEGIN SELECT RAISE(ABORT, 'events are appended in order'); END;
        CREATE TRIGGER events_counted AFTER INSERT ON events
        BEGIN UPDATE streams SET last_sequence = NEW.sequence WHERE id = NEW.stream; END;
        CREATE TRIGGER events_never_change BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events never change'); END;
        CREATE TRIGGER events_stay BEFORE DELETE ON events
        WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE stream = OLD.stream)
        BEGIN SELECT RAISE(ABORT, 'events go only with their stream'); END;

        CREATE TRIGGER appends_stay_single BEFORE INSERT ON appends
        WHEN EXISTS (SELECT 1 FROM appends WHERE stream = NEW.stream AND key = NEW.key)
        BEGIN SELECT RAISE(ABORT, 'an append is answered once'); END;
        CREATE TRIGGER appends_never_change BEFORE UPDATE ON appends
        BEGIN SELECT RAISE(ABORT, 'appends never change'); END;
        CREATE TRIGGER appends_stay BEFORE DELETE ON appends
        WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE stream = OLD.stream)
        BEGIN SELECT RAISE(ABORT, 'appends go only with their stream'); END;

        CREATE TRIGGER streams_stay_single BEFORE INSERT ON streams
        WHEN EXISTS (SELECT 1 FROM streams WHERE id = NEW.id)
            OR EXISTS (SELECT 1 FROM tombstones WHERE stream = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'a stream is opened once'); END;
        CREATE TRIGGER streams_keep_origin
        BEFORE UPDATE OF id, owner, kind, scenario_slug, scenario_hash, opened_at ON streams
        BEGIN SELECT RAISE(ABORT, 'where a stream comes from never changes'); END;
        CREATE TRIGGER streams_only_rise BEFORE UPDATE OF term, last_sequence ON streams
        WHEN NEW.term < OLD.term OR NEW.last_sequence < OLD.last_sequence
        BEGIN SELECT RAISE(ABORT, 'terms and sequences only rise'); END;
        CREATE TRIGGER streams_stay BEFORE DELETE ON streams
        WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE stream = OLD.id)
        BEGIN SELECT RAISE(ABORT, 'a stream goes only by being forgotten'); END;

        CREATE TRIGGER source_files_never_change BEFORE UPDATE ON source_files
        BEGIN SELECT RAISE(ABORT, 'an archived source never changes'); END;
        CREATE TRIGGER source_files_stay BEFORE DELETE ON source_files
        WHEN EXISTS (SELECT 1 FROM streams WHERE scenario_hash = OLD.hash)
        BEGIN SELECT RAISE(ABORT, 'an archived source stays while it is used'); END;
        CREATE TRIGGER tombstones_stay BEFORE DELETE ON tombstones
        BEGIN SELECT RAISE(ABORT, 'a tombstone stays'); END;
        """
}
