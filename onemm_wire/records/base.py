"""What every record that travels has in common."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from onemm_wire.partitions import Family

#: A family's name, or "any" for records that live beside whatever they are about.
AnyFamily = Family | Literal["any"]


class Record(msgspec.Struct, kw_only=True, frozen=True):
    """One thing the programme keeps. Its partition, revision and history stand in the envelope, not here.

    ``kind`` is the record's word on the wire and at the centre; ``family`` says which partitions may hold it.
    Fields that a newer program added are not declared here; whoever stores a record keeps them beside it.
    """

    kind: ClassVar[str]
    family: ClassVar[AnyFamily]

    id: str
