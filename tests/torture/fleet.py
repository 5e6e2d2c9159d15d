"""Fifty laptops come back from a weekend of trainings in the same minute."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from onemm_desktop.errors import Problem
from onemm_desktop.sync import backoff
from onemm_desktop.sync.status import SyncStatus

#: Tries after which a laptop counts as starved.
PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Return:
    """How it went for one laptop: seconds from its first knock to all sent and fetched, and what it met before."""

    seconds: float
    problems: tuple[Problem, ...]

    @property
    def tries(self) -> int:
        """How often it knocked."""
        return len(self.problems) + 1


def come_back(runs: Sequence[Callable[[], SyncStatus]], *, within: float, seed: int) -> list[Return]:
    """Start all of them at random within so many seconds; each runs, waits and tries again by the program's own rule.

    ``runs`` are one laptop's run of synchronisation each, as ``Runner.run``. Answers in the same order.
    AssertionError for one that has not got through after ``PATIENCE`` tries.
    """
    chance = random.Random(seed)
    starts = [chance.random() * within for _ in runs]
    dice = [random.Random(chance.randrange(2**32)) for _ in runs]
    with ThreadPoolExecutor(len(runs), "laptop") as pool:
        returns = [pool.submit(partial(_one, *laptop)) for laptop in zip(runs, starts, dice, strict=True)]
        return [one.result() for one in returns]


def percentile(returns: Sequence[Return], share: float) -> float:
    """Seconds within which this share of the laptops was through."""
    ordered = sorted(one.seconds for one in returns)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _one(run: Callable[[], SyncStatus], start: float, chance: random.Random) -> Return:
    rest = threading.Event()
    rest.wait(start)
    began = time.monotonic()
    problems: list[Problem] = []
    while True:
        status = run()
        if status.problem is None and status.unsent == 0:
            return Return(time.monotonic() - began, tuple(problems))
        assert status.problem is not None, status
        problems.append(status.problem.problem)
        assert len(problems) < PATIENCE, problems
        asked = status.problem.values.get("retry_after")
        pause = backoff.delay(
            len(problems) - 1, chance.random(), retry_after=float(asked) if asked is not None else None
        )
        rest.wait(pause)
