"""Short access tokens in place of ones that last, counted failures, accounts that are shut, events at the door.

Tokens that laptops of earlier versions hold stay good for ninety days: see ``docs/decisions``.
"""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"

ACCESS = """
ALTER TABLE device ALTER COLUMN token_hash DROP NOT NULL;
ALTER TABLE device ADD COLUMN token_expires_at timestamptz, ADD COLUMN challenged_at timestamptz;
UPDATE device SET token_expires_at = now() + interval '90 days';
COMMENT ON COLUMN device.token_hash IS 'Of programs that cannot prove their key; gone with the first proof.';
COMMENT ON COLUMN device.challenged_at IS 'When the last challenge was made that was answered; none older counts.';

CREATE TABLE access_token (
    token_hash bytea PRIMARY KEY,
    device_id text COLLATE "C" NOT NULL REFERENCES device ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX access_token_by_device ON access_token (device_id, expires_at);

CREATE TABLE former_device_key (
    device_id text COLLATE "C" NOT NULL REFERENCES device ON DELETE CASCADE,
    public_key bytea NOT NULL,
    replaced_at timestamptz NOT NULL,
    PRIMARY KEY (device_id, public_key)
);
COMMENT ON TABLE former_device_key IS 'Files that a device signed before it changed its key may still be on their way.';
"""

PEOPLE = """
ALTER TABLE account ADD COLUMN disabled_at timestamptz;
DROP TABLE failed_sign_in;
CREATE TABLE failure (
    who bytea PRIMARY KEY,
    count integer NOT NULL,
    last_at timestamptz NOT NULL
);
COMMENT ON TABLE failure IS 'Tries in a row that failed. "who" is a hash: of an e-mail address, an account, a network.';

CREATE TABLE audit_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    what text NOT NULL,
    account_id text COLLATE "C",
    device_id text COLLATE "C",
    source bytea,
    said jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_event_by_account ON audit_event (account_id, at);
CREATE INDEX audit_event_by_device ON audit_event (device_id, at);
COMMENT ON COLUMN audit_event.source IS 'A keyed hash of the network address: the same one is told again, never which.';
"""


def upgrade() -> None:
    """Create the tables, and give the old tokens their end."""
    op.execute(ACCESS)
    op.execute(PEOPLE)
