"""Enrolment codes: twelve letters and digits that survive a telephone call, the last one of them a check."""

from __future__ import annotations

import secrets

#: Crockford's base 32 (no I, L, O, U: nothing looks like something else or spells a word), also without Z, which
#: leaves 31 letters: a prime, by which the check letter catches every single slip and every swap of neighbours.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "Z": "2", "U": "V"})
RANDOM = 11


def new_code() -> str:
    """A code of 54 bits of chance, like ``7K3M-9QRT-2XW8``."""
    payload = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM))
    whole = payload + check(payload)
    return "-".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def read_code(typed: str) -> str | None:
    """The code as it was printed, however it was typed; None if it cannot be one."""
    plain = "".join(typed.upper().split()).replace("-", "").translate(MISREAD)
    if len(plain) != RANDOM + 1 or any(letter not in ALPHABET for letter in plain):
        return None
    if check(plain[:RANDOM]) != plain[RANDOM]:
        return None
    return plain


def check(payload: str) -> str:
    """The check letter: the letters' values, weighted by their places, modulo 31."""
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(payload, start=1))
    return ALPHABET[total % len(ALPHABET)]
