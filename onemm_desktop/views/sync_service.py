"""When to synchronise, and what the sync pill says: on start, on a timer, on F5, after changes, on a new network.

The window never waits for it. A run goes on the network thread; its news come here through queued signals.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import Problem
from onemm_desktop.sync import backoff, status
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.status import Counts, SyncStatus

#: Seconds between two runs while all is well.
EVERY = 60.0
#: Seconds of quiet after a change before it is sent: a queue at the door becomes a few pushes, not forty.
QUIET = 2.0


def system_clock() -> datetime:
    """This laptop's clock."""
    return datetime.now(UTC)


class SyncService(QObject):
    """Runs the runner. Lives longer than ``background`` works: close the service, then the background.

    ``chance`` draws from [0, 1) and spreads the laptops of a venue over time.
    """

    #: SyncStatus: what the pill is to say from now on.
    status_changed = Signal(object)
    #: SyncStatus: a run came to its end, well or not (``problem``).
    finished = Signal(object)

    _progressed = Signal(object)
    _touched = Signal(object)
    _left = Signal(object)

    def __init__(
        self,
        background: Background,
        runner: Runner,
        *,
        chance: Callable[[], float] = random.random,
        clock: Callable[[], datetime] = system_clock,
        every: float = EVERY,
        quiet: float = QUIET,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._runner = runner
        self._chance = chance
        self._clock = clock
        self._every = every
        self._status = SyncStatus()
        self._failures = 0
        self._running = False
        self._again = False
        self._closed = False
        self._cancel = threading.Event()
        self._due = self._timer(every)
        self._quiet = self._timer(quiet)
        queued = Qt.ConnectionType.QueuedConnection
        self._progressed.connect(self._show, queued)
        self._touched.connect(self._tell, queued)
        self._left.connect(self._ended, queued)
        background.changed.connect(self._changed)

    @property
    def status(self) -> SyncStatus:
        """What the pill says now."""
        return self._status

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._running

    @property
    def next_run_in(self) -> float:
        """Seconds until the next run by itself; negative while one is under way or none will come."""
        return self._due.remainingTime() / 1000

    def start(self) -> None:
        """Show the true numbers, then run for the first time."""
        resting = status.resting(self._background.look(status.read), None)
        # Nobody has been reached yet: "online" will be true when the first run says so.
        self._show(replace(resting, state="offline") if resting.state == "online" else resting)
        self.sync_now()

    def sync_now(self) -> None:
        """Run as soon as possible: now, or right after the run that is under way."""
        if self._closed:
            return
        if self._running:
            self._again = True
            return
        self._running = True
        self._again = False
        self._due.stop()
        self._quiet.stop()
        self._cancel = threading.Event()
        self._background.network(partial(self._run, self._cancel), _nothing_more, owner=self)

    def network_returned(self) -> None:
        """The system says that there is a network again: no need to wait for the next try."""
        self._failures = 0
        self.sync_now()

    def cancel(self) -> None:
        """Stop the run under way within a second. What it has fetched and sent stays; the next run goes on there."""
        self._again = False
        self._cancel.set()

    def close(self) -> None:
        """No run after this, and the one under way is told to stop."""
        self._closed = True
        self._due.stop()
        self._quiet.stop()
        self.cancel()

    # --- on the network thread -----------------------------------------------------------------------------------

    def _run(self, cancel: threading.Event) -> None:
        ended: SyncStatus | None = None
        try:
            ended = self._runner.run(cancel.is_set, self._progressed.emit, self._touched.emit)
        finally:
            # Also after a bug, which goes its way to the crash report: the next run must be possible.
            self._left.emit(ended)

    # --- in the window's thread ----------------------------------------------------------------------------------

    def _ended(self, ended: SyncStatus | None) -> None:
        self._running = False
        failed = ended is None or (ended.problem is not None and ended.problem.problem is not Problem.CANCELLED)
        self._failures = self._failures + 1 if failed else 0
        pause = self._pause(ended)
        if ended is not None:
            if ended.state == "busy" and not self._again:
                ended = replace(ended, next_try=self._clock() + timedelta(seconds=pause))
            self._show(ended)
            self.finished.emit(ended)
        if self._again:
            self.sync_now()
        elif not self._closed and not self._running:
            self._due.start(round(1000 * pause))

    def _pause(self, ended: SyncStatus | None) -> float:
        """Seconds until the next run by itself."""
        if self._failures == 0:
            return self._every * (0.75 + self._chance() / 2)
        asked = ended.problem.values.get("retry_after") if ended is not None and ended.problem is not None else None
        return backoff.delay(
            self._failures - 1, self._chance(), retry_after=float(asked) if asked is not None else None
        )

    def _changed(self, change: Change, initiator: QObject | None) -> None:
        """Somebody changed something here: count it at once, send it after a moment of quiet."""
        if initiator is self or self._closed or not (change.touched or change.everything):
            return  # nothing to send: something was kept that never travels
        self._background.read(status.read, self._count, owner=self)
        if self._failures == 0:
            # While the line is down the next try comes by its own timer, however busy the desk is.
            self._quiet.start()

    def _count(self, counts: Counts) -> None:
        self._show(
            replace(
                self._status,
                unsent=counts.unsent,
                attention=counts.attention,
                last_verified=counts.last_verified,
                clock_offset=counts.clock_offset,
                days_left=counts.days_left,
            )
        )

    def _show(self, now: SyncStatus) -> None:
        if now != self._status:
            self._status = now
            self.status_changed.emit(now)

    def _tell(self, change: Change) -> None:
        self._background.changed.emit(change, self)

    def _timer(self, seconds: float) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(round(1000 * seconds))
        timer.timeout.connect(self.sync_now)
        return timer


def _nothing_more(_: None) -> None:
    """All that a run has to say came by signal."""
