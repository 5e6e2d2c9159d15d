"""Whether the file is what was written to it: its pages, its indexes, its tables.

SQLCipher seals every page; a byte that fell over on the disk shows as a page whose seal does not fit. An index that
says something else than its table is a bug's or a bad disk's doing, and can be made anew from the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models.base import Base

#: SQLite's virtual machine steps between two looks at whether somebody wants to stop: well below a tenth of a second.
STEPS = 200_000
#: Complaints that are listed; what is wrong is wrong from the first.
MOST = 100


def pages(connection: Connection, cancelled: Callable[[], bool]) -> bool:
    """Whether every page fits its seal and the tables hang together. Takes a second per GB. CANCELLED if told so."""
    with _interruptible(connection, cancelled):
        if connection.exec_driver_sql("PRAGMA cipher_integrity_check").first() is not None:
            return False
        return bool(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok")


def indexes(connection: Connection, cancelled: Callable[[], bool]) -> bool:
    """Whether every index says what its table says. Takes some seconds per GB. CANCELLED if told so."""
    with _interruptible(connection, cancelled):
        said = [str(line) for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})")]
    return not any("index" in line for line in said)


def missing(connection: Connection) -> list[str]:
    """The tables and columns of this program that the file does not have: ``mentor``, ``mentor.notes``."""
    found = inspect(connection)
    here = {name: {column["name"] for column in found.get_columns(name)} for name in found.get_table_names()}
    lacking: list[str] = []
    for table in Base.metadata.sorted_tables:
        if table.name not in here:
            lacking.append(table.name)
            continue
        lacking += [f"{table.name}.{column.name}" for column in table.columns if column.name not in here[table.name]]
    return lacking


@contextmanager
def _interruptible(connection: Connection, cancelled: Callable[[], bool]) -> Iterator[None]:
    driver: Any = connection.connection.driver_connection
    driver.set_progress_handler(lambda: int(cancelled()), STEPS)
    try:
        yield
    except OperationalError as error:
        if cancelled():
            raise KnownError(Problem.CANCELLED) from error
        raise
    finally:
        driver.set_progress_handler(None, 0)
