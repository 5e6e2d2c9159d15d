"""When this laptop and its centre talk: never two runs at once, and no run ends in an exception people could cause."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models.database import Database
from onemm_desktop.sync import status, traces
from onemm_desktop.sync.alone import one_process
from onemm_desktop.sync.calls import Cancelled, never
from onemm_desktop.sync.pace import LONGEST, Pace
from onemm_desktop.sync.run import Run
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.sync.transport import Transport


def nobody(_: object) -> None:
    """Nobody listens."""


class Runner:
    """Brings the local copy and the centre together. ``clock`` answers an aware instant.

    ``run`` belongs on the network thread: it waits for the network and, between pages, for the database. ``greeted`` is
    called there whenever the centre was met anew, before anything is sent.
    """

    def __init__(
        self,
        database: Database,
        transport: Transport,
        *,
        clock: Callable[[], datetime],
        page_records: int = LONGEST,
        greeted: Callable[[Transport], object] = nobody,
    ) -> None:
        self._database = database
        self._transport = transport
        self._clock = clock
        self._greeted = greeted
        self._pace = Pace(page_records)
        self._alone = threading.Lock()
        self._line_is_good = False

    def run(
        self,
        cancelled: Cancelled = never,
        progress: Callable[[SyncStatus], None] = nobody,
        changed: Callable[[Change], None] = nobody,
    ) -> SyncStatus:
        """Push all, pull all, fetch what is newly granted. Raises no KnownError: it stands in the status.

        ``progress`` is told of every batch and page; ``changed`` once at the end, and during a first sync whenever
        a page that people wait for is there. Both are called on this thread.
        """
        with self._alone, one_process(self._database.path) as alone:
            if not alone:
                return self._ended(SyncStatus(), KnownError(Problem.DATABASE_LOCKED))
            run = Run(self._database, self._transport, self._clock, cancelled, progress, changed, self._pace)
            problem: KnownError | None = None
            try:
                if not self._line_is_good:
                    run.greet()
                    self._greeted(self._transport)
                run.send()
                run.receive()
            except KnownError as error:
                problem = error
            try:
                traces.remove(self._database)
            except KnownError as error:
                problem = problem or error
            # After a failure the next run asks first who is there, so that "sending" is never said to a dead line.
            self._line_is_good = problem is None
            self._learn(problem)
            run.tell()
            return self._ended(run.status, problem or run.problem)

    def _learn(self, problem: KnownError | None) -> None:
        """A line that breaks every few seconds carries short pages at last; a good one gets long ones again."""
        if problem is None:
            self._pace.came_through()
        elif problem.problem is Problem.UNREACHABLE:
            self._pace.broke()

    def _ended(self, last: SyncStatus, problem: KnownError | None) -> SyncStatus:
        with self._database.read() as session:
            counts = status.read(session)
        ended = status.resting(counts, problem)
        return replace(ended, sent=last.sent)
