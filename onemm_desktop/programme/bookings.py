"""Places at an event before its day: booking, cancelling, moving, and the waiting list in the order of asking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import AttendanceMark, Booking, Event, Mentor, desk_of, journal
from onemm_desktop.programme import snapshots
from onemm_desktop.programme.allowed import require

#: States of an event that takes bookings.
OPEN = ("booking_open", "confirmed", "in_progress")
#: A place given up later than this before the beginning could not be given to anybody else.
LATE = timedelta(days=1)


def book(
    session: Session, *, event: str, mentor: str, sessions: Sequence[str] = (), note: str = ""
) -> tuple[Change, Literal["booked", "waitlisted"]]:
    """Give a mentor a place, or one on the waiting list where the event is full; returns which.

    Whoever sent apologies before is booked again at the end of the queue. Raises ALREADY_BOOKED, NOT_FOUND,
    NOT_ALLOWED, NOT_NOW where the event takes no bookings.
    """
    held = _open(session, event)
    desk = desk_of(session)
    if session.scalar(select(Mentor.id).where(Mentor.id == mentor)) is None:
        raise KnownError(Problem.NOT_FOUND)
    before = _find(session, event, mentor)
    if before is not None and before.state in ("booked", "waitlisted"):
        raise KnownError(Problem.ALREADY_BOOKED)
    # Somebody who waits has asked earlier: a free place is theirs.
    state: Literal["booked", "waitlisted"] = "booked" if free(session, held) > waiting(session, event) else "waitlisted"
    if before is None:
        require(desk.role, "create", Booking.record.kind, held.partition)
        before = Booking(id=desk.new_id(), partition=held.partition, event_id=event, mentor_id=mentor)
        session.add(before)
    before.state, before.booked_at = state, desk.now()
    before.sessions, before.note = list(sessions), note.strip()
    return _done(session), state


def cancel(session: Session, *, event: str, mentor: str) -> Change:
    """Give a place up: apologies, or cancelled late within a day of the beginning. Raises NOT_FOUND, NOT_ALLOWED,
    NOT_NOW.
    """
    held = _open(session, event)
    booking = _booking(session, event, mentor)
    late = booking.state == "booked" and held.starts_at - desk_of(session).now() < LATE
    booking.state = "cancelled_late" if late else "apologies"
    return _done(session)


def promote(session: Session, *, event: str, mentor: str = "") -> tuple[Change, str]:
    """Give a free place to the first who waits, or to ``mentor``; returns whose it is.

    Raises EVENT_FULL, NOT_FOUND where nobody waits, NOT_ALLOWED, NOT_NOW.
    """
    held = _open(session, event)
    if free(session, held) < 1:
        raise KnownError(Problem.EVENT_FULL)
    queue = queued(session, event)
    first = next((one for one in queue if not mentor or one.mentor_id == mentor), None)
    if first is None:
        raise KnownError(Problem.NOT_FOUND)
    first.state, first.promoted_at = "booked", desk_of(session).now()
    return _done(session), first.mentor_id


def move(session: Session, *, event: str, mentor: str, to: str) -> tuple[Change, Literal["booked", "waitlisted"]]:
    """Move a place to another event; returns whether there was one, or a place on its waiting list.

    What has begun is not rewritten: there the old booking stays, and a new one is made. Raises ALREADY_BOOKED,
    NOT_FOUND, NOT_ALLOWED, NOT_NOW.
    """
    held, target = _held(session, event), _open(session, to)
    booking = _booking(session, event, mentor)
    if event == to or _find(session, to, mentor) is not None:
        raise KnownError(Problem.ALREADY_BOOKED)
    if _has_begun(session, held, mentor):
        return book(session, event=to, mentor=mentor)
    state: Literal["booked", "waitlisted"] = "booked" if free(session, target) > waiting(session, to) else "waitlisted"
    booking.event_id, booking.state = to, state
    booking.sessions, booking.confirmed, booking.promoted_at = [], "not_asked", None
    return _done(session), state


def remind(session: Session, *, event: str, mentor: str, answer: Literal["confirmed", "no_answer"]) -> Change:
    """Note the answer to a reminder. Raises NOT_FOUND, NOT_ALLOWED, NOT_NOW."""
    _open(session, event)
    _booking(session, event, mentor).confirmed = answer
    return _done(session)


def free(session: Session, event: Event) -> int:
    """Places that nobody has; below nought where two laptops gave the last one away."""
    taken = select(func.count()).select_from(Booking).where(Booking.event_id == event.id, Booking.state == "booked")
    return event.capacity - (session.scalar(taken) or 0)


def waiting(session: Session, event: str) -> int:
    """How many wait for a place."""
    return len(queued(session, event))


def queued(session: Session, event: str) -> list[Booking]:
    """Those who wait, in the order in which they asked."""
    found = select(Booking).where(Booking.event_id == event, Booking.state == "waitlisted")
    return list(session.scalars(found.order_by(Booking.booked_at.is_(None), Booking.booked_at, Booking.id)))


def _has_begun(session: Session, event: Event, mentor: str) -> bool:
    marked = select(AttendanceMark.id).where(AttendanceMark.event_id == event.id, AttendanceMark.attendee_id == mentor)
    return bool(snapshots.kept(session, event.id)) or session.scalar(marked.limit(1)) is not None


def _open(session: Session, event: str) -> Event:
    held = _held(session, event)
    require(desk_of(session).role, "update", Booking.record.kind, held.partition)
    if held.state not in OPEN:
        raise KnownError(Problem.NOT_NOW)
    return held


def _held(session: Session, event: str) -> Event:
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    return held


def _find(session: Session, event: str, mentor: str) -> Booking | None:
    found = select(Booking).where(Booking.event_id == event, Booking.mentor_id == mentor).order_by(Booking.id)
    return session.scalars(found.limit(1)).first()


def _booking(session: Session, event: str, mentor: str) -> Booking:
    booking = _find(session, event, mentor)
    if booking is None or booking.state not in ("booked", "waitlisted"):
        raise KnownError(Problem.NOT_FOUND)
    return booking


def _done(session: Session) -> Change:
    session.flush()
    return Change(touched=journal.changes_of(session))
