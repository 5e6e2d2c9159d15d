"""A sealed concern is neither changed nor deleted, whoever writes by whatever way; only erasing it, with a reason, is
possible (``onemm-central record erase``), because the law may ask for it.

Who may switch off triggers may do anything: then the history's chain and the leads' own laptops tell of it.
"""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"

STAYS = """
CREATE FUNCTION record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a % is neither changed nor deleted', OLD.kind
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER record_stays BEFORE UPDATE ON record
FOR EACH ROW WHEN (
    OLD.kind IN ('concern', 'concern_key_grant', 'concern_receipt')
    AND OLD.data IS DISTINCT FROM NEW.data AND NOT NEW.erased
) EXECUTE FUNCTION record_stays();
"""


def upgrade() -> None:
    """Create the guard."""
    op.execute(STAYS)
