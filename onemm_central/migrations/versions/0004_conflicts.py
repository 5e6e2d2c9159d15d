"""Conflicts become records that travel, a record can be erased for ever, and ops of a lost scope have an inbox."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

# What was open under the old table is asked anew in the new form, field by field.
CONFLICTS = """
SELECT set_config('onemm.author', 'centre', true);
INSERT INTO record (partition, kind, id, data)
SELECT clash.partition, 'conflict', asked.id, jsonb_build_object(
    'id', asked.id, 'about_kind', clash.kind, 'about_id', clash.record_id, 'field', field,
    'before', values -> 'was', 'centre', values -> 'centre', 'laptop', values -> 'laptop',
    'centre_rev', (values ->> 'rev')::int, 'centre_by', '', 'centre_by_name', '', 'centre_at', NULL,
    'laptop_by', author, 'laptop_by_name', coalesce(account.name, ''),
    'laptop_at', to_char(laptop_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'device_id', device_id, 'op_n', op_n, 'state', 'open', 'choice', NULL, 'value', NULL,
    'settled_by', '', 'settled_by_name', '', 'settled_at', NULL)
FROM clash LEFT JOIN account ON account.id = author
CROSS JOIN LATERAL jsonb_each(fields) AS part (field, values)
CROSS JOIN LATERAL (SELECT md5(device_id || '/' || op_n || '/' || field)::uuid::text AS id) AS asked
WHERE decided_at IS NULL;
SET CONSTRAINTS record_numbered IMMEDIATE;
SET CONSTRAINTS record_numbered DEFERRED;
DROP TABLE clash;
CREATE INDEX record_in_question ON record (partition, (data ->> 'about_kind'), (data ->> 'about_id'))
WHERE kind = 'conflict' AND data ->> 'state' = 'open';
"""

ERASURE = """
ALTER TABLE record ADD COLUMN erased boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT record_erased_is_empty CHECK (NOT erased OR data IS NULL);
COMMENT ON COLUMN record.erased IS 'A tombstone for ever, without a trace of what the record held.';

CREATE TABLE erasure (
    partition text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    reason text NOT NULL,
    author text NOT NULL,
    erased_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE erasure IS 'That, when and why something was erased; never what.';
"""

INBOX = """
ALTER TABLE device ADD COLUMN held text[] COLLATE "C" NOT NULL DEFAULT '{}';
ALTER TABLE device ADD COLUMN held_mark bytea;
COMMENT ON COLUMN device.held IS 'Every partition this device was ever granted.';
COMMENT ON COLUMN device.held_mark IS 'Hash of the last scope that was added to held.';

CREATE TABLE inbox (
    id text COLLATE "C" PRIMARY KEY,
    device_id text COLLATE "C" NOT NULL REFERENCES device,
    op_n bigint NOT NULL,
    author text NOT NULL,
    partition text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    op jsonb,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'applied', 'dismissed', 'erased')),
    received_at timestamptz NOT NULL DEFAULT now(),
    decided_at timestamptz,
    decided_by text,
    note text NOT NULL DEFAULT '',
    UNIQUE (device_id, op_n)
);
COMMENT ON TABLE inbox IS 'Ops for partitions that their device no longer holds, kept whole until a person decides.';
CREATE INDEX inbox_waiting ON inbox (received_at, device_id, op_n) WHERE state = 'waiting';
"""


def upgrade() -> None:
    """Move the clashes, and make room for erasures and the inbox."""
    op.execute(CONFLICTS)
    op.execute(ERASURE)
    op.execute(INBOX)
