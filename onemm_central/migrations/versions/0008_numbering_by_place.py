"""The rows of a transaction are found once, and by their places: whatever the planner believes of the table.

The numbering of 0005 looked for ``seq IS NULL`` row by row and sum by sum. After an ANALYZE in the middle of a large
load (every row waits for its number then) the planner read the whole table each time: 0.6 s for two hundred changes
among 245,000 records. With fresh statistics it walked all that wait once for each that waits. Now the rows are found
by one walk along the index of what waits, and from there on by where they lie.
"""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"

# The first eight and the second eight bytes of the same hash as digest_part computes.
NUMBERING = """
CREATE FUNCTION number_waiting_records() RETURNS void LANGUAGE plpgsql
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
DECLARE
    place text;
    spots tid[];
    top bigint;
BEGIN
    -- Heads in the order of their names: two transactions never wait for each other in a ring.
    FOR place, spots IN
        SELECT partition, array_agg(ctid ORDER BY ctid) FROM record WHERE seq IS NULL
        GROUP BY partition ORDER BY partition
    LOOP
        INSERT INTO partition_head AS head VALUES (place, cardinality(spots))
        ON CONFLICT (partition) DO UPDATE SET seq = head.seq + cardinality(spots)
        RETURNING head.seq INTO top;
        INSERT INTO partition_sum AS known (partition, kind, high, low)
        SELECT place, kind, within_64_bits(sum(sign * high)), within_64_bits(sum(sign * low))
        FROM (
            SELECT kind, sign, ('x' || encode(substr(hash, 1, 8), 'hex'))::bit(64)::bigint::numeric AS high,
                ('x' || encode(substr(hash, 9, 8), 'hex'))::bit(64)::bigint::numeric AS low
            FROM (
                SELECT kind, sign, sha256(convert_to(
                    partition || E'\\n' || kind || E'\\n' || id || E'\\n' || counted, 'UTF8')) AS hash
                FROM record CROSS JOIN LATERAL (VALUES (1, CASE WHEN deleted THEN 0 ELSE rev END), (-1, summed))
                AS part (sign, counted)
                WHERE record.ctid = ANY (spots) AND counted > 0
                OFFSET 0  -- one hash for both halves: without this it is computed for each
            ) AS hashed
        ) AS halves
        GROUP BY kind ORDER BY kind
        ON CONFLICT (partition, kind) DO UPDATE
        SET high = within_64_bits(known.high + excluded.high), low = within_64_bits(known.low + excluded.low);
        UPDATE record
        SET seq = top - cardinality(spots) + numbered.position, summed = CASE WHEN deleted THEN 0 ELSE rev END
        FROM unnest(spots) WITH ORDINALITY AS numbered (spot, position)
        WHERE record.ctid = numbered.spot;
    END LOOP;
END $$;
COMMENT ON FUNCTION number_waiting_records IS 'For the trigger record_numbered alone; by hand it would number nothing.';

CREATE OR REPLACE FUNCTION record_numbered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The first row of a transaction numbers all of them, so every later one has its seq by now. Asked for by key
    -- alone: were "seq IS NULL" said here, too, the planner would walk all that wait, for each of them.
    IF (SELECT seq IS NULL FROM record WHERE partition = NEW.partition AND kind = NEW.kind AND id = NEW.id) THEN
        PERFORM number_waiting_records();
    END IF;
    RETURN NULL;
END $$;
"""

# Every change makes two dead rows, one without and one with its old number. A fifth of a large table is too long to
# wait: the index of what waits for a number would be full of what waits no more.
VACUUM = """
ALTER TABLE record SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
"""


def upgrade() -> None:
    """Number by place, and sweep sooner."""
    op.execute(NUMBERING)
    op.execute(VACUUM)
