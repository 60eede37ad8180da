/// The form of a team's journal in PostgreSQL, and how an older one is brought to it.
///
/// Two roles, neither of which can log in: `rapport_owner` owns everything, `rapport_member` is what every login role of
/// a person is a member of. Members read through row-level security and write only by calling functions, which run as
/// the owner and take who asks from `session_user`, never from an argument.
enum PostgresSchema {
    /// The newest form this program knows.
    static let version = steps.count

    /// The steps from nothing to the newest form. A step that was released is never changed.
    static let steps = [tables + guards + rules + writing + leading + sharing + reading + grants]

    /// What the roles are called. They belong to the whole server, as PostgreSQL's roles do.
    static let owner = "rapport_owner"
    static let member = "rapport_member"

    /// No planner statistics are kept of what people wrote or are called: estimates of a plan would tell of rows that
    /// the reader may not see.
    private static let tables = """
        CREATE TABLE rapport.form (version integer NOT NULL, since timestamptz NOT NULL DEFAULT now());

        CREATE TABLE rapport.streams (
            id text COLLATE "C" PRIMARY KEY,
            number bigint GENERATED ALWAYS AS IDENTITY,
            owner text COLLATE "C" NOT NULL,
            audience text NOT NULL CHECK (audience IN ('private', 'room', 'shared')),
            kind text NOT NULL,
            title text NOT NULL,
            scenario_slug text NOT NULL,
            scenario_hash text COLLATE "C" NOT NULL,
            opened_at bigint NOT NULL,
            status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'ended', 'setAside')),
            ending text,
            term bigint NOT NULL DEFAULT 0,
            holder text COLLATE "C" NOT NULL DEFAULT '',
            last_sequence bigint NOT NULL DEFAULT 0
        );
        CREATE INDEX streams_by_owner ON rapport.streams (owner, opened_at);
        CREATE INDEX streams_for_all ON rapport.streams (opened_at) WHERE audience = 'room';
        CREATE INDEX streams_by_scenario ON rapport.streams (scenario_hash);

        CREATE TABLE rapport.stream_readers (
            stream text COLLATE "C" NOT NULL REFERENCES rapport.streams ON DELETE CASCADE,
            name text COLLATE "C" NOT NULL,
            PRIMARY KEY (stream, name)
        );
        CREATE INDEX stream_readers_by_name ON rapport.stream_readers (name);

        CREATE TABLE rapport.events (
            stream text COLLATE "C" NOT NULL REFERENCES rapport.streams ON DELETE CASCADE,
            sequence bigint NOT NULL,
            author text COLLATE "C" NOT NULL,
            thread text NOT NULL,
            type text NOT NULL,
            version integer NOT NULL,
            weight text NOT NULL CHECK (weight IN ('state', 'note')),
            time bigint NOT NULL,
            payload text NOT NULL,
            wall bigint,
            readers text[],
            PRIMARY KEY (stream, sequence)
        );

        CREATE TABLE rapport.appends (
            stream text COLLATE "C" NOT NULL REFERENCES rapport.streams ON DELETE CASCADE,
            author text COLLATE "C" NOT NULL,
            key text COLLATE "C" NOT NULL,
            first bigint NOT NULL,
            last bigint NOT NULL,
            PRIMARY KEY (stream, author, key)
        );

        -- One for each owner: nobody can lay another text under a hash that somebody else will look up.
        CREATE TABLE rapport.sources (
            hash text COLLATE "C" NOT NULL,
            owner text COLLATE "C" NOT NULL,
            names text[] NOT NULL,
            texts text[] NOT NULL,
            PRIMARY KEY (hash, owner)
        );

        CREATE TABLE rapport.invitations (
            stream text COLLATE "C" PRIMARY KEY REFERENCES rapport.streams ON DELETE CASCADE,
            hash bytea NOT NULL UNIQUE,
            ends_at bigint NOT NULL
        );
        CREATE TABLE rapport.removed_names (
            stream text COLLATE "C" NOT NULL REFERENCES rapport.streams ON DELETE CASCADE,
            name text COLLATE "C" NOT NULL,
            PRIMARY KEY (stream, name)
        );
        -- How often somebody tried a code within a minute, by joining with one or by giving one out.
        CREATE TABLE rapport.code_tries (
            name text COLLATE "C" NOT NULL,
            act text NOT NULL CHECK (act IN ('join', 'invite')),
            since timestamptz NOT NULL,
            count integer NOT NULL,
            PRIMARY KEY (name, act)
        );
        CREATE TABLE rapport.tombstones (stream text COLLATE "C" PRIMARY KEY);

        DO $$
        DECLARE one record;
        BEGIN
            FOR one IN SELECT attrelid::regclass AS place, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace = 'rapport'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
                    AND atttypid IN ('text'::regtype, 'text[]'::regtype, 'bytea'::regtype)
            LOOP
                EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0', one.place, one.attname);
            END LOOP;
        END $$;

        """

