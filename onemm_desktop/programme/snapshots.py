"""The roster of a session as it stood when it began: moving a person later never rewrites the past."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Booking, Event, RosterSnapshot, desk_of
from onemm_desktop.programme.dates import day_of

#: States in which a first arrival begins an event.
_BEFORE = ("booking_open", "confirmed")


def begin(session: Session, event: Event, session_id: str | None) -> bool:
    """Keep the roster of a session that begins now, and say that its event is in progress; True where that was news.

    Nothing begins before its day: apologies and arrivals can be tried out the evening before.
    """
    if day_of(desk_of(session).now()) < day_of(event.starts_at):
        return False
    begun = event.state in _BEFORE
    if begun:
        event.state = "in_progress"
    return take(session, event, session_id) or begun


def take(session: Session, event: Event, session_id: str | None) -> bool:
    """Keep the roster of a session, if it was not kept before."""
    # Asked with every arrival: not the roster itself, which is as long as the event is big.
    there = select(RosterSnapshot.id).where(
        RosterSnapshot.event_id == event.id, RosterSnapshot.session_id.is_not_distinct_from(session_id)
    )
    if session.scalar(there.limit(1)) is not None:
        return False
    by_state: dict[str, list[str]] = {}
    columns = (Booking.mentor_id, Booking.state, Booking.sessions)
    booked = select(*columns).where(Booking.event_id == event.id).order_by(Booking.id)
    for mentor, state, parts in session.execute(booked):
        if not parts or session_id is None or session_id in parts:
            by_state.setdefault(state, []).append(mentor)
    desk = desk_of(session)
    session.add(
        RosterSnapshot(
            id=desk.new_id(),
            partition=event.partition,
            event_id=event.id,
            session_id=session_id,
            taken_at=desk.now(),
            taken_by=desk.user_name,
            # Who cancelled late had a place that nobody else could have.
            booked=by_state.get("booked", []) + by_state.get("cancelled_late", []),
            waitlisted=by_state.get("waitlisted", []),
            apologies=by_state.get("apologies", []),
        )
    )
    session.flush()
    return True


def kept(session: Session, event: str) -> dict[str | None, RosterSnapshot]:
    """The rosters of an event by session. Two desks may have kept one each: the first counts, on every laptop."""
    found = select(RosterSnapshot).where(RosterSnapshot.event_id == event)
    newest_first = found.order_by(RosterSnapshot.taken_at.desc(), RosterSnapshot.id.desc())
    return {one.session_id: one for one in session.scalars(newest_first)}


def states(session: Session, event: str, session_id: str | None = None) -> dict[str, str]:
    """What each mentor's booking said when the session began, by mentor; empty before it did.

    Of an event with several sessions, without ``session_id``: of the first one.
    """
    rosters = kept(session, event)
    roster = rosters.get(session_id) or min(
        (one for one in rosters.values() if session_id is None or one.session_id is None),
        key=lambda one: (one.taken_at, one.id),
        default=None,
    )
    if roster is None:
        return {}
    parts = {"waitlisted": roster.waitlisted, "apologies": roster.apologies, "booked": roster.booked}
    return {mentor: state for state, people in parts.items() for mentor in people}
