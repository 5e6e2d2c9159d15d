"""The kept sums can be held against the rows, and one partition counted afresh while the others go on.

``sums_anew`` of 0005 counted beside whoever was committing; it now waits for them, and they for it.
"""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"

COUNTED = """
CREATE VIEW partition_counted AS
SELECT partition, kind, within_64_bits(sum(digest_part(partition, kind, id, rev, 0))) AS high,
       within_64_bits(sum(digest_part(partition, kind, id, rev, 1))) AS low
FROM record WHERE NOT deleted GROUP BY partition, kind;
COMMENT ON VIEW partition_counted IS 'What partition_sum should say, from the rows themselves.';

CREATE FUNCTION sums_in_doubt(only_in text DEFAULT NULL, only_kind text DEFAULT NULL)
RETURNS TABLE (partition text, kind text) LANGUAGE sql STABLE AS $$
    SELECT coalesce(counted.partition, known.partition), coalesce(counted.kind, known.kind)
    FROM (SELECT * FROM partition_counted AS c
          WHERE (only_in IS NULL OR c.partition = only_in) AND (only_kind IS NULL OR c.kind = only_kind)) AS counted
    FULL JOIN (SELECT * FROM partition_sum AS k
          WHERE (only_in IS NULL OR k.partition = only_in) AND (only_kind IS NULL OR k.kind = only_kind)) AS known
    ON counted.partition = known.partition AND counted.kind = known.kind
    WHERE (coalesce(counted.high, 0), coalesce(counted.low, 0)) <> (coalesce(known.high, 0), coalesce(known.low, 0))
    UNION
    -- Right today and wrong after the next change: what will be taken out of the sum is not what is in it.
    SELECT r.partition, r.kind FROM record AS r
    WHERE r.summed <> CASE WHEN r.deleted THEN 0 ELSE r.rev END
    AND (only_in IS NULL OR r.partition = only_in) AND (only_kind IS NULL OR r.kind = only_kind)
$$;
COMMENT ON FUNCTION sums_in_doubt IS 'Where the kept sums are not those of the rows. Should be nowhere.';
"""

ANEW = """
DROP FUNCTION sums_anew();
CREATE FUNCTION sums_anew(only_in text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Whoever commits holds the head of its partition: all that is numbered by now is counted, nothing twice.
    PERFORM FROM partition_head AS head WHERE only_in IS NULL OR head.partition = only_in
    ORDER BY head.partition FOR UPDATE;
    DELETE FROM partition_sum AS known WHERE only_in IS NULL OR known.partition = only_in;
    INSERT INTO partition_sum AS known (partition, kind, high, low)
    SELECT counted.partition, counted.kind, counted.high, counted.low FROM partition_counted AS counted
    WHERE only_in IS NULL OR counted.partition = only_in
    ON CONFLICT (partition, kind) DO UPDATE SET high = excluded.high, low = excluded.low;
    -- Nothing that laptops would see has changed: record_before_update lets this pass without a number.
    PERFORM set_config('onemm.recount', 'on', true);
    UPDATE record SET summed = CASE WHEN deleted THEN 0 ELSE rev END
    WHERE summed <> CASE WHEN deleted THEN 0 ELSE rev END AND (only_in IS NULL OR partition = only_in);
    PERFORM set_config('onemm.recount', '', true);
END $$;
COMMENT ON FUNCTION sums_anew IS 'Count everything, or one partition, afresh: after a restore, or if in doubt.';
"""


def upgrade() -> None:
    """Let the sums be checked, and counted again one partition at a time."""
    for step in (COUNTED, ANEW):
        op.execute(step)
