"""The merge table: what two people's changes of one field become."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm_wire.merge import RULES, Clash, Settled, settle
from onemm_wire.records import KINDS

CASES: list[tuple[str, str, Any, Any, Any, Any]] = [
    # kind, field, before both, at the centre, on the laptop, what it becomes (Clash: a person decides)
    ("mentor", "help_areas", ["a"], ["a", "b"], ["a", "c"], ["a", "b", "c"]),
    ("mentor", "help_areas", ["a", "b"], ["a", "b", "c"], ["b"], ["b", "c"]),
    ("mentor", "notes", "Met.", "Met.\nRang.", "Met.\nWrote.", "Met.\nRang.\nWrote."),
    ("mentor", "notes", "", "Rang.", "Wrote.", "Rang.\nWrote."),
    ("mentor", "joined_on", None, "2026-03-01", "2026-02-01", "2026-02-01"),
    ("mentor", "stage", "active", "suspended", "closing", "suspended"),
    ("mentor", "stage", "trained", "ready_to_match", "matched", "matched"),
    ("mentor", "stage", "trained", "matched", "ready_to_match", "matched"),
    ("mentor", "stage", "trained", "declined", "withdrew", Clash),
    ("mentor", "photo_consent", "not_asked", "yes", "no", "no"),
    ("mentor", "clearance_state", "applied", "clear", "declined", "declined"),
    ("mentor", "clearance_until", "2027-01-01", "2027-06-01", None, Clash),
    ("mentor", "organisation", "NHS", "KPMG", "NatWest", Clash),
    ("contact", "phone", "1", "2", "3", Clash),
    ("match", "meetings_held", 2, 3, 4, 5),
    ("match", "meetings_held", 5, 1, 2, Clash),
    ("match", "last_met_on", None, "2026-10-01", "2026-11-01", "2026-11-01"),
    ("match", "state", "active", "closed", "closing", "closed"),
    ("event", "state", "booking_open", "cancelled", "register_closed", "cancelled"),
    ("event", "state", "booking_open", "confirmed", "register_closed", "register_closed"),
    ("event", "state", "booking_open", "postponed", "in_progress", Clash),
    ("event", "state", "register_closed", "archived", "reconciled", "archived"),
    ("event", "badge_key", "", "first", "second", "first"),
    ("event", "closed_by", "", "Dilys", "Nia", "Dilys"),
    ("booking", "confirmed", "not_asked", "confirmed", "no_answer", "confirmed"),
    ("booking", "note", "", "Coeliac", "Vegan", "Coeliac\nVegan"),
    ("walk_in", "evidence", [], ["same_phone"], ["same_name"], ["same_name", "same_phone"]),
    ("walk_in", "consent", True, True, False, False),
    ("clearance", "outcome", None, "clear_to_proceed", "declined", "declined"),
    ("mentor", "a_field_of_tomorrow", 1, 2, 3, Clash),
    ("mentor", "help_areas", ["a"], None, ["b"], Clash),
]


@pytest.mark.parametrize(("kind", "field", "base", "centre", "laptop", "becomes"), CASES)
def test_the_table_settles_or_asks(kind: str, field: str, base: Any, centre: Any, laptop: Any, becomes: Any) -> None:
    answer = settle(kind, field, base, centre, laptop)
    if becomes is Clash:
        assert answer == Clash()
    else:
        assert isinstance(answer, Settled)
        assert answer.value == becomes


def test_every_rule_is_about_a_field_that_exists() -> None:
    for kind, field in RULES:
        assert field in KINDS[kind].__struct_fields__, f"{kind}.{field}"


_LISTS = st.lists(st.sampled_from("abcdef"), unique=True)


@given(base=_LISTS, one=_LISTS, other=_LISTS)
def test_sets_merge_to_the_same_in_either_order(base: list[str], one: list[str], other: list[str]) -> None:
    there = settle("mentor", "modules", base, sorted(one), sorted(other))
    back = settle("mentor", "modules", base, sorted(other), sorted(one))
    assert there == back


@given(base=st.text(), one=st.text(), other=st.text())
def test_notes_lose_no_words(base: str, one: str, other: str) -> None:
    answer = settle("mentee", "notes", base, one, other)
    assert isinstance(answer, Settled)
    for text in (one, other):
        for word in text.removeprefix(base).split():
            assert word in answer.value


@given(st.permutations(["suspended", "active", "closing", "paused", "trained"]))
def test_nothing_lifts_a_suspension(states: list[str]) -> None:
    for other in states:
        for centre, laptop in (("suspended", other), (other, "suspended")):
            answer = settle("mentor", "stage", "active", centre, laptop)
            assert isinstance(answer, Settled)
            assert answer.value == "suspended"
