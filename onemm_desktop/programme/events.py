"""Training events as lists and as cards: what is today, what is coming, what has been."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Executable, Select, and_, distinct, func, select
from sqlalchemy.orm import Session, aliased

from onemm_desktop.models import AttendanceMark, Booking, Event, EventStaff
from onemm_desktop.models.folding import fold
from onemm_desktop.programme.attendance import IN_THE_ROOM
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.roster import OPEN

Phase = Literal["today", "coming", "past"]


@dataclass(frozen=True, slots=True)
class Summary:
    """One event as a line of a list. ``booked`` are places taken; ``came`` all who came, booked or not;
    ``awaited`` booked people nobody has said anything about yet. ``running``: its register takes marks.
    ``phase`` is where today's date in the UK stands to it."""

    id: str
    reference: str
    title: str
    title_cy: str
    event_kind: str
    state: str
    venue: str
    address: str
    access_notes: str
    starts_at: datetime
    ends_at: datetime
    hours: float
    capacity: int
    trainers: tuple[str, ...]
    booked: int
    waitlisted: int
    came: int
    awaited: int
    running: bool
    phase: Phase


@dataclass(frozen=True, slots=True)
class Listing:
    """All events this laptop holds. ``coming`` is the nearest first, ``past`` the latest first."""

    today: tuple[Summary, ...]
    coming: tuple[Summary, ...]
    past: tuple[Summary, ...]


def listing(session: Session, *, now: datetime, drafts: bool = False) -> Listing:
    """All events, parted by today's date in the UK; ``drafts`` too, for those who plan."""
    parts: dict[Phase, list[Summary]] = {"today": [], "coming": [], "past": []}
    for one in summaries(session, now=now, drafts=drafts):
        parts[one.phase].append(one)
    return Listing(tuple(parts["today"]), tuple(parts["coming"]), tuple(reversed(parts["past"])))


def summaries(session: Session, *, now: datetime, drafts: bool = False) -> list[Summary]:
    """All events in the order in which they start. Counted in SQL: a region keeps years of marks."""
    today = day_of(now)
    wanted = select(Event) if drafts else select(Event).where(Event.state != "draft")
    found = session.scalars(wanted.order_by(Event.starts_at, Event.id)).all()
    booked = _bookings(session, "booked")
    waitlisted = _bookings(session, "waitlisted")
    came = _came(session)
    answered = _answered(session)
    return [
        _summary(
            event,
            booked=booked.get(event.id, 0),
            waitlisted=waitlisted.get(event.id, 0),
            came=came.get(event.id, 0),
            answered=answered.get(event.id, 0),
            phase=_phase(event, today),
        )
        for event in found
    ]


@dataclass(frozen=True, slots=True)
class Place:
    """An event somebody may want to go to."""

    id: str
    title: str
    venue: str
    starts_at: datetime


def find(session: Session, text: str, *, now: datetime, limit: int = 6) -> tuple[Place, ...]:
    """Events whose title, venue or reference holds every word, the one nearest to today first."""
    wanted = fold(text).split()
    columns = (Event.id, Event.title, Event.venue, Event.starts_at, Event.title_cy, Event.reference)
    held = session.execute(select(*columns).where(Event.state != "draft")).all() if wanted else []
    hits = [
        Place(event, title, venue, starts_at)
        for event, title, venue, starts_at, title_cy, reference in held
        if all(word in fold(f"{title} {title_cy} {venue} {reference}") for word in wanted)
    ]
    return tuple(sorted(hits, key=lambda hit: (abs(hit.starts_at - now), hit.id))[:limit])


def _summary(event: Event, *, booked: int, waitlisted: int, came: int, answered: int, phase: Phase) -> Summary:
    return Summary(
        id=event.id,
        reference=event.reference,
        title=event.title,
        title_cy=event.title_cy,
        event_kind=event.event_kind,
        state=event.state,
        venue=event.venue,
        address=event.address,
        access_notes=event.access_notes,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        hours=event.hours,
        capacity=event.capacity,
        trainers=tuple(event.trainers),
        booked=booked,
        waitlisted=waitlisted,
        came=came,
        awaited=booked - answered,
        running=event.state in OPEN,
        phase=phase,
    )


def _phase(event: Event, today: date) -> Phase:
    if day_of(event.starts_at) > today:
        return "coming"
    return "past" if day_of(event.ends_at) < today else "today"


def _bookings(session: Session, state: str) -> dict[str, int]:
    counted = select(Booking.event_id, func.count()).where(Booking.state == state).group_by(Booking.event_id)
    return _counts(session, counted)


def _heads(*columns: Any) -> Select[Any]:
    """Columns of the marks nothing supersedes (``attendance.heads``, said in SQL)."""
    later = aliased(AttendanceMark)
    return (
        select(*columns)
        .select_from(AttendanceMark)
        .outerjoin(later, later.supersedes == AttendanceMark.id)
        .where(later.id.is_(None))
    )


def _came(session: Session) -> dict[str, int]:
    mark = AttendanceMark
    people = func.count(distinct(mark.attendee_id))
    staff = select(EventStaff.id)
    seen = _heads(mark.event_id, people).where(mark.state.in_(IN_THE_ROOM), mark.attendee_id.not_in(staff))
    return _counts(session, seen.group_by(mark.event_id))


def _answered(session: Session) -> dict[str, int]:
    """Booked people of whom something is known, by event."""
    mark = AttendanceMark
    spoken_of = _heads(mark.event_id, func.count(distinct(mark.attendee_id))).where(mark.state != "unmarked")
    booked = spoken_of.join(Booking, and_(Booking.event_id == mark.event_id, Booking.mentor_id == mark.attendee_id))
    return _counts(session, booked.where(Booking.state == "booked").group_by(mark.event_id))


def _counts(session: Session, counted: Executable) -> dict[str, int]:
    return {event: count for event, count in session.execute(counted)}  # noqa: C416  (rows are not pairs to mypy)
