"""What the programme asks for on a day: modules, how much of a session counts, for how long what it certifies holds.

Dated data from the centre.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import RequirementSet


@dataclass(frozen=True, slots=True)
class Asked:
    """What a requirement set asks for: its modules, and the share of every session that counts as having attended.

    ``holds_months``: for how long what it certifies holds; None: without an end.
    """

    modules: frozenset[str]
    attendance_share: float
    holds_months: int | None

    def holds_until(self, completed_on: date) -> date | None:
        """The day until which what was completed on a day holds; None where it has no end."""
        return completed_on + relativedelta(months=self.holds_months) if self.holds_months else None


def asked(session: Session, event_kind: str, day: date) -> Asked | None:
    """What the programme asks for on a day, for the purpose an event serves: the newest set in force whose code is
    the event's kind (``mentor-training``). None where the centre has sent none."""
    in_force = select(RequirementSet.modules, RequirementSet.attendance_share, RequirementSet.holds_months).where(
        RequirementSet.code == event_kind.replace("_", "-"), RequirementSet.valid_from <= day
    )
    newest = session.execute(in_force.order_by(RequirementSet.valid_from.desc()).limit(1)).first()
    return Asked(frozenset(newest[0]), newest[1], newest[2]) if newest else None


def required_modules(session: Session, event_kind: str, day: date) -> frozenset[str]:
    """The modules the programme asks for on a day, as ``asked`` finds them; none where nothing is known."""
    found = asked(session, event_kind, day)
    return found.modules if found else frozenset()
