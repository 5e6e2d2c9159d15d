"""Concerns, sealed to the safeguarding leads of a region: nobody else reads them, neither the author nor the centre.

A concern's text is encrypted under a fresh content key (ChaCha20-Poly1305, RFC 8439), and that key is wrapped to every
active safeguarding key by HPKE (RFC 9180, base mode: X25519, HKDF-SHA256, ChaCha20-Poly1305), as in ``bundle``. What
stands readable beside it is bound into both: a sealed text opens only under its own id, author and time. The text is
padded, so that its length says little.

Every safeguarding key is a pair for sealing (X25519) and one for signing (Ed25519), derived from one seed. A key counts
only if a chain of signatures leads to it from the region's recovery key, which a laptop remembers from the first time
that it saw one: an administrator who writes a key of his own into the centre's tables is sealed to by nobody.
"""

from __future__ import annotations

import base64
import binascii
import os
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from onemm_wire import spoken
from onemm_wire.records.safeguarding import Concern, SafeguardingKey

#: Bytes of a seed: 128 bits of chance, as strong as the curve it becomes a key of, and short enough to type from paper.
SEED_BYTES = 16
#: A text's length is told to so many bytes and no finer.
BLOCK = 1024
_KEY_BYTES = 32
_NONCE_BYTES = 12
#: Letters of a fingerprint.
_FINGERPRINT = 16
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_LENGTH = struct.Struct(">I")


class SealError(Exception):
    """It does not open: another key's, damaged, or moved under another record. Says nothing of what is in it."""


@dataclass(frozen=True, slots=True, repr=False)
class Pair:
    """The private halves that one seed becomes, raw. Never shown, never logged."""

    seal: bytes
    sign: bytes

    @property
    def seal_key(self) -> str:
        """The public half that others seal to, as it travels."""
        return _text(X25519PrivateKey.from_private_bytes(self.seal).public_key().public_bytes_raw())

    @property
    def sign_key(self) -> str:
        """The public half by which others know a signature, as it travels."""
        return _text(Ed25519PrivateKey.from_private_bytes(self.sign).public_key().public_bytes_raw())


def new_seed() -> bytes:
    """Chance from the operating system, never from a test's clockwork."""
    return os.urandom(SEED_BYTES)


def pair_of(seed: bytes) -> Pair:
    """The two private keys of a seed. Raises ValueError for anything that is not ``SEED_BYTES`` long."""
    if len(seed) != SEED_BYTES:
        raise ValueError("not a seed")
    return Pair(_derived(seed, b"seal"), _derived(seed, b"sign"))


# --- a text -------------------------------------------------------------------------------------------------------


def seal(text: bytes, concern: Concern, partition: str, keys: Sequence[SafeguardingKey]) -> Concern:
    """The concern with its text sealed to these keys. Raises ValueError without a key, SealError for one that is none.

    ``concern`` has everything but ``sealed`` and ``keys``.
    """
    if not keys:
        raise ValueError("a concern is sealed to somebody")
    bound = _bound(concern, partition)
    content_key, nonce = os.urandom(_KEY_BYTES), os.urandom(_NONCE_BYTES)
    sealed = nonce + ChaCha20Poly1305(content_key).encrypt(nonce, _padded(text), bound)
    wrapped = {key.id: _wrap(content_key, key, bound) for key in keys}
    return msgspec.structs.replace(concern, sealed=_text(sealed), keys=wrapped)


def open_sealed(concern: Concern, partition: str, wrapped: Mapping[str, str], pairs: Mapping[str, Pair]) -> bytes:
    """The text, by whichever of my ``pairs`` (by key id) it was wrapped to. Raises SealError.

    ``wrapped`` are the content keys by key id: the concern's own, and those granted later.
    """
    bound = _bound(concern, partition)
    content_key = unwrap(concern, partition, wrapped, pairs)
    sealed = _raw(concern.sealed)
    try:
        return _unpadded(ChaCha20Poly1305(content_key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound))
    except (InvalidTag, ValueError) as error:
        raise SealError from error


