"""Who may ask: accounts, their roles, one-time codes, and the laptops that were enrolled with them.

Of passwords, passes, codes and tokens only hashes are kept.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

ACCOUNTS = """
CREATE TABLE account (
    id text COLLATE "C" PRIMARY KEY,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX account_by_email ON account (lower(email));

CREATE TABLE role (
    account_id text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
    region text COLLATE "C" NOT NULL,
    role text NOT NULL,
    partner_id text COLLATE "C",
    PRIMARY KEY (account_id, region)
);

CREATE TABLE sign_in_pass (
    token_hash bytea PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);

CREATE TABLE failed_sign_in (
    email_hash bytea NOT NULL,
    failed_at timestamptz NOT NULL
);
CREATE INDEX failed_sign_in_by_email ON failed_sign_in (email_hash, failed_at);
"""

DEVICES = """
CREATE SEQUENCE device_block START 1;

CREATE TABLE device (
    id text COLLATE "C" PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
    region text COLLATE "C" NOT NULL,
    name text NOT NULL,
    platform text NOT NULL,
    app_version text NOT NULL,
    public_key bytea NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    block integer NOT NULL UNIQUE DEFAULT nextval('device_block'),
    enrolled_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    revoked_at timestamptz
);
COMMENT ON COLUMN device.block IS 'Begins the numbers of certificates made on this device; never given twice.';

CREATE TABLE invitation (
    code_hash bytea PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
    region text COLLATE "C" NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    device_id text COLLATE "C" REFERENCES device ON DELETE SET NULL
);
"""


def upgrade() -> None:
    """Create the tables of people and laptops."""
    op.execute(ACCOUNTS)
    op.execute(DEVICES)
