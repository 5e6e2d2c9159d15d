"""When this laptop and its centre talk: never two runs at once, and no run ends in an exception people could cause."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models.database import Database
from onemm_desktop.sync import status
from onemm_desktop.sync.calls import Cancelled, never
from onemm_desktop.sync.run import Run
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.sync.transport import Transport
from onemm_wire.protocol import PAGE_RECORDS


def nobody(_: object) -> None:
    """Nobody listens."""


class Runner:
    """Brings the local copy and the centre together. ``clock`` answers an aware instant.

    ``run`` belongs on the network thread: it waits for the network and, between pages, for the database.
    """

    def __init__(
        self,
        database: Database,
        transport: Transport,
        *,
        clock: Callable[[], datetime],
        page_records: int = PAGE_RECORDS,
    ) -> None:
        self._database = database
        self._transport = transport
        self._clock = clock
        self._page_records = page_records
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
        with self._alone:
            run = Run(self._database, self._transport, self._clock, cancelled, progress, changed, self._page_records)
            problem: KnownError | None = None
            try:
                if not self._line_is_good:
                    run.greet()
                run.send()
                run.receive()
            except KnownError as error:
                problem = error
            # After a failure the next run asks first who is there, so that "sending" is never said to a dead line.
            self._line_is_good = problem is None
            run.tell()
            return self._ended(run, problem or run.problem)

    def _ended(self, run: Run, problem: KnownError | None) -> SyncStatus:
        with self._database.read() as session:
            counts = status.read(session)
        ended = status.resting(counts, problem)
        return replace(ended, sent=run.status.sent)
