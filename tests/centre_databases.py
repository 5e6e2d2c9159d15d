"""Databases of the centre for tests: emptied and lent again, since PostgreSQL takes a tenth of a second to drop one."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import psycopg

from onemm_central.embedded import EmbeddedServer
from onemm_central.schema import migrate

TEMPLATE = "template_onemm"
# Whatever a test does to tables, columns, constraints, triggers or functions changes the age or number of these rows.
_SHAPE = " UNION ALL ".join(
    f"SELECT '{catalog}', count(*), max(xmin::text::bigint) FROM {catalog}"
    for catalog in ("pg_class", "pg_attribute", "pg_constraint", "pg_trigger", "pg_proc")
)
_TABLES = "SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public'"


class Databases:
    """Lends databases that are as if just migrated. One for each test at a time."""

    def __init__(self, server: EmbeddedServer) -> None:
        self._server = server
        self._free: list[str] = []
        self._shapes: dict[str, list[tuple[Any, ...]]] = {}
        self._run(f"CREATE DATABASE {TEMPLATE}")
        migrate(server.get_uri(TEMPLATE))
        with psycopg.connect(server.get_uri(TEMPLATE)) as connection:
            self._tables = [name for (name,) in connection.execute(_TABLES)]
            self._rows = {name: rows for name in self._tables if (rows := _copied(connection, name))}

    def lend(self) -> str:
        """The name of a database that holds what a migration leaves in it."""
        if self._free:
            return self._free.pop()
        name = f"test_{uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        self._shapes[name] = self._shape(name)
        return name

    def take_back(self, name: str) -> None:
        """Empty it for the next test, or drop it where this one changed more than rows."""
        if self._shape(name) != self._shapes[name]:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")
            return
        with psycopg.connect(self._server.get_uri(name)) as connection:
            self._empty(connection)
        self._free.append(name)

    def _empty(self, connection: psycopg.Connection[Any]) -> None:
        # No trigger may number or refuse this. TRUNCATE would make a hundred new files, ten times as slow.
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute("; ".join(f"DELETE FROM {name}" for name in self._tables))
        connection.execute("SELECT setval(format('%I', sequencename), 1, false) FROM pg_sequences")
        for name, rows in self._rows.items():
            with connection.cursor().copy(f"COPY {name} FROM STDIN") as copy:
                copy.write(rows)

    def _shape(self, name: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self._server.get_uri(name)) as connection:
            return connection.execute(_SHAPE).fetchall()

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._server.get_uri("postgres"), autocommit=True) as connection:
            connection.execute(statement)


def _copied(connection: psycopg.Connection[Any], table: str) -> bytes:
    with connection.cursor().copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(bytes(part) for part in copy)
