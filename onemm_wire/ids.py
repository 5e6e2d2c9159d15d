"""Identities made anywhere, offline, without asking: UUIDv7 (RFC 9562, section 5.7)."""

from __future__ import annotations

import uuid
from datetime import datetime


def uuid7(at: datetime, chance: bytes) -> str:
    """The UUIDv7 of an instant and ten bytes of chance; both come in from outside, so a seed repeats itself.

    ``at`` must be aware of its zone; ``chance`` is exactly ten bytes, of which 74 bits are used.
    """
    if len(chance) != 10:
        raise ValueError("a UUIDv7 takes ten bytes of chance")
    milliseconds = int(at.timestamp() * 1000) & (1 << 48) - 1
    bits = milliseconds << 80 | int.from_bytes(chance, "big")
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=bits))
