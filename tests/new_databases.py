"""New laptop files for the tests, without Alembic: it takes a third of a second of processor time for each, and a
suite opens thousands.

The first new file of each program is migrated as the program does it; what that has made is kept as SQL and said again
for every later one. Files that are older, and whatever `tests/models/test_migrations.py` does, are always migrated.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onemm_desktop.models import upgrade

#: The real thing, before anything stands in for it.
BY_MIGRATIONS = upgrade.upgrade
#: What a file is made of; the tables that SQLite keeps for itself make themselves.
MADE = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
VERSION = "SELECT version_num FROM alembic_version"


class AsBefore:
    """Stands in for ``upgrade.upgrade``: says to a new file what the migrations have said to the first one."""

    def __init__(self) -> None:
        self._said: dict[Path, tuple[list[str], str]] = {}

    def __call__(self, connection: Any, to: str = "head") -> None:
        """As ``upgrade.upgrade``: in one transaction, and with the same tables in the file afterwards."""
        if to != "head" or connection.execute(MADE).fetchone() is not None:
            BY_MIGRATIONS(connection, to)
        elif upgrade.MIGRATIONS in self._said:
            self._say(connection, *self._said[upgrade.MIGRATIONS])
        else:
            BY_MIGRATIONS(connection, to)
            made = [row[0] for row in connection.execute(MADE)]
            self._said[upgrade.MIGRATIONS] = made, connection.execute(VERSION).fetchone()[0]

    @staticmethod
    def _say(connection: Any, made: list[str], version: str) -> None:
        connection.execute("BEGIN IMMEDIATE")
        for sql in made:
            connection.execute(sql)
        connection.execute("INSERT INTO alembic_version VALUES (?)", (version,))
        connection.execute("COMMIT")
