"""Former keys of the centre: they open what was sealed to them, and have signed the ones that came after."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"

FORMER = """
CREATE TABLE former_centre_key (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    seal bytea NOT NULL,
    sign bytea NOT NULL,
    next_seal_key text NOT NULL,
    next_sign_key text NOT NULL,
    signature text NOT NULL,
    replaced_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE former_centre_key IS 'Private keys of before, like centre_key not to be granted to readers.';
"""


def upgrade() -> None:
    """Create the table."""
    op.execute(FORMER)