    private static let guards = """
        CREATE FUNCTION rapport.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            RAISE EXCEPTION 'what was written never changes' USING ERRCODE = 'RP013';
        END $$;
        CREATE TRIGGER events_never_change BEFORE UPDATE ON rapport.events
            FOR EACH ROW EXECUTE FUNCTION rapport.refuse();
        CREATE TRIGGER appends_never_change BEFORE UPDATE ON rapport.appends
            FOR EACH ROW EXECUTE FUNCTION rapport.refuse();
        CREATE TRIGGER streams_keep_origin
            BEFORE UPDATE OF id, owner, kind, scenario_slug, scenario_hash, opened_at ON rapport.streams
            FOR EACH ROW EXECUTE FUNCTION rapport.refuse();
        CREATE TRIGGER streams_only_rise BEFORE UPDATE OF term, last_sequence ON rapport.streams
            FOR EACH ROW WHEN (NEW.term < OLD.term OR NEW.last_sequence < OLD.last_sequence)
            EXECUTE FUNCTION rapport.refuse();

        """

    /// Who may read what.
    private static let rules = """
        CREATE FUNCTION rapport.may_read(p_stream text) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
            SELECT EXISTS (
                SELECT FROM rapport.streams s WHERE s.id = p_stream AND (
                    s.owner = session_user::text OR s.audience = 'room'
                    OR (s.audience = 'shared' AND EXISTS (
                        SELECT FROM rapport.stream_readers r WHERE r.stream = s.id AND r.name = session_user::text))))
        $$;
        CREATE FUNCTION rapport.owns(p_stream text) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
            SELECT EXISTS (SELECT FROM rapport.streams s WHERE s.id = p_stream AND s.owner = session_user::text)
        $$;
        -- What an owner writes for themselves, however widely the stream is shared.
        CREATE FUNCTION rapport.is_own(p_type text) RETURNS boolean
        LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
            SELECT p_type = ANY (ARRAY['noteWritten', 'noteRemoved', 'checkedIn',
                'promptAnswered', 'outputKept', 'reflected', 'hearingCorrected'])
        $$;
        CREATE FUNCTION rapport.may_read_source(p_hash text, p_owner text) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
            SELECT p_owner = session_user::text OR EXISTS (
                SELECT FROM rapport.streams s
                WHERE s.scenario_hash = p_hash AND s.owner = p_owner AND rapport.may_read(s.id))
        $$;

        DO $$
        DECLARE place text;
        BEGIN
            FOREACH place IN ARRAY ARRAY['form', 'streams', 'stream_readers', 'events', 'appends', 'sources',
                'invitations', 'removed_names', 'code_tries', 'tombstones']
            LOOP
                EXECUTE format('ALTER TABLE rapport.%I ENABLE ROW LEVEL SECURITY', place);
                EXECUTE format('ALTER TABLE rapport.%I FORCE ROW LEVEL SECURITY', place);
                EXECUTE format('CREATE POLICY owner ON rapport.%I TO rapport_owner USING (true) WITH CHECK (true)', place);
            END LOOP;
        END $$;
        CREATE POLICY member ON rapport.streams FOR SELECT TO rapport_member USING (rapport.may_read(id));
        CREATE POLICY member ON rapport.stream_readers FOR SELECT TO rapport_member
            USING (name = session_user::text OR rapport.owns(stream));
        CREATE POLICY member ON rapport.events FOR SELECT TO rapport_member
            USING (rapport.may_read(stream) AND CASE WHEN readers IS NULL
                THEN NOT rapport.is_own(type) OR rapport.owns(stream) ELSE session_user::text = ANY (readers) END);
        CREATE POLICY member ON rapport.sources FOR SELECT TO rapport_member
            USING (rapport.may_read_source(hash, owner));

        """

    /// Members call what stands here and no other function; of the tables they see what the rules let them.
    private static let grants = """
        REVOKE ALL ON SCHEMA rapport FROM PUBLIC;
        REVOKE ALL ON ALL TABLES IN SCHEMA rapport FROM PUBLIC;
        REVOKE ALL ON ALL SEQUENCES IN SCHEMA rapport FROM PUBLIC;
        REVOKE ALL ON ALL FUNCTIONS IN SCHEMA rapport FROM PUBLIC;
        GRANT USAGE ON SCHEMA rapport TO rapport_member;
        GRANT SELECT (id, owner, audience, kind, title, scenario_slug, scenario_hash, opened_at, status, ending, term,
            holder, last_sequence) ON rapport.streams TO rapport_member;
        GRANT SELECT (stream, name) ON rapport.stream_readers TO rapport_member;
        GRANT SELECT (stream, sequence, author, thread, type, version, weight, time, payload, wall)
            ON rapport.events TO rapport_member;
        GRANT SELECT ON rapport.sources TO rapport_member;
        GRANT EXECUTE ON FUNCTION rapport.may_read(text), rapport.owns(text), rapport.is_own(text), rapport.may_read_source(text, text),
            rapport.current_form(), rapport.open(text, text, text[], text, text, text, text, bigint, text[], text[]),
            rapport.append(text, bigint, bigint, text, json, text, text),
            rapport.submit(text, text, text, text, integer, text, bigint, text, bigint),
            rapport.take_term(text, bigint), rapport.set_audience(text, text, text[]),
            rapport.invite(text, text, bigint), rapport.join(text), rapport.remove(text, text), rapport.forget(text),
            rapport.follow(text), rapport.ring(text, text), rapport.events_after(text, bigint),
            rapport.readable_streams(text, bigint), rapport.source(text)
            TO rapport_member;

        """
}
