"""Values of single fields, as they travel and as they are kept; and what a person may write into a field."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import MODELS, Synced
from onemm_wire.records import KINDS

Form = Literal["text", "long", "day", "instant", "whole", "number", "flag", "choice", "list"]

#: Texts of several lines.
_LONG = frozenset({"notes", "access_needs", "aspirations", "access_notes", "reason"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What goes into a field: its form, the codes to choose from, and whether it may be left empty."""

    form: Form
    codes: tuple[str, ...] = ()
    optional: bool = False


@cache
def shape_of(kind: str, field: str) -> Shape:
    """The shape of a declared field; KeyError for any other."""
    declared = get_type_hints(KINDS[kind])[field]
    optional = get_origin(declared) in (Union, types.UnionType) and type(None) in get_args(declared)
    inner = next(one for one in get_args(declared) if one is not type(None)) if optional else declared
    if get_origin(inner) is Literal:
        return Shape("choice", tuple(get_args(inner)), optional)
    if get_origin(inner) is list:
        return Shape("list", (), optional)
    forms: dict[Any, Form] = {date: "day", datetime: "instant", int: "whole", float: "number", bool: "flag"}
    return Shape(forms.get(inner, "long" if field in _LONG else "text"), (), optional)


def checked(kind: str, field: str, value: Any) -> Any:
    """A value as the wire writes it. Raises KnownError WRONG_VALUE where the field cannot hold it."""
    declared = get_type_hints(KINDS[kind])[field]
    try:
        return msgspec.to_builtins(msgspec.convert(value, declared))
    except msgspec.ValidationError as error:
        raise KnownError(Problem.WRONG_VALUE) from error


def from_wire(model: type[Synced], field: str, value: Any) -> Any:
    """A value as it travels, as the model keeps it."""
    python_type = model.__table__.c[field].type.python_type
    if value is None or python_type not in (date, datetime):
        return value
    return msgspec.convert(value, python_type)


def row_from(kind: str, record_id: str, partition: str, data: Mapping[str, Any], *, rev: int = 0) -> Synced:
    """A new row with a whole record as it travels; fields that this program does not know are kept beside it."""
    model = MODELS[kind]
    known = {name: from_wire(model, name, data[name]) for name in model.wire_fields() if name in data and name != "id"}
    extra = {name: value for name, value in data.items() if name not in model.wire_fields()}
    row: Synced = model(id=record_id, partition=partition, rev=rev, extra=extra, **known)
    return row
