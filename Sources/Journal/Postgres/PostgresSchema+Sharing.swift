/// Sharing, forgetting, and reading.
extension PostgresSchema {
    static let sharing = """
        CREATE FUNCTION rapport.set_audience(p_stream text, p_audience text, p_names text[]) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE one text;
        BEGIN
            IF cardinality(p_names) > 1000 THEN
                RAISE EXCEPTION 'too many' USING ERRCODE = 'RP009', DETAIL = '1000 list of names';
            END IF;
            FOREACH one IN ARRAY p_names LOOP PERFORM rapport.checked(one, 'name', 200); END LOOP;
            UPDATE rapport.streams SET audience = p_audience WHERE id = p_stream AND owner = session_user::text;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no such stream' USING ERRCODE = 'RP004';
            END IF;
            DELETE FROM rapport.stream_readers WHERE stream = p_stream;
            INSERT INTO rapport.stream_readers SELECT DISTINCT p_stream, unnest(p_names);
            DELETE FROM rapport.removed_names r WHERE r.stream = p_stream AND r.name = ANY (p_names);
            PERFORM rapport.ring_all(p_stream, 'n');
        END $$;

        -- What is counted of somebody's tries in this minute; locked, so that nobody tries twice at once.
        CREATE FUNCTION rapport.tries(p_act text) RETURNS rapport.code_tries
        LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        DECLARE t rapport.code_tries; at timestamptz := clock_timestamp();
        BEGIN
            INSERT INTO rapport.code_tries VALUES (session_user::text, p_act, at, 0) ON CONFLICT DO NOTHING;
            SELECT * INTO t FROM rapport.code_tries WHERE name = session_user::text AND act = p_act FOR UPDATE;
            IF t.count = 0 OR t.since < at - interval '60 seconds' THEN
                t.since := at;
                t.count := 0;
            END IF;
            RETURN t;
        END $$;
        CREATE FUNCTION rapport.count_try(t rapport.code_tries) RETURNS void
        LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
            UPDATE rapport.code_tries SET since = (t).since, count = (t).count + 1
                WHERE name = (t).name AND act = (t).act
        $$;
        -- Seconds to wait; 0 for whoever may try.
        CREATE FUNCTION rapport.wait_after(t rapport.code_tries) RETURNS integer
        LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
            SELECT CASE WHEN (t).count < 10 THEN 0
                ELSE greatest(1, ceil(60 - extract(epoch FROM clock_timestamp() - (t).since)))::integer END
        $$;

        -- 0: done. -1: the code stands for another stream. More: seconds to wait. It answers and does not raise, so that
        -- tries stay counted: without that, giving out codes would find out which ones are in use.
        CREATE FUNCTION rapport.invite(p_stream text, p_code text, p_until bigint) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE digest bytea; t rapport.code_tries;
        BEGIN
            PERFORM rapport.checked(p_code, 'code', 200), rapport.locked_by_host(p_stream);
            t := rapport.tries('invite');
            IF rapport.wait_after(t) > 0 THEN RETURN rapport.wait_after(t); END IF;
            PERFORM rapport.count_try(t);
            digest := sha256(convert_to(p_code, 'UTF8'));
            DELETE FROM rapport.invitations
                WHERE hash = digest AND stream <> p_stream
                    AND ends_at <= extract(epoch FROM clock_timestamp()) * 1000;
            IF EXISTS (SELECT FROM rapport.invitations WHERE hash = digest AND stream <> p_stream) THEN
                RETURN -1;
            END IF;
            DELETE FROM rapport.removed_names r WHERE r.stream = p_stream
                AND NOT EXISTS (SELECT FROM rapport.invitations i WHERE i.stream = p_stream AND i.hash = digest);
            BEGIN
                INSERT INTO rapport.invitations VALUES (p_stream, digest, p_until)
                    ON CONFLICT (stream) DO UPDATE SET hash = excluded.hash, ends_at = excluded.ends_at;
            EXCEPTION WHEN unique_violation THEN
                RETURN -1;
            END;
            RETURN 0;
        END $$;

        CREATE FUNCTION rapport.join(p_code text) RETURNS TABLE (found_stream text, wait integer)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE me text := session_user::text; t rapport.code_tries; i rapport.invitations; s rapport.streams;
        BEGIN
            t := rapport.tries('join');
            IF rapport.wait_after(t) > 0 THEN
                RETURN QUERY SELECT NULL::text, rapport.wait_after(t);
                RETURN;
            END IF;
            SELECT * INTO i FROM rapport.invitations
                WHERE hash = sha256(convert_to(coalesce(left(p_code, 200), ''), 'UTF8'))
                    AND ends_at > extract(epoch FROM clock_timestamp()) * 1000;
            IF NOT FOUND OR EXISTS (SELECT FROM rapport.removed_names r WHERE r.stream = i.stream AND r.name = me) THEN
                PERFORM rapport.count_try(t);
                RETURN QUERY SELECT NULL::text, 0;
                RETURN;
            END IF;
            SELECT * INTO s FROM rapport.streams WHERE id = i.stream FOR UPDATE;
            IF s.owner <> me AND s.audience <> 'room' THEN
                UPDATE rapport.streams SET audience = 'shared' WHERE id = s.id AND audience <> 'shared';
                INSERT INTO rapport.stream_readers VALUES (s.id, me) ON CONFLICT DO NOTHING;
            END IF;
            RETURN QUERY SELECT s.id, 0;
        END $$;

        CREATE FUNCTION rapport.remove(p_name text, p_stream text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE s rapport.streams;
        BEGIN
            s := rapport.locked_by_host(p_stream);
            IF p_name = s.owner THEN RETURN; END IF;
            IF s.audience = 'room' THEN
                RAISE EXCEPTION 'read by all' USING ERRCODE = 'RP012';
            END IF;
            DELETE FROM rapport.stream_readers WHERE stream = p_stream AND name = p_name;
            INSERT INTO rapport.removed_names VALUES (p_stream, rapport.checked(p_name, 'name', 200))
                ON CONFLICT DO NOTHING;
            PERFORM rapport.ring_all(p_stream, 'n');
        END $$;

        CREATE FUNCTION rapport.forget(p_stream text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE s rapport.streams;
        BEGIN
            SELECT * INTO s FROM rapport.streams WHERE id = p_stream AND owner = session_user::text FOR UPDATE;
            IF NOT FOUND THEN
                IF EXISTS (SELECT FROM rapport.tombstones WHERE stream = p_stream) THEN RETURN; END IF;
                RAISE EXCEPTION 'no such stream' USING ERRCODE = 'RP004';
            END IF;
            INSERT INTO rapport.tombstones VALUES (p_stream) ON CONFLICT DO NOTHING;
            DELETE FROM rapport.streams WHERE id = p_stream;
            DELETE FROM rapport.sources o WHERE o.hash = s.scenario_hash AND o.owner = s.owner
                AND NOT EXISTS (SELECT FROM rapport.streams t WHERE t.scenario_hash = o.hash AND t.owner = o.owner);
            PERFORM rapport.ring_all(p_stream, 'n');
        END $$;

        """

