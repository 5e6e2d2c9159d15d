"""Records are kept as long as a rule says and no longer, unless a hold keeps them; concerns go by other rules."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from onemm_central.cli import app
from onemm_central.retention.due import _months_later, due, rules_on
from onemm_wire.partitions import NATIONAL, partner, region, staff
from onemm_wire.records import Booking, Concern, Event, LegalHold, Mentee, Mentor, Partner, RetentionRule, WalkIn
from tests.central_service import Centre

LONDON, OFFICE, SCHOOL = region("LDN"), staff("LDN"), partner("p1")
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
LONG = date(2030, 1, 1)


def rule(who: str, since: str, months: int, valid_from: date = date(2020, 1, 1)) -> RetentionRule:
    name = f"{who}-{since}-{valid_from}"
    asked = {"id": name, "who": who, "since": since, "months": months, "valid_from": valid_from, "source": "policy 7"}
    return msgspec.convert(asked, RetentionRule)


@pytest.fixture
def region_of_all(centre: Centre) -> Centre:
    """Siân has left, Ama is active, a walk-in came, Kai has completed; a concern was sealed."""
    centre.put(
        LONDON,
        Mentor(id="sian", reference="1", given_name="Siân", family_name="Rees", stage="active"),
        Mentor(id="ama", reference="2", given_name="Ama", family_name="Osei", stage="active"),
        Partner(id="p1", name="Oakwood", partner_kind="school"),
        Event(id="e1", reference="E1", title="Day", venue="Hall", starts_at=NOON, ends_at=NOON, hours=2, capacity=9),
        WalkIn(id="walk", event_id="e1", given_name="Rosa", family_name="Lee"),
        WalkIn(id="linked", event_id="e1", given_name="Ama", family_name="Osei", mentor_id="ama"),
    )
    centre.put(
        SCHOOL,
        Mentee(
            id="kai", reference="3", partner_id="p1", given_name="Kai", family_name="Begum", stage="completed",
            date_of_birth=date(2008, 5, 1),
        ),
    )  # fmt: skip
    centre.put("region/LDN/safeguarding", Concern(id="c", entry="concern", made_at=NOON, recorder_id="x", sealed="AA"))
    centre.sql("""UPDATE record SET data = data || '{"stage": "withdrew"}' WHERE id = 'sian'""")
    # As if all that had been three years ago.
    centre.sql("UPDATE history SET written_at = '2023-11-21T12:00:00Z'")
    return centre


def who_is_due(centre: Centre, day: date) -> dict[str, date]:
    with centre.database.connection() as connection:
        return {each.person_id: each.due_on for each in due(connection, day)}


def typed(centre: Centre, *words: str) -> Result:
    return CliRunner().invoke(app, ["retention", *words], env={"ONEMM_DATABASE_URL": centre.database.url})


def test_without_a_rule_nobody_is_ever_due(region_of_all: Centre) -> None:
    assert who_is_due(region_of_all, LONG) == {}


def test_time_runs_from_leaving_from_the_event_and_from_the_last_change(region_of_all: Centre) -> None:
    region_of_all.put(
        NATIONAL, rule("mentor", "left", 24), rule("mentee", "left", 12), rule("walk_in", "event_held", 6)
    )
    assert who_is_due(region_of_all, LONG) == {
        "sian": date(2025, 11, 21), "kai": date(2024, 11, 21), "walk": date(2027, 5, 21),
    }  # fmt: skip
    assert who_is_due(region_of_all, date(2025, 11, 20)) == {"kai": date(2024, 11, 21)}
    region_of_all.put(NATIONAL, rule("mentor", "untouched", 24))
    assert "ama" in who_is_due(region_of_all, date(2026, 1, 1))
    region_of_all.put(LONDON, Booking(id="b", event_id="e1", mentor_id="ama"))
    assert "ama" not in who_is_due(region_of_all, date(2026, 1, 1))


def test_the_newest_rule_in_force_counts(region_of_all: Centre) -> None:
    region_of_all.put(
        NATIONAL, rule("mentor", "left", 12), rule("mentor", "left", 60, date(2026, 1, 1)),
        rule("mentor", "left", 1, date(2029, 1, 1)),
    )  # fmt: skip
    with region_of_all.database.connection() as connection:
        assert [each.months for each in rules_on(connection, date(2026, 6, 1))] == [60]
    assert who_is_due(region_of_all, date(2026, 6, 1)) == {}


def test_what_is_due_is_erased_and_what_is_held_stays(region_of_all: Centre) -> None:
    region_of_all.put(NATIONAL, rule("mentor", "left", 24), rule("mentee", "left", 12))
    region_of_all.put(OFFICE, LegalHold(id="h", person_id="sian", ground="legal_claim", set_on=date(2026, 1, 1)))
    said = typed(region_of_all, "due", "--on", "2030-01-01").output
    assert "2025-11-21\tmentor sian\t24 months since left on 2023-11-21 (policy 7)\tkept by a legal hold\n" in said
    assert said.endswith("2 due, 1 of them kept by a legal hold.\n")
    assert typed(region_of_all, "apply").exit_code == 1
    assert typed(region_of_all, "apply", "--yes").output.endswith("1 erased, 1 kept by a legal hold.\n")
    assert region_of_all.records("mentee") == {}
    assert set(region_of_all.records("mentor")) == {"sian", "ama"}
    held = CliRunner().invoke(
        app, ["rights", "erase", "sian", "--reason", "asked"], env={"ONEMM_DATABASE_URL": region_of_all.database.url}
    )
    assert held.output == "A legal hold of 2026-01-01 keeps everything about this person. Lift it first.\n"
    assert set(region_of_all.records("concern")) == {"c"}


def test_rules_are_laid_down_at_the_command_line(region_of_all: Centre) -> None:
    words = ("rule", "--who", "mentor", "--since", "left", "--months", "24", "--source", "policy 7")
    assert typed(region_of_all, *words, "--valid-from", "2026-01-01").output == (
        "Records of a mentor: 24 months since left, from 01 Jan 2026 on (policy 7).\n"
    )
    assert typed(region_of_all, "rules").output == "mentor\t24 months since left\tfrom 2026-01-01\tpolicy 7\n"
    for wrong, sentence in (
        (("--who", "teacher"), "This is no rule:"),
        (("--months", "0"), "This is no rule:"),
        (("--since", "event_held"), "The time of a walk-in and of a sign-in sheet runs from the event"),
    ):
        assert typed(region_of_all, *words, *wrong).output.startswith(sentence)


@given(day=st.dates(date(2000, 1, 1), date(2050, 1, 1)), months=st.integers(1, 1200))
def test_nobody_is_erased_a_day_too_soon(day: date, months: int) -> None:
    later = _months_later(day, months)
    years, rest = divmod(day.month - 1 + months, 12)
    assert (later.year, later.month) >= (day.year + years, rest + 1)
    assert later.day == day.day or later.day == 1
