"""What no record may hold, whatever its kind says: values on which some laptop or some database would choke.

A laptop that sends such a thing harms nobody but itself: the op is parked there, and no other laptop ever pulls it.
"""

from __future__ import annotations

import re
import types
from datetime import UTC, datetime
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from onemm_wire.records import KINDS, Conflict, Record

#: Bytes of JSON. A conflict holds up to three copies of what it is about.
MAX_RECORD = 1024 * 1024
MAX_CONFLICT = 4 * MAX_RECORD
#: Fields of newer programs that one record may have.
MAX_UNKNOWN = 100
#: Beyond this JSON's numbers are not exact everywhere.
MAX_NUMBER = 2**53
#: Lists and maps within each other. Every reader of JSON has a limit; ours are far below any.
MAX_DEPTH = 24
FIELD_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")


class TooLargeError(ValueError):
    """A record would become larger than any may be."""


def _fields_of(wanted: type) -> dict[str, tuple[str, ...]]:
    """Per kind, the declared fields of a type, optional ones included."""
    return {kind: tuple(_named(record, wanted)) for kind, record in KINDS.items()}


def _named(record: type[Record], wanted: type) -> list[str]:
    hints = get_type_hints(record)
    return [name for name in record.__struct_fields__ if wanted in _parts(hints[name])]


def _parts(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


NUMBERS = _fields_of(int)
INSTANTS = _fields_of(datetime)


def refuse_too_large(kind: str, whole: dict[str, Any], encoded: bytes) -> None:
    """Raise TooLargeError for a record of too many bytes or too many fields that its kind does not declare."""
    unknown = len(whole) - len(KINDS[kind].__struct_fields__)
    if len(encoded) > (MAX_CONFLICT if kind == Conflict.kind else MAX_RECORD) or unknown > MAX_UNKNOWN:
        raise TooLargeError


def refuse_huge_numbers(record: Record) -> None:
    """Raise msgspec.ValidationError for a whole number that a laptop's database has no room for."""
    for name in NUMBERS[record.kind]:
        value = getattr(record, name)
        if value is not None and not -MAX_NUMBER < value < MAX_NUMBER:
            raise msgspec.ValidationError(f"Number out of range - at `$.{name}`")


def instants(record: Record) -> dict[str, str]:
    """The record's instants in UTC. Raises msgspec.ValidationError for one that does not say where on earth."""
    texts: dict[str, str] = {}
    for name in INSTANTS[record.kind]:
        value = getattr(record, name)
        if value is not None:
            if not is_instant(value):
                raise msgspec.ValidationError(f"Not an instant - at `$.{name}`")
            texts[name] = msgspec.to_builtins(value.astimezone(UTC))
    return texts


def is_instant(value: datetime) -> bool:
    """Whether a time says its zone, and exists in every other zone too."""
    try:
        return value.tzinfo is not None and value.astimezone(UTC) is not None
    except OverflowError:
        return False


def is_deep(value: Any) -> bool:
    """Whether JSON is nested more deeply than anything we send."""
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            return True
        level = [
            inner
            for outer in level
            if isinstance(outer, (dict, list))
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return False