    static let reading = """
        CREATE FUNCTION rapport.current_form() RETURNS integer
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
            SELECT max(version) FROM rapport.form
        $$;

        -- Asks once whether the stream may be read, where the rules of the table ask for every row.
        CREATE FUNCTION rapport.events_after(p_stream text, p_sequence bigint) RETURNS TABLE (
            sequence bigint, author text, thread text, type text, version integer, weight text, "time" bigint,
            payload text, wall bigint)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        #variable_conflict use_column
        DECLARE is_owner boolean := rapport.owns(p_stream);
        BEGIN
            IF rapport.may_read(p_stream) THEN
                RETURN QUERY SELECT e.sequence, e.author, e.thread, e.type, e.version, e.weight, e.time, e.payload, e.wall
                    FROM rapport.events e
                    WHERE e.stream = p_stream AND e.sequence > p_sequence
                        AND CASE WHEN e.readers IS NULL THEN is_owner OR NOT rapport.is_own(e.type)
                            ELSE session_user::text = ANY (e.readers) END
                    ORDER BY e.sequence;
            END IF;
        END $$;

        CREATE FUNCTION rapport.readable_streams(p_kind text, p_limit bigint) RETURNS TABLE (
            id text, owner text, audience text, kind text, title text, scenario_slug text, scenario_hash text,
            opened_at bigint, status text, ending text, term bigint, holder text, last_sequence bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
            SELECT s.id, s.owner, s.audience, s.kind, s.title, s.scenario_slug, s.scenario_hash, s.opened_at, s.status,
                s.ending, s.term, s.holder, s.last_sequence
            FROM rapport.streams s
            WHERE (p_kind IS NULL OR s.kind = p_kind) AND (
                s.owner = session_user::text OR s.audience = 'room'
                OR (s.audience = 'shared' AND s.id IN (
                    SELECT r.stream FROM rapport.stream_readers r WHERE r.name = session_user::text)))
            ORDER BY s.opened_at DESC, s.number DESC LIMIT greatest(0, p_limit)
        $$;

        -- Its first row has no name and says that there is one.
        CREATE FUNCTION rapport.source(p_hash text) RETURNS TABLE (name text, text text)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        #variable_conflict use_column
        DECLARE o rapport.sources;
        BEGIN
            SELECT * INTO o FROM rapport.sources x WHERE x.hash = p_hash AND rapport.may_read_source(x.hash, x.owner)
                ORDER BY x.owner = session_user::text DESC, x.owner LIMIT 1;
            IF FOUND THEN
                RETURN QUERY SELECT NULL::text, NULL::text;
                RETURN QUERY SELECT f.n, f.t FROM unnest(o.names, o.texts) AS f (n, t);
            END IF;
        END $$;

        """
}
