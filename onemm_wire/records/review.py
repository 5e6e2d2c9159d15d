"""What a machine must not settle: one field, two answers, kept until a named person decides."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Literal

from onemm_wire.records.base import AnyFamily, Record

Choice = Literal["mine", "theirs", "other", "same_value"]


class Conflict(Record, frozen=True, kw_only=True):
    """Two people's answers for one field of one record, with what stood before both.

    Made by the centre alone, in the partition of the record it is about, so that whoever may see the record may see
    the question. ``field`` is empty where the whole record is meant (one deleted what the other changed); the three
    values are then the record as it was, is at the centre, and was on the laptop, None for "deleted".

    A person settles it by two ordinary changes in one transaction: the record's field is set to the chosen value,
    read at ``centre_rev``, and this record to ``settled`` with the choice. Undo, work offline and two people deciding
    at once need nothing more. ``mine`` is the laptop's value, ``theirs`` the centre's, seen from the laptop that wrote.
    """

    kind: ClassVar[str] = "conflict"
    family: ClassVar[AnyFamily] = "any"

    about_kind: str
    about_id: str
    field: str
    before: Any = None
    centre: Any = None
    laptop: Any = None
    centre_rev: int
    centre_by: str = ""
    centre_by_name: str = ""
    centre_at: datetime | None = None
    laptop_by: str
    laptop_by_name: str = ""
    laptop_at: datetime
    device_id: str
    op_n: int
    state: Literal["open", "settled"] = "open"
    choice: Choice | None = None
    value: Any = None
    settled_by: str = ""
    settled_by_name: str = ""
    settled_at: datetime | None = None
