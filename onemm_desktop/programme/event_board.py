"""One event beside its day, as its page shows it: how far it is, who has a place, what may be done with it now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Booking, Event, Mentor
from onemm_desktop.models.folding import fold
from onemm_desktop.programme import bookings, event_life, event_plan, training
from onemm_desktop.programme.allowed import may
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.event_life import Step
from onemm_desktop.programme.people import full_name
from onemm_wire.partitions import Role

#: The way of an event that takes place, from left to right.
PATH = (
    "draft", "published", "booking_open", "confirmed", "in_progress", "register_closed", "reconciled", "archived",
)  # fmt: skip
_ORDER = ("booked", "waitlisted", "apologies", "cancelled_late")


@dataclass(frozen=True, slots=True)
class Place:
    """One mentor's place. ``missing`` counts modules asked for beforehand that they have not passed; ``of`` all asked
    for. ``turn`` is their place in the queue, from 1, or 0."""

    mentor: str
    name: str
    organisation: str
    state: str
    booked_at: datetime | None
    confirmed: str
    note: str
    missing: int
    of: int
    turn: int


@dataclass(frozen=True, slots=True)
class Other:
    """Another event that takes bookings, to which a place may be moved."""

    id: str
    title: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Board:
    """An event as its page shows it. ``too_few``: fewer booked than the minimum while that is still to be decided;
    ``to_sum_up``: its day has come."""

    event: str
    reference: str
    title: str
    venue: str
    starts_at: datetime
    ends_at: datetime
    state: str
    steps: tuple[Step, ...]
    capacity: int
    minimum: int
    booked: int
    free: int
    waiting: int
    too_few: bool
    confirmed_on: date | None
    confirmed_by: str
    cancelled_reason: str
    postponed_to: Other | None
    closed_at: datetime | None
    closed_by: str
    takes_bookings: bool
    may_plan: bool
    to_sum_up: bool
    places: tuple[Place, ...]
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A mentor who may be given a place."""

    mentor: str
    name: str
    organisation: str
    reference: str


def board(session: Session, event: str, *, now: datetime, role: Role) -> Board:
    """The board of an event. Raises NOT_FOUND."""
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    places = _places(session, held)
    booked = sum(place.state == "booked" for place in places)
    may_book = may(role, "update", Booking.record.kind) is None
    return Board(
        event=held.id,
        reference=held.reference,
        title=held.title,
        venue=held.venue,
        starts_at=held.starts_at,
        ends_at=held.ends_at,
        state=held.state,
        steps=event_life.steps(held.state, role, begun=day_of(now) >= day_of(held.starts_at)),
        capacity=held.capacity,
        minimum=held.minimum,
        booked=booked,
        free=held.capacity - booked,
        waiting=sum(place.state == "waitlisted" for place in places),
        too_few=held.state in ("published", "booking_open") and booked < held.minimum,
        confirmed_on=held.confirmed_on,
        confirmed_by=held.confirmed_by,
        cancelled_reason=held.cancelled_reason,
        postponed_to=_other(session, held.postponed_to),
        closed_at=held.closed_at,
        closed_by=held.closed_by,
        takes_bookings=may_book and held.state in bookings.OPEN,
        may_plan=may(role, "update", Event.record.kind) is None and held.state in event_plan.OPEN_TO_CHANGE,
        to_sum_up=day_of(now) >= day_of(held.starts_at) and held.state not in ("draft", "published", "postponed"),
        places=places,
        others=_others(session, held, now),
    )


def find_mentors(session: Session, *, text: str, limit: int = 6) -> tuple[Found, ...]:
    """Mentors who have every typed word somewhere in their names."""
    typed = fold(text).split()
    if not typed:
        return ()
    found = select(Mentor).where(*(Mentor.search_text.contains(word, autoescape=True) for word in typed))
    return tuple(
        Found(one.id, full_name(one.given_name, one.family_name), one.organisation, one.reference)
        for one in session.scalars(found.order_by(Mentor.sort_name, Mentor.id).limit(limit))
    )


def _places(session: Session, event: Event) -> tuple[Place, ...]:
    """Those who have a place by name, then the queue in its order, then those who gave theirs up."""
    found = session.execute(
        select(Booking, Mentor).join(Mentor, Mentor.id == Booking.mentor_id).where(Booking.event_id == event.id)
    ).all()
    turns = {one.mentor_id: turn for turn, one in enumerate(bookings.queued(session, event.id), start=1)}
    missing = training.missing_before(session, event)
    asked = len(training.asked_before(session, event.requirement_code, day_of(event.starts_at)))
    found = sorted(
        found, key=lambda row: (_ORDER.index(row[0].state), turns.get(row[1].id, 0), row[1].sort_name, row[1].id)
    )
    return tuple(
        Place(
            mentor=mentor.id,
            name=full_name(mentor.given_name, mentor.family_name),
            organisation=mentor.organisation,
            state=booking.state,
            booked_at=booking.booked_at,
            confirmed=booking.confirmed,
            note=booking.note,
            missing=missing.get(mentor.id, 0),
            of=asked,
            turn=turns.get(mentor.id, 0),
        )
        for booking, mentor in found
    )


def _others(session: Session, event: Event, now: datetime) -> tuple[Other, ...]:
    coming = select(Event).where(Event.id != event.id, Event.state.in_(bookings.OPEN), Event.ends_at > now)
    same = coming.where(Event.event_kind == event.event_kind).order_by(Event.starts_at, Event.id)
    return tuple(Other(one.id, one.title, one.starts_at) for one in session.scalars(same))


def _other(session: Session, event: str | None) -> Other | None:
    held = session.scalar(select(Event).where(Event.id == event)) if event else None
    return None if held is None else Other(held.id, held.title, held.starts_at)
