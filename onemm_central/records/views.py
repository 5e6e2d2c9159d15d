"""Typed SQL views, one per kind, so that an analyst reads ``SELECT stage FROM mentor`` and not JSON paths."""

from __future__ import annotations

import types
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Union, get_args, get_origin, get_type_hints

from sqlalchemy import Connection, text

from onemm_wire.records import KINDS, Record

CASTS = {
    bool: "boolean",
    int: "bigint",
    float: "double precision",
    date: "date",
    datetime: "timestamptz",
}


def refresh_views(connection: Connection) -> None:
    """Make the views match the wire's records. A view that is already right is left alone, with what hangs on it.

    Raises sqlalchemy.exc.InternalError if a view must change on which somebody built another: drop that one first.
    """
    for kind, record in KINDS.items():
        select = view_of(kind, record)
        mark = sha256(select.encode()).hexdigest()
        known = connection.execute(
            text("SELECT obj_description(to_regclass(:name), 'pg_class')"), {"name": f'"{kind}"'}
        ).scalar()
        if known == mark:
            continue
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{kind}"')
        connection.exec_driver_sql(f'CREATE VIEW "{kind}" AS {select}')
        connection.exec_driver_sql(f"""COMMENT ON VIEW "{kind}" IS '{mark}'""")


def view_of(kind: str, record: type[Record]) -> str:
    """The SELECT behind the view of one kind. Names come from our own code, never from a request."""
    hints = get_type_hints(record)
    fields = [name for name in record.__struct_fields__ if name != "id"]
    columns = ", ".join(f'{column_of(name, hints[name])} AS "{name}"' for name in fields)
    return f"SELECT partition, id, rev, seq, {columns} FROM record WHERE kind = '{kind}' AND NOT deleted"  # noqa: S608


def column_of(name: str, hint: Any) -> str:
    """The SQL expression for one field by its Python type; lists and maps stay JSON, all else is text."""
    plain = without_none(hint)
    if get_origin(plain) in (list, dict):
        return f"data -> '{name}'"
    if plain in CASTS:
        return f"(data ->> '{name}')::{CASTS[plain]}"
    return f"data ->> '{name}'"


def without_none(hint: Any) -> Any:
    """``date | None`` is a date that may be missing: every column may be NULL anyway."""
    if get_origin(hint) in (Union, types.UnionType):
        kept = [part for part in get_args(hint) if part is not type(None)]
        return kept[0] if len(kept) == 1 else hint
    return hint
