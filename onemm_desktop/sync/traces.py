"""No byte is left of what was erased or may no longer be here: the file is written anew without it.

Deleting comes with the news, in its transaction; writing the file anew once, at the end of the run. A crash between the
two is made up for by the next run, since ``Device.traces`` is set in that same transaction.
"""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Device
from onemm_desktop.models.database import Database

#: A disk without room and a file in use pass; what was deleted is deleted, and its traces wait for the next run.
PASSING = frozenset({Problem.DISK_FULL, Problem.DATABASE_LOCKED})


def left(session: Session) -> None:
    """Something was deleted of which nothing must be found."""
    session.execute(update(Device).values(traces=True))


def remove(database: Database) -> bool:
    """Write the file anew if something was left in it; answers whether nothing is."""
    with database.read() as session:
        if not session.scalar(select(Device.traces)):
            return True
    try:
        done = database.write_anew()
    except KnownError as error:
        if error.problem not in PASSING:
            raise
        return False
    if done:
        with database.sync_write() as session:
            session.execute(update(Device).values(traces=False))
    return done
