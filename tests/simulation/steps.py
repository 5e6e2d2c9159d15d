"""What happens in a simulated world: a list of small steps, each with its own chance.

A step means something whatever came before it, so that a failing list can be shortened by leaving steps out.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

#: Step -> how often, of a hundred or so.
OFTEN: dict[str, int] = {
    "act": 34,
    "sync": 34,
    "crash": 4,
    "cut": 4,
    "cancel": 2,
    "disk": 3,
    "clock": 3,
    "stray": 4,
    "wait": 2,
    "hand begins": 5,
    "hand ends": 5,
    "role": 2,
    "revoke": 0,
    "copied disk": 0,
    "back up": 1,
    "restore": 1,
}
MOST = 70


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens: ``who`` is a laptop's place, ``chance`` the seed of all that is left to chance in it."""

    what: str
    who: int
    chance: int

    def __str__(self) -> str:
        return f"Step({self.what!r}, {self.who}, {self.chance})"


def steps_of(seed: int, laptops: int) -> list[Step]:
    """The steps of a seed."""
    chance = random.Random(f"steps of {seed}")
    count = chance.randrange(10, MOST)
    names, weights = list(OFTEN), list(OFTEN.values())
    return [
        Step(chance.choices(names, weights)[0], chance.randrange(laptops), chance.randrange(1 << 30))
        for _ in range(count)
    ]
