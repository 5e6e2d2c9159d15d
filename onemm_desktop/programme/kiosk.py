"""Signing oneself in: what a stranger at the screen may see of the roster, and what it takes to leave the kiosk."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from onemm_desktop.models.folding import fold
from onemm_desktop.programme.roster import Part, Roster, Row, roster, sessions_of
from onemm_wire.partitions import Role

#: Letters before anybody is offered: with fewer, the list could be read off letter by letter too easily.
LEAST_TYPED = 3
#: More people than this are too many to show: the person types on.
MOST_OFFERED = 5
#: Digits of a PIN for leaving.
LEAST_PIN = 4
#: Wrong PINs until the laptop locks itself.
MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """A masked name, and whose it may be: one person, or several who look the same behind the mask."""

    masked: str
    people: tuple[str, ...]


def running(parts: Sequence[Part], now: datetime) -> str | None:
    """The session whoever comes now comes to: the one that runs, else the next to begin, else the last. None for an
    event that is one session."""
    return next((part.id for part in parts if now < part.ends_at), parts[-1].id if parts else None)


def roster_now(session: Session, event: str, *, now: datetime, role: Role) -> Roster:
    """The roster of the session that is running. Raises NOT_FOUND as ``roster`` does."""
    return roster(session, event, now=now, role=role, session_id=running(sessions_of(session, event), now))


def masked(name: str) -> str:
    """A name of which strangers learn little: the first word, and two letters of the last."""
    words = name.split()
    if len(words) < 2:
        return name
    return f"{words[0]} {words[-1][:2]}…"


def offers(rows: Sequence[Row], typed: str) -> tuple[Offer, ...]:
    """Who may be typing: whose names begin with every word typed, in the roster's order.

    Nobody before there are three letters, and nobody where there are too many. No near spellings: they would show
    others.
    """
    words = fold(typed).split()
    if sum(map(len, words)) < LEAST_TYPED:
        return ()
    found: dict[str, list[str]] = {}
    for row in rows:
        names = f" {fold(row.name)}"
        if all(f" {word}" in names for word in words):
            found.setdefault(masked(row.name), []).append(row.attendee)
    if len(found) > MOST_OFFERED:
        return ()
    return tuple(Offer(name, tuple(people)) for name, people in found.items())


class Leaving:
    """The PIN that ends a kiosk: chosen when it begins, kept only in memory and only as a stretched digest."""

    def __init__(self, pin: str, chance: Callable[[int], bytes]) -> None:
        if len(pin) < LEAST_PIN or not pin.isdecimal():
            raise ValueError(f"a PIN has at least {LEAST_PIN} digits")
        self._salt = chance(16)
        self._digest = self._stretched(pin)
        self._wrong = 0

    def try_pin(self, pin: str) -> Literal["open", "wrong", "lock"]:
        """Whether this is the PIN; ``lock`` once there were too many wrong ones."""
        if self._wrong < MOST_TRIES and hmac.compare_digest(self._stretched(pin), self._digest):
            self._wrong = 0
            return "open"
        self._wrong += 1
        return "wrong" if self._wrong < MOST_TRIES else "lock"

    def _stretched(self, pin: str) -> bytes:
        return hashlib.scrypt(pin.encode(), salt=self._salt, n=2**13, r=8, p=1)
