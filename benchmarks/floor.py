"""The floor under every figure of the synchronisation: the same rows by the same two databases, and nothing around.

Stored rows are read from the centre's own PostgreSQL, decoded, and written by ``executemany`` into the same encrypted
schema with its indexes and its names to search by, in one transaction. There is no HTTP, no token, no scope, no place
to resume from, no pending change to look for, no journal and nobody who could cancel.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import msgspec
import psycopg

from onemm_desktop.models import MODELS
from onemm_desktop.models.database import Database
from onemm_desktop.models.people import derived_names
from onemm_desktop.sync import rows
from onemm_desktop.sync.mapping import json_text, shape_of

_READ = """
SELECT kind, id, rev, data::text, partition FROM record
WHERE partition = ANY(%s) AND NOT deleted AND seq > %s ORDER BY kind, partition, id
"""
_UPSERT = """
INSERT INTO record (partition, kind, id, rev, data)
SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::bigint[], %s::jsonb[])
ON CONFLICT (partition, kind, id) DO UPDATE SET data = excluded.data
"""
_STREAMED = 5_000

Stored = tuple[str, str, int, str, str]


def load(database: Database, centre: str, scope: list[str], *, after: int = 0) -> int:
    """Everything of a scope with a seq beyond ``after`` into a laptop's database; how many records that was."""
    with psycopg.connect(centre) as connection:
        return load_from(connection, database, scope, after=after)


def load_from(connection: psycopg.Connection[Any], database: Database, scope: list[str], *, after: int = 0) -> int:
    """The same over a connection that is open already, as a laptop's is between two pulls."""
    count = 0
    with connection.cursor("floor") as stored, database.sync_write() as session:
        stored.itersize = _STREAMED
        writing = rows.raw(session)
        stored.execute(_READ, [scope, after])
        for kind, lines in groupby(stored, key=lambda line: str(line[0])):
            if kind not in MODELS:
                continue
            for some in _batches(lines):
                bound = [values(kind, line) for line in some]
                writing.executemany(statement(kind), bound)
                count += len(bound)
    return count


def upsert(connection: psycopg.Connection[Any], stored: list[Stored]) -> None:
    """These records into the centre's table by one statement, committed: its triggers number them and keep history."""
    columns = [[line[4] for line in stored], *([line[at] for line in stored] for at in (0, 1, 2, 3))]
    connection.execute(_UPSERT, columns)
    connection.commit()


def _batches(lines: Iterable[Any]) -> Iterable[list[Any]]:
    some: list[Any] = []
    for line in lines:
        some.append(line)
        if len(some) == _STREAMED:
            yield some
            some = []
    yield some


def values(kind: str, line: tuple[str, str, int, str | msgspec.Raw, str]) -> tuple[Any, ...]:
    """The binds of ``statement`` for a stored record."""
    shape = shape_of(kind)
    data = msgspec.json.decode(line[3])
    fields = (
        json_text(data[name]) if name in shape.json_fields else data.get(name, shape.defaults.get(name))
        for name in shape.fields[1:]
    )
    return (line[1], line[4], line[2], "{}", *(derived_names(data) if shape.named else ()), *fields)


def statement(kind: str) -> str:
    """An upsert of one record of a kind into a laptop's table."""
    shape = shape_of(kind)
    names = ", ".join(f'"{column}"' for column in shape.columns)
    changed = ", ".join(f'"{column}" = excluded."{column}"' for column in shape.columns[1:])
    binds = ", ".join("?" * len(shape.columns))
    return f'INSERT INTO "{shape.table}" ({names}) VALUES ({binds}) ON CONFLICT (id) DO UPDATE SET {changed}'
