"""How laptops come to trust new keys of their centre: the old one signs them.

Whoever reads along on the line may show other keys than the centre's; without the old one's signature no laptop that
knows an old key takes them. What is signed (Ed25519) are these lines joined by newlines: ``1MM centre keys 1``, the
centre's id, the new seal key, the new sign key, both in base64.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from onemm_wire.protocol import KeySuccession


def signed(old_key: bytes, centre: str, seal_key: str, sign_key: str) -> KeySuccession:
    """New keys as the old private key (raw) passes them on."""
    signature = Ed25519PrivateKey.from_private_bytes(old_key).sign(_statement(centre, seal_key, sign_key))
    return KeySuccession(seal_key=seal_key, sign_key=sign_key, signature=base64.b64encode(signature).decode())


def leads_to(known: str, centre: str, successions: Iterable[KeySuccession], seal_key: str, sign_key: str) -> bool:
    """Whether the known sign key (in base64) leads to these keys, step by step, each signed by the one before."""
    reached = False
    for step in successions:
        if _holds(known, centre, step):
            known = step.sign_key
            reached = (step.seal_key, step.sign_key) == (seal_key, sign_key)
    return reached


def _holds(known: str, centre: str, step: KeySuccession) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(known, validate=True))
        key.verify(base64.b64decode(step.signature, validate=True), _statement(centre, step.seal_key, step.sign_key))
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def _statement(centre: str, seal_key: str, sign_key: str) -> bytes:
    return "\n".join(["1MM centre keys 1", centre, seal_key, sign_key]).encode()
