"""What each role may do with each kind of record. The centre refuses by this, the laptop does not offer by this.

What a role may *see* is a matter of partitions: a laptop never holds anything else (``onemm_wire.partitions.granted``).
"""

from __future__ import annotations

from typing import Literal

from onemm_wire.partitions import Family, Role, may_write
from onemm_wire.records import WRITERS

Verb = Literal["create", "update", "delete"]
#: Why not. ``centre``: written at the centre alone. ``role``: for others to write. ``removal``: for others to remove.
Why = Literal["centre", "role", "removal"]

#: Whoever answers for a region's records. The others take back what is their own, and leave the rest to these.
REMOVERS: frozenset[Role] = frozenset({"staff", "regional_manager", "safeguarding_lead"})


def forbidden(role: Role, verb: Verb, kind: str, family: Family, *, own: bool = False) -> Why | None:
    """Why this role may not do this to a record of this kind in such a partition; None where it may.

    ``own``: nobody but this laptop ever wrote the record, so that changing it is as creating it anew.
    """
    if family == "national":
        return "centre"
    if not may_write(role, family, creating=own or verb == "create") or role not in WRITERS.get(kind, (role,)):
        return "role"
    if verb == "delete" and not own and role not in REMOVERS:
        return "removal"
    return None
