extension JournalSchema {
    /// What lists are read from, so that no list ever reads an event: one row a stream, one a note, one a check-in.
    ///
    /// Everything in these tables is made from the log, in the transaction that appends to it, and can be made again.
    static let history = """
        CREATE TABLE history (
            stream TEXT PRIMARY KEY NOT NULL REFERENCES streams (id),
            owner TEXT NOT NULL,
            kind TEXT NOT NULL,
            opened_at INTEGER NOT NULL,
            moments INTEGER NOT NULL DEFAULT 0,
            trust INTEGER,
            outcome TEXT,
            notes INTEGER NOT NULL DEFAULT 0,
            words TEXT NOT NULL DEFAULT ''
        );
        CREATE INDEX history_by_owner ON history (owner, kind, opened_at);
        CREATE INDEX streams_left_open ON streams (owner, kind, opened_at) WHERE status = 'open';
        CREATE INDEX streams_by_ending ON streams (owner, scenario_slug, ending) WHERE ending IS NOT NULL;

        CREATE TABLE notebook (
            stream TEXT NOT NULL REFERENCES streams (id),
            sequence INTEGER NOT NULL,
            owner TEXT NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            name TEXT NOT NULL,
            topics TEXT NOT NULL,
            written_at INTEGER NOT NULL,
            words TEXT NOT NULL,
            PRIMARY KEY (stream, sequence)
        );
        CREATE INDEX notebook_by_owner ON notebook (owner, written_at);

        CREATE TABLE check_ins (
            stream TEXT NOT NULL REFERENCES streams (id),
            sequence INTEGER NOT NULL,
            owner TEXT NOT NULL,
            point TEXT NOT NULL,
            confidence INTEGER,
            willingness INTEGER,
            safety INTEGER,
            at INTEGER NOT NULL,
            PRIMARY KEY (stream, sequence)
        );
        CREATE INDEX check_ins_by_owner ON check_ins (owner, at);

        """

    /// What learners said was meant by words that they typed: where it is missing it is made from the log.
    static let corrections = """
        CREATE TABLE IF NOT EXISTS corrections (
            stream TEXT NOT NULL REFERENCES streams (id),
            sequence INTEGER NOT NULL,
            owner TEXT NOT NULL,
            text TEXT NOT NULL,
            meant TEXT,
            at INTEGER NOT NULL,
            PRIMARY KEY (stream, sequence)
        );
        CREATE INDEX IF NOT EXISTS corrections_by_owner ON corrections (owner, at);

        """

    /// Who commented where, and how far everybody has read: where they are missing, the comments are made from the log,
    /// and everything counts as new.
    static let comments = """
        CREATE TABLE IF NOT EXISTS comments (
            stream TEXT NOT NULL REFERENCES streams (id),
            sequence INTEGER NOT NULL,
            author TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (stream, sequence)
        );
        CREATE INDEX IF NOT EXISTS comments_by_author ON comments (author, stream);
        CREATE TABLE IF NOT EXISTS looked (
            reader TEXT NOT NULL,
            stream TEXT NOT NULL REFERENCES streams (id),
            sequence INTEGER NOT NULL,
            PRIMARY KEY (reader, stream)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS looked_by_stream ON looked (stream);
        CREATE INDEX IF NOT EXISTS streams_shared ON streams (opened_at) WHERE audience <> 'private';

        """
}
