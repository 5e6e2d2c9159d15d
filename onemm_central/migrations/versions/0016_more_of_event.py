"""What belongs to an event has grown: its sessions, its staff and its rosters go ahead of a first sync, too."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"

INDEX = """
CREATE INDEX record_of_event ON record (partition, ((data ->> 'event_id') COLLATE "C"))
WHERE kind IN ('booking', 'walk_in', 'attendance_mark', 'training_session', 'event_staff', 'roster_snapshot')
"""


def upgrade() -> None:
    """Create the index anew."""
    op.execute("DROP INDEX record_of_event")
    op.execute(INDEX)
