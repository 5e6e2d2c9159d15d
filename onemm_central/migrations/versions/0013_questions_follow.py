"""Open questions follow whatever is written by hand, as they follow a push (``onemm_central/sync/conflicts.py``).

What stands at the centre is kept true in a question while it is open; it closes where both sides say the same; where
the record is deleted, what a laptop wrote in its fields becomes one question about the whole of it.
"""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"

FOLLOWING = """
CREATE FUNCTION conflict_changed(place text, conflict text, changes jsonb) RETURNS void LANGUAGE sql AS $$
    UPDATE record SET data = data || changes
    WHERE partition = place AND kind = 'conflict' AND id = conflict AND data IS DISTINCT FROM data || changes
$$;

CREATE FUNCTION record_in_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    asked record;
    whole record;
    who text := coalesce(nullif(current_setting('onemm.author', true), ''), current_user);
    who_named text := coalesce((SELECT name FROM account WHERE id = who), '');
    at text := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
    closed jsonb := jsonb_build_object('state', 'settled', 'choice', 'same_value', 'settled_by', who,
                                       'settled_by_name', who_named, 'settled_at', at);
    field text;
    stands jsonb;
    stands_rev int;
    written jsonb;
BEGIN
    -- Questions about the whole record first: those about its fields may end in them.
    FOR asked IN
        SELECT id, data FROM record WHERE kind = 'conflict' AND data ->> 'state' = 'open'
        AND partition = NEW.partition AND data ->> 'about_kind' = NEW.kind AND data ->> 'about_id' = NEW.id
        ORDER BY data ->> 'field' <> '', id FOR UPDATE
    LOOP
        field := asked.data ->> 'field';
        stands := CASE WHEN field = '' THEN NEW.data ELSE coalesce(NEW.data -> field, 'null') END;
        stands_rev := CASE WHEN field = '' OR NEW.data IS NULL THEN NEW.rev
                      ELSE coalesce((NEW.field_revs ->> field)::int, 1) END;
        written := jsonb_build_object('centre', stands, 'centre_rev', stands_rev, 'centre_by', who,
                                      'centre_by_name', who_named, 'centre_at', at);
        IF NEW.data IS NULL AND field <> '' THEN
            SELECT id, data INTO whole FROM record
            WHERE kind = 'conflict' AND data ->> 'state' = 'open' AND data ->> 'field' = ''
            AND partition = NEW.partition AND data ->> 'about_kind' = NEW.kind AND data ->> 'about_id' = NEW.id
            AND data ->> 'device_id' = asked.data ->> 'device_id';
            IF FOUND THEN
                PERFORM conflict_changed(NEW.partition, whole.id, jsonb_build_object('laptop',
                    coalesce(nullif(whole.data -> 'laptop', 'null'), '{}')
                    || jsonb_build_object(field, asked.data -> 'laptop')));
                PERFORM conflict_changed(NEW.partition, asked.id, closed || '{"value": null}');
            ELSE
                PERFORM conflict_changed(NEW.partition, asked.id, written || jsonb_build_object(
                    'field', '', 'before', OLD.data || jsonb_build_object(field, asked.data -> 'before'),
                    'laptop', OLD.data || jsonb_build_object(field, asked.data -> 'laptop')));
            END IF;
        ELSIF coalesce(stands, 'null') = asked.data -> 'laptop' THEN
            PERFORM conflict_changed(NEW.partition, asked.id, closed || jsonb_build_object('value', stands));
        ELSIF coalesce(stands, 'null') <> asked.data -> 'centre'
              OR stands_rev <> (asked.data ->> 'centre_rev')::int THEN
            PERFORM conflict_changed(NEW.partition, asked.id, written);
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
-- A push asks and answers by itself, and an erasure takes the questions with it; both say so for their transaction.
CREATE TRIGGER record_in_question AFTER UPDATE ON record
FOR EACH ROW WHEN (NEW.seq IS NULL AND NEW.kind <> 'conflict'
                   AND current_setting('onemm.history', true) IS DISTINCT FROM 'written')
EXECUTE FUNCTION record_in_question();
"""


def upgrade() -> None:
    """Let questions follow."""
    op.execute(FOLLOWING)
