"""What the vault is made of: keys out of what people type, and small secrets sealed under keys."""

from __future__ import annotations

import base64
import secrets
import unicodedata

import argon2.exceptions
import argon2.low_level
import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from onemm_desktop.errors import KnownError, Problem

KEY_BYTES = 32
# RFC 9106, section 4, second recommended option: three passes over 64 MiB in four lanes.
_PASSES, _KIB, _LANES = 3, 64 * 1024, 4


class Derivation(msgspec.Struct, frozen=True):
    """How a passphrase or PIN became a key. Kept in the file, so that stronger numbers can follow."""

    salt: str
    passes: int
    kib: int
    lanes: int


def new_derivation() -> Derivation:
    """Today's numbers with a salt of their own."""
    return Derivation(salt=text_of(secrets.token_bytes(16)), passes=_PASSES, kib=_KIB, lanes=_LANES)


def stretch(typed: str, derivation: Derivation) -> bytes:
    """The key that belongs to what was typed: slow on purpose. Raises KnownError KEY_MISSING for damaged numbers."""
    # The same letters typed on another keyboard may be other code points.
    letters = unicodedata.normalize("NFKC", typed).encode()
    try:
        return argon2.low_level.hash_secret_raw(
            letters,
            base64.b64decode(derivation.salt),
            time_cost=derivation.passes,
            memory_cost=derivation.kib,
            parallelism=derivation.lanes,
            hash_len=KEY_BYTES,
            type=argon2.low_level.Type.ID,
        )
    except (ValueError, argon2.exceptions.HashingError) as error:
        # Not a wrong passphrase: the file has been damaged, and no passphrase will ever fit.
        raise KnownError(Problem.KEY_MISSING) from error


def derived(key: bytes | bytearray, purpose: str) -> bytes:
    """A key for one purpose: none is ever used for two."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=f"1MM Desktop {purpose}".encode()).derive(key)


def seal(key: bytes, secret: bytes | bytearray, purpose: str) -> str:
    """A secret under a key: base64 of nonce and ciphertext (AES-256-GCM). It opens for the same purpose only."""
    nonce = secrets.token_bytes(12)
    return text_of(nonce + AESGCM(key).encrypt(nonce, secret, purpose.encode()))


def unseal(key: bytes, sealed: str, purpose: str, otherwise: Problem) -> bytes:
    """The secret. Raises KnownError ``otherwise`` where this is not its key."""
    try:
        content = base64.b64decode(sealed, validate=True)
        return AESGCM(key).decrypt(content[:12], content[12:], purpose.encode())
    except (InvalidTag, ValueError) as error:
        raise KnownError(otherwise) from error


def text_of(content: bytes) -> str:
    """Bytes as they stand in a file of JSON."""
    return base64.b64encode(content).decode()
