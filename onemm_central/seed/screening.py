"""Clearances as they come about: asked for, issued, seen, decided. Only what may be kept of a check is invented.

Level: a monthly hour is not regulated activity, so an enhanced check without the barred list is the ceiling
(``domain.md``, safety rule 2). Three years until the next check is peers' policy and stands here as seed data only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

from onemm_central.seed.chance import Chance
from onemm_wire.records import Clearance
from onemm_wire.records.people import ClearanceState, MentorStage

Course = ClearanceState | Literal["expiring"]
Outcome = Literal["clear_to_proceed", "risk_assessment_required", "declined"]

_GOOD_FOR = timedelta(days=1096)

_CLEARED: dict[Course, int] = {"clear": 95, "expiring": 5}
#: How often a mentor of a stage has got how far. A stage that meets young people is always cleared.
_BY_STAGE: dict[MentorStage, dict[Course, int]] = {
    "enquiry": {"not_started": 1},
    "applied": {"not_started": 60, "applied": 40},
    "checking": {"applied": 95, "risk_assessment": 5},
    "training_booked": {"clear": 72, "applied": 22, "not_started": 6},
    "trained": {"applied": 60, "clear": 36, "risk_assessment": 4},
    "ready_to_match": _CLEARED,
    "matched": _CLEARED,
    "active": _CLEARED,
    "closing": _CLEARED,
    "suspended": {"clear": 1},
    "paused": {"clear": 60, "expired": 40},
    "alumnus": {"clear": 80, "expired": 20},
    "dormant": {"clear": 30, "expired": 40, "not_started": 30},
    "withdrew": {"clear": 40, "not_started": 60},
    "declined": {"declined": 60, "not_started": 40},
}

_OUTCOMES: dict[Course, Outcome] = {
    "clear": "clear_to_proceed",
    "expiring": "clear_to_proceed",
    "expired": "clear_to_proceed",
    "risk_assessment": "risk_assessment_required",
    "declined": "declined",
}


@dataclass(frozen=True, slots=True)
class Screening:
    """The dates of one check and what the mentor's card says of it. ``decided_on`` is None until somebody decided."""

    state: ClearanceState
    applied_on: date | None = None
    issued_on: date | None = None
    seen_on: date | None = None
    decided_on: date | None = None
    outcome: Outcome | None = None
    until: date | None = None


def course(stage: MentorStage, chance: Chance) -> Course:
    """How far the screening of a mentor of this stage has got."""
    shares = _BY_STAGE[stage]
    return chance.weighted(list(shares), list(accumulate(shares.values())))


def screening(course: Course, joined_on: date, today: date, chance: Chance, days_left: int = 0) -> Screening:
    """A check that ran its course between the day a mentor joined and yesterday.

    ``days_left`` fixes how long an ``expiring`` clearance still holds; 0 leaves it to chance.
    """
    if course == "not_started":
        return Screening("not_started")
    # A check and its decision take five to ten weeks, or as long as there has been since joining.
    length = min(chance.between(35, 70), (today - joined_on).days - 1)

    def after(share: float) -> date:
        return joined_on + timedelta(days=int(length * share))

    applied_on = after(chance.between(4, 15) / 100)
    if course == "applied":
        return Screening("applied", applied_on=applied_on)
    issued_on = after(chance.between(45, 60) / 100)
    seen_on, decided_on = after(chance.between(68, 80) / 100), after(chance.between(84, 95) / 100)
    until = issued_on + _GOOD_FOR
    if course in ("expiring", "expired"):
        # An earlier check, carried over from another organisation when the mentor joined.
        left = days_left or chance.between(12, 58)
        until = today + timedelta(days=left) if course == "expiring" else chance.day_before(today, 3, 80)
        issued_on = until - _GOOD_FOR
        applied_on = chance.day_before(issued_on, 14, 40)
    held = course in ("clear", "expiring", "expired")
    return Screening(
        state="clear" if course == "expiring" else course,
        applied_on=applied_on,
        issued_on=issued_on,
        seen_on=seen_on,
        decided_on=decided_on,
        outcome=_OUTCOMES[course],
        until=until if held else None,
    )


def clearance(screening: Screening, mentor_id: str, staff: tuple[str, str], chance: Chance) -> Clearance | None:
    """The record of a check; None where none was asked for. ``staff``: who saw the certificate, who decided."""
    if screening.applied_on is None:
        return None
    issued = screening.issued_on is not None
    return Clearance(
        id=chance.day_id(screening.applied_on),
        mentor_id=mentor_id,
        level="enhanced",
        workforce="child",
        applied_on=screening.applied_on,
        # Twelve digits as on a certificate, but below any that we know to be issued.
        certificate_number=f"000{chance.digits(9)}" if issued else "",
        issued_on=screening.issued_on,
        seen_by=staff[0] if issued else "",
        seen_on=screening.seen_on,
        outcome=screening.outcome,
        decided_by=staff[1] if screening.decided_on else "",
        decided_on=screening.decided_on,
        next_due_on=screening.until,
    )
