"""An erasure says whether the record went, or was emptied of names and notes: to be done again after a restore."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Of what there is, kinds that somebody else's evidence hangs on were emptied if they are still there."""
    op.execute("""
        ALTER TABLE erasure ADD COLUMN action text NOT NULL DEFAULT 'erase' CHECK (action IN ('erase', 'empty'));
        UPDATE erasure SET action = 'empty' FROM record
        WHERE (record.partition, record.kind, record.id) = (erasure.partition, erasure.kind, erasure.record_id)
        AND NOT record.erased;
    """)
