"""Visible row = shadow + ops. The one rule by which this laptop's own changes stay on top of the centre's news."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """What an op does to a record: its verb (create, update, delete) and the fields it sets. ``n`` is the op's."""

    verb: str
    fields: Mapping[str, Any]
    n: int = 0


def visible(shadow: Mapping[str, Any] | None, steps: Iterable[Step]) -> dict[str, Any] | None:
    """The record as its own laptop shows it: the centre's last word with this laptop's ops on top, in order of n.

    None is a record that is not there. An update of a record that is gone stays without effect: a few changed
    fields do not make a person. A creation the centre already knows (an answer that got lost) lies over it.
    """
    record = None if shadow is None else dict(shadow)
    for step in steps:
        match step.verb:
            case "delete":
                record = None
            case "create":
                record = {**(record or {}), **step.fields}
            case _ if record is not None:
                record.update(step.fields)
    return record
