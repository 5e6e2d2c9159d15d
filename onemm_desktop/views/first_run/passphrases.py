"""How good a passphrase is, as far as a program can tell. Length counts, and so do different letters.

NCSC (UK): three random words; NIST SP 800-63B: length over rules about digits and signs.
"""

from __future__ import annotations

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
