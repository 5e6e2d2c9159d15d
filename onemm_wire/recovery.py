"""Opening a sealed vault by telephone: a question of eight letters on the laptop, an answer of twenty from the centre.

The laptop wraps its data key under a key that it can work out only while its vault is open, and the centre at any
time: the X25519 agreement of the device's key with the centre's seal key. Nothing has to be sent for that, neither
beforehand nor then, and a question is good for one opening: the next wrap asks another one.

The device's Ed25519 key serves as its X25519 key by the map of RFC 7748, section 4.1, as in age and libsodium; that one
key may do both is proved in Thormarker, "On using the same key pair for Ed25519 and an X25519 based KEM" (2021).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from onemm_wire import spoken
from onemm_wire.bundle import public_seal_key, public_sign_key

#: Letters of the question by chance, and by which each side sees that the other means the same keys.
NONCE, MARK = 4, 3
#: 19 letters are 94 bits: nobody guesses them, on however many machines.
ANSWER = 19
_PRIME = 2**255 - 19


@dataclass(frozen=True, slots=True, repr=False)
class Wrapping:
    """What a laptop keeps (``question``) and what it forgets again (``key``, 32 bytes)."""

    question: str
    key: bytes


def wrapping(device_key: bytes, centre: bytes, device: str, chance: Callable[[int], bytes]) -> Wrapping:
    """A new question. ``device_key`` is the private Ed25519 key, ``centre`` the centre's public seal key, both raw.

    Raises ValueError if ``centre`` is no key one can seal to.
    """
    nonce = spoken.letters_of(chance(16), NONCE)
    mine = X25519PrivateKey.from_private_bytes(hashlib.sha512(device_key).digest()[:32])
    question = nonce + _mark(nonce, public_sign_key(device_key), centre, device)
    letters = _answer(mine.exchange(X25519PublicKey.from_public_bytes(centre)), nonce, device)
    return Wrapping(spoken.with_check(question), key_of(letters))


def fits(question: str, device_key: bytes, centre: bytes, device: str) -> bool:
    """Whether a question that is kept was made with these keys: if not, it is to be made anew."""
    return _asked(question, public_sign_key(device_key), centre, device) is not None


def answer_to(question: str, *, device_public: bytes, centre_private: bytes, device: str) -> str | None:
    """The centre's answer, as it is read out; None if the question is not one of this device to this key."""
    nonce = _asked(question, device_public, public_seal_key(centre_private), device)
    if nonce is None:
        return None
    try:
        theirs = X25519PublicKey.from_public_bytes(_montgomery(device_public))
        shared = X25519PrivateKey.from_private_bytes(centre_private).exchange(theirs)
    except ValueError:
        return None  # a laptop that enrolled with a key which is a point of small order
    return spoken.with_check(_answer(shared, nonce, device))


def read_answer(typed: str) -> bytes | None:
    """The key that an answer stands for, however it was typed; None where a letter is wrong."""
    letters = spoken.read(typed, ANSWER)
    return None if letters is None else key_of(letters)


def key_of(letters: str) -> bytes:
    """The key of 32 bytes that an answer's letters stand for."""
    return HKDF(SHA256(), 32, None, b"1MM Desktop recovery key").derive(letters.encode())


def _answer(shared: bytes, nonce: str, device: str) -> str:
    chance = HKDF(SHA256(), 32, nonce.encode(), b"1MM Desktop recovery answer " + device.encode()).derive(shared)
    return spoken.letters_of(chance, ANSWER)


def _asked(question: str, device_public: bytes, centre: bytes, device: str) -> str | None:
    """The nonce of a question that these keys are meant by."""
    letters = spoken.read(question, NONCE + MARK)
    if letters is None or letters[NONCE:] != _mark(letters[:NONCE], device_public, centre, device):
        return None
    return letters[:NONCE]


def _mark(nonce: str, device_public: bytes, centre: bytes, device: str) -> str:
    meant = hashlib.sha256(b"\0".join((nonce.encode(), device_public, centre, device.encode()))).digest()
    return spoken.letters_of(meant, MARK)


def _montgomery(ed25519: bytes) -> bytes:
    """The X25519 public key that belongs to an Ed25519 one: u = (1 + y) / (1 - y), without the bit that is x's sign."""
    y = int.from_bytes(ed25519, "little") & ((1 << 255) - 1)
    return ((1 + y) * pow(1 - y, -1, _PRIME) % _PRIME).to_bytes(32, "little")
