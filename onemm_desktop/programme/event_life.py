"""The life of an event, one verb a step: from a draft to the archive, or to its cancelling or postponing.

Full, a waiting list and certificates that were issued are not steps: they are counted.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Booking, Event, EventStaff, Synced, TrainingSession, desk_of, journal
from onemm_desktop.programme.allowed import may, require
from onemm_desktop.programme.dates import LONDON, day_of, local
from onemm_wire.partitions import Role

R = TypeVar("R", bound=Synced)
Step = Literal[
    "publish", "open_booking", "confirm", "start", "close", "reconcile", "archive", "postpone", "cancel"
]  # fmt: skip

#: From which states each step may be taken. The order is the one in which pages offer them.
FROM: dict[Step, tuple[str, ...]] = {
    "publish": ("draft",),
    "open_booking": ("draft", "published"),
    "confirm": ("booking_open",),
    "start": ("booking_open", "confirmed"),
    "close": ("booking_open", "confirmed", "in_progress"),
    "reconcile": ("register_closed",),
    "archive": ("register_closed", "reconciled"),
    "postpone": ("published", "booking_open", "confirmed"),
    "cancel": ("draft", "published", "booking_open", "confirmed", "in_progress"),
}


def steps(state: str, role: Role, *, begun: bool) -> tuple[Step, ...]:
    """What may be done with an event now. ``begun``: its day has come, before which nothing starts or closes."""
    if may(role, "update", Event.record.kind):
        return ()
    return tuple(
        step for step, states in FROM.items() if state in states and (begun or step not in ("start", "close"))
    )  # fmt: skip


def publish(session: Session, *, event: str) -> Change:
    """Show a draft to everybody; nobody is booked yet. Raises NOT_FOUND, NOT_ALLOWED, NOT_NOW."""
    return _go(session, at(session, event, "publish"), "published")


def open_booking(session: Session, *, event: str) -> Change:
    """Take bookings. Raises NOT_FOUND, NOT_ALLOWED, NOT_NOW."""
    return _go(session, at(session, event, "open_booking"), "booking_open")


def confirm(session: Session, *, event: str) -> Change:
    """Decide that it takes place, also where fewer than the minimum are booked: that is for a person to say."""
    held = at(session, event, "confirm")
    desk = desk_of(session)
    held.confirmed_on, held.confirmed_by = day_of(desk.now()), desk.user_name
    return _go(session, held, "confirmed")


def start(session: Session, *, event: str) -> Change:
    """Say that it is in progress, before anybody came. Raises NOT_NOW before its day, too."""
    held = at(session, event, "start")
    if day_of(desk_of(session).now()) < day_of(held.starts_at):
        raise KnownError(Problem.NOT_NOW)
    return _go(session, held, "in_progress")


def reconcile(session: Session, *, event: str) -> Change:
    """Say that register, paper and papers agree. Notes that were of this event alone are taken away with it."""
    held = at(session, event, "reconcile")
    noted = select(Booking).where(Booking.event_id == event, Booking.note != "")
    for booking in session.scalars(noted).all():
        booking.note = ""
    return _go(session, held, "reconciled")


def archive(session: Session, *, event: str) -> Change:
    """Put it away: nothing of it changes any more."""
    return _go(session, at(session, event, "archive"), "archived")


def cancel(session: Session, *, event: str, reason: str) -> Change:
    """Cancel it. Marks that were made stay. Raises MISSING_REASON, NOT_FOUND, NOT_ALLOWED, NOT_NOW."""
    held = at(session, event, "cancel")
    if not reason.strip():
        raise KnownError(Problem.MISSING_REASON)
    held.cancelled_reason = " ".join(reason.split())
    return _go(session, held, "cancelled")


def postpone(session: Session, *, event: str, starts_at: datetime) -> tuple[Change, str]:
    """Hold it at another time: a new event with the same places, sessions, staff and bookings; returns its id.

    Each session moves by as much as the event, by the clock on the wall. Raises EVENT_TIMES for a time that has
    passed, NOT_FOUND, NOT_ALLOWED, NOT_NOW.
    """
    held = at(session, event, "postpone")
    desk = desk_of(session)
    if starts_at <= desk.now():
        raise KnownError(Problem.EVENT_TIMES)
    # Hours on the wall: a training that begins at ten begins at ten, also after the clocks have changed.
    moved_by = _wall(starts_at) - _wall(held.starts_at)
    new = _copy_of(session, held)
    new.state, new.postponed_to, new.confirmed_on, new.confirmed_by = "booking_open", None, None, ""
    new.badge_key = ""  # a badge of the old day opens no other register
    new.starts_at, new.ends_at = _moved(held.starts_at, moved_by), _moved(held.ends_at, moved_by)
    sessions: dict[str, str] = {}
    for old in session.scalars(select(TrainingSession).where(TrainingSession.event_id == event)).all():
        part = _copy_of(session, old)
        part.event_id = new.id
        part.starts_at, part.ends_at = _moved(old.starts_at, moved_by), _moved(old.ends_at, moved_by)
        sessions[old.id] = part.id
    for person in session.scalars(select(EventStaff).where(EventStaff.event_id == event)).all():
        _copy_of(session, person).event_id = new.id
    kept = select(Booking).where(Booking.event_id == event, Booking.state.in_(("booked", "waitlisted")))
    for booking in session.scalars(kept.order_by(Booking.booked_at, Booking.id)).all():
        again = _copy_of(session, booking)
        again.event_id, again.confirmed = new.id, "not_asked"
        again.sessions = [sessions[one] for one in booking.sessions if one in sessions]
    held.postponed_to = new.id
    return _go(session, held, "postponed"), new.id


def at(session: Session, event: str, step: Step) -> Event:
    """The event, if this step may be taken from where it is. Raises NOT_FOUND, NOT_ALLOWED, NOT_NOW."""
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    require(desk_of(session).role, "update", Event.record.kind, held.partition)
    if held.state not in FROM[step]:
        raise KnownError(Problem.NOT_NOW)
    return held


def _go(session: Session, event: Event, state: str) -> Change:
    event.state = state
    session.flush()
    return Change(touched=journal.changes_of(session))


def _copy_of(session: Session, row: R) -> R:
    fields = {name: getattr(row, name) for name in row.wire_fields() if name != "id"}
    new = type(row)(id=desk_of(session).new_id(), partition=row.partition, **fields)
    session.add(new)
    return new


def _wall(instant: datetime) -> datetime:
    return local(instant).replace(tzinfo=None)


def _moved(instant: datetime, by: timedelta) -> datetime:
    return (_wall(instant) + by).replace(tzinfo=LONDON).astimezone(UTC)
