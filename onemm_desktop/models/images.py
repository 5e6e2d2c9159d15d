"""A record's row as it travels, read back from the database: what was stored, whatever Python's objects believe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Select, bindparam, select
from sqlalchemy.engine import Connection

from onemm_desktop.models.base import Synced


@dataclass(frozen=True, slots=True)
class Image:
    """A record's row at one moment: ``data`` as it travels, and the envelope beside it."""

    id: str
    partition: str
    rev: int
    data: dict[str, Any]


def wire_value(value: object) -> Any:
    """A value as it travels in JSON: days and instants as text (UTC, ``Z``), the rest as it is."""
    return msgspec.to_builtins(value.astimezone(UTC) if isinstance(value, datetime) else value)


@cache
def _rows_of(model: type[Synced]) -> Select[Any]:
    table = model.__table__
    return select(table).where(table.c.pk.in_(bindparam("pks", expanding=True)))


def images(connection: Connection, model: type[Synced], pks: Iterable[int]) -> dict[int, Image]:
    """The stored rows of some primary keys; a key without a row is left out."""
    names = model.wire_fields()
    rows = connection.execute(_rows_of(model), {"pks": sorted(pks)}).mappings()
    return {
        row["pk"]: Image(
            id=row["id"],
            partition=row["partition"],
            rev=row["rev"],
            data={**row["extra"], **{name: wire_value(row[name]) for name in names}},
        )
        for row in rows
    }
