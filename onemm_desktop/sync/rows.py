"""The centre's records into tables, many at a time: positional binds on the raw connection, inside the session's
transaction. Called by the synchronisation alone; the journal stays out of it by ``Database.sync_write``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from onemm_desktop.models import MODELS
from onemm_desktop.models.people import derived_names
from onemm_desktop.sync.mapping import Row, Shape, data_of, row_of, shape_of
from onemm_desktop.sync.pages import Line


def raw(session: Session) -> Any:
    """The driver's connection under a session: SQLAlchemy's own executemany costs more than the inserts themselves."""
    return session.connection().connection.driver_connection


def upsert(session: Session, kind: str, rows: Iterable[Row]) -> None:
    """Write rows in the order of ``Shape.columns``; a row whose id is there is overwritten whole."""
    raw(session).executemany(_upsert_sql(kind), rows)


def upsert_lines(session: Session, kind: str, partition: str, lines: Sequence[Line]) -> None:
    """Write the records of a page as they came, without building a dictionary for each.

    Records with fields this program does not know take the slower way, which keeps those fields.
    """
    slow: list[Row] = []
    # One row at a time: a page of people as rows would be larger than the page.
    raw(session).executemany(_upsert_fast_sql(kind), _fast_rows(kind, partition, lines, slow))
    if slow:
        upsert(session, kind, slow)


def _fast_rows(kind: str, partition: str, lines: Iterable[Line], slow: list[Row]) -> Iterator[Row]:
    """The binds of each record; those that need the slower way are put into ``slow``."""
    shape, decode = shape_of(kind), _fast_decoder(kind).decode
    # Bound as the text that came, since for bytes the driver asks around first.
    texts = [place for place, name in enumerate(shape.fields) if name in shape.json_fields]
    for line in lines:
        try:
            record = decode(line.data)
        except msgspec.ValidationError:
            slow.append(row_of(shape, line.id, partition, line.rev, msgspec.json.decode(line.data)))
            continue
        names = derived_names(msgspec.structs.asdict(record)) if shape.named else ()
        values = list(msgspec.structs.astuple(record))
        for place in texts:
            values[place] = str(values[place], "utf-8")
        yield (line.id, partition, line.rev, *names, *values)


def delete(session: Session, kind: str, partition: str, ids: Iterable[str]) -> None:
    """Delete rows. The partition is compared too: news of its leaving must not delete a record that moved on."""
    table = shape_of(kind).table
    raw(session).executemany(
        f'DELETE FROM "{table}" WHERE id = ? AND partition = ?',  # noqa: S608  (a table's own name)
        [(record_id, partition) for record_id in ids],
    )


def delete_one(session: Session, kind: str, record_id: str) -> None:
    """Delete a row, whatever its partition."""
    raw(session).execute(f'DELETE FROM "{shape_of(kind).table}" WHERE id = ?', (record_id,))  # noqa: S608


def delete_partition(session: Session, partition: str) -> set[tuple[str, str]]:
    """Delete all rows of a partition; answers what they were."""
    gone: set[tuple[str, str]] = set()
    for kind in MODELS:
        statement = f'DELETE FROM "{shape_of(kind).table}" WHERE partition = ? RETURNING id'  # noqa: S608
        gone |= {(kind, row[0]) for row in raw(session).execute(statement, (partition,)).fetchall()}
    return gone


def partitions(session: Session) -> set[str]:
    """The partitions of all rows here: read from the tables' small indexes."""
    statements = [f'SELECT DISTINCT partition FROM "{shape_of(kind).table}"' for kind in MODELS]  # noqa: S608
    return {row[0] for statement in statements for row in raw(session).execute(statement).fetchall()}


def read_one(session: Session, kind: str, record_id: str) -> Mapping[str, Any] | None:
    """A row as the record that travels, or None."""
    shape = shape_of(kind)
    columns = ", ".join(f'"{name}"' for name in (*shape.fields, "extra"))
    statement = f'SELECT {columns} FROM "{shape.table}" WHERE id = ?'  # noqa: S608
    row = raw(session).execute(statement, (record_id,)).fetchone()
    return None if row is None else data_of(shape, dict(zip((*shape.fields, "extra"), row, strict=True)))


def doubt(session: Session, partition: str) -> None:
    """Set the rev of a partition's rows to 0: the centre begins a new life and has to name again what it holds."""
    for kind in MODELS:
        raw(session).execute(f'UPDATE "{shape_of(kind).table}" SET rev = 0 WHERE partition = ?', (partition,))  # noqa: S608


def delete_doubtful(session: Session, partition: str) -> set[tuple[str, str]]:
    """Delete a partition's rows which the centre has not named again and which have no changes waiting."""
    gone: set[tuple[str, str]] = set()
    for kind in MODELS:
        statement = (
            f'DELETE FROM "{shape_of(kind).table}" WHERE partition = ? AND rev = 0 '  # noqa: S608
            "AND id NOT IN (SELECT record_id FROM shadow WHERE kind = ?) RETURNING id"
        )
        gone |= {(kind, row[0]) for row in raw(session).execute(statement, (partition, kind)).fetchall()}
    return gone


@cache
def _upsert_sql(kind: str) -> str:
    shape = shape_of(kind)
    return _statement(shape, ", ".join("?" * len(shape.columns)))


@cache
def _upsert_fast_sql(kind: str) -> str:
    """Binds by number: envelope, derived names, then the struct's own tuple, whose ``id`` is passed over."""
    shape = shape_of(kind)
    derived = 2 if shape.named else 0
    first_field = 3 + derived + 1 + 1
    binds = ["?1", "?2", "?3", "'{}'", *(f"?{4 + i}" for i in range(derived))]
    binds += [f"?{first_field + i}" for i in range(len(shape.fields) - 1)]
    return _statement(shape, ", ".join(binds))


def _statement(shape: Shape, binds: str) -> str:
    columns = [f'"{name}"' for name in shape.columns]
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    return (
        f'INSERT INTO "{shape.table}" ({", ".join(columns)}) VALUES ({binds}) '  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET {updates}"
    )


@cache
def _fast_decoder(kind: str) -> msgspec.json.Decoder[Any]:
    """Decodes a record of exactly the known fields into a struct in the order of ``Shape.fields``."""
    shape = shape_of(kind)
    scalar = str | int | float | bool | None
    fields: list[Any] = [("id", str, "")]
    for name in shape.fields[1:]:
        wanted: Any = msgspec.Raw if name in shape.json_fields else scalar
        if name not in shape.defaults:
            fields.append((name, wanted))
        elif name in shape.json_fields:
            fields.append((name, wanted, msgspec.Raw(msgspec.json.encode(shape.defaults[name]))))
        else:
            fields.append((name, wanted, shape.defaults[name]))
    struct = msgspec.defstruct(f"Fast_{kind}", fields, kw_only=True, forbid_unknown_fields=True, gc=False)
    return msgspec.json.Decoder(struct)
