"""One seed, lived through."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.simulation.steps import Step, steps_of
from tests.simulation.world import World


@dataclass(frozen=True)
class Outcome:
    """How a list of steps ended: the broken law's name and words (empty where all held), and the log."""

    law: str
    words: str
    log: list[str]
    steps: int


def laptops_of(seed: int) -> int:
    """How many laptops the world of a seed has."""
    return random.Random(f"laptops of {seed}").choice((2, 2, 3))


def live(seed: int, steps: list[Step] | None = None) -> Outcome:
    """Live through a seed's steps, or through some of them."""
    steps = steps_of(seed, laptops_of(seed)) if steps is None else steps
    with World.opened(seed, laptops_of(seed)) as world:
        try:
            world.run(steps)
        except Exception as error:  # noqa: BLE001  (whatever it is, the seed and its trace are to be shown)
            return Outcome(getattr(error, "law", type(error).__name__), str(error), world.log, len(steps))
        return Outcome("", "", world.log, len(steps))
