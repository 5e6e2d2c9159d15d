"""What *Prepare for offline* has to work with on a laptop that no centre answers: its file, its disk, its printers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.machine import machine
from onemm_desktop.models.database import Database
from onemm_desktop.sync import status
from onemm_desktop.sync.doctor.findings import Heard, Report
from onemm_desktop.sync.doctor.round import Doctor
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views.preflight.means import Means, printers


def means(database: Database, clock: Callable[[], datetime]) -> Means:
    """A real file, a real doctor, a line that is down."""
    doctor = Doctor(database, None, clock=clock)

    def meet(then: Callable[[SyncStatus], None]) -> None:
        with database.read() as session:
            counts = status.read(session)
        then(status.resting(counts, KnownError(Problem.UNREACHABLE)))

    def examine(cancelled: Callable[[], bool], heard: Heard) -> Report:
        return doctor.round(repair=False, cancelled=cancelled, heard=heard)

    return Means(
        meet=meet,
        leave=lambda: None,
        examine=examine,
        machine=partial(machine, database.path.parent),
        unlock="keyring",
        printers=printers,
    )
