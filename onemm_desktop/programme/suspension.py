"""Suspending a mentor: the safeguarding lead's alone, at once, whatever stage the mentor has reached.

A suspended mentor is out of matching, badges and visit lists, and wins over any other stage when laptops meet
(``onemm_wire.merge``). Domain, section (e), BLOCK 5.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Mentor, desk_of
from onemm_desktop.programme.people import may_change, one
from onemm_wire.partitions import Role

_LEAD: Role = "safeguarding_lead"


def suspend(session: Session, *, mentor: str) -> Change:
    """Suspend a mentor; said again, it changes nothing.

    Raises KnownError NOT_FOUND, or NOT_ALLOWED at the desk of anybody but the safeguarding lead.
    """
    row = one(session, Mentor, mentor)
    role = desk_of(session).role
    if role != _LEAD or not may_change(role, row.partition):
        raise KnownError(Problem.NOT_ALLOWED, reason="role")
    if row.stage == "suspended":
        return Change()
    row.stage = "suspended"
    return Change(touched=frozenset({("mentor", mentor)}))
