"""SQLite's result codes turned into the errors that have a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from onemm_desktop.errors import KnownError, Problem

# Primary result codes of SQLite, https://www.sqlite.org/rescode.html
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26

_PROBLEMS = {
    _BUSY: Problem.DATABASE_LOCKED,
    _LOCKED: Problem.DATABASE_LOCKED,
    _READONLY: Problem.READ_ONLY,
    # A refused write that the system does not call "full": a quota, a limit on file sizes, a stick pulled out.
    # What helps is the same: make room or put the disk back, and do it again.
    _IOERR: Problem.DISK_FULL,
    _CORRUPT: Problem.DATABASE_DAMAGED,
    _FULL: Problem.DISK_FULL,
    _CANTOPEN: Problem.READ_ONLY,
    _NOTADB: Problem.DATABASE_DAMAGED,
}


def problem_of(error: BaseException | None) -> Problem | None:
    """The expected error behind a driver's exception, or None where it is a bug (a constraint, a wrong statement)."""
    extended = getattr(error, "sqlite_errorcode", None)
    # An extended code carries its primary code in the low byte.
    return None if extended is None else _PROBLEMS.get(extended & 0xFF)


@contextmanager
def known_faults(*, writing: bool = True) -> Iterator[None]:
    """Raises ``KnownError`` for what the world did to the file, and lets bugs pass as they are.

    A write through a reading session is a bug too, although SQLite words it as a read-only file.
    """
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        problem = problem_of(error.orig if isinstance(error, DBAPIError) else error)
        if problem is None or (problem is Problem.READ_ONLY and not writing):
            raise
        raise KnownError(problem) from error
