"""How good a passphrase is, as far as a program can tell. Length counts, and so do different letters.

NCSC (UK): three random words; NIST SP 800-63B: length over rules about digits and signs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

Strength = Literal["short", "fair", "strong"]

SHORTEST = 12
_STRONG = 20
#: Fewer different letters than this is somebody leaning on a key.
_DIFFERENT = 6


def strength(passphrase: str) -> Strength:
    """``short`` is not accepted; ``fair`` is."""
    if len(passphrase) < SHORTEST or len(set(passphrase.casefold())) < _DIFFERENT:
        return "short"
    return "strong" if len(passphrase) >= _STRONG else "fair"


def is_good_pin(pin: str) -> bool:
    """Whether a PIN is none of those that are tried first: one digit, a run, a repeated pair or half, a year twice.

    NIST SP 800-63B-4, 3.1.1.2, has such values refused; the list of all six-digit ones in use is short.
    """
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    half = len(pin) // 2
    repeats = any(pin == pin[:size] * (len(pin) // size) for size in range(1, half + 1) if len(pin) % size == 0)
    return not repeats and steps not in ({1}, {-1})
