"""What the office decides about the inbox is numbered per device, so that each laptop is told once it asks.

Numbered under the lock of the device's row, whoever decides: the order of numbers is the order of commits.
"""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"

DECISIONS = """
ALTER TABLE device ADD COLUMN decisions bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN device.decisions IS 'How many of its changes in the inbox have been decided on.';
ALTER TABLE inbox ADD COLUMN decision bigint;
COMMENT ON COLUMN inbox.decision IS 'Which decision about a change of its device this is; NULL while it waits.';
CREATE UNIQUE INDEX inbox_decided ON inbox (device_id, decision) WHERE decision IS NOT NULL;

CREATE FUNCTION inbox_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE device SET decisions = decisions + 1 WHERE id = NEW.device_id RETURNING decisions INTO NEW.decision;
    RETURN NEW;
END $$;
CREATE TRIGGER inbox_decided BEFORE UPDATE ON inbox
FOR EACH ROW WHEN (OLD.state = 'waiting' AND NEW.state <> 'waiting') EXECUTE FUNCTION inbox_decided();

-- What was decided before is told as well.
UPDATE inbox SET decision = numbered.n FROM (
    SELECT id, row_number() OVER (PARTITION BY device_id ORDER BY decided_at, op_n) AS n FROM inbox
    WHERE state <> 'waiting'
) AS numbered WHERE numbered.id = inbox.id;
UPDATE device SET decisions = (SELECT count(*) FROM inbox WHERE device_id = device.id AND state <> 'waiting')
WHERE id IN (SELECT device_id FROM inbox);
"""


def upgrade() -> None:
    """Number what was decided, and whatever is from here on."""
    op.execute(DECISIONS)
