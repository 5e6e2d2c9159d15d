"""One run of *Prepare for offline*: every step does the thing, on the thread where that thing is done.

Send and fetch, then a doctor's round on the network's thread, then what the records say, then papers, printer, disk and
battery on the thread that makes papers. What was found is kept at the end; a run that was stopped keeps nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from onemm_desktop.background import Background, Records
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk
from onemm_desktop.programme import preflight
from onemm_desktop.programme.certificates import Earned
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.preflight import Finding
from onemm_desktop.programme.roster import Roster, roster
from onemm_desktop.sync.doctor.findings import BEYOND, Report
from onemm_desktop.sync.status import LINE, SyncStatus
from onemm_desktop.views.preflight.means import Means, rehearse_papers
from onemm_wire.records.devices import Unlock


@dataclass(frozen=True, slots=True)
class _Read:
    """What the records say, and whom the papers are made for."""

    findings: tuple[Finding, ...]
    roster: Roster
    people: tuple[Earned, ...]


class Rehearsal(QObject):
    """Runs the checks for one event at a time."""

    #: (step, how far, of how much); the steps are copy, records, bookings, names, printer.
    stepped = Signal(str, int, int)
    #: Everything was tried, and what was found is kept.
    finished = Signal()
    #: KnownError: it did not come to its end; CANCELLED where somebody stopped it.
    failed = Signal(object)

    def __init__(self, background: Background, desk: Desk, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._desk = desk
        self._means = means
        self._stop = threading.Event()
        self._event = ""
        self._scanned = ""
        self._found: list[Finding] = []

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return bool(self._event)

    def begin(self, event: str, scanned: str = "") -> None:
        """Try everything for this event. ``scanned`` is the code that a scanner typed for a test, if any."""
        if self.running:
            return
        self._stop = threading.Event()
        self._event, self._scanned, self._found = event, scanned, []
        self.stepped.emit("copy", 0, 0)
        self._means.meet(self._met)

    def cancel(self) -> None:
        """Stop as soon as the step under way can; nothing is kept."""
        self._stop.set()
        self._means.leave()

    # --- step by step --------------------------------------------------------------------------------------------

    def _met(self, status: SyncStatus) -> None:
        if self._stopped():
            return
        problem = status.problem.problem if status.problem is not None else None
        self._found.append(
            preflight.of_the_copy(
                verified=status.last_verified,
                unsent=status.unsent,
                waiting=status.attention,
                met=problem is None or problem not in LINE,
                now=self._desk.now(),
            )
        )
        self.stepped.emit("records", 0, 0)
        examine = partial(self._means.examine, self._stop.is_set, partial(_heard, self.stepped.emit))
        self._background.network(examine, self._examined, self._not_examined, owner=self)

    def _examined(self, report: Report) -> None:
        self._go_on(_of_the_doctor(report))

    def _not_examined(self, error: KnownError) -> None:
        """The file or its way to the centre is in other hands: worth a light, and no reason to try nothing else."""
        if error.problem is Problem.CANCELLED:
            self._failed(error)
        else:
            self._go_on(Finding("records", "warn", "unread"))

    def _go_on(self, records: Finding) -> None:
        self._found.append(records)
        self.stepped.emit("bookings", 0, 0)
        read = partial(_read, event=self._event, desk=self._desk, unlock=self._means.unlock)
        self._background.read(read, self._have_read, self._failed, owner=self)

    def _have_read(self, read: _Read) -> None:
        self._found.extend(read.findings)
        self.stepped.emit("names", 0, len(read.people))
        make = partial(_produce, self._means, read, day_of(self._desk.now()), self.stepped.emit, self._stop.is_set)
        self._background.produce(make, self._produced, self._failed, owner=self)

    def _produced(self, found: tuple[Finding, ...]) -> None:
        self._found.extend(found)
        scanned = Finding("scanner", "ok", "read") if self._scanned else Finding("scanner", "neutral", "untried")
        self._found.append(scanned)
        keep = partial(preflight.keep, event=self._event, at=self._desk.now(), findings=tuple(self._found))
        self._background.write(keep, initiator=self, then=self._kept, failed=self._failed)

    def _kept(self, _nothing: None) -> None:
        self._event = ""
        self.finished.emit()

    def _stopped(self) -> bool:
        if self._stop.is_set():
            self._failed(KnownError(Problem.CANCELLED))
        return self._stop.is_set()

    def _failed(self, error: KnownError) -> None:
        self._event = ""
        self.failed.emit(error)


def _heard(heard: Callable[[str, int, int], None], _step: str, done: int, total: int) -> None:
    heard("records", done, total)


def _read(session: Records, *, event: str, desk: Desk, unlock: Unlock) -> _Read:
    findings = preflight.of_the_records(session, event=event, now=desk.now(), role=desk.role, unlock=unlock)
    people = preflight.on_paper(session, event=event, now=desk.now())
    return _Read(findings, roster(session, event, now=desk.now(), role=desk.role), people)


def _produce(
    means: Means,
    read: _Read,
    printed_on: date,
    heard: Callable[[str, int, int], None],
    cancelled: Callable[[], bool],
) -> tuple[Finding, ...]:
    total = len(read.people)
    made = rehearse_papers(read.roster, read.people, printed_on, lambda done: heard("names", done, total), cancelled)
    heard("printer", 0, 0)
    return (*made, means.printers(), *preflight.of_the_machine(means.machine()))


def _of_the_doctor(report: Report) -> Finding:
    """What a round that mended nothing comes to."""
    open_ones = [one for one in report.found if not one.mended]
    if any(one.what in BEYOND for one in open_ones):
        return Finding("records", "bad", "beyond")
    if open_ones:
        return Finding("records", "bad", "mendable", {"count": str(len(open_ones))})
    if report.problem is not None or not report.records:
        return Finding("records", "warn", "alone")
    return Finding("records", "ok", "equal", {"count": str(report.records)})
