"""Fields that an older program kept unread beside a record become columns of this one, where they are.

An older program keeps fields it does not know in ``extra``. Once a migration has made room for one of them, its values
are moved over, without a word to the centre. Where every record of a partition had it, the partition counts as filled
with it (``Progress.filled``); what is missing elsewhere is fetched by ``sync/backfill.py``.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import JSON, Connection, text

from onemm_desktop.models import MODELS, Synced

#: The names under which something lies in a table's ``extra``.
UNREAD = "SELECT DISTINCT part.key FROM \"{table}\" AS kept, json_each(kept.extra) AS part WHERE kept.extra <> '{{}}'"
LACKING = 'SELECT DISTINCT partition FROM "{table}" WHERE json_type(extra, :path) IS NULL'
MOVE = (
    'UPDATE "{table}" SET "{column}" = {value}, extra = json_remove(extra, :path) '
    "WHERE json_type(extra, :path) IS NOT NULL"
)
FILLED = text("SELECT partition, filled FROM progress")
FILL = text("UPDATE progress SET filled = :filled WHERE partition = :partition")


def adopt(connection: Connection) -> None:
    """Move what has a column by now out of ``extra``, in the transaction of the migrations."""
    for kind, model in MODELS.items():
        for name in _unread(connection, model):
            path = {"path": f'$."{name}"'}
            lacking = set(connection.scalars(text(LACKING.format(table=model.__tablename__)), path))
            connection.execute(text(_move(model, name)), path)
            _note(connection, kind, name, lacking)


def _unread(connection: Connection, model: type[Synced]) -> list[str]:
    table = model.__tablename__
    columns = {row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")')}
    wanted = columns.intersection(model.wire_fields())
    return [name for name in connection.scalars(text(UNREAD.format(table=table))) if name in wanted]


def _move(model: type[Synced], name: str) -> str:
    as_json = isinstance(model.__table__.c[name].type, JSON)
    value = "extra -> :path" if as_json else "json_extract(extra, :path)"
    return MOVE.format(table=model.__tablename__, column=name, value=value)


def _note(connection: Connection, kind: str, name: str, lacking: set[str]) -> None:
    for partition, text_of_filled in connection.execute(FILLED).all():
        filled: dict[str, list[str]] = msgspec.json.decode(text_of_filled)
        if kind in filled and partition not in lacking:
            filled[kind] = sorted([*filled[kind], name])
            connection.execute(FILL, {"partition": partition, "filled": msgspec.json.encode(filled).decode()})
