"""The lawful level of a clearance: each case named after its rule and where the rule stands."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.screening import LEVELS, Advice, Pattern, advice, require_lawful
from onemm_wire.records.people import ClearanceLevel

#: The rule and its source, the pattern of contact, and the ceiling with its reason.
RULES: dict[str, tuple[dict[str, Any], Advice]] = {
    "SVGA 2006 sch 4: once a week is regular": ({"every_week": True}, Advice("enhanced_barred", "every_week")),
    "SVGA 2006 sch 4: four days in thirty are regular": ({"days_in_30": 4}, Advice("enhanced_barred", "days_in_30")),
    "SVGA 2006 sch 4: three days in thirty are not": ({"days_in_30": 3}, Advice("enhanced", "not_regular")),
    "SVGA 2006 sch 4: overnight is regular": ({"overnight": True}, Advice("enhanced_barred", "overnight")),
    "SVGA 2006 sch 4: one single night is enough": (
        {"overnight": True, "again": False}, Advice("enhanced_barred", "overnight"),
    ),
    "domain (e) BLOCK 2: the monthly hour is not regulated": ({}, Advice("enhanced", "not_regular")),
    "domain (e) BLOCK 2: enhanced is for more than once": ({"again": False}, Advice("basic", "once_only")),
    "KCSIE part three: supervised every week": (
        {"supervised": True, "every_week": True}, Advice("enhanced", "supervised"),
    ),
    "KCSIE part three: supervised four days": ({"supervised": True, "days_in_30": 4}, Advice("enhanced", "supervised")),
    "KCSIE part three: supervised overnight": (
        {"supervised": True, "overnight": True}, Advice("enhanced", "supervised"),
    ),
    "KCSIE part three: supervised monthly": ({"supervised": True}, Advice("enhanced", "supervised")),
    "domain (b) Region: Northern Ireland has the same test": (
        {"nation": "northern_ireland", "every_week": True}, Advice("enhanced_barred", "every_week"),
    ),
    "domain (b) Region: Scotland has a body of its own": (
        {"nation": "scotland", "every_week": True}, Advice(None, "other_body"),
    ),
}  # fmt: skip


def pattern(**said: Any) -> Pattern:
    return Pattern(**{"nation": "wales", "supervised": False, **said})


@pytest.mark.parametrize("rule", RULES)
def test_the_ceiling_follows_from_the_contact(rule: str) -> None:
    said, expected = RULES[rule]
    assert advice(pattern(**said)) == expected


@pytest.mark.parametrize(("rule", "level"), list(product(RULES, LEVELS)))
def test_no_level_above_the_ceiling_can_be_asked_for_and_the_refusal_says_why(rule: str, level: ClearanceLevel) -> None:
    said, expected = RULES[rule]
    if expected.ceiling is not None and LEVELS.index(level) <= LEVELS.index(expected.ceiling):
        require_lawful(level, pattern(**said))
        return
    with pytest.raises(KnownError) as refused:
        require_lawful(level, pattern(**said))
    assert refused.value.problem is Problem.NOT_ALLOWED
    assert refused.value.values["reason"] == expected.why


def test_kcsie_part_three_a_supervised_volunteer_is_never_asked_about_on_the_barred_list() -> None:
    for week, days, night, again in product((False, True), (1, 3, 4, 30), (False, True), (False, True)):
        met = pattern(supervised=True, every_week=week, days_in_30=days, overnight=night, again=again)
        with pytest.raises(KnownError):
            require_lawful("enhanced_barred", met)


@pytest.mark.parametrize("days", [-1, 0, 31])
def test_a_pattern_of_impossible_days_is_refused(days: int) -> None:
    with pytest.raises(ValueError, match="days of thirty"):
        pattern(days_in_30=days)