def unwrap(concern: Concern, partition: str, wrapped: Mapping[str, str], pairs: Mapping[str, Pair]) -> bytes:
    """The content key, for opening or for granting it to somebody else. Raises SealError."""
    bound = _bound(concern, partition)
    for key_id, pair in pairs.items():
        if key_id in wrapped:
            private = X25519PrivateKey.from_private_bytes(pair.seal)
            try:
                return bytes(_SUITE.decrypt(_raw(wrapped[key_id]), private, bound + key_id.encode()))
            except (InvalidTag, ValueError) as error:
                raise SealError from error
    raise SealError


def grant(concern: Concern, partition: str, content_key: bytes, key: SafeguardingKey) -> str:
    """The content key wrapped to one more key, as it travels. Raises SealError for a key that is none."""
    return _wrap(content_key, key, _bound(concern, partition))


# --- whose keys count ---------------------------------------------------------------------------------------------


def statement(key: SafeguardingKey, partition: str) -> bytes:
    """What whoever vouches for a key signs: everything about it that must not be changed."""
    parts = (
        "1MM safeguarding key",
        partition,
        key.id,
        key.purpose,
        key.user_id,
        key.device_id,
        key.seal_key,
        key.sign_key,
    )
    return "\n".join(parts).encode()


def vouch(by: Pair, key: SafeguardingKey, partition: str) -> str:
    """A signature that this key is who it says, as it travels."""
    return _text(Ed25519PrivateKey.from_private_bytes(by.sign).sign(statement(key, partition)))


def is_root(key: SafeguardingKey, partition: str) -> bool:
    """Whether this is a recovery key that vouches for itself: where a chain begins."""
    return key.purpose == "recovery" and key.vouched_by == key.id and _vouched(key, key, partition)


def trusted(keys: Iterable[SafeguardingKey], partition: str, root: str) -> list[SafeguardingKey]:
    """The keys to which a chain of signatures leads from the key whose id is ``root``, revoked ones included."""
    waiting = {key.id: key for key in keys}
    first = waiting.pop(root, None)
    found = [first] if first is not None and is_root(first, partition) else []
    for known in found:  # grows while it is walked
        new = [key for key in waiting.values() if key.vouched_by == known.id and _vouched(key, known, partition)]
        found += new
        for key in new:
            del waiting[key.id]
    return found


def fingerprint(key: SafeguardingKey) -> str:
    """Four groups of letters and digits that two people compare by telephone: 79 bits of the key's hash."""
    digest = sha256(_raw(key.seal_key) + _raw(key.sign_key)).digest()
    letters = spoken.letters_of(digest, _FINGERPRINT)
    return "-".join(letters[start : start + 4] for start in range(0, _FINGERPRINT, 4))


def _vouched(key: SafeguardingKey, by: SafeguardingKey, partition: str) -> bool:
    try:
        signer = Ed25519PublicKey.from_public_bytes(_raw(by.sign_key))
        signer.verify(_raw(key.vouching), statement(key, partition))
    except (InvalidSignature, ValueError, SealError):
        return False
    return True


# --- small parts --------------------------------------------------------------------------------------------------


def _bound(concern: Concern, partition: str) -> bytes:
    made = str(round(concern.made_at.timestamp()))
    parts = ("1MM concern", partition, concern.id, concern.entry, concern.about, concern.recorder_id, made, "")
    return "\n".join(parts).encode()


def _wrap(content_key: bytes, key: SafeguardingKey, bound: bytes) -> str:
    try:
        public = X25519PublicKey.from_public_bytes(_raw(key.seal_key))
        return _text(_SUITE.encrypt(content_key, public, bound + key.id.encode()))
    except ValueError as error:
        raise SealError from error


def _derived(seed: bytes, use: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=b"1MM safeguarding key: " + use).derive(seed)


def _padded(text: bytes) -> bytes:
    whole = _LENGTH.pack(len(text)) + text
    return whole + bytes(-len(whole) % BLOCK)


def _unpadded(padded: bytes) -> bytes:
    (length,) = _LENGTH.unpack_from(padded)
    if length > len(padded) - _LENGTH.size:
        raise ValueError("a length beyond the end")
    return padded[_LENGTH.size : _LENGTH.size + length]


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _raw(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise SealError from error
