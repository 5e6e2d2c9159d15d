"""Codes that survive a telephone call: letters that are not mistaken for each other, in fours, the last one a check.

Enrolment codes are written in them, and the question and answer by which the centre opens a sealed vault.
"""

from __future__ import annotations

#: Crockford's base 32 (no I, L, O, U: nothing looks like something else or spells a word), also without Z, which
#: leaves 31 letters: a prime, by which the check letter catches every single slip and every swap of neighbours.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "Z": "2", "U": "V"})


def with_check(payload: str) -> str:
    """The letters with their check letter after them, in fours: ``7K3M-9QRT``."""
    whole = payload + check(payload)
    return "-".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def read(typed: str, payload: int) -> str | None:
    """The ``payload`` letters of a code, however it was typed; None if it cannot be one."""
    plain = "".join(typed.upper().split()).replace("-", "").translate(MISREAD)
    if len(plain) != payload + 1 or any(letter not in ALPHABET for letter in plain):
        return None
    return plain[:payload] if check(plain[:payload]) == plain[payload] else None


def check(payload: str) -> str:
    """The check letter: the letters' values, weighted by their places, modulo 31."""
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(payload, start=1))
    return ALPHABET[total % len(ALPHABET)]


def letters_of(chance: bytes, count: int) -> str:
    """``count`` letters out of bytes of chance: at least ``count`` of them, or the last letters would say nothing."""
    number = int.from_bytes(chance, "big")
    letters = []
    for _ in range(count):
        number, value = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[value])
    return "".join(letters)
