"""One badge at once, for whoever has just come. Printer and paper are asked for once and then remembered."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk
from onemm_desktop.programme import badges, print_runs, printing_paper
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.print_runs import Subject
from onemm_desktop.programme.printing import Paper
from onemm_desktop.programme.printing_paper import Contents
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.printing import print_jobs
from onemm_desktop.views.printing.manner import Manner
from onemm_desktop.views.printing.printer import print_pdf

#: Paper narrower than this, in mm, takes one badge as large as it fits; on wider paper it is one of eight to be cut.
_SHEET = 200


class Wanted(NamedTuple):
    """Whose badge, for which event."""

    event: str
    person: str
    name: str


class BadgePrinter(QObject):
    """Prints badges one by one, in the order in which they are asked for, while the queue goes on."""

    #: The name on a badge that went to the printer.
    printed = Signal(str)
    #: The names on badges that the printer did not take. ``again`` prints them elsewhere.
    not_taken = Signal(list)
    #: (name, reason): somebody who has no badge.
    left_out = Signal(str, str)
    #: KnownError: there is no such badge to be made.
    failed = Signal(object)

    def __init__(self, background: Background, dialogs: Dialogs, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._background = background
        self._dialogs = dialogs
        self._desk = desk
        self._printer: QPrinter | None = None
        self._left: dict[str, Wanted] = {}

    def print(self, wanted: Wanted, *, elsewhere: bool = False) -> None:
        """Print a badge, and with it what was not taken before.

        A printer is chosen the first time, after it failed, and to print ``elsewhere``; without one nothing is printed.
        """
        printer = self._choose(elsewhere=elsewhere)
        if printer is not None:
            left, self._left = self._left, {}
            for each in {**left, wanted.person: wanted}.values():
                self._prepare(each, printer)

    def again(self) -> None:
        """Print what was not taken; where no printer is chosen, it is still not taken."""
        printer = self._choose(elsewhere=True)
        if printer is None:
            self.not_taken.emit([one.name for one in self._left.values()])
            return
        left, self._left = self._left, {}
        for wanted in left.values():
            self._prepare(wanted, printer)

    def _choose(self, *, elsewhere: bool) -> QPrinter | None:
        if self._printer is not None and not elsewhere:
            return self._printer
        chosen = self._dialogs.printer(self._window, self.tr("Badge"))
        self._printer = chosen or self._printer
        return chosen

    def _prepare(self, wanted: Wanted, printer: QPrinter) -> None:
        self._background.write(
            partial(badges.prepare, event=wanted.event),
            initiator=self,
            then=lambda _key: self._read(wanted, printer),
            failed=self.failed.emit,
        )

    def _read(self, wanted: Wanted, printer: QPrinter) -> None:
        read = partial(
            printing_paper.one_badge,
            event=wanted.event,
            person=wanted.person,
            paper=paper_for(printer),
            now=self._desk.now(),
            role=self._desk.role,
        )
        self._background.read(read, partial(self._send, wanted, printer), self.failed.emit, owner=self)

    def _send(self, wanted: Wanted, printer: QPrinter, found: tuple[Contents, str]) -> None:
        contents, reason = found
        if reason:
            self.left_out.emit(wanted.name, reason)
            return
        self._background.produce(
            partial(_print, contents, printer, day_of(self._desk.now())),
            partial(self._sent, wanted, contents.ask.paper),
            partial(self._not_sent, wanted),
            owner=self,
        )

    def _sent(self, wanted: Wanted, paper: Paper, pages: int) -> None:
        subject = Subject(paper, "event", wanted.event, 1)
        keep = partial(print_runs.keep, subject=subject, way="printer", pages=pages)
        self._background.write(keep, initiator=self, failed=self.failed.emit)
        self.printed.emit(wanted.name)

    def _not_sent(self, wanted: Wanted, error: KnownError) -> None:
        if error.problem is not Problem.CANNOT_PRINT:
            self.failed.emit(error)
            return
        self._printer = None
        self._left[wanted.person] = wanted
        self.not_taken.emit([one.name for one in self._left.values()])


def paper_for(printer: QPrinter) -> Paper:
    """How badges lie on the paper in this printer."""
    narrow = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter).width() < _SHEET
    return "badges_a6" if narrow else "badges_eight"


def _print(contents: Contents, printer: QPrinter, today: date) -> int:
    pdf = print_jobs.list_pdf(contents, Manner(), today, lambda _: None, lambda: False)
    return print_pdf(pdf, printer, progress=lambda _: None, cancelled=lambda: False)
