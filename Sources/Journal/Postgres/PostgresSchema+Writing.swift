/// Writing: opening a stream, appending to it, laying something before its leader, taking the lead.
///
/// Every refusal has a state of its own (`RP001` …), and its detail holds nothing but a number; `JournalFailure` has the
/// words. Order comes from the lock on the stream's row.
extension PostgresSchema {
    static let writing = """
        CREATE FUNCTION rapport.channel(p_stream text, p_ring text) RETURNS text
        LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
            SELECT 'rapport_' || p_ring || '_' || left(encode(sha256(convert_to(p_stream, 'UTF8')), 'hex'), 40)
        $$;
        CREATE FUNCTION rapport.ring_all(p_stream text, p_ring text) RETURNS void
        LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
            SELECT pg_notify(rapport.channel(p_stream, p_ring), '')
        $$;

        CREATE FUNCTION rapport.checked(p_text text, p_what text, p_limit integer) RETURNS text
        LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            IF p_text IS NULL THEN
                RAISE EXCEPTION '% is missing', p_what USING ERRCODE = 'RP013';
            END IF;
            IF octet_length(p_text) > p_limit THEN
                RAISE EXCEPTION 'too long' USING ERRCODE = 'RP009', DETAIL = p_limit || ' ' || p_what;
            END IF;
            RETURN p_text;
        END $$;

        CREATE FUNCTION rapport.refuse_absent(p_stream text) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            IF EXISTS (SELECT FROM rapport.tombstones WHERE stream = p_stream) THEN
                RAISE EXCEPTION 'forgotten' USING ERRCODE = 'RP005';
            END IF;
            RAISE EXCEPTION 'no such stream' USING ERRCODE = 'RP004';
        END $$;

        -- The stream's row, locked until the end of the transaction, for somebody who may read it.
        CREATE FUNCTION rapport.locked(p_stream text) RETURNS rapport.streams
        LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        DECLARE s rapport.streams;
        BEGIN
            -- Before the lock: nobody waits for, or holds up, a stream that is not theirs to read.
            IF NOT rapport.may_read(p_stream) THEN PERFORM rapport.refuse_absent(p_stream); END IF;
            SELECT * INTO s FROM rapport.streams WHERE id = p_stream FOR UPDATE;
            IF NOT FOUND OR NOT rapport.may_read(p_stream) THEN PERFORM rapport.refuse_absent(p_stream); END IF;
            RETURN s;
        END $$;

        -- The same for its owner or whoever leads it.
        CREATE FUNCTION rapport.locked_by_host(p_stream text) RETURNS rapport.streams
        LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        DECLARE s rapport.streams;
        BEGIN
            s := rapport.locked(p_stream);
            IF session_user::text NOT IN (s.owner, s.holder) THEN
                RAISE EXCEPTION 'not yours' USING ERRCODE = 'RP007';
            END IF;
            RETURN s;
        END $$;

        CREATE FUNCTION rapport.open(
            p_id text, p_audience text, p_names text[], p_kind text, p_title text, p_slug text, p_hash text,
            p_opened_at bigint, p_file_names text[], p_file_texts text[]
        ) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE one text; bytes bigint;
        BEGIN
            PERFORM rapport.checked(p_id, 'id', 200), rapport.checked(p_kind, 'kind', 100),
                rapport.checked(p_title, 'title', 2000), rapport.checked(p_slug, 'scenario''s name', 500),
                rapport.checked(p_hash, 'scenario''s hash', 200);
            IF cardinality(p_names) > 1000 OR cardinality(p_file_names) > 200
                OR cardinality(p_file_names) IS DISTINCT FROM cardinality(p_file_texts) THEN
                RAISE EXCEPTION 'too many' USING ERRCODE = 'RP009', DETAIL = '200 list of files or names';
            END IF;
            FOREACH one IN ARRAY p_names LOOP PERFORM rapport.checked(one, 'name', 200); END LOOP;
            IF EXISTS (SELECT FROM rapport.tombstones WHERE stream = p_id) THEN
                RAISE EXCEPTION 'forgotten' USING ERRCODE = 'RP005';
            END IF;
            INSERT INTO rapport.streams (id, owner, audience, kind, title, scenario_slug, scenario_hash, opened_at)
                VALUES (p_id, session_user::text, p_audience, p_kind, p_title, p_slug, p_hash, p_opened_at)
                ON CONFLICT DO NOTHING;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'there already' USING ERRCODE = 'RP006';
            END IF;
            INSERT INTO rapport.stream_readers SELECT DISTINCT p_id, unnest(p_names);
            IF p_file_names IS NOT NULL THEN
                SELECT coalesce(sum(octet_length(t)), 0) INTO bytes FROM unnest(p_file_names || p_file_texts) t;
                IF bytes > 16777216 THEN
                    RAISE EXCEPTION 'too long' USING ERRCODE = 'RP009', DETAIL = '16777216 scenario''s source';
                END IF;
                INSERT INTO rapport.sources VALUES (p_hash, session_user::text, p_file_names, p_file_texts)
                    ON CONFLICT DO NOTHING;
            END IF;
        END $$;

        CREATE FUNCTION rapport.append(
            p_stream text, p_sequence bigint, p_term bigint, p_key text, p_events json, p_status text, p_ending text
        ) RETURNS TABLE (first bigint, last bigint, was_known boolean)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        #variable_conflict use_column
        DECLARE s rapport.streams; me text := session_user::text; known rapport.appends; amount bigint; same bigint;
        BEGIN
            PERFORM rapport.checked(p_key, 'key', 1000), rapport.checked(coalesce(p_ending, ''), 'ending', 1000);
            IF octet_length(p_events::text) > 33554432 THEN
                RAISE EXCEPTION 'too long' USING ERRCODE = 'RP009', DETAIL = '33554432 list of events';
            END IF;
            amount := json_array_length(p_events);
            s := rapport.locked(p_stream);
            -- Before the term: who lost the lead since may still learn that the append had gone through.
            SELECT * INTO known FROM rapport.appends WHERE stream = p_stream AND author = me AND key = p_key;
            IF FOUND THEN
                SELECT count(*) INTO same
                    FROM ROWS FROM (json_to_recordset(p_events) AS (
                        thread text, type text, version integer, weight text, time bigint, payload text, wall bigint,
                        readers text[])) WITH ORDINALITY AS given
                    JOIN rapport.events kept ON kept.stream = p_stream AND kept.sequence = known.first - 1 + given.ordinality
                    WHERE kept.sequence <= known.last AND (kept.thread, kept.type, kept.version, kept.weight, kept.time, kept.payload)
                        = (given.thread, given.type, given.version, given.weight, given.time, given.payload)
                        AND kept.readers IS NOT DISTINCT FROM given.readers;
                IF same <> amount OR known.last - known.first + 1 <> amount THEN
                    RAISE EXCEPTION 'key taken' USING ERRCODE = 'RP003';
                END IF;
                RETURN QUERY SELECT known.first, known.last, true;
                RETURN;
            END IF;
            IF p_term IS DISTINCT FROM s.term THEN
                RAISE EXCEPTION 'stale term' USING ERRCODE = 'RP002', DETAIL = s.term;
            END IF;
            IF me <> (CASE WHEN s.term = 0 THEN s.owner ELSE s.holder END) THEN
                RAISE EXCEPTION 'not yours' USING ERRCODE = 'RP007';
            END IF;
            IF p_sequence IS DISTINCT FROM s.last_sequence THEN
                RAISE EXCEPTION 'conflict' USING ERRCODE = 'RP001', DETAIL = s.last_sequence;
            END IF;
            INSERT INTO rapport.events
                SELECT p_stream, p_sequence + ordinality, me, rapport.checked(thread, 'thread', 1000),
                    rapport.checked(type, 'type', 1000), version, weight, time,
                    rapport.checked(payload, 'payload', 4194304), wall, readers
                FROM ROWS FROM (json_to_recordset(p_events) AS (
                    thread text, type text, version integer, weight text, time bigint, payload text, wall bigint,
                    readers text[])) WITH ORDINALITY AS given;
            INSERT INTO rapport.appends VALUES (p_stream, me, p_key, p_sequence + 1, p_sequence + amount);
            UPDATE rapport.streams SET last_sequence = p_sequence + amount, status = coalesce(p_status, status),
                ending = CASE WHEN p_status IS NULL THEN ending ELSE p_ending END
                WHERE id = p_stream;
            PERFORM rapport.ring_all(p_stream, 'n');
            RETURN QUERY SELECT p_sequence + 1, p_sequence + amount, false;
        END $$;

        CREATE FUNCTION rapport.submit(
            p_stream text, p_key text, p_thread text, p_type text, p_version integer, p_weight text, p_time bigint,
            p_payload text, p_wall bigint
        ) RETURNS TABLE (first bigint, last bigint, was_known boolean)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        #variable_conflict use_column
        DECLARE s rapport.streams; me text := session_user::text; known rapport.appends; next bigint;
        BEGIN
            PERFORM rapport.checked(p_payload, 'payload', 16384), rapport.checked(p_thread, 'thread', 128),
                rapport.checked(p_type, 'type', 128), rapport.checked(p_key, 'key', 128);
            IF p_weight IS DISTINCT FROM 'note' THEN
                RAISE EXCEPTION 'not a note' USING ERRCODE = 'RP008';
            END IF;
            s := rapport.locked(p_stream);
            SELECT * INTO known FROM rapport.appends WHERE stream = p_stream AND author = me AND key = p_key;
            IF FOUND THEN
                IF known.first <> known.last OR NOT EXISTS (
                    SELECT FROM rapport.events e WHERE e.stream = p_stream AND e.sequence = known.first
                        AND e.readers IS NULL AND (e.thread, e.type, e.version, e.weight, e.time, e.payload)
                            = (p_thread, p_type, p_version, p_weight, p_time, p_payload)) THEN
                    RAISE EXCEPTION 'key taken' USING ERRCODE = 'RP003';
                END IF;
                RETURN QUERY SELECT known.first, known.last, true;
                RETURN;
            END IF;
            next := s.last_sequence + 1;
            INSERT INTO rapport.events
                VALUES (p_stream, next, me, p_thread, p_type, p_version, p_weight, p_time, p_payload, p_wall, NULL);
            INSERT INTO rapport.appends VALUES (p_stream, me, p_key, next, next);
            UPDATE rapport.streams SET last_sequence = next WHERE id = p_stream;
            PERFORM rapport.ring_all(p_stream, 'n');
            RETURN QUERY SELECT next, next, false;
        END $$;

        """

