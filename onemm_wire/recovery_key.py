"""A region's recovery key as people write it: seven groups of four letters and digits, the last two for slips.

Crockford's base 32 (no I, L, O, U), because it is read from paper and typed. The check is over the whole, so that a
mistyped or swapped letter is told before anything is tried.
"""

from __future__ import annotations

from hashlib import sha256

from onemm_wire.sealing import SEED_BYTES

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
#: 130 bits hold the seed's 128; two letters more are the check.
_LETTERS = 26
_CHECKS = 2


def written(seed: bytes) -> str:
    """``7K2M-…``: the seed as it is printed."""
    number = int.from_bytes(seed, "big") << 2
    letters = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_LETTERS)))
    whole = letters + _check(seed)
    return "-".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def read(text: str) -> bytes | None:
    """The seed that was typed, whatever its case and spaces; None if a letter is wrong or missing."""
    typed = "".join(text.upper().replace("-", " ").split()).translate(_READ_AS)
    if len(typed) != _LETTERS + _CHECKS or not set(typed) <= set(_ALPHABET):
        return None
    number = 0
    for letter in typed[:_LETTERS]:
        number = number << 5 | _ALPHABET.index(letter)
    seed = (number >> 2).to_bytes(SEED_BYTES, "big")
    return seed if written(seed).replace("-", "") == typed else None


def _check(seed: bytes) -> str:
    digest = sha256(b"1MM recovery key" + seed).digest()
    return _ALPHABET[digest[0] & 31] + _ALPHABET[digest[1] & 31]
