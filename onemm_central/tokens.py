"""Random words that open doors. The centre keeps only their hashes, so a stolen database opens none."""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256

from onemm_wire.ids import uuid7


def new_token() -> str:
    """256 bits of chance: nobody guesses it, so a plain SHA-256 keeps it safe at rest."""
    return secrets.token_urlsafe(32)


def hashed(secret: str) -> bytes:
    """What is kept of a token or code."""
    return sha256(secret.encode()).digest()


def new_id(now: datetime) -> str:
    """An id made at the centre, like the ones made on laptops."""
    return uuid7(now, secrets.token_bytes(10))
