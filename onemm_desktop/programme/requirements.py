"""What the programme asks for on a day: modules, and how much of a session counts. Dated data from the centre."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import RequirementSet


@dataclass(frozen=True, slots=True)
class Asked:
    """What a requirement set asks for: its modules, and the share of every session that counts as having attended."""

    modules: frozenset[str]
    attendance_share: float


def asked(session: Session, event_kind: str, day: date) -> Asked | None:
    """What the programme asks for on a day, for the purpose an event serves: the newest set in force whose code is
    the event's kind (``mentor-training``). None where the centre has sent none."""
    in_force = select(RequirementSet.modules, RequirementSet.attendance_share).where(
        RequirementSet.code == event_kind.replace("_", "-"), RequirementSet.valid_from <= day
    )
    newest = session.execute(in_force.order_by(RequirementSet.valid_from.desc()).limit(1)).first()
    return Asked(frozenset(newest[0]), newest[1]) if newest else None


def required_modules(session: Session, event_kind: str, day: date) -> frozenset[str]:
    """The modules the programme asks for on a day, as ``asked`` finds them; none where nothing is known."""
    found = asked(session, event_kind, day)
    return found.modules if found else frozenset()
