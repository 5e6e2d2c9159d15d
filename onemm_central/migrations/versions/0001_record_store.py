"""The record store: one table by partition, its counter, its history.

Seq order is commit order, for every way of writing. A row is written with no seq; at commit a deferred trigger
bumps the one-row head of the partition, whose lock is held to the end of the transaction, and numbers the rows.
Whoever reads "everything after seq n" therefore misses nothing; a sequence or a timestamp would lose the rows of a
slow transaction (tests/central/test_commit_order.py shows both).

The other triggers give hand-written SQL what the service does itself: a new rev, the revs of the changed fields,
a line of history, and a tombstone in place of a DELETE.
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

TABLES = """
CREATE TABLE centre (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    id text NOT NULL DEFAULT gen_random_uuid()::text,
    epoch text NOT NULL DEFAULT gen_random_uuid()::text
);
COMMENT ON COLUMN centre.epoch IS 'A new one is due whenever the database was restored from a backup.';
INSERT INTO centre DEFAULT VALUES;

CREATE TABLE centre_key (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    seal bytea NOT NULL,
    sign bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE centre_key IS 'Private keys for bundles; made by the service, and not to be granted to readers.';

CREATE TABLE partition_head (
    partition text COLLATE "C" PRIMARY KEY,
    seq bigint NOT NULL
) WITH (fillfactor = 20);

CREATE TABLE record (
    partition text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    seq bigint,
    rev integer NOT NULL DEFAULT 1 CHECK (rev > 0),
    field_revs jsonb NOT NULL DEFAULT '{}',
    data jsonb,
    deleted boolean NOT NULL GENERATED ALWAYS AS (data IS NULL) STORED,
    PRIMARY KEY (partition, kind, id),
    CONSTRAINT record_names_itself CHECK (data IS NULL OR coalesce(data ->> 'id', '') = id)
);
COMMENT ON COLUMN record.seq IS 'Assigned at commit; NULL only inside the transaction that writes.';
COMMENT ON COLUMN record.field_revs IS 'The rev that last changed a field; a field not named here is of rev 1.';
COMMENT ON COLUMN record.data IS 'The record as the wire writes it; NULL is a tombstone.';
CREATE UNIQUE INDEX record_by_seq ON record (partition, seq);
CREATE INDEX record_unnumbered ON record (partition) WHERE seq IS NULL;

CREATE TABLE history (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partition text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    rev integer NOT NULL,
    verb text NOT NULL,
    author text NOT NULL,
    device_id text,
    op_n bigint,
    before jsonb,
    after jsonb,
    rules jsonb NOT NULL DEFAULT '{}',
    written_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE history IS 'One row per change of a record; before and after hold the changed fields only.';
COMMENT ON COLUMN history.rules IS 'By which merge rule a field got its value, where one was needed.';
CREATE INDEX history_of_record ON history (partition, kind, record_id, rev);

CREATE VIEW history_field AS
SELECT number, partition, kind, record_id, rev, verb, author, device_id, op_n, field,
       before -> field AS before, after -> field AS after, rules ->> field AS rule, written_at
FROM history, LATERAL (
    SELECT jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) AS field
) AS fields;
"""

VERSIONING = """
CREATE FUNCTION changed_fields(old jsonb, new jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(array_agg(field), '{}')
    FROM jsonb_object_keys(coalesce(old, '{}') || coalesce(new, '{}')) AS field
    WHERE old -> field IS DISTINCT FROM new -> field
$$;

CREATE FUNCTION record_before_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.seq := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER record_before_insert BEFORE INSERT ON record
FOR EACH ROW WHEN (NEW.seq IS NOT NULL) EXECUTE FUNCTION record_before_insert();

CREATE FUNCTION record_before_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() > 1 AND OLD.seq IS NULL AND NEW.seq IS NOT NULL THEN
        RETURN NEW;  -- record_numbered at work: it sets the seq and nothing else
    END IF;
    IF (NEW.partition, NEW.kind, NEW.id) IS DISTINCT FROM (OLD.partition, OLD.kind, OLD.id) THEN
        RAISE EXCEPTION 'a record keeps its partition, kind and id: delete it and create another'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW.seq := NULL;
    IF NEW.rev <= OLD.rev THEN
        NEW.rev := OLD.rev + 1;
        NEW.field_revs := OLD.field_revs || coalesce(
            (SELECT jsonb_object_agg(field, NEW.rev) FROM unnest(changed_fields(OLD.data, NEW.data)) AS field), '{}');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER record_before_update BEFORE UPDATE ON record
FOR EACH ROW EXECUTE FUNCTION record_before_update();

CREATE FUNCTION record_before_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE record SET data = NULL
    WHERE partition = OLD.partition AND kind = OLD.kind AND id = OLD.id AND data IS NOT NULL;
    RETURN NULL;  -- the row stays, as a tombstone that devices pull
END $$;
CREATE TRIGGER record_before_delete BEFORE DELETE ON record
FOR EACH ROW EXECUTE FUNCTION record_before_delete();
"""

NUMBERING = """
CREATE FUNCTION record_numbered() RETURNS trigger LANGUAGE plpgsql AS $$
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
        UPDATE record SET seq = top - waiting + numbered.position
        FROM (
            SELECT ctid AS spot, row_number() OVER (ORDER BY ctid) AS position
            FROM record WHERE partition = place AND seq IS NULL
        ) AS numbered
        WHERE record.ctid = numbered.spot;
    END LOOP;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER record_numbered AFTER INSERT OR UPDATE ON record
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.seq IS NULL) EXECUTE FUNCTION record_numbered();
"""

HISTORY = """
CREATE FUNCTION record_remembered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    who text := coalesce(nullif(current_setting('onemm.author', true), ''), current_user);
    fields text[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO history (partition, kind, record_id, rev, verb, author, after)
        VALUES (NEW.partition, NEW.kind, NEW.id, NEW.rev, 'create', who, NEW.data);
        RETURN NULL;
    END IF;
    fields := changed_fields(OLD.data, NEW.data);
    INSERT INTO history (partition, kind, record_id, rev, verb, author, before, after)
    SELECT NEW.partition, NEW.kind, NEW.id, NEW.rev,
           CASE WHEN NEW.data IS NULL THEN 'delete' WHEN OLD.data IS NULL THEN 'create' ELSE 'update' END, who,
           jsonb_object_agg(field, OLD.data -> field) FILTER (WHERE OLD.data ? field),
           jsonb_object_agg(field, NEW.data -> field) FILTER (WHERE NEW.data ? field)
    FROM unnest(fields) AS field;
    RETURN NULL;
END $$;
-- A push writes its own, finer history (one line per op) and says so for its transaction.
CREATE TRIGGER record_remembered AFTER INSERT OR UPDATE ON record
FOR EACH ROW WHEN (NEW.seq IS NULL AND current_setting('onemm.history', true) IS DISTINCT FROM 'written')
EXECUTE FUNCTION record_remembered();
"""


def upgrade() -> None:
    """Create the store."""
    for step in (TABLES, VERSIONING, NUMBERING, HISTORY):
        op.execute(step)
