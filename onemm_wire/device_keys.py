"""Whose key it is: the centre states, under its own signature, that a key belongs to a laptop's block of numbers.

What is signed, by the centre's Ed25519 key, are these lines joined by newlines, in UTF-8: ``1MM device key 1``, the
region, the block, the public key in base64, and from when it counts, in whole seconds since 1970.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from onemm_wire.records import DeviceKey


def state(key: DeviceKey, centre_private: bytes) -> str:
    """The centre's statement about a key, as it travels; whatever ``key.statement`` holds now does not matter."""
    signature = Ed25519PrivateKey.from_private_bytes(centre_private).sign(_statement(key))
    return base64.b64encode(signature).decode()


def certified(keys: Iterable[DeviceKey], centre_public: Iterable[bytes]) -> list[DeviceKey]:
    """The keys of which the centre has said so, by one of its own keys: today's or a former one."""
    known = list(centre_public)
    return [key for key in keys if any(_is_stated(key, public) for public in known)]


def raw(key: DeviceKey) -> bytes:
    """The public key itself; nothing where it is none."""
    try:
        return base64.b64decode(key.public_key, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _is_stated(key: DeviceKey, centre_public: bytes) -> bool:
    try:
        signature = base64.b64decode(key.statement, validate=True)
        Ed25519PublicKey.from_public_bytes(centre_public).verify(signature, _statement(key))
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def _statement(key: DeviceKey) -> bytes:
    since = str(int(key.valid_from.timestamp()))
    return "\n".join(["1MM device key 1", key.region, str(key.block), key.public_key, since]).encode()
