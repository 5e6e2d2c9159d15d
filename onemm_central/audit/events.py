"""What happened at the door: sign-ins, refusals, devices, roles. Ids and codes, never a name or an address.

Who changed a record stands in its history; this is about who was let in, and by whom.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import msgspec
import psycopg
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from onemm_central.bundles.keys import keys_of

What = Literal[
    "signed_in",
    "sign_in_refused",
    "sign_in_delayed",
    "code_refused",
    "enrolled",
    "laptop_opened",
    "device_key_changed",
    "device_invited",
    "device_renamed",
    "device_revoked",
    "account_made",
    "account_disabled",
    "account_enabled",
    "account_unlocked",
    "password_changed",
    "role_given",
    "role_taken",
    "keys_rotated",
    "backup_made",
    "restored",
]

SEARCH = """
SELECT audit_event.at, what, account.email, audit_event.account_id, device_id, encode(source, 'hex'), said
FROM audit_event LEFT JOIN account ON account.id = audit_event.account_id
WHERE (%(what)s::text IS NULL OR what = %(what)s)
  AND (%(email)s::text IS NULL OR lower(account.email) = lower(%(email)s))
  AND (%(device)s::text IS NULL OR device_id = %(device)s)
  AND (%(since)s::timestamptz IS NULL OR audit_event.at >= %(since)s)
ORDER BY audit_event.id DESC LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class Event:
    """One line. ``email`` is looked up while it is shown, and nothing once the account is gone."""

    at: datetime
    what: str
    email: str | None
    account_id: str | None
    device_id: str | None
    source: str | None
    said: dict[str, Any]


def note(
    connection: psycopg.Connection[Any],
    what: What,
    *,
    account_id: str | None = None,
    device_id: str | None = None,
    source: bytes | None = None,
    **said: str | int | None,
) -> None:
    """Write one line. ``said`` are codes, roles and counts; no person's words belong in it."""
    connection.execute(
        "INSERT INTO audit_event (what, account_id, device_id, source, said) VALUES (%s, %s, %s, %s, %s::jsonb)",
        [what, account_id, device_id, source, msgspec.json.encode(said).decode()],
    )


def source_of(connection: psycopg.Connection[Any], network: str) -> bytes | None:
    """What is kept of a network address: by the same one the same bytes, from which nobody but the centre gets back."""
    if not network:
        return None
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"1MM audit sources").derive(keys_of(connection).sign)
    return hmac.digest(key, network.encode(), "sha256")[:8]


def search(
    connection: psycopg.Connection[Any],
    *,
    what: str | None = None,
    email: str | None = None,
    device: str | None = None,
    since: datetime | None = None,
    limit: int = 100,
) -> list[Event]:
    """The newest lines that fit, the newest first."""
    asked = {"what": what, "email": email, "device": device, "since": since, "limit": limit}
    return [Event(*row) for row in connection.execute(SEARCH, asked)]
