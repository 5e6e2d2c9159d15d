"""An event of several sessions: a register for each, and a roster that stands as it was when the session began."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Booking, Event, RosterSnapshot, TrainingSession
from onemm_desktop.programme import snapshots as rosters
from onemm_desktop.programme.roster import Roster, roster
from tests.training_day import MORNING, REGION, Day, meet


@pytest.fixture
def halves(day: Day) -> tuple[str, str]:
    """A morning and an afternoon."""
    return day.halve()


def seen(day: Day, session_id: str | None = None) -> Roster:
    with day.database.read() as session:
        return roster(session, day.event, now=day.clock(), role=day.desk.role, session_id=session_id)


def state(day: Day, attendee: str, session_id: str | None = None) -> str:
    return next(row.state for row in seen(day, session_id).rows if row.attendee == attendee)


def snapshots(day: Day) -> list[dict[str, Any]]:
    with day.database.read() as session:
        held = session.scalars(select(RosterSnapshot).order_by(RosterSnapshot.id))
        return [{name: getattr(one, name) for name in RosterSnapshot.wire_fields()} for one in held]


def test_each_session_has_answers_of_its_own(day: Day, halves: tuple[str, str]) -> None:
    morning, afternoon = halves
    sian = day.book("Siân", "Price")
    day.mark(sian, "present", session_id=morning)
    assert state(day, sian, morning) == "present"
    assert state(day, sian, afternoon) == "expected"
    day.mark(sian, "no_notice", session_id=afternoon)
    assert state(day, sian, morning) == "present"
    assert state(day, sian, afternoon) == "no_notice"
    assert state(day, sian) == "present", "who was seen at one session came to the event, and nothing is contested"


def test_what_is_said_of_the_whole_event_counts_where_nothing_is_said_of_a_session(
    day: Day, halves: tuple[str, str]
) -> None:
    morning, afternoon = halves
    sian = day.book("Siân", "Price")
    day.mark(sian, "apologies")
    day.mark(sian, "present", session_id=afternoon)
    assert [state(day, sian, part) for part in (morning, afternoon)] == ["apologies", "present"]


def test_undo_takes_back_what_was_said_of_one_session_alone(day: Day, halves: tuple[str, str]) -> None:
    morning, afternoon = halves
    sian = day.book("Siân", "Price")
    day.mark(sian, "present", session_id=morning)
    day.mark(sian, "late", session_id=afternoon)
    day.undo()
    assert [state(day, sian, part) for part in (morning, afternoon)] == ["present", "expected"]


def test_a_session_of_another_event_takes_no_marks(day: Day, halves: tuple[str, str]) -> None:
    sian = day.book("Siân", "Price")
    day.keep(
        TrainingSession(
            id=day.new_id(), partition=REGION, event_id="another", title="X",
            starts_at=MORNING, ends_at=MORNING, hours=1.0,
        )
    )  # fmt: skip
    with day.database.read() as session:
        other = session.scalars(select(TrainingSession.id).where(TrainingSession.event_id == "another")).one()
    for unknown in (other, "gone"):
        with pytest.raises(KnownError) as refused:
            day.mark(sian, "present", session_id=unknown)
        assert refused.value.problem is Problem.NOT_FOUND
    assert not day.marks()


def test_the_first_arrival_begins_the_event_and_keeps_its_roster(day: Day) -> None:
    sian, idris = day.book("Siân", "Price"), day.book("Idris", "Bowen", state="waitlisted")
    tegan = day.book("Tegan", "Rees", state="apologies")
    day.mark(sian, "present")
    day.mark(idris, "present")
    (kept,) = snapshots(day)
    assert (kept["booked"], kept["waitlisted"], kept["apologies"]) == ([sian], [idris], [tegan])
    assert (kept["taken_by"], kept["session_id"]) == ("Dilys Hughes", None)
    assert seen(day).state == "in_progress"


def test_each_session_keeps_its_own_roster_of_those_who_come_to_it(day: Day, halves: tuple[str, str]) -> None:
    morning, afternoon = halves
    sian, idris = day.book("Siân", "Price"), day.book("Idris", "Bowen")
    day.do(lambda session: setattr(_booking(session, idris), "sessions", [afternoon]))
    assert [row.attendee for row in seen(day, morning).rows] == [sian]
    day.mark(sian, "present", session_id=morning)
    day.mark(sian, "present", session_id=afternoon)
    assert {one["session_id"]: set(one["booked"]) for one in snapshots(day)} == {
        morning: {sian},
        afternoon: {sian, idris},
    }


def test_an_event_that_has_begun_stays_begun_when_the_first_mark_is_taken_back(day: Day) -> None:
    sian = day.book("Siân", "Price")
    day.mark(sian, "present")
    day.undo()
    assert (seen(day).state, state(day, sian), len(snapshots(day))) == ("in_progress", "expected", 1)


@pytest.mark.parametrize(("hours_before", "said"), [(24, "present"), (0, "apologies")])
def test_nothing_begins_before_its_day_or_with_somebody_who_stays_away(day: Day, hours_before: int, said: Any) -> None:
    sian = day.book("Siân", "Price")
    day.clock.later(hours=-hours_before)
    day.mark(sian, said)
    assert not snapshots(day)
    assert seen(day).state == "booking_open"


def test_moving_a_person_later_rewrites_nothing(day: Day) -> None:
    sian, idris = day.book("Siân", "Price"), day.book("Idris", "Bowen")
    day.mark(sian, "present")
    before = snapshots(day)
    elsewhere = day.add_event(reference="WMD-E-0099")
    day.do(lambda session: setattr(_booking(session, idris), "event_id", elsewhere))
    day.do(lambda session: session.delete(_booking(session, sian)))
    assert snapshots(day) == before
    rows = {row.attendee: (row.state, row.walk_in) for row in seen(day).rows}
    assert rows == {sian: ("present", False), idris: ("expected", False)}


def test_of_two_desks_that_began_apart_the_first_roster_counts(day: Day, tmp_path: Any) -> None:
    sian = day.book("Siân", "Price")
    other = Day(tmp_path, name="two", clock=day.clock)
    with day.database.read() as session:
        event = session.scalars(select(Event)).one()
        other.event = event.id
        facts = {name: getattr(event, name) for name in Event.wire_fields()}
    other.keep(Event(partition=REGION, **facts))
    late = other.book("Late", "Comer")
    day.mark(sian, "present")
    day.clock.later(minutes=5)
    other.mark(late, "present")
    meet(day, other)
    for one in snapshots(other):
        day.keep(RosterSnapshot(partition=REGION, **one))
    with day.database.read() as session:
        assert rosters.states(session, day.event) == {sian: "booked"}
    other.close()


def _booking(session: Session, mentor: str) -> Booking:
    return session.scalars(select(Booking).where(Booking.mentor_id == mentor)).one()
