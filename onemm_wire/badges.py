"""Badges that open one register: who it is at which event, and a seal that only this event's laptops can set.

The text in the QR code is ``1MM1`` and 64 letters and digits (base 32 of RFC 4648): the ids of event and person, 16
bytes each, and the first 8 bytes of an HMAC-SHA-256 over both under the event's badge key. Capitals and digits alone
fit QR's small alphanumeric mode, come out of a scanner the same under a British and an American keyboard layout, and
survive caps lock. No name is in it. The length is fixed, so a scanner that presses no Enter is understood, too.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from uuid import UUID

_MARK = "1MM1"
_LETTERS = 64
_SEAL = 8
KEY_BYTES = 32
_BADGE = re.compile(f"{_MARK}([A-Z2-7]{{{_LETTERS}}})")


@dataclass(frozen=True, slots=True)
class Badge:
    """What a code says, before anybody knows whether it is genuine."""

    event: str
    person: str
    seal: bytes


def new_key(chance: bytes) -> str:
    """A badge key for an event, out of ``KEY_BYTES`` bytes of chance."""
    if len(chance) != KEY_BYTES:
        raise ValueError(f"a badge key takes {KEY_BYTES} bytes of chance")
    return chance.hex()


def code(key: str, event: str, person: str) -> str:
    """The text of a badge's QR code. ``event`` and ``person`` are UUIDs, ``key`` is as ``new_key`` made it."""
    ids = UUID(event).bytes + UUID(person).bytes
    return _MARK + base64.b32encode(ids + _seal(key, ids)).decode("ascii")


def read(scanned: str) -> list[Badge]:
    """The badges in what a scanner typed: none in a foreign code, two where two scans ran into each other.

    Whatever stands around them (a symbology's prefix, control characters, caps lock turned over) is passed over.
    """
    plain = "".join(letter for letter in scanned.upper() if letter.isascii() and letter.isalnum())
    return [_badge(letters) for letters in _BADGE.findall(plain)]


def genuine(badge: Badge, key: str) -> bool:
    """Whether the badge was made under this event's key. Without a key nothing is genuine."""
    if not key:
        return False
    ids = UUID(badge.event).bytes + UUID(badge.person).bytes
    return hmac.compare_digest(badge.seal, _seal(key, ids))


def _badge(letters: str) -> Badge:
    content = base64.b32decode(letters)
    return Badge(str(UUID(bytes=content[:16])), str(UUID(bytes=content[16:32])), content[32:])


def _seal(key: str, ids: bytes) -> bytes:
    return hmac.digest(bytes.fromhex(key), b"1MM badge 1" + ids, hashlib.sha256)[:_SEAL]
