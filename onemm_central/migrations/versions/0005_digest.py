"""Sums over what every partition holds, kept up to date at commit by the trigger that numbers the rows.

``onemm_wire.digest`` says what is summed. Because the numbering trigger keeps them, hand-written SQL is counted like
everything else; because they move in the transaction that moves the seq, a laptop at that seq can be held to them.
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

TABLES = """
CREATE TABLE partition_sum (
    partition text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    high numeric(20) NOT NULL,
    low numeric(20) NOT NULL,
    PRIMARY KEY (partition, kind)
) WITH (fillfactor = 20);
COMMENT ON TABLE partition_sum IS 'Digests of the live records; each half modulo 2^64.';
ALTER TABLE record ADD COLUMN summed integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN record.summed IS 'The rev of this row that partition_sum counts; 0 where it counts none.';

CREATE TABLE incident (
    device_id text COLLATE "C" NOT NULL REFERENCES device,
    n bigint NOT NULL,
    happened_at timestamptz NOT NULL,
    what text NOT NULL,
    partition text NOT NULL,
    kind text NOT NULL,
    records integer NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (device_id, n)
);
COMMENT ON TABLE incident IS 'What laptops found wrong with their copies, and repaired; no word of what was in them.';
"""

FUNCTIONS = """
CREATE FUNCTION digest_part(partition text, kind text, id text, rev integer, part integer)
RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ('x' || encode(substr(sha256(convert_to(
        partition || E'\\n' || kind || E'\\n' || id || E'\\n' || rev, 'UTF8')), 1 + 8 * part, 8), 'hex')
    )::bit(64)::bigint::numeric
$$;

CREATE FUNCTION within_64_bits(value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT mod(mod(value, 18446744073709551616) + 18446744073709551616, 18446744073709551616)
$$;

CREATE FUNCTION sums_anew() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM partition_sum;
    INSERT INTO partition_sum
    SELECT partition, kind, within_64_bits(sum(digest_part(partition, kind, id, rev, 0))),
           within_64_bits(sum(digest_part(partition, kind, id, rev, 1)))
    FROM record WHERE NOT deleted GROUP BY partition, kind;
    -- Nothing that laptops would see has changed: record_before_update lets this pass without a number.
    PERFORM set_config('onemm.recount', 'on', true);
    UPDATE record SET summed = CASE WHEN deleted THEN 0 ELSE rev END
    WHERE summed <> CASE WHEN deleted THEN 0 ELSE rev END;
    PERFORM set_config('onemm.recount', '', true);
END $$;
COMMENT ON FUNCTION sums_anew IS 'Count everything afresh: after a restore, or if the sums are ever in doubt.';
"""

# As in 0001, and the sum of each kind moves with the numbers.
NUMBERING = """
CREATE OR REPLACE FUNCTION record_numbered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    place text;
    waiting bigint;
    top bigint;
BEGIN
    -- The first row of a transaction numbers all of them, so every later one has its seq by now.
    PERFORM FROM record
    WHERE partition = NEW.partition AND kind = NEW.kind AND id = NEW.id AND seq IS NULL;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    -- Heads in the order of their names: two transactions never wait for each other in a ring.
    FOR place, waiting IN
        SELECT partition, count(*) FROM record WHERE seq IS NULL GROUP BY partition ORDER BY partition
    LOOP
        INSERT INTO partition_head AS head VALUES (place, waiting)
        ON CONFLICT (partition) DO UPDATE SET seq = head.seq + waiting
        RETURNING head.seq INTO top;
        INSERT INTO partition_sum AS known (partition, kind, high, low)
        SELECT place, kind, within_64_bits(sum(part.high)), within_64_bits(sum(part.low))
        FROM record CROSS JOIN LATERAL (
            SELECT digest_part(partition, kind, id, rev, 0) AS high, digest_part(partition, kind, id, rev, 1) AS low
            WHERE NOT deleted
            UNION ALL
            SELECT -digest_part(partition, kind, id, summed, 0), -digest_part(partition, kind, id, summed, 1)
            WHERE summed > 0
        ) AS part
        WHERE partition = place AND seq IS NULL GROUP BY kind ORDER BY kind
        ON CONFLICT (partition, kind) DO UPDATE
        SET high = within_64_bits(known.high + excluded.high), low = within_64_bits(known.low + excluded.low);
        UPDATE record
        SET seq = top - waiting + numbered.position, summed = CASE WHEN deleted THEN 0 ELSE rev END
        FROM (
            SELECT ctid AS spot, row_number() OVER (ORDER BY ctid) AS position
            FROM record WHERE partition = place AND seq IS NULL
        ) AS numbered
        WHERE record.ctid = numbered.spot;
    END LOOP;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION record_before_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.seq := NULL;
    NEW.summed := 0;
    RETURN NEW;
END $$;
DROP TRIGGER record_before_insert ON record;
CREATE TRIGGER record_before_insert BEFORE INSERT ON record
FOR EACH ROW WHEN (NEW.seq IS NOT NULL OR NEW.summed <> 0) EXECUTE FUNCTION record_before_insert();

CREATE OR REPLACE FUNCTION record_before_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() > 1 AND OLD.seq IS NULL AND NEW.seq IS NOT NULL THEN
        RETURN NEW;  -- record_numbered at work: it sets the seq and what is summed, nothing else
    END IF;
    IF current_setting('onemm.recount', true) = 'on' THEN
        RETURN NEW;  -- sums_anew at work
    END IF;
    IF (NEW.partition, NEW.kind, NEW.id) IS DISTINCT FROM (OLD.partition, OLD.kind, OLD.id) THEN
        RAISE EXCEPTION 'a record keeps its partition, kind and id: delete it and create another'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW.seq := NULL;
    NEW.summed := OLD.summed;
    IF NEW.rev <= OLD.rev THEN
        NEW.rev := OLD.rev + 1;
        NEW.field_revs := OLD.field_revs || coalesce(
            (SELECT jsonb_object_agg(field, NEW.rev) FROM unnest(changed_fields(OLD.data, NEW.data)) AS field), '{}');
    END IF;
    RETURN NEW;
END $$;
"""


def upgrade() -> None:
    """Create the sums, and count what is there."""
    for step in (TABLES, FUNCTIONS, NUMBERING, "SELECT sums_anew()"):
        op.execute(step)
