"""Gates to a match: each one shut by itself, whatever else is open, and "ready" only where none is."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest

from onemm_desktop.programme.clearance import standing
from onemm_desktop.programme.consents import Standing
from onemm_desktop.programme.gates import Missing, birthday, of_mentee, of_mentor
from tests.region import MODULES, TODAY

READY: dict[str, Any] = {
    "stage": "trained", "clearance": standing("clear", "enhanced", None, None, TODAY), "required": MODULES,
    "passed": MODULES, "taking_part": Standing("taking_part", "never_given"), "today": TODAY,
}  # fmt: skip


def clearance(state: str, **days: date) -> dict[str, Any]:
    return {"clearance": standing(state, "enhanced", days.get("applied"), days.get("until"), TODAY)}


#: Each gate of a mentor: the facts that shut it, and what is said.
SHUT: list[tuple[dict[str, Any], Missing]] = [
    ({"stage": "suspended"}, Missing("suspended")),
    ({"taking_part": Standing("taking_part", "withdrawn")}, Missing("consent_withdrawn")),
    (clearance("applied", applied=TODAY - timedelta(days=23)), Missing("clearance_applied", 23)),
    ({"passed": MODULES[:1]}, Missing("training_missing", 2)),
]


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        *SHUT,
        (clearance("not_started"), Missing("clearance_not_started")),
        (clearance("risk_assessment"), Missing("clearance_risk_assessment")),
        (clearance("declined"), Missing("clearance_declined")),
        (clearance("clear", until=TODAY - timedelta(days=1)), Missing("clearance_expired")),
        (clearance("applied", applied=TODAY + timedelta(days=5)), Missing("clearance_applied", 0)),
        ({"required": []}, Missing("training_unknown")),
        ({"taking_part": Standing("taking_part", "ended")}, Missing("consent_ended")),
    ],
)
def test_domain_e1_one_shut_gate_of_a_mentor_is_enough(facts: dict[str, Any], missing: Missing) -> None:
    assert of_mentor(**READY) == ()
    assert of_mentor(**{**READY, **facts}) == (missing,)


@pytest.mark.parametrize("several", [pair for size in (2, 3, 4) for pair in combinations(SHUT, size)])
def test_gates_are_shut_side_by_side(several: tuple[tuple[dict[str, Any], Missing], ...]) -> None:
    facts = {name: value for one, _ in several for name, value in one.items()}
    assert set(of_mentor(**{**READY, **facts})) == {missing for _, missing in several}


def test_a_clearance_that_ends_today_still_holds() -> None:
    assert of_mentor(**{**READY, **clearance("clear", until=TODAY)}) == ()


@pytest.mark.parametrize(("stage", "why", "codes"), [
    ("nominated", "never_given", ["consent_never_given", "not_registered", "no_baseline"]),
    ("nominated", None, ["not_registered", "no_baseline"]),
    ("consent_held", "never_given", ["not_registered", "no_baseline"]),
    ("registered", None, ["no_baseline"]),
    ("baseline_done", None, []),
    ("ready_to_match", "withdrawn", ["consent_withdrawn"]),
    ("ready_to_match", "ended", ["consent_ended"]),
    ("ready_to_match", "never_given", []),
])  # fmt: skip
def test_the_gates_of_a_young_person(stage: str, why: Any, codes: list[str]) -> None:
    assert [one.code for one in of_mentee(stage=stage, taking_part=Standing("taking_part", why))] == codes


@pytest.mark.parametrize(("born", "told"), [
    (TODAY.replace(year=TODAY.year - 16), (16, 0)),
    (TODAY.replace(year=TODAY.year - 18) + timedelta(days=30), (18, 30)),
    (TODAY.replace(year=TODAY.year - 18) + timedelta(days=31), None),
    (TODAY.replace(year=TODAY.year - 16) - timedelta(days=1), None),
    (TODAY.replace(year=TODAY.year - 17), None),
])  # fmt: skip
def test_wakefield_and_nya_16th_and_18th_birthdays_are_told_a_month_before(born: date, told: Any) -> None:
    assert birthday(born, TODAY) == told


def test_who_was_born_on_29_february_turns_18_on_1_march() -> None:
    assert birthday(date(2008, 2, 29), date(2026, 2, 28)) == (18, 1)
