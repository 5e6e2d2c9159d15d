"""The history is chained: what was written there cannot be changed, taken out or put in without its being seen.

At commit, one *seal* for each partition that a transaction wrote into: the hash of the seal before it and of all the
lines. A line is hashed with a commitment in place of what it holds, salted: after an erasure the salt is gone with
the content, the chain still holds, and nobody can try out what was said (docs/decisions).
"""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"

TABLES = """
ALTER TABLE history
    ADD COLUMN xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD COLUMN salt uuid DEFAULT gen_random_uuid(),
    ADD COLUMN commitment bytea;
COMMENT ON COLUMN history.xact IS 'The transaction that wrote it: one seal for all its lines in the partition.';
COMMENT ON COLUMN history.commitment IS 'Stands for before, after and salt once these were erased; else NULL.';
CREATE INDEX history_by_xact ON history (xact);

CREATE TABLE history_seal (
    partition text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    xact xid8 NOT NULL,
    first_number bigint NOT NULL,
    last_number bigint NOT NULL,
    lines integer NOT NULL,
    digest bytea NOT NULL,
    sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (partition, n)
);
COMMENT ON COLUMN history_seal.digest IS 'SHA-256 over the digest of seal n - 1 and the hashes of the lines, in order.';
CREATE INDEX history_seal_by_number ON history_seal (partition, last_number);

CREATE TABLE history_head (
    partition text COLLATE "C" PRIMARY KEY,
    n bigint NOT NULL,
    digest bytea NOT NULL
) WITH (fillfactor = 20);
"""

HASHING = """
CREATE FUNCTION history_commitment(line history) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT coalesce(line.commitment,
        sha256(convert_to(jsonb_build_array(line.salt, line.before, line.after)::text, 'UTF8')))
$$;

-- Microseconds, since how an instant is written depends on who reads it.
CREATE FUNCTION history_hash(line history) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(history_commitment(line) || convert_to(jsonb_build_array(
        line.number, line.partition, line.kind, line.record_id, line.rev, line.verb, line.author, line.device_id,
        line.op_n, line.rules, (extract(epoch FROM line.written_at) * 1000000)::bigint)::text, 'UTF8'))
$$;
"""

SEALING = """
CREATE FUNCTION history_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    part record;
    head history_head;
BEGIN
    -- The first line of a transaction seals all of them.
    PERFORM FROM history_seal
    WHERE partition = NEW.partition AND last_number >= NEW.number AND xact = NEW.xact;
    IF FOUND THEN
        RETURN NULL;
    END IF;
    -- In the order of their names: two transactions never wait for each other in a ring.
    FOR part IN
        SELECT line.partition, min(line.number) AS first_number, max(line.number) AS last_number, count(*) AS lines,
               string_agg(history_hash(line), ''::bytea ORDER BY line.number) AS hashes
        FROM history AS line
        WHERE line.xact = pg_current_xact_id() AND NOT EXISTS (
            SELECT FROM history_seal AS seal WHERE seal.partition = line.partition
            AND seal.last_number >= line.number AND seal.xact = line.xact)
        GROUP BY line.partition ORDER BY line.partition
    LOOP
        INSERT INTO history_head AS before VALUES (part.partition, 1, sha256(part.hashes))
        ON CONFLICT (partition) DO UPDATE SET n = before.n + 1, digest = sha256(before.digest || part.hashes)
        RETURNING * INTO head;
        INSERT INTO history_seal (partition, n, xact, first_number, last_number, lines, digest)
        VALUES (head.partition, head.n, pg_current_xact_id(), part.first_number, part.last_number, part.lines,
                head.digest);
    END LOOP;
    RETURN NULL;
END $$;
"""

# What was written before this migration becomes the first link of each partition's chain.
FIRST_LINK = """
INSERT INTO history_seal (partition, n, xact, first_number, last_number, lines, digest)
SELECT line.partition, 1, pg_current_xact_id(), min(line.number), max(line.number), count(*),
       sha256(string_agg(history_hash(line), ''::bytea ORDER BY line.number))
FROM history AS line GROUP BY line.partition;
INSERT INTO history_head SELECT partition, n, digest FROM history_seal;

CREATE CONSTRAINT TRIGGER history_sealed AFTER INSERT ON history
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION history_sealed();
"""


def upgrade() -> None:
    """Chain what is there, and whatever follows."""
    for step in (TABLES, HASHING, SEALING, FIRST_LINK):
        op.execute(step)
