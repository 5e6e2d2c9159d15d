"""What laptops sent: the answer to every op, kept for ever, and what needs a person's decision."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

OPERATIONS = """
CREATE TABLE op_result (
    device_id text COLLATE "C" NOT NULL REFERENCES device,
    n bigint NOT NULL,
    payload_hash bytea NOT NULL,
    partition text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    wrote_rev integer,
    answer jsonb NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (device_id, n)
);
COMMENT ON COLUMN op_result.wrote_rev IS 'The rev this op gave its record; NULL where it wrote nothing.';
CREATE INDEX op_result_by_record ON op_result (device_id, record_id) WHERE wrote_rev IS NOT NULL;

CREATE TABLE clash (
    id text COLLATE "C" PRIMARY KEY,
    partition text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    device_id text COLLATE "C" NOT NULL REFERENCES device,
    op_n bigint NOT NULL,
    author text NOT NULL,
    verb text NOT NULL,
    fields jsonb NOT NULL,
    centre_rev integer NOT NULL,
    laptop_time timestamptz NOT NULL,
    found_at timestamptz NOT NULL DEFAULT now(),
    decided_at timestamptz,
    decided_by text,
    UNIQUE (device_id, op_n)
);
COMMENT ON COLUMN clash.fields IS 'Each field''s {"was", "centre", "laptop", "rev"}; rev is of the centre''s.';
CREATE INDEX clash_open ON clash (partition, kind, record_id) WHERE decided_at IS NULL;
"""


def upgrade() -> None:
    """Create the tables of ops."""
    op.execute(OPERATIONS)
