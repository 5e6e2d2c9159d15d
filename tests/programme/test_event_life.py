"""The life of an event: planned, booked, decided on, held, closed, reconciled, put away; or cancelled, or postponed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from onemm_desktop.errors import Problem
from onemm_desktop.models import Booking, EventStaff, Op, RequirementSet, TrainingSession
from onemm_desktop.programme import bookings, event_life, event_plan
from onemm_desktop.programme.event_plan import SessionPlan, StaffPlan
from tests.programme.event_desk import TEN, book, close, event_of, places, plan, planned, refused, state
from tests.training_day import MORNING, Day


def test_a_draft_is_published_and_opened_and_decided_on(day: Day) -> None:
    event = day.do(lambda session: event_plan.create(session, plan=plan()))[1]
    assert (state(day, event), event_of(day, event)["reference"]) == ("draft", "WMD-T-0007-1")
    for step in (event_life.publish, event_life.open_booking, event_life.confirm):
        day.do(partial(step, event=event))
    held = event_of(day, event)
    assert (held["state"], held["confirmed_by"], held["confirmed_on"]) == (
        "confirmed",
        "Dilys Hughes",
        MORNING.date(),
    )
    again = day.do(lambda session: event_plan.create(session, plan=plan()))[1]
    assert event_of(day, again)["reference"] == "WMD-T-0007-2"


def test_a_plan_may_ask_only_for_sets_that_ask_for_modules(day: Day) -> None:
    day.require("online_a", code="before-training")
    day.keep(
        RequirementSet(
            id=day.new_id(), partition="national", code="safeguarding-briefing", title="Safeguarding briefing",
            holds_months=36, valid_from=MORNING.date(),
        )
    )  # fmt: skip
    with day.database.read() as session:
        codes = [one.code for one in event_plan.planned(session).requirements]
    assert "before-training" in codes
    assert "safeguarding-briefing" not in codes


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"title": "  "}, Problem.MISSING_TITLE),
        ({"venue": ""}, Problem.MISSING_TITLE),
        ({"ends_at": TEN}, Problem.EVENT_TIMES),
        ({"capacity": 0}, Problem.EVENT_NUMBERS),
        ({"minimum": 3}, Problem.EVENT_NUMBERS),
        ({"hours": 0.0}, Problem.EVENT_NUMBERS),
        ({"sessions": (SessionPlan("Late", TEN, TEN + timedelta(hours=1), 1.0),)}, Problem.EVENT_TIMES),
    ],
)
def test_a_plan_that_cannot_be_is_refused(day: Day, fields: dict[str, Any], problem: Problem) -> None:
    refused(problem, lambda: day.do(lambda session: event_plan.create(session, plan=plan(**fields))))


def test_an_edit_sends_only_what_differs(day: Day) -> None:
    staff = (StaffPlan("Dilys Hughes", "trainer"), StaffPlan("Owain", "helper"))
    event = planned(day, staff=staff)
    assert event_of(day)["trainers"] == ["Dilys Hughes"]
    with day.database.read() as session:
        before = len(session.scalars(select(Op)).all())
        held = event_plan.planned(session, event).plan
    assert held is not None
    kept = tuple(one for one in held.staff if one.duty == "trainer")
    day.do(lambda session: event_plan.edit(session, event=event, plan=replace(held, capacity=20, staff=kept)))
    with day.database.read() as session:
        ops = session.scalars(select(Op).order_by(Op.n)).all()[before:]
        names = session.scalars(select(EventStaff.name)).all()
    assert [(op.kind, op.verb, op.fields) for op in ops] == [
        ("event", "update", {"capacity": 20}),
        ("event_staff", "delete", {}),
    ]
    assert names == ["Dilys Hughes"]


def test_a_session_at_which_somebody_was_marked_stays(day: Day) -> None:
    sessions = (SessionPlan("Morning", TEN, TEN + timedelta(hours=2), 2.0),)
    event = planned(day, days=0, sessions=sessions)
    with day.database.read() as session:
        (part,) = session.scalars(select(TrainingSession.id)).all()
    mentor = day.book("Siân", "Price")
    day.mark(mentor, "present", session_id=part)
    refused(
        Problem.SESSION_IN_USE,
        lambda: day.do(lambda session: event_plan.edit(session, event=event, plan=plan(days=0))),
    )


def test_who_comes_too_late_waits_in_the_order_of_asking_and_is_promoted(day: Day) -> None:
    event = planned(day)
    people = [day.book(name, "Price", state=None) for name in ("A", "B", "C", "D")]
    said = []
    for person in people:
        day.clock.later(minutes=1)
        said.append(book(day, person))
    assert said == ["booked", "booked", "waitlisted", "waitlisted"]
    refused(Problem.EVENT_FULL, lambda: day.do(lambda session: bookings.promote(session, event=event)))
    refused(Problem.ALREADY_BOOKED, lambda: book(day, people[0]))
    day.do(lambda session: bookings.cancel(session, event=event, mentor=people[0]))
    day.clock.later(minutes=1)
    late = day.book("E", "Price", state=None)
    assert book(day, late) == "waitlisted", "a place that is free belongs to who waits longest"
    _, first = day.do(lambda session: bookings.promote(session, event=event))
    assert first == people[2]
    assert places(day) == dict(
        zip([*people, late], ["apologies", "booked", "booked", "waitlisted", "waitlisted"], strict=True)
    )


def test_a_place_given_up_on_the_last_day_is_cancelled_late(day: Day) -> None:
    event = planned(day)
    mentor = day.book("Siân", "Price", state=None)
    book(day, mentor)
    day.clock.later(days=6, hours=1)
    day.do(lambda session: bookings.cancel(session, event=event, mentor=mentor))
    assert places(day) == {mentor: "cancelled_late"}
    assert book(day, mentor) == "booked", "who changes their mind is booked again"


def test_a_place_moves_to_another_event_and_stays_where_it_was_once_that_has_begun(day: Day) -> None:
    today = day.event
    sian, idris = day.book("Siân", "Price"), day.book("Idris", "Bowen")
    later = planned(day)
    day.do(lambda session: bookings.move(session, event=today, mentor=sian, to=later))
    assert (places(day, today), places(day, later)) == ({idris: "booked"}, {sian: "booked"})
    day.event = today
    day.mark(idris, "no_notice")
    day.do(lambda session: bookings.move(session, event=today, mentor=idris, to=later))
    assert places(day, today) == {idris: "booked"}
    assert places(day, later) == {sian: "booked", idris: "booked"}


def test_an_event_is_cancelled_with_its_reason_and_keeps_its_marks(day: Day) -> None:
    mentor = day.book("Siân", "Price")
    day.mark(mentor, "present")

    def cancel(reason: str) -> None:
        day.do(partial(event_life.cancel, event=day.event, reason=reason))

    refused(Problem.MISSING_REASON, lambda: cancel("  "))
    cancel("The heating has failed.")
    assert (state(day), event_of(day)["cancelled_reason"]) == ("cancelled", "The heating has failed.")
    assert len(day.marks()) == 1
    refused(Problem.REGISTER_CLOSED, lambda: day.mark(mentor, "left_early"))


def test_a_postponed_event_is_held_at_the_same_hour_on_the_wall_with_everybody_asked_again(day: Day) -> None:
    sessions = (SessionPlan("Morning", TEN + timedelta(days=7), TEN + timedelta(days=7, hours=2), 2.0),)
    event = planned(day, sessions=sessions, staff=(StaffPlan("Owain"),))
    mentor, gone = day.book("Siân", "Price", state=None), day.book("Idris", "Bowen", state=None)
    for person in (mentor, gone):
        book(day, person)
    day.do(lambda session: bookings.remind(session, event=event, mentor=mentor, answer="confirmed"))
    day.do(lambda session: bookings.cancel(session, event=event, mentor=gone))
    in_summer = datetime(2027, 6, 5, 9, tzinfo=UTC)  # ten o'clock in June
    refused(
        Problem.EVENT_TIMES,
        lambda: day.do(lambda session: event_life.postpone(session, event=event, starts_at=MORNING)),
    )
    _, new = day.do(lambda session: event_life.postpone(session, event=event, starts_at=in_summer))
    old, held = event_of(day, event), event_of(day, new)
    assert (old["state"], old["postponed_to"], held["state"]) == ("postponed", new, "booking_open")
    assert (held["starts_at"], held["ends_at"]) == (in_summer, datetime(2027, 6, 5, 15, tzinfo=UTC))
    with day.database.read() as session:
        part = session.scalars(select(TrainingSession).where(TrainingSession.event_id == new)).one()
        assert part.starts_at == in_summer
        assert session.scalars(select(EventStaff.name).where(EventStaff.event_id == new)).all() == ["Owain"]
        again = session.scalars(select(Booking).where(Booking.event_id == new)).one()
        assert (again.mentor_id, again.confirmed) == (mentor, "not_asked")


def test_reconciling_takes_the_notes_of_the_day_away(day: Day) -> None:
    mentor = day.book("Siân", "Price", state=None)
    day.do(lambda session: bookings.book(session, event=day.event, mentor=mentor, note="Coeliac"))
    day.mark(mentor, "present")
    close(day)
    day.do(lambda session: event_life.reconcile(session, event=day.event))
    with day.database.read() as session:
        assert session.scalars(select(Booking.note)).one() == ""
    day.do(lambda session: event_life.archive(session, event=day.event))
    assert state(day) == "archived"
    assert event_life.steps("archived", "staff", begun=True) == ()


def test_pages_offer_what_may_be_done_now_and_to_a_coordinator_nothing() -> None:
    assert event_life.steps("booking_open", "trainer", begun=False) == ("confirm", "postpone", "cancel")
    assert event_life.steps("booking_open", "trainer", begun=True) == (
        "confirm", "start", "close", "postpone", "cancel",
    )  # fmt: skip
    assert event_life.steps("booking_open", "coordinator", begun=True) == ()


def test_trainers_who_were_named_at_the_centre_stay_named_when_the_plan_is_changed_here(day: Day) -> None:
    event = day.add_event(trainers=["Gareth Probert"])
    with day.database.read() as session:
        held = event_plan.planned(session, event).plan
    assert held is not None
    day.do(lambda session: event_plan.edit(session, event=event, plan=replace(held, title="Evening training")))
    assert (event_of(day, event)["title"], event_of(day, event)["trainers"]) == ("Evening training", ["Gareth Probert"])
    named = replace(held, staff=(StaffPlan("Nia Parry", "trainer"),))
    day.do(lambda session: event_plan.edit(session, event=event, plan=named))
    assert event_of(day, event)["trainers"] == ["Nia Parry"]
    with day.database.read() as session:
        again = event_plan.planned(session, event).plan
    assert again is not None
    day.do(lambda session: event_plan.edit(session, event=event, plan=replace(again, staff=())))
    assert event_of(day, event)["trainers"] == []
