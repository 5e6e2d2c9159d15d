"""A call that can be left: it runs on a thread of its own, so that whoever waits for it can stop waiting at once."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from onemm_desktop.errors import KnownError, Problem

T = TypeVar("T")
Cancelled = Callable[[], bool]

#: Seconds between two looks at ``cancelled``: well within the second that a person waits without wondering.
LOOK_EVERY = 0.1
#: Seconds by which a clock on the wall goes on between two looks only if the laptop was asleep (or its clock was set).
SLEPT = 20.0


def never() -> bool:
    """Nobody cancels."""
    return False


class Call(Generic[T]):
    """One piece of network work, started at once. ``wait`` brings its result or raises what it raised.

    A blocked connect or read cannot be interrupted from outside; it can be left. The thread is a daemon and ends at
    its own time-out, a closing program does not wait for it. The work asks ``left`` between two reads.
    """

    def __init__(self, work: Callable[[Call[T]], T]) -> None:
        self._work = work
        self._done = threading.Event()
        self._left = threading.Event()
        self._silent_until = math.inf
        self._result: T
        self._error: BaseException | None = None
        threading.Thread(target=self._run, name="centre", daemon=True).start()

    @property
    def left(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._left.is_set()

    def expect(self, seconds: float) -> None:
        """The other end has so many seconds for its first word. Said by the work."""
        self._silent_until = time.monotonic() + seconds

    def hear(self) -> None:
        """It has spoken. Said by the work."""
        self._silent_until = math.inf

    def leave(self) -> None:
        """Nobody wants the result: stop at the next chance."""
        self._left.set()

    def wait(
        self,
        cancelled: Cancelled = never,
        *,
        patience: float = math.inf,
        clock: Callable[[], float] = time.time,
    ) -> T:
        """The result. Raises KnownError CANCELLED within ``LOOK_EVERY`` seconds of ``cancelled`` turning true.

        UNREACHABLE after ``patience`` seconds, for an answer that comes in drops; when nothing was heard for as long as
        was ``expect``ed, which no socket's time-out sees while a name is being looked up; and at once if the laptop was
        asleep meanwhile, which ``clock`` (on the wall, because others stand still in sleep) tells: the other end has
        hung up long ago, and nobody would ever say so on this line.
        """
        end = time.monotonic() + patience
        looked = clock()
        while True:
            if cancelled():
                self.leave()
                raise KnownError(Problem.CANCELLED)
            if self._done.wait(LOOK_EVERY):
                break
            before, looked = looked, clock()
            if looked - before > SLEPT or time.monotonic() > min(end, self._silent_until):
                self.leave()
                raise KnownError(Problem.UNREACHABLE)
        if self._error is not None:
            raise self._error
        return self._result

    def _run(self) -> None:
        try:
            self._result = self._work(self)
        except BaseException as error:  # noqa: BLE001  (raised again in the thread that waits)
            self._error = error
        finally:
            self._done.set()
