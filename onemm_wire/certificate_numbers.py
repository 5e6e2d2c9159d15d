"""Certificate numbers, made offline, that cannot collide: ``LDN26-0007-00042-1X``.

Region and year · the block that the centre allotted to this laptop · the laptop's own running number · two check
characters. Two laptops never hold the same block, and one laptop never uses a running number twice in a block: that
alone keeps numbers apart, the check characters only guard them on their way through hands and mouths.

Check characters: ISO/IEC 7064, MOD 1271-36, two characters of 0-9 A-Z. It is a *pure* system: the weights are powers
of 36 modulo 1271 = 31 * 41. A wrong character changes the sum by d * 36^i with 0 < |d| < 36, two exchanged neighbours
by d * 35 * 36^i; neither has the factor 1271, so every such slip is seen, and other slips with 1270 chances in 1271.
(MOD 37,36 with its single character was tried: it lets 36 of 22,680 exchanges of neighbours through.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHAPE = re.compile(r"([A-Z]{2,4})([0-9OIL]{2})-?([0-9OIL]{4})-?([0-9OIL]{5})-?([0-9A-Z]{2})")
_REGION = re.compile(r"[A-Z]{2,4}")
_DASHES = re.compile(r"[‐‑‒–—−\s]+")
_MISREAD = str.maketrans("OIL", "011")  # letters in a place where only digits stand


@dataclass(frozen=True, slots=True)
class CertificateNumber:
    """The parts of a number. ``year`` has two digits; ``block`` is the laptop's, ``sequence`` its running number."""

    region: str
    year: int
    block: int
    sequence: int

    def __str__(self) -> str:
        body = f"{self.region}{self.year:02}-{self.block:04}-{self.sequence:05}"
        return f"{body}-{check_characters(body)}"


def certificate_number(region: str, year: int, block: int, sequence: int) -> str:
    """The number of one certificate. ``year`` may have four digits; parts out of range are a mistake (ValueError)."""
    if not _REGION.fullmatch(region):
        raise ValueError("a region's code is two to four capitals")
    if not (0 <= block <= 9999 and 0 <= sequence <= 99999):
        raise ValueError("a block has four digits, a running number five")
    return str(CertificateNumber(region, year % 100, block, sequence))


def parse(text: str) -> CertificateNumber | None:
    """The parts of a number as somebody typed it, or None when it is none or has a slip in it.

    Case, spaces, kinds of dashes, and O, I, L where only digits stand are forgiven.
    """
    found = _SHAPE.fullmatch(_DASHES.sub("-", text.strip().upper()).replace("--", "-"))
    if found is None:
        return None
    region, *digits, check = found.groups()
    year, block, sequence = (int(part.translate(_MISREAD)) for part in digits)
    number = CertificateNumber(region, year, block, sequence)
    return number if str(number).endswith(f"-{check}") else None


def check_characters(body: str) -> str:
    """The two check characters of ISO/IEC 7064 MOD 1271-36 for a body; hyphens do not count."""
    remainder = 0
    for character in body.replace("-", ""):
        remainder = (remainder + _ALPHABET.index(character)) * 36 % 1271
    check = (1 - remainder * 36) % 1271
    return _ALPHABET[check // 36] + _ALPHABET[check % 36]