    static let leading = """
        CREATE FUNCTION rapport.take_term(p_stream text, p_after bigint) RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE s rapport.streams;
        BEGIN
            s := rapport.locked(p_stream);
            IF p_after IS NOT NULL AND p_after <> s.term THEN
                RAISE EXCEPTION 'stale term' USING ERRCODE = 'RP002', DETAIL = s.term;
            END IF;
            UPDATE rapport.streams SET term = s.term + 1, holder = session_user::text WHERE id = p_stream;
            PERFORM rapport.ring_all(p_stream, 'n');
            RETURN s.term + 1;
        END $$;

        CREATE FUNCTION rapport.follow(p_stream text) RETURNS TABLE (news text, beat text)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            IF NOT rapport.may_read(p_stream) THEN PERFORM rapport.refuse_absent(p_stream); END IF;
            RETURN QUERY SELECT rapport.channel(p_stream, 'n'), rapport.channel(p_stream, 'b');
        END $$;

        -- Writes nothing. The leader's sign of life is the leader's to give.
        CREATE FUNCTION rapport.ring(p_stream text, p_ring text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE s rapport.streams;
        BEGIN
            IF NOT rapport.may_read(p_stream) THEN PERFORM rapport.refuse_absent(p_stream); END IF;
            SELECT * INTO s FROM rapport.streams WHERE id = p_stream;
            IF p_ring = 'b' AND session_user::text <> (CASE WHEN s.term = 0 THEN s.owner ELSE s.holder END) THEN
                RAISE EXCEPTION 'not yours' USING ERRCODE = 'RP007';
            END IF;
            PERFORM rapport.ring_all(p_stream, CASE p_ring WHEN 'b' THEN 'b' ELSE 'n' END);
        END $$;

        """
}
