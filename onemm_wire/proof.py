"""A device shows that it is itself: it signs a short statement with the key whose public half the centre has.

What is signed, by Ed25519 (RFC 8032), are these lines joined by newlines, in UTF-8: ``1MM device statement 1``, the
purpose, and the words of that purpose. The first line keeps such a signature from ever being one of a bundle.

``enrol``  the pass of the sign-in and the public key that is enrolled, in base64
``token``  the centre's id, the device's id, a challenge of the centre's
``rekey``  the same three, and the new public key in base64; signed by the old key and by the new one
"""

from __future__ import annotations

import base64
import binascii
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

Purpose = Literal["enrol", "token", "rekey"]

_FIRST_LINE = "1MM device statement 1"


def sign(private_key: bytes, purpose: Purpose, *words: str) -> str:
    """The signature in base64. ``private_key`` is the device's, raw."""
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(_statement(purpose, words))
    return base64.b64encode(signature).decode()


def holds(public_key: bytes, signature: str, purpose: Purpose, *words: str) -> bool:
    """Whether the holder of this key signed this statement; False for a signature or key that is none."""
    try:
        signed = base64.b64decode(signature, validate=True)
        Ed25519PublicKey.from_public_bytes(public_key).verify(signed, _statement(purpose, words))
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def _statement(purpose: Purpose, words: tuple[str, ...]) -> bytes:
    if any("\n" in word for word in words):
        raise ValueError("a word of a statement is one line")
    return "\n".join([_FIRST_LINE, purpose, *words]).encode()
