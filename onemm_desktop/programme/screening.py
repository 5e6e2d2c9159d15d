"""The highest level of clearance that the law lets us ask for, from how a mentor meets young people.

Asking for more than the role is eligible for is unlawful, so that this is a ceiling, and never advice to reach it. The
safeguarding lead decides, and a change of the pattern, such as from monthly to weekly, asks anew.

Sources. The test of regularity is in the Safeguarding Vulnerable Groups Act 2006, schedule 4 (and the Order of 2007 for
Northern Ireland): frequently, understood as once a week or more; on more than three days in any thirty; or overnight.
That a supervised volunteer may not be asked about on the barred list is in Keeping children safe in education, part
three, "Volunteers". That 1MM's monthly hour is eligible for an enhanced check is to be confirmed by its registered
body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onemm_desktop.errors import KnownError, Problem
from onemm_wire.records.people import ClearanceLevel

Nation = Literal["england", "wales", "scotland", "northern_ireland"]
#: Why the ceiling is where it is; ``other_body``: these levels are not those of the nation's checking body.
Why = Literal["supervised", "every_week", "days_in_30", "overnight", "not_regular", "once_only", "other_body"]

#: More than three days in any thirty are regular.
REGULAR_DAYS = 4
#: From the lowest to the highest.
LEVELS: tuple[ClearanceLevel, ...] = ("basic", "standard", "enhanced", "enhanced_barred")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """How a mentor meets young people.

    ``days_in_30`` is the most days of meeting in any thirty, ``overnight`` any contact between two and six at night,
    ``again`` whether they meet more than once at all. ``supervised`` is only true where somebody in regulated activity
    is there each time: contact that is supervised some of the time is not.
    """

    nation: Nation
    supervised: bool
    every_week: bool = False
    days_in_30: int = 1
    overnight: bool = False
    again: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.days_in_30 <= 30:
            raise ValueError(f"{self.days_in_30} days of thirty")


@dataclass(frozen=True, slots=True)
class Advice:
    """The ceiling and why; no ceiling where another body's levels apply and its own advice is needed."""

    ceiling: ClearanceLevel | None
    why: Why


def advice(pattern: Pattern) -> Advice:
    """The highest level that may lawfully be asked for with this pattern of contact."""
    if pattern.nation == "scotland":  # Disclosure Scotland's scheme knows neither these levels nor this supervision
        return Advice(None, "other_body")
    if regular := _regular(pattern):
        return Advice("enhanced", "supervised") if pattern.supervised else Advice("enhanced_barred", regular)
    if not pattern.again:
        return Advice("basic", "once_only")
    return Advice("enhanced", "supervised" if pattern.supervised else "not_regular")


def require_lawful(level: ClearanceLevel, pattern: Pattern) -> None:
    """Raise KnownError NOT_ALLOWED, with ``Advice.why`` as its reason, where that level is above the ceiling."""
    given = advice(pattern)
    if given.ceiling is None or LEVELS.index(level) > LEVELS.index(given.ceiling):
        raise KnownError(Problem.NOT_ALLOWED, reason=given.why)


def _regular(pattern: Pattern) -> Why | None:
    """Which of the three tests of regularity the contact meets, if any."""
    if pattern.every_week:
        return "every_week"
    if pattern.days_in_30 >= REGULAR_DAYS:
        return "days_in_30"
    return "overnight" if pattern.overnight else None
