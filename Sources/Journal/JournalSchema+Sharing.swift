internal import GRDB

/// Who wrote an event, for whom it is, and how people come to a stream by a code.
extension JournalSchema {
    /// From form 3 to form 4. Events from before have no author: they are their stream's owner's.
    static func share(_ db: Database) throws {
        try db.execute(sql: sharing)
    }

    private static let sharing = """
        ALTER TABLE events ADD COLUMN author TEXT CHECK (typeof(author) IN ('text', 'null'));
        ALTER TABLE events ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1));

        CREATE TABLE event_readers (
            stream TEXT NOT NULL REFERENCES streams (id),
            sequence INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (stream, sequence, name)
        ) WITHOUT ROWID;
        CREATE TRIGGER event_readers_come_first BEFORE INSERT ON event_readers
        WHEN NEW.sequence <= (SELECT last_sequence FROM streams WHERE id = NEW.stream)
        BEGIN SELECT RAISE(ABORT, 'an event is given its readers when it is written'); END;
        CREATE TRIGGER event_readers_never_change BEFORE UPDATE ON event_readers
        BEGIN SELECT RAISE(ABORT, 'an event keeps its readers'); END;
        CREATE TRIGGER event_readers_stay BEFORE DELETE ON event_readers
        WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE stream = OLD.stream)
        BEGIN SELECT RAISE(ABORT, 'an event keeps its readers'); END;

        DROP TRIGGER appends_stay_single;
        DROP TRIGGER appends_never_change;
        DROP TRIGGER appends_stay;
        ALTER TABLE appends RENAME TO appends_before;
        CREATE TABLE appends (
            stream TEXT NOT NULL REFERENCES streams (id),
            author TEXT NOT NULL,
            key TEXT NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            PRIMARY KEY (stream, author, key)
        ) WITHOUT ROWID;
        INSERT INTO appends (stream, author, key, first, last)
            SELECT stream, owner, key, first, last FROM appends_before JOIN streams ON streams.id = stream;
        DROP TABLE appends_before;
        CREATE TRIGGER appends_stay_single BEFORE INSERT ON appends
        WHEN EXISTS (SELECT 1 FROM appends WHERE stream = NEW.stream AND author = NEW.author AND key = NEW.key)
        BEGIN SELECT RAISE(ABORT, 'an append is answered once'); END;
        CREATE TRIGGER appends_never_change BEFORE UPDATE ON appends
        BEGIN SELECT RAISE(ABORT, 'appends never change'); END;
        CREATE TRIGGER appends_stay BEFORE DELETE ON appends
        WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE stream = OLD.stream)
        BEGIN SELECT RAISE(ABORT, 'appends go only with their stream'); END;

        CREATE TABLE invitations (
            stream TEXT PRIMARY KEY NOT NULL REFERENCES streams (id),
            hash TEXT NOT NULL UNIQUE,
            ends_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE removed_names (
            stream TEXT NOT NULL REFERENCES streams (id),
            name TEXT NOT NULL,
            PRIMARY KEY (stream, name)
        ) WITHOUT ROWID;
        CREATE TABLE wrong_codes (
            name TEXT PRIMARY KEY NOT NULL,
            since INTEGER NOT NULL,
            count INTEGER NOT NULL
        ) WITHOUT ROWID;

        """
}
