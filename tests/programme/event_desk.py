"""The office's desk for an event: every verb of its life, as a test would say it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Booking, Event, Mentor, TrainingSession
from onemm_desktop.programme import bookings, closing, event_life, event_summary
from onemm_desktop.programme.event_plan import Plan, create
from tests.training_day import MORNING, REGION, Day

TEN = MORNING.replace(hour=10, minute=0)


def plan(days: int = 7, **fields: Any) -> Plan:
    """A training a week from now."""
    starts = TEN + timedelta(days=days)
    given: dict[str, Any] = {
        "title": "Mentor training", "venue": "The Exchange", "starts_at": starts, "ends_at": starts.replace(hour=16),
        "hours": 5.5, "capacity": 2, "minimum": 1, "modules": ("face_to_face",),
    }  # fmt: skip
    return Plan(**{**given, **fields})


def planned(day: Day, **fields: Any) -> str:
    """Plan an event and open its booking; returns its id."""
    event = day.do(lambda session: create(session, plan=plan(**fields)))[1]
    day.do(lambda session: event_life.open_booking(session, event=event))
    day.event = event
    return event


def state(day: Day, event: str = "") -> str:
    with day.database.read() as session:
        return session.scalars(select(Event.state).where(Event.id == (event or day.event))).one()


def event_of(day: Day, event: str = "") -> dict[str, Any]:
    with day.database.read() as session:
        held = session.scalars(select(Event).where(Event.id == (event or day.event))).one()
        return {name: getattr(held, name) for name in Event.wire_fields()}


def places(day: Day, event: str = "") -> dict[str, str]:
    """The state of every booking of an event, by mentor."""
    with day.database.read() as session:
        found = select(Booking.mentor_id, Booking.state).where(Booking.event_id == (event or day.event))
        return {mentor: said for mentor, said in session.execute(found)}  # noqa: C416


def card(day: Day, mentor: str) -> list[str]:
    """The modules on a mentor's card."""
    with day.database.read() as session:
        return session.scalars(select(Mentor.modules).where(Mentor.id == mentor)).one()


def stage(day: Day, mentor: str) -> str:
    """How far a mentor's card says they are."""
    with day.database.read() as session:
        return session.scalars(select(Mentor.stage).where(Mentor.id == mentor)).one()


def book(day: Day, mentor: str, event: str = "") -> str:
    return day.do(lambda session: bookings.book(session, event=event or day.event, mentor=mentor))[1]


def close(day: Day) -> None:
    day.do(lambda session: closing.close(session, event=day.event), label="register_closed", values={"name": "it"})


def amend(
    day: Day,
    attendee: str,
    said: Any,
    reason: str = "seen on the paper sheet",
    clock: str = "",
    session_id: str | None = None,
) -> None:
    day.do(
        lambda session: closing.amend(
            session,
            event=day.event,
            attendee=attendee,
            state=said,
            reason=reason,
            clock=clock,
            session_id=session_id,
        ),
        label="mark_amended",
    )


def summary(day: Day) -> event_summary.EventSummary:
    with day.database.read() as session:
        return event_summary.summary(session, day.event, now=day.clock(), role=day.desk.role)


def halves(day: Day, *modules: str) -> tuple[str, str]:
    """A morning of two hours and an afternoon of three at today's event."""
    ids = (day.new_id(), day.new_id())
    for identity, title, (begins, ends) in zip(ids, ("Morning", "Afternoon"), ((10, 12), (13, 16)), strict=True):
        day.keep(
            TrainingSession(
                id=identity, partition=REGION, event_id=day.event, title=title, modules=list(modules),
                starts_at=TEN.replace(hour=begins), ends_at=TEN.replace(hour=ends), hours=float(ends - begins),
            )
        )  # fmt: skip
    return ids


def refused(problem: Problem, work: Callable[[], object]) -> KnownError:
    """Do it, and be told this."""
    with pytest.raises(KnownError) as told:
        work()
    assert told.value.problem is problem
    return told.value
