"""The book of the door is chained as the history is: a line of it that is changed, struck or put in is told.

At commit each line gets a link: the hash of the link before it and of the line. They are numbered in the order of the
commits; the head is one row, so its lock is taken last, after those of the records' partitions.
"""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"

TABLES = """
CREATE TABLE audit_link (
    n bigint PRIMARY KEY,
    event_id bigint NOT NULL UNIQUE,
    digest bytea NOT NULL
);
COMMENT ON COLUMN audit_link.digest IS 'SHA-256 over the digest of link n - 1 and the hash of the line.';

CREATE TABLE audit_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    n bigint NOT NULL,
    digest bytea NOT NULL
) WITH (fillfactor = 20);
INSERT INTO audit_head (n, digest) VALUES (0, '');
"""

# Microseconds, since how an instant is written depends on who reads it.
LINKING = """
CREATE FUNCTION audit_hash(line audit_event) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(jsonb_build_array(
        line.id, (extract(epoch FROM line.at) * 1000000)::bigint, line.what, line.account_id, line.device_id,
        encode(line.source, 'hex'), line.said)::text, 'UTF8'))
$$;

CREATE FUNCTION audit_linked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    head audit_head;
BEGIN
    UPDATE audit_head AS before SET n = before.n + 1, digest = sha256(before.digest || audit_hash(NEW))
    RETURNING * INTO head;
    INSERT INTO audit_link (n, event_id, digest) VALUES (head.n, NEW.id, head.digest);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER audit_linked AFTER INSERT ON audit_event
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_linked();
"""

# What was written before is linked in the order of its numbers.
EARLIER = """
DO $$
DECLARE
    line audit_event;
    head audit_head;
BEGIN
    FOR line IN SELECT * FROM audit_event ORDER BY id LOOP
        UPDATE audit_head AS before SET n = before.n + 1, digest = sha256(before.digest || audit_hash(line))
        RETURNING * INTO head;
        INSERT INTO audit_link (n, event_id, digest) VALUES (head.n, line.id, head.digest);
    END LOOP;
END $$;
"""


def upgrade() -> None:
    """Link what is there, and whatever follows."""
    for step in (TABLES, LINKING, EARLIER):
        op.execute(step)
