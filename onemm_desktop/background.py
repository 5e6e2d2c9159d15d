"""Where work is done: one thread writes, one reads, one speaks to the network, one makes papers.

Results come home: every ``then`` and every signal runs in the thread of the window. Work is handed in from there, too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import journal
from onemm_desktop.models.database import Database
from onemm_desktop.models.desk import Desk

T = TypeVar("T")
#: The open records, as a page hands them on to the programme's functions: it never looks inside.
Records = Session
Failed = Callable[[KnownError], None]


@dataclass(frozen=True)
class _Arrival:
    """A piece of work that is done, on its way home to ``owner``, who may be gone by then."""

    future: Future[Any]
    then: Callable[[Any], None] | None
    failed: Failed | None
    owner: QObject | None
    talked: bool = False


class Background(QObject):
    """The threads behind the window. ``desk`` is whoever works here; None until the laptop is enrolled."""

    #: (Change, initiator or None): a transaction was committed.
    changed = Signal(object, object)
    #: An expected error nobody asked to hear of: for the message bar.
    failed = Signal(object)
    #: Nothing is under way any more.
    idle = Signal()
    #: Nothing is under way any more but what waits for the network.
    idle_here = Signal()

    _arrived = Signal(object)

    def __init__(self, database: Database, desk: Desk | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._database = database
        self._under_way = 0
        self._talking = 0
        self._closed = False
        self._closing = False
        # One thread each: writes stay in order, and a slow network holds up nobody's reading.
        self._writing = ThreadPoolExecutor(1, "writing")
        self._reading = ThreadPoolExecutor(1, "reading")
        self._network = ThreadPoolExecutor(1, "network")
        self._producing = ThreadPoolExecutor(1, "producing")
        self._arrived.connect(self._welcome, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return self._under_way > 0

    @property
    def busy_here(self) -> bool:
        """Whether anything is under way that does not wait for the network."""
        return self._under_way > self._talking

    def write(
        self,
        work: Callable[[Session], Change | tuple[Change, T]],
        *,
        label: str = "",
        values: dict[str, str] | None = None,
        undoes: str | None = None,
        initiator: QObject | None = None,
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Runs ``work`` in one transaction, after every write asked for before it; then ``changed`` is emitted.

        ``then`` gets what ``work`` returned beside its Change (None if nothing). ``failed`` hears of an expected
        error; without it ``self.failed`` does.
        """
        edit = partial(_edit, self._database, self.desk, work, label, values or {}, undoes)
        committed = partial(self._committed, initiator, then)
        self._submit(self._writing, edit, committed, partial(self._refused, initiator, failed), None)

    def read(
        self,
        work: Callable[[Session], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Runs a query on the reading thread. Nothing comes home once ``owner``, or the object of ``then``, is gone."""
        self._submit(self._reading, partial(_query, self._database, work), then, failed, owner)

    def look(self, work: Callable[[Session], T]) -> T:
        """Runs a small query here and now: for the rows in sight, never for a search. Raises KnownError."""
        return _query(self._database, work)

    def network(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Runs something that waits for the network; one at a time."""
        self._submit(self._network, work, then, failed, owner)

    def produce(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Runs something that takes the processor for a while, such as forty certificates."""
        self._submit(self._producing, work, then, failed, owner)

    def shrink_log(self) -> None:
        """Empties the database's log, after the writes asked for before: in it lie words that were deleted since."""
        self._submit(self._writing, self._database.shrink_log, None, None, None)

    def settle(self, timeout_ms: int = 20_000) -> bool:
        """Lets the window live until nothing is under way; False if that took longer than ``timeout_ms``."""
        if not self.busy:
            return True
        loop = QEventLoop()
        self.idle.connect(loop.quit)
        QTimer.singleShot(timeout_ms, loop, loop.quit)
        loop.exec()
        return not self.busy

    def close(self) -> None:
        """Finishes every write asked for, drops what has not begun of the rest, and lets all results come home.

        May be called twice. The network's work must have been told to stop before, or its time-out is waited for.
        """
        if self._closed:
            return
        self._closing = True
        for lane in (self._reading, self._producing, self._network):
            lane.shutdown(wait=False, cancel_futures=True)
        self._writing.shutdown(wait=True)
        for lane in (self._reading, self._producing, self._network):
            lane.shutdown(wait=True)
        # A write that failed on the way out is still somebody's loss, and is to be heard.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        self._closed = True

    # --- the way there and the way home ---------------------------------------------------------------------------

    def _submit(
        self,
        lane: ThreadPoolExecutor,
        work: Callable[[], Any],
        then: Callable[[Any], None] | None,
        failed: Failed | None,
        owner: QObject | None,
    ) -> None:
        if self._closing and lane is not self._writing:
            return  # a page heard of the last write and would look at it; nobody is there to see it
        future = lane.submit(work)
        self._under_way += 1
        talks = lane is self._network
        self._talking += talks
        future.add_done_callback(lambda done: self._arrived.emit(_Arrival(done, then, failed, owner, talks)))

    def _welcome(self, arrival: _Arrival) -> None:
        try:
            self._deliver(arrival)
        finally:
            self._under_way -= 1
            self._talking -= arrival.talked
            if not arrival.talked and not self.busy_here:
                self.idle_here.emit()
            if self._under_way == 0:
                self.idle.emit()

    def _deliver(self, arrival: _Arrival) -> None:
        if arrival.future.cancelled():
            return
        error = arrival.future.exception()
        match error:
            case None:
                if arrival.then is not None and _alive(arrival.then, arrival.owner):
                    arrival.then(arrival.future.result())
            case KnownError():
                self._refused(arrival.owner, arrival.failed, error)
            case _:
                sys.excepthook(type(error), error, error.__traceback__)

    def _committed(
        self, initiator: QObject | None, then: Callable[[Any], None] | None, outcome: tuple[Change, Any]
    ) -> None:
        change, answer = outcome
        # Other pages are to hear of it even if the one that asked is closed by now.
        self.changed.emit(change, initiator if _alive(initiator) else None)
        if then is not None and _alive(then, initiator):
            then(answer)

    def _refused(self, owner: QObject | None, failed: Failed | None, error: KnownError) -> None:
        if failed is not None and _alive(failed, owner):
            failed(error)
        else:
            self.failed.emit(error)


def _edit(
    database: Database,
    desk: Desk | None,
    work: Callable[[Session], Any],
    label: str,
    values: dict[str, str],
    undoes: str | None,
) -> tuple[Change, Any]:
    with database.write(desk, label=label, values=values, undoes=undoes) as session:
        outcome = work(session)
        session.flush()
        change, answer = outcome if isinstance(outcome, tuple) else (outcome, None)
        touched = change.touched | journal.changes_of(session)
    return replace(change, touched=touched, undo=change.undo or label, values=change.values or values), answer


def _query(database: Database, work: Callable[[Session], T]) -> T:
    with database.read() as session:
        return work(session)


def _alive(*concerned: object) -> bool:
    """Whether the objects still exist that these are, or that these bound methods (or partials of them) belong to."""
    for one in concerned:
        call = one
        while isinstance(call, partial):
            call = call.func
        owner = getattr(call, "__self__", call)
        if isinstance(owner, QObject) and not shiboken6.isValid(owner):
            return False
    return True
