"""Delta debugging: from the steps of a failing seed to a few that still fail in the same way.

Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input" (2002), without the part that grows again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.simulation.steps import Step


def shrink(steps: Sequence[Step], fails: Callable[[list[Step]], bool], *, tries: int = 300) -> list[Step]:
    """A part of ``steps`` that still ``fails``; no single step of it can be left out (given enough ``tries``)."""
    kept = list(steps)
    size = max(1, len(kept) // 2)
    while tries > 0:
        place, shorter = 0, False
        while place < len(kept) and tries > 0:
            tries -= 1
            fewer = kept[:place] + kept[place + size :]
            if fails(fewer):
                kept, shorter = fewer, True
            else:
                place += size
        if size == 1 and not shorter:
            break
        size = size if shorter and size == 1 else max(1, size // 2)
    return kept
