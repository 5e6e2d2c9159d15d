"""Chance that repeats itself: everything invented comes from one of these, and from nothing else."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from onemm_wire.ids import uuid7

T = TypeVar("T")

LONDON = ZoneInfo("Europe/London")


def clock(day: date, hour: int, minute: int = 0) -> datetime:
    """The instant, in UTC, of a wall-clock time in the United Kingdom: summer time is somebody else's arithmetic."""
    return datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)


class Chance:
    """A stream of chance named by its seed and a word, so that one region's people do not shift another's."""

    def __init__(self, seed: int, stream: str) -> None:
        # A string seed goes through SHA-512 and does not depend on the process, unlike hash().
        self._random = random.Random(f"{seed}/{stream}")  # noqa: S311  (invented people, no secret)

    def id(self, at: datetime) -> str:
        """A new id, made at an instant."""
        return uuid7(at, self._random.randbytes(10))

    def day_id(self, day: date) -> str:
        """A new id, made at some second of the office hours of a day."""
        return self.id(clock(day, 9) + timedelta(seconds=self.between(0, 8 * 3600)))

    def happens(self, share: float) -> bool:
        """True in this share of all cases."""
        return self._random.random() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return self._random.randint(low, high)

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, all equally likely."""
        return choices[int(self._random.random() * len(choices))]

    def weighted(self, choices: Sequence[T], cumulative: Sequence[float]) -> T:
        """One of the choices by their cumulative weights."""
        return self._random.choices(choices, cum_weights=cumulative)[0]

    def sample(self, choices: Sequence[T], count: int) -> list[T]:
        """So many different ones of the choices; all of them where there are fewer."""
        return self._random.sample(choices, min(count, len(choices)))

    def digits(self, count: int) -> str:
        """So many decimal digits."""
        return f"{self._random.randrange(10**count):0{count}d}"

    def day_before(self, day: date, nearest: int, farthest: int) -> date:
        """A day between ``nearest`` and ``farthest`` days before another."""
        return day - timedelta(days=self.between(nearest, farthest))
