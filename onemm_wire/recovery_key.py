"""A region's recovery key as people write it: seven groups of four letters and digits, the last one a check.

It is read from paper and typed, so it is written in the letters of ``spoken``: a slip or a swap is told before anything
is tried with it.
"""

from __future__ import annotations

from onemm_wire import spoken
from onemm_wire.sealing import SEED_BYTES

#: Enough letters for the seed's 128 bits; with their check they fill the groups.
_LETTERS = 27
_BASE = len(spoken.ALPHABET)


def written(seed: bytes) -> str:
    """``7K2M-…``: the seed as it is printed."""
    number = int.from_bytes(seed, "big")
    letters = []
    for _ in range(_LETTERS):
        number, value = divmod(number, _BASE)
        letters.append(spoken.ALPHABET[value])
    return spoken.with_check("".join(reversed(letters)))


def read(typed: str) -> bytes | None:
    """The seed that was typed, whatever its case and spaces; None if a letter is wrong or missing."""
    letters = spoken.read(typed, _LETTERS)
    if letters is None:
        return None
    number = 0
    for letter in letters:
        number = number * _BASE + spoken.ALPHABET.index(letter)
    return number.to_bytes(SEED_BYTES, "big") if number < 1 << 8 * SEED_BYTES else None
