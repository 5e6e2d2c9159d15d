"""Between a record as it travels and a row as it is kept: names are the same, JSON columns and news are not.

A row is a tuple in the order of ``Shape.columns``. Instants and days are kept as the text that travels, so nothing is
parsed on the way. Fields this program does not know go to ``extra`` and come back from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import msgspec
from sqlalchemy import JSON, Boolean

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import MODELS
from onemm_desktop.models.base import Synced
from onemm_desktop.models.people import NAMED, derived_names
from onemm_wire import partitions
from onemm_wire.partitions import Family

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Shape:
    """How one kind of record lies in its table."""

    kind: str
    table: str
    #: Fields that travel, ``id`` first.
    fields: tuple[str, ...]
    json_fields: frozenset[str]
    bool_fields: frozenset[str]
    named: bool
    #: Values of fields that were left out; a field that is in neither this nor the record makes it malformed.
    defaults: Mapping[str, Any]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a row tuple: the envelope, what is derived, then the fields."""
        derived = ("sort_name", "search_text") if self.named else ()
        return ("id", "partition", "rev", "extra", *derived, *self.fields[1:])

    @cached_property
    def json_places(self) -> tuple[int, ...]:
        """Where among the fields after ``id`` JSON lies."""
        return tuple(place for place, name in enumerate(self.fields[1:]) if name in self.json_fields)


@cache
def shape_of(kind: str) -> Shape:
    """The shape of a kind this program knows; KeyError for any other."""
    model = MODELS[kind]
    columns = {column.key: column for column in model.__mapper__.columns}
    fields = model.wire_fields()
    return Shape(
        kind=kind,
        table=model.__tablename__,
        fields=("id", *(name for name in fields if name != "id")),
        json_fields=frozenset(name for name in fields if isinstance(columns[name].type, JSON)),
        bool_fields=frozenset(name for name in fields if isinstance(columns[name].type, Boolean)),
        named=model in NAMED,
        defaults=_defaults(model),
    )


def places(partition: str) -> dict[str, list[str]]:
    """The kinds that a partition may hold, each with the fields for which this program has a place."""
    return _places(partitions.family(partition))


@cache
def _places(family: Family) -> dict[str, list[str]]:
    return {
        kind: sorted(shape_of(kind).fields) for kind, model in MODELS.items() if model.record.family in (family, "any")
    }


def _defaults(model: type[Synced]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in msgspec.structs.fields(model.record):
        if field.default is not msgspec.NODEFAULT:
            values[field.name] = field.default
        elif field.default_factory is not msgspec.NODEFAULT:
            values[field.name] = field.default_factory()
    return values


def row_of(shape: Shape, record_id: str, partition: str, rev: int, data: Mapping[str, Any]) -> Row:
    """A record as a row. A record that lacks a field it must have is a bug over there: CENTRE_FAILED."""
    known = {**shape.defaults, **data, "id": record_id}
    try:
        values = [known[name] for name in shape.fields[1:]]
    except KeyError:
        missing = ", ".join(name for name in shape.fields if name not in known)
        raise KnownError(Problem.CENTRE_FAILED, kind=shape.kind, missing=missing) from None
    for place in shape.json_places:
        values[place] = json_text(values[place])
    # Hardly a record has more fields than this program knows, so they are not looked for one by one.
    extra = "{}"
    if len(known) > len(shape.fields):
        extra = json_text({name: value for name, value in data.items() if name not in shape.fields})
    derived = derived_names(known) if shape.named else ()
    return (record_id, partition, rev, extra, *derived, *values)


def data_of(shape: Shape, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row, by the names of its columns, as the record that travels: the way back of ``row_of``."""
    data = {name: _sent(shape, name, row[name]) for name in shape.fields}
    return {**msgspec.json.decode(row["extra"]), **data}


def json_text(value: Any) -> str:
    """JSON as it is kept in a column of SQLAlchemy's JSON type."""
    return msgspec.json.encode(value).decode()


def _sent(shape: Shape, name: str, value: Any) -> Any:
    if name in shape.json_fields:
        return None if value is None else msgspec.json.decode(value)
    return bool(value) if name in shape.bool_fields else value
