"""Bringing a database file up to the tables of this program, with a copy of the old file kept first."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.files import problem_with_file
from onemm_desktop.models import adoption, cipher

#: The newest file in ``migrations/versions``; a test holds the two together. Alembic itself is slow to import and is
#: therefore only called when there is something to do.
NEWEST = "0001"
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(path: Path, key: bytes) -> None:
    """Makes the tables in a new file, or upgrades an older one; a current one is only looked at.

    Raises KnownError DATABASE_NEWER without having touched the file, and driver errors for what the disk refuses. An
    upgrade is one transaction: a file is of the old version or of the new one.
    """
    found = version_of(path, key)
    if found == NEWEST:
        return
    if found is not None and found > NEWEST:
        raise KnownError(Problem.DATABASE_NEWER, found=found, newest=NEWEST)
    if found is not None:
        keep_copy(path, key, found)
    with closing(cipher.open_writer(path, key)) as connection:
        upgrade(connection)


def version_of(path: Path, key: bytes) -> str | None:
    """The number of the last migration that a file has seen, or None for a file that is new."""
    if not path.exists():
        return None
    with closing(cipher.open_reader(path, key)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        if not tables[0]:
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def upgrade(connection: Any, to: str = "head") -> None:
    """Runs the missing migrations on an open connection of the driver, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    engine = _engine_on(connection)
    with engine.connect() as migrating:
        migrating.exec_driver_sql("BEGIN IMMEDIATE")
        config.attributes["connection"] = migrating
        command.upgrade(config, to)
        adoption.adopt(migrating)
        migrating.commit()


def keep_copy(path: Path, key: bytes, version: str) -> Path:
    """Copies the closed file to ``<name>.before-<newest>``, encrypted as it is. Raises KnownError DISK_FULL."""
    with closing(cipher.open_writer(path, key)) as connection:
        # Everything into the one file, so that the one file is everything.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = path.with_name(f"{path.name}.before-{NEWEST}-was-{version}")
    draft = copy.with_name(copy.name + ".new")
    try:
        shutil.copyfile(path, draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(copy)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise problem_with_file(error) from error
    return copy


def remove_copies(path: Path) -> None:
    """Remove the copies kept by ``keep_copy``: they hold what has since left the file for good."""
    for copy in path.parent.glob(f"{path.name}.before-*"):
        copy.unlink(missing_ok=True)


def _engine_on(connection: Any) -> Engine:
    return create_engine(
        "sqlite+pysqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool, hide_parameters=True
    )
