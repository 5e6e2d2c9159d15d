"""A desk whose laptop is killed again and again: the parent's end, with the ledger of what was told as saved."""

from __future__ import annotations

import multiprocessing
import random
import threading
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.laptop import Happening, Told, live

#: Each life is a process of its own; the server that forks them has everything imported already.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.torture.laptop"])
#: After so many seconds a laptop is killed even if what it was to be killed at has not happened.
LONGEST_LIFE = 3.0
MOMENTS: tuple[Happening, ...] = ("saved", "sending", "receiving", "receiving", "online")


@dataclass
class Desk:
    """One laptop in ``folder``. ``saved`` maps the words of each change to the records they were written into."""

    folder: Path
    chance: random.Random
    saved: dict[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    killed_while: list[Happening] = field(default_factory=list)

    def live_and_die(self, over: threading.Event) -> None:
        """Start, work, be killed, start again, until it is ``over``."""
        while not over.is_set():
            self._one_life(over)

    def _one_life(self, over: threading.Event) -> None:
        moment, times = self.chance.choice(MOMENTS), self.chance.randrange(1, 8)
        ours, theirs = PROCESSES.Pipe(duplex=False)
        process = PROCESSES.Process(target=live, args=(str(self.folder), self.chance.randrange(2**32), theirs))
        process.start()
        theirs.close()
        last: Happening = "never"
        end = threading.Timer(LONGEST_LIFE, process.kill)
        end.start()
        try:
            while times and not over.is_set():
                last = self._hear(ours.recv())
                times -= last == moment
            over.wait(self.chance.random() * 0.02)
            process.kill()
            while True:
                # What it had told before it died counts as much as anything else.
                self._hear(ours.recv())
        except EOFError:
            self.killed_while.append(last)
        finally:
            end.cancel()
            process.kill()
            process.join()
            ours.close()

    def _hear(self, told: Told) -> Happening:
        assert told.what != "failed", told.words
        if told.what == "saved":
            self.saved[told.words] = told.records
        return told.what
