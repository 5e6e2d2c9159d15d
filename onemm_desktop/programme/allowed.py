"""What the person at this desk may do, and why not: pages offer nothing that the centre would refuse.

One rule for both sides (``onemm_wire.permissions``); a page that hides or greys something says the reason.
"""

from __future__ import annotations

from typing import Literal

from onemm_desktop.errors import KnownError, Problem
from onemm_wire import partitions
from onemm_wire.partitions import Family, Role
from onemm_wire.permissions import Verb, Why, forbidden
from onemm_wire.records import APPEND_ONLY, KINDS

#: ``centre``: written at the centre alone. ``role``: for others to write. ``removal``: for others to remove. ``fact``:
#: a fact is added to, never changed.
Reason = Literal[Why, "fact"]


def may(role: Role, verb: Verb, kind: str, partition: str | None = None, *, own: bool = False) -> Reason | None:
    """Why this role may not do this to records of a kind; None where it may.

    ``partition`` is where the record lies, or would; without it, where its kind always does. ``own``: nobody else has
    written it.
    """
    why = forbidden(role, verb, kind, _family(kind, partition), own=own)
    if why is None and verb != "create" and kind in APPEND_ONLY:
        return "fact"
    return why


def require(role: Role, verb: Verb, kind: str, partition: str | None = None, *, own: bool = False) -> None:
    """Raise KnownError NOT_ALLOWED where ``may`` has a reason."""
    why = may(role, verb, kind, partition, own=own)
    if why is not None:
        raise KnownError(Problem.NOT_ALLOWED, reason=why)


def _family(kind: str, partition: str | None) -> Family:
    if partition is not None:
        return partitions.family(partition)
    family = KINDS[kind].family
    # What may lie anywhere lies, unless somebody says otherwise, with the region's other records.
    return "region" if family == "any" else family
