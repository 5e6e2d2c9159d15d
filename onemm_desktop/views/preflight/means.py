"""What a rehearsal needs from outside, and the two checks that only Qt can make: papers and printers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.machine import Machine
from onemm_desktop.programme.certificates import Earned
from onemm_desktop.programme.preflight import Finding
from onemm_desktop.programme.roster import Roster
from onemm_desktop.sync.doctor.findings import Heard, Report
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views.printing import papers
from onemm_wire.records.devices import Unlock

Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Means:
    """``meet`` sends and fetches, and tells how that ended; ``leave`` stops it. ``examine`` is a doctor's round, which
    mends nothing. ``machine`` looks at disk and battery, ``printers`` at what may print here."""

    meet: Callable[[Callable[[SyncStatus], None]], None]
    leave: Callable[[], None]
    examine: Callable[[Cancelled, Heard], Report]
    machine: Callable[[], Machine]
    unlock: Unlock
    printers: Callable[[], Finding]


def printers() -> Finding:
    """Whether a printer answers: the one that is the system's own choice, else the first."""
    names = QPrinterInfo.availablePrinterNames()
    if not names:
        return Finding("printer", "warn", "none")
    chosen = QPrinterInfo.printerInfo(QPrinterInfo.defaultPrinterName() or names[0])
    values = {"name": chosen.description() or chosen.printerName() or names[0]}
    stuck = chosen.isNull() or chosen.state() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    return Finding("printer", "warn" if stuck else "ok", "stuck" if stuck else "answers", values)


def rehearse_papers(
    roster: Roster,
    people: tuple[Earned, ...],
    printed_on: date,
    progress: Callable[[int], None],
    cancelled: Cancelled,
) -> tuple[Finding, Finding]:
    """Make the sign-in sheet and a certificate for everybody who is booked, and throw them away. Raises CANCELLED.

    The first finding is about the papers, the second about names that cannot be printed.
    """
    unprintable = tuple(papers.unprintable(people))
    about = "unprintable" if unprintable else "fit"
    values = {"count": str(len(unprintable) or len(people))}
    names = Finding("names", "warn" if unprintable else "ok", about, values, unprintable)
    printable = [one for one in people if one.person not in unprintable]
    try:
        papers.rehearse(roster, printable, printed_on, progress, cancelled)
    except KnownError as problem:
        if problem.problem is Problem.CANCELLED:
            raise
        return Finding("papers", "bad", "not_made"), names
    return Finding("papers", "ok", "made", {"count": str(len(printable))}), names
