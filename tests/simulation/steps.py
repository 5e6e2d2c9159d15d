"""What happens in a simulated world: a list of small steps, each with its own chance.

A step means something whatever came before it, so that a failing list can be shortened by leaving steps out.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

#: Step -> how often, of a hundred or so.
OFTEN: dict[str, float] = {
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
    "revoke": 0.7,
    "erase": 2,
    "copied disk": 1,
    "back up": 2,
    "restore": 2,
}
MOST = 70
#: How many programs are brought up to date in the course of a seed, at most. Drawn apart, so that what else happens in
#: a seed is what happened in it before there were updates.
UPDATES = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens: ``who`` is a laptop's place, ``chance`` the seed of all that is left to chance in it."""

    what: str
    who: int
    chance: int

    def __str__(self) -> str:
        return f"Step({self.what!r}, {self.who}, {self.chance})"


def steps_of(seed: int, laptops: int) -> list[Step]:
    """The steps of a seed. Each seed likes some things and never does others: a storm of one kind finds more than a
    drizzle of all (Groce et al., "Swarm Testing", 2012).
    """
    chance = random.Random(f"steps of {seed}")
    often = {what: weight * chance.choice((0, 0.3, 1, 1, 3)) for what, weight in OFTEN.items()}
    often |= {"act": 34, "sync": chance.choice((6, 15, 30))}
    names, weights = list(often), list(often.values())
    steps = [
        Step(chance.choices(names, weights)[0], chance.randrange(laptops), chance.randrange(1 << 30))
        for _ in range(chance.randrange(10, MOST))
    ]
    updates = random.Random(f"updates of {seed}")
    for _ in range(updates.randrange(UPDATES + 1)):
        update = Step("update", updates.randrange(laptops), updates.randrange(1 << 30))
        steps.insert(updates.randrange(len(steps)), update)
    return steps
