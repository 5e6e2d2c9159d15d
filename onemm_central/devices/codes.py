"""Enrolment codes: twelve letters and digits that survive a telephone call, the last one of them a check."""

from __future__ import annotations

import secrets

from onemm_wire import spoken
from onemm_wire.spoken import ALPHABET, check

__all__ = ["ALPHABET", "RANDOM", "check", "new_code", "read_code"]

RANDOM = 11


def new_code() -> str:
    """A code of 54 bits of chance, like ``7K3M-9QRT-2XW8``."""
    return spoken.with_check("".join(secrets.choice(ALPHABET) for _ in range(RANDOM)))


def read_code(typed: str) -> str | None:
    """The code as it was printed, however it was typed; None if it cannot be one."""
    payload = spoken.read(typed, RANDOM)
    return None if payload is None else payload + check(payload)
