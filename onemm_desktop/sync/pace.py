"""How many records the next page of a first sync asks for: as many as line and disk carry in a moment.

Long pages cost less, since every page is a transaction, a request and a round trip. But while one is written nobody
can cancel, and until one has arrived nothing is seen to go on.
"""

from __future__ import annotations

import time
from collections.abc import Callable

#: Records. On the slowest line a page of so many passes in a few seconds.
SHORTEST = 50
#: The first page of all: nothing is known of the line yet, and people wait for it.
FIRST = 2_000
#: Half of what the centre gives: of longer ones, two at a time take more memory than they save time.
LONGEST = 5_000
#: Seconds that writing a page may take: half of the second within which a person who cancels is obeyed.
WRITING = 0.5
#: Seconds from one page to the next, with what travels.
WHOLE = 3.0


class Pace:
    """``records`` is what to ask for. ``clock`` counts seconds and never goes back."""

    def __init__(self, most: int = LONGEST, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = self._allowed = most
        self.clock = clock
        self.records = min(FIRST, most)

    def took(self, count: int, writing: float, whole: float) -> None:
        """Learn from a page of ``count`` records: the seconds of its writing, and since the page before it."""
        factor = min(2.0, WRITING / max(writing, 1e-6), WHOLE / max(whole, 1e-6))
        if factor < 1 or count >= self.records:
            self._set(round(self.records * factor))

    def broke(self) -> None:
        """The line broke: shorter pages, until a run has come through."""
        self._set(self.records // 4)
        self._allowed = self.records

    def came_through(self) -> None:
        """A line that has carried everything may have long pages again."""
        self._allowed = self._most

    def _set(self, records: int) -> None:
        self.records = max(min(SHORTEST, self._most), min(records, self._allowed))
