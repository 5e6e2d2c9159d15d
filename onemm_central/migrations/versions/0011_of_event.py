"""A way from an event to what belongs to it, so that this week can be sent ahead of a first sync of any size."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"

INDEX = """
CREATE INDEX record_of_event ON record (partition, ((data ->> 'event_id') COLLATE "C"))
WHERE kind IN ('booking', 'walk_in', 'attendance_mark')
"""


def upgrade() -> None:
    """Create the index."""
    op.execute(INDEX)
