"""The head-count: everybody who came and has not left, trainers and helpers among them."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from onemm_desktop.models import AttendanceMark, EventStaff
from onemm_desktop.programme.attendance import Mark, Stay, stay
from onemm_desktop.programme.in_building import Building, who_is_in
from onemm_desktop.views.register import words
from tests.training_day import MORNING, Day


def building(day: Day) -> Building:
    with day.database.read() as session:
        return who_is_in(session, day.event, now=day.clock(), role=day.desk.role)


def test_who_came_is_in_and_who_left_is_not(day: Day) -> None:
    sian, rukhsana, lukasz, *_ = day.book_eleven()
    for person in (sian, rukhsana, lukasz):
        day.mark(person, "present")
    day.mark(rukhsana, "left_early")
    jon = day.walk_in("Jon Fairweather")
    found = building(day)
    assert [one.name for one in found.inside] == ["Jon Fairweather", "Siân Llewellyn-Pritchard", "Łukasz Nowak"]
    assert {one.person: one.duty for one in found.inside} == {jon: "walk_in", sian: "mentor", lukasz: "mentor"}


def test_trainers_and_helpers_are_counted_and_missed(day: Day) -> None:
    helper = EventStaff(id=day.new_id(), partition="region/WMD", event_id=day.event, name="Mair Jones", duty="helper")
    day.keep(helper)
    assert [(one.name, one.duty) for one in building(day).not_signed_in] == [
        ("Mair Jones", "helper"),
        ("Dilys Hughes", "trainer"),  # named in the event, and nobody's record
    ]
    day.mark(helper.id, "present")
    found = building(day)
    assert [(one.name, one.since) for one in found.inside] == [("Mair Jones", MORNING)]
    assert [one.name for one in found.not_signed_in] == ["Dilys Hughes"]


def test_a_helper_who_left_is_looked_for_no_more_until_they_come_back(day: Day) -> None:
    helper = EventStaff(id=day.new_id(), partition="region/WMD", event_id=day.event, name="Mair Jones", duty="helper")
    day.keep(helper)
    day.mark(helper.id, "present")
    day.clock.later(hours=2)
    day.mark(helper.id, "left_early", at=day.clock())
    found = building(day)
    assert found.inside == ()
    assert [one.name for one in found.not_signed_in] == ["Dilys Hughes"]
    day.clock.later(hours=1)
    day.mark(helper.id, "present", at=day.clock())
    assert [one.name for one in building(day).inside] == ["Mair Jones"]


def test_a_helpers_mark_is_no_row_of_the_register(day: Day) -> None:
    helper = EventStaff(id=day.new_id(), partition="region/WMD", event_id=day.event, name="Mair Jones")
    day.keep(helper)
    day.mark(helper.id, "present")
    assert day.roster().rows == ()


def test_somebody_two_desks_differ_about_is_looked_for(day: Day) -> None:
    """A person who was seen is counted: better looked for in vain than forgotten inside."""
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    day.keep(
        AttendanceMark(
            id=day.new_id(),
            partition="region/WMD",
            event_id=day.event,
            attendee_id=sian,
            state="no_notice",
            marked_at=MORNING,
        )
    )
    assert [one.person for one in building(day).inside] == [sian]


def test_flags_say_who_is_suspended_and_what_is_missing_beforehand(day: Day) -> None:
    day.require("safer", "boundaries", code="before-coming")
    event = day.add_event(requirement_code="before-coming")
    held = day.book("Tegan", "Price", event=event, modules=["safer"], stage="suspended")
    ready = day.book("Idris", "Bowen", event=event, modules=["safer", "boundaries"])
    day.event = event
    assert (day.row(held).suspended, day.row(held).missing_before) == (True, 1)
    assert (day.row(ready).suspended, day.row(ready).missing_before) == (False, 0)
    assert words.attention(day.row(held)).endswith("· Prerequisites: 1 missing")
    jon = day.walk_in("Jon Fairweather")
    assert day.row(jon).missing_before == 0


def test_leaving_in_the_afternoon_outweighs_having_come_in_the_morning(day: Day) -> None:
    morning, afternoon = day.halve()
    sian, rukhsana, *_ = day.book_eleven()
    for person in (sian, rukhsana):
        day.mark(person, "present", session_id=morning)
    day.clock.at(13, 0)
    day.mark(rukhsana, "no_notice", session_id=afternoon)  # missed there; nobody saw her leave
    day.mark(sian, "present", session_id=afternoon)
    day.clock.at(14, 0)
    day.mark(sian, "left_early", session_id=afternoon)
    assert [one.person for one in building(day).inside] == [rukhsana]


def test_who_left_in_the_morning_and_came_back_is_in_since_then(day: Day) -> None:
    morning, afternoon = day.halve()
    sian, *_ = day.book_eleven()
    day.mark(sian, "present", session_id=morning)
    day.clock.at(11, 0)
    day.mark(sian, "left_early", session_id=morning)
    assert building(day).inside == ()
    day.clock.at(13, 5)
    day.mark(sian, "late", session_id=afternoon)
    assert [(one.person, one.since) for one in building(day).inside] == [(sian, day.clock())]


def test_who_will_leave_at_three_is_in_until_three(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    day.mark(sian, "left_early", at=MORNING.replace(hour=15, minute=0))
    assert [one.person for one in building(day).inside] == [sian]
    day.clock.at(15, 0)
    assert building(day).inside == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(("present", "late", "left_early", "no_notice")), st.integers(0, 9)), max_size=6)
)
def test_the_last_word_in_time_says_who_is_in(said: list[tuple[str, int]]) -> None:
    """One mark in each of several sessions, said in any order: only their times count."""
    marks = [
        Mark(f"{n}", state, MORNING + timedelta(hours=hour), None, f"session-{n}")
        for n, (state, hour) in enumerate(said)
    ]
    seen = sorted((hour, state != "left_early") for state, hour in said if state != "no_notice")
    found = stay(marks, MORNING + timedelta(hours=9))
    assert found.inside is (bool(seen) and seen[-1][1])
    assert found == stay(reversed(marks), MORNING + timedelta(hours=9))
    assert found.inside or found == Stay(left=bool(seen))
