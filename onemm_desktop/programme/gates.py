"""What still stands between somebody and a match: gates that are open side by side, never a queue of steps.

Nobody sets "ready to match" by hand here: it is what is left when nothing is missing. A mentor's gates are clearance,
training, consent and not being suspended; a young person's are consent, registration and the first survey.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onemm_desktop.programme.clearance import Standing as Clearance
from onemm_desktop.programme.consents import UNANSWERED, Standing

Code = Literal[
    "suspended", "clearance_declined", "clearance_risk_assessment", "clearance_not_started", "clearance_applied",
    "clearance_expired", "training_unknown", "training_missing", "consent_never_given", "consent_ended",
    "consent_withdrawn", "not_registered", "no_baseline",
]  # fmt: skip
#: Stages in which a mentor is on the way to a match.
MENTOR_ON_THE_WAY = frozenset({"enquiry", "applied", "checking", "training_booked", "trained", "ready_to_match"})
#: Stages in which a young person is, in their order.
MENTEE_ON_THE_WAY = ("nominated", "consent_sought", "consent_held", "registered", "baseline_done", "ready_to_match")
#: Birthdays at which a young person is asked anew, and from how many days before.
BIRTHDAYS, BIRTHDAY_DAYS = (16, 18), 30


@dataclass(frozen=True, slots=True)
class Missing:
    """One gate that is shut. ``count`` is the days waited for a clearance, or the modules still to do."""

    code: Code
    count: int = 0


def of_mentor(
    *, stage: str, clearance: Clearance, required: Collection[str], passed: Collection[str], taking_part: Standing,
    today: date,
) -> tuple[Missing, ...]:  # fmt: skip
    """Every gate that is shut for a mentor, the gravest first; none where they are ready to match.

    ``required`` is empty where the centre has sent no requirement set: then nobody is ready. A mentor's application is
    their consent, so that ``never_given`` shuts nothing.
    """
    missing: list[Missing] = []
    if stage == "suspended":
        missing.append(Missing("suspended"))
    if taking_part.why in ("withdrawn", "ended"):
        missing.append(_consent(taking_part))
    match clearance.code:
        case "declined":
            missing.append(Missing("clearance_declined"))
        case "risk_assessment":
            missing.append(Missing("clearance_risk_assessment"))
        case "expired":
            missing.append(Missing("clearance_expired"))
        case "applied":
            missing.append(Missing("clearance_applied", max((today - (clearance.day or today)).days, 0)))
        case "not_started":
            missing.append(Missing("clearance_not_started"))
    if not required:
        missing.append(Missing("training_unknown"))
    elif to_do := len(set(required) - set(passed)):
        missing.append(Missing("training_missing", to_do))
    return tuple(missing)


def of_mentee(*, stage: str, taking_part: Standing) -> tuple[Missing, ...]:
    """Every gate that is shut for a young person; where no consent is written down, their stage speaks."""
    missing: list[Missing] = []
    if taking_part.why in ("withdrawn", "ended") or (taking_part.why == "never_given" and stage in UNANSWERED):
        missing.append(_consent(taking_part))
    if stage in MENTEE_ON_THE_WAY[:3]:
        missing.append(Missing("not_registered"))
    if stage in MENTEE_ON_THE_WAY[:4]:
        missing.append(Missing("no_baseline"))
    return tuple(missing)


def birthday(born: date, today: date) -> tuple[int, int] | None:
    """(16 or 18, days until then) where that birthday is near: the young person is then asked anew; else None."""
    for years in BIRTHDAYS:
        try:
            turns = born.replace(year=born.year + years)
        except ValueError:  # born on 29 February: a year older on 1 March
            turns = date(born.year + years, 3, 1)
        days = (turns - today).days
        if 0 <= days <= BIRTHDAY_DAYS:
            return years, days
    return None


def _consent(standing: Standing) -> Missing:
    match standing.why:
        case "withdrawn":
            return Missing("consent_withdrawn")
        case "ended":
            return Missing("consent_ended")
    return Missing("consent_never_given")
