"""The look at the file that nobody asks for: after an end that was none, and once a week.

Every page is read, which takes a second per GB: too long for every start, and no trouble in the background. What else
the doctor looks at is either compared with the centre at every checkpoint or wrong only by a fault of the program.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Device
from onemm_desktop.models.database import Database
from onemm_desktop.sync import agreement
from onemm_desktop.sync.calls import Cancelled, never

#: A disk that begins to fail does so over days.
EVERY = timedelta(days=7)


def due(database: Database, now: datetime) -> bool:
    """Whether it is time. A clock that was set back does not put it off: a time to come is none that was."""
    with database.read() as session:
        sound_at = session.scalars(select(Device.sound_at)).one_or_none()
    return database.ended_uncleanly or sound_at is None or not now - EVERY <= sound_at <= now


def look(database: Database, clock: Callable[[], datetime], cancelled: Cancelled = never) -> bool:
    """Read every page if it is time, and note that it was done; whether it was. Belongs on a worker thread.

    Raises KnownError DAMAGE_FOUND, of which the centre is told at the next synchronisation.
    """
    if not due(database, clock()):
        return False
    at = clock().replace(microsecond=0)
    try:
        database.check(cancelled)
    except KnownError as error:
        if error.problem is not Problem.DATABASE_DAMAGED:
            raise
        with suppress(KnownError), database.sync_write() as session:  # of a damaged file that may fail as well
            agreement.note(session, at, "damaged")
        raise KnownError(Problem.DAMAGE_FOUND) from error
    with database.sync_write() as session:
        session.scalars(select(Device)).one().sound_at = at
    database.ended_uncleanly = False
    return True
