"""The register on the day: marks are facts, the newest counts, two desks never overwrite each other."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Booking, Op
from onemm_desktop.programme import attendance, register
from onemm_desktop.programme.roster import Counters, count
from tests.training_day import MORNING, Clock, Day, meet, opened


def test_the_roster_stands_in_the_order_of_the_sign_in_sheet(day: Day) -> None:
    day.book_eleven()
    names = [row.name for row in day.roster().rows]
    assert names[:4] == ["Oluwaseun Adeyemi", "Rhys ap Gwilym", "David Ap-Rhys", "Rukhsana Begum"]
    assert [row.number for row in day.roster().rows] == list(range(1, 12))


def test_an_arrival_is_present_from_now(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.clock.at(9, 52)
    day.mark(sian, "present")
    row = day.row(sian)
    assert (row.state, row.at) == ("present", MORNING.replace(minute=52))
    assert day.counters() == Counters(present=1, expected=10)


def test_two_events_open_at_once_keep_their_marks_and_their_undo_apart(day: Day) -> None:
    first = day.event
    sian = day.book("Siân", "Llewellyn-Pritchard")
    second = day.add_event(reference="WMD-E-0032", title="Safeguarding briefing")
    day.keep(Booking(id=day.new_id(), partition="region/WMD", event_id=second, mentor_id=sian, state="booked"))
    day.mark(sian, "present")
    day.event = second
    assert day.row(sian).state == "expected", "who is at one event is not at the other"
    day.mark(sian, "apologies")
    assert ([row.state for row in day.roster(first).rows], day.row(sian).state) == (["present"], "apologies")
    assert day.undo() == "marked_apologies"
    assert ([row.state for row in day.roster(first).rows], day.row(sian).state) == (["present"], "expected")


def test_a_second_enter_says_nothing_new_and_keeps_the_time(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.clock.at(9, 52)
    assert day.mark(sian, "present") == 1
    day.clock.at(10, 30)
    assert day.mark(sian, "present") == 0
    assert day.row(sian).at == MORNING.replace(minute=52)


def test_the_same_state_with_a_time_corrects_the_time(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "late")
    day.mark(sian, "late", at=MORNING.replace(hour=10, minute=21))
    assert day.row(sian).at == MORNING.replace(hour=10, minute=21)


def test_whoever_stays_away_has_no_time(day: Day) -> None:
    sian, rukhsana, *_ = day.book_eleven()
    day.mark(sian, "apologies", at=MORNING)
    day.mark(rukhsana, "no_notice")
    assert day.row(sian).at is None
    assert day.counters() == Counters(apologies=1, absent=1, expected=9)


def test_what_the_booking_said_counts_until_somebody_says_more(day: Day) -> None:
    apologised = day.book("Tegan", "Price", state="apologies")
    waiting = day.book("Idris", "Bowen", state="waitlisted")
    assert day.counters() == Counters(apologies=1, open=1)
    day.mark(apologised, "present")
    day.mark(waiting, "present")
    assert day.counters() == Counters(present=2)


def test_once_the_event_is_over_nobody_is_expected_any_more(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.clock.at(17, 0)
    assert day.row(sian).state == "unmarked"


def test_a_mentor_without_a_booking_counts_as_walk_in_while_the_mark_stands(day: Day) -> None:
    day.book_eleven()
    stranger = day.book("Ama", "Owusu", state=None)
    day.mark(stranger, "present")
    assert day.roster().rows[-1].attendee == stranger
    assert day.row(stranger).walk_in
    day.undo()
    assert all(row.attendee != stranger for row in day.roster().rows)


def test_modules_are_counted_against_the_set_in_force_on_the_day(day: Day) -> None:
    day.require("online_a", "face_to_face", valid_from=date(2026, 11, 1))
    day.require("one", "two", "three", "four", valid_from=date(2027, 1, 1))
    day.require("another", code="safeguarding-briefing", valid_from=date(2026, 11, 2))
    sian, *_ = day.book_eleven()
    assert (day.row(sian).modules_done, day.row(sian).modules_total) == (2, 2)


@pytest.mark.parametrize("state", ["register_closed", "archived", "cancelled", "postponed", "draft"])
def test_a_closed_register_takes_no_marks(day: Day, state: str) -> None:
    closed = day.add_event(state=state)
    mentor = day.book("Tegan", "Price", event=closed)
    assert not day.roster(closed).editable
    assert day.roster(closed).closed_because == state
    day.event = closed
    with pytest.raises(KnownError) as refused:
        day.mark(mentor, "present")
    assert refused.value.problem is Problem.REGISTER_CLOSED


def test_a_coordinator_reads_the_register_and_marks_nobody(tmp_path: Path) -> None:
    with opened([Day(tmp_path, role="coordinator")]) as [laptop]:
        laptop.add_event()
        mentor = laptop.book("Tegan", "Price")
        assert laptop.roster().closed_because == "role"
        assert not laptop.row(mentor).editable
        with pytest.raises(KnownError) as refused:
            laptop.mark(mentor, "present")
        assert refused.value.problem is Problem.NOT_ALLOWED


def test_an_event_this_laptop_does_not_hold_is_not_found(day: Day) -> None:
    with pytest.raises(KnownError) as unknown:
        day.roster("elsewhere")
    assert unknown.value.problem is Problem.NOT_FOUND
    day.event = "elsewhere"
    with pytest.raises(KnownError):
        day.mark("somebody", "present")


def two_desks(folder: Path) -> list[Day]:
    """Two laptops at two doors of the same event, with the same four people booked."""
    one = Day(folder, name="one")
    two = Day(folder, name="two", clock=Clock())
    event = one.add_event()
    two.add_event(id=event)
    for person in range(4):
        for laptop in (one, two):
            laptop.chance.seed(person)
            laptop.book(f"Given{person}", f"Family{person}")
    one.chance.seed("one")
    two.chance.seed("two")
    return [one, two]


def test_two_doors_that_say_the_same_are_one_answer(tmp_path: Path) -> None:
    with opened(two_desks(tmp_path)) as [one, two]:
        person = one.roster().rows[0].attendee
        one.clock.at(10, 2)
        one.mark(person, "present")
        two.clock.at(10, 4)
        two.mark(person, "present")
        meet(one, two)
        assert one.row(person) == two.row(person)
        assert (one.row(person).state, one.row(person).at) == ("present", MORNING.replace(hour=10, minute=2))


def test_two_doors_that_differ_are_both_kept_until_the_next_mark_settles_it(tmp_path: Path) -> None:
    with opened(two_desks(tmp_path)) as [one, two]:
        person = one.roster().rows[0].attendee
        one.mark(person, "present")
        two.mark(person, "no_notice")
        meet(one, two)
        assert one.row(person).state == two.row(person).state == "contested"
        assert one.counters() == Counters(open=1, expected=3)
        assert one.mark(person, "present") == 1  # only the answer that differs is replaced
        meet(one, two)
        assert one.row(person).state == two.row(person).state == "present"


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["mark", "undo", "meet"]),
        st.integers(0, 1),
        st.integers(0, 3),
        st.sampled_from(attendance.STATES),
    ),
    max_size=25,
)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_two_desks_do_their_registers_agree_and_add_up(steps: list[tuple[str, int, int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(two_desks(Path(folder))) as desks:
        people = [row.attendee for row in desks[0].roster().rows]
        for verb, who, person, state in steps:
            laptop = desks[who]
            laptop.clock.later(minutes=1)
            before = laptop.marks()
            if verb == "mark":
                laptop.mark(people[person], state)  # type: ignore[arg-type]  # drawn from the same states
                row = laptop.row(people[person])
                assert row.state == ("expected" if state == "unmarked" else state)
            elif verb == "undo":
                _undo_if_any(laptop)
            else:
                meet(*desks)
            assert before.keys() <= laptop.marks().keys()
            assert _adds_up(laptop)
        meet(*desks)
        assert desks[0].roster().rows == desks[1].roster().rows


@given(states=st.lists(st.sampled_from(attendance.STATES), max_size=12))
@settings(max_examples=25, deadline=None)
def test_undoing_everything_leads_back_step_by_step(states: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, opened([Day(Path(folder))]) as [laptop]:
        laptop.add_event()
        person = laptop.book("Tegan", "Price")
        seen = [laptop.row(person)]
        for state in states:
            laptop.clock.later(minutes=1)
            if laptop.mark(person, state):  # type: ignore[arg-type]  # drawn from the same states
                seen.append(laptop.row(person))
        while len(seen) > 1:
            seen.pop()
            laptop.undo()
            assert laptop.row(person) == seen[-1]
        with pytest.raises(KnownError):
            laptop.undo()


def _undo_if_any(laptop: Day) -> None:
    try:
        laptop.undo()
    except KnownError as nothing:
        assert nothing.problem is Problem.NOTHING_TO_UNDO


def _adds_up(laptop: Day) -> bool:
    rows = laptop.roster().rows
    counters = count(rows)
    total = counters.present + counters.expected + counters.apologies + counters.absent + counters.open
    return total == len(rows)


def test_a_mark_and_its_op_are_one_transaction(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    with day.database.read() as session:
        op = session.query(Op).filter(Op.kind == "attendance_mark").one()
        assert {other.group for other in session.query(Op)} == {op.group}
    assert (op.kind, op.verb, op.label, op.fields["state"]) == (
        "attendance_mark",
        "create",
        "marked_present",
        "present",
    )


@pytest.mark.parametrize(
    ("begins", "ends", "came", "typed", "meant"),
    [
        ("2026-11-21T10:00", "2026-11-21T16:00", "2026-11-21T10:30", "1012", "2026-11-21T10:12"),
        ("2026-11-21T10:00", "2026-11-21T16:00", "2026-11-21T10:30", "730", "2026-11-21T07:30"),
        ("2026-11-21T22:00", "2026-11-22T02:00", "2026-11-21T23:50", "0015", "2026-11-22T00:15"),
        ("2026-11-21T22:00", "2026-11-22T02:00", "2026-11-22T00:10", "23:55", "2026-11-21T23:55"),
        ("2026-07-04T21:30", "2026-07-05T00:30", "2026-07-04T22:30", "2345", "2026-07-04T22:45"),
        # The clocks go back at 01:00 UTC: 01:30 is shown twice.
        ("2026-10-24T21:00", "2026-10-25T03:00", "2026-10-25T00:20", "0130", "2026-10-25T00:30"),
        ("2026-10-24T21:00", "2026-10-25T03:00", "2026-10-25T01:40", "0130", "2026-10-25T01:30"),
    ],
)
def test_a_time_is_meant_during_the_event_past_midnight_and_over_a_change_of_clocks(
    day: Day, begins: str, ends: str, came: str, typed: str, meant: str
) -> None:
    """Instants are UTC; what is typed is the clock on the wall."""
    start, end, arrived, hoped_for = (datetime.fromisoformat(f"{one}Z") for one in (begins, ends, came, meant))
    day.event = day.add_event(starts_at=start, ends_at=end, reference="WMD-E-0099")
    sian = day.book("Siân", "Price")
    day.clock.now = arrived
    day.mark(sian, "late")
    at = day.do(lambda session: register.correct_time(session, event=day.event, attendee=sian, typed=typed))[1]
    assert at == hoped_for
    assert (day.row(sian).state, day.row(sian).at) == ("late", hoped_for)


def test_a_time_that_no_clock_shows_is_refused(day: Day) -> None:
    """On the night on which the clocks go forward there is no 01:30."""
    start = datetime.fromisoformat("2026-03-28T22:00Z")
    day.event = day.add_event(starts_at=start, ends_at=start + timedelta(hours=6), reference="WMD-E-0099")
    sian = day.book("Siân", "Price")
    with pytest.raises(KnownError) as refused:
        day.do(lambda session: register.correct_time(session, event=day.event, attendee=sian, typed="0130"))
    assert refused.value.problem is Problem.WRONG_VALUE
    assert day.marks() == {}
