"""The register's one verb: say what is known of a person's attendance. Nothing is rewritten; a newer mark counts."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import AttendanceMark, Event, TrainingSession, desk_of
from onemm_desktop.programme import attendance, snapshots
from onemm_desktop.programme.attendance import IN_THE_ROOM
from onemm_desktop.programme.dates import clock_of, during
from onemm_desktop.programme.roster import marks_of, why_closed
from onemm_wire.records.training import MarkState

Source = Literal["desk", "paper", "scan", "kiosk"]


def mark(
    session: Session,
    *,
    event: str,
    attendee: str,
    state: MarkState,
    at: datetime | None = None,
    source: Source = "desk",
    reason: str = "",
    session_id: str | None = None,
) -> Change:
    """Say that a person is present, late, left early, sent apologies…; ``unmarked`` takes the answer back.

    ``at`` is when they came or left; without it, now. What already stands is not said again, so a second Enter is
    harmless; with an ``at`` of its own the same state corrects the time. Where two desks differ, every head that
    says otherwise is superseded, which settles the question. ``session_id`` names the session; without it the whole
    event is meant. The first person who is in begins the session: its roster is kept as it stands, and the event is in
    progress. Raises NOT_FOUND for an unknown event or a session of another one, REGISTER_CLOSED or NOT_ALLOWED where it
    takes no marks from this desk.
    """
    held = open_event(session, event)
    if session_id is not None:
        session_of(session, event, session_id)
    added = say(session, held, attendee, state, at, source=source, reason=reason, session_id=session_id)
    begun = state in IN_THE_ROOM and snapshots.begin(session, held, session_id)
    touched = {(AttendanceMark.record.kind, one) for one in added}
    return Change(touched=frozenset(touched | ({(Event.record.kind, held.id)} if begun else set())))


def correct_time(
    session: Session, *, event: str, attendee: str, typed: str, session_id: str | None = None
) -> tuple[Change, datetime]:
    """Say when a person came or left, ``1012`` or ``10:12``, during the event; what they are marked as stays.

    Who is not marked as having come is present from then on. Returns the instant. Raises WRONG_VALUE for what is no
    time, and what ``mark`` raises.
    """
    held = open_event(session, event)
    standing = attendance.answer(marks_of(session, event, attendee).get(attendee, []), session_id)
    at = during(clock_of(typed), held.starts_at, held.ends_at, near=standing.at)
    state = cast("MarkState", standing.state) if standing.state in IN_THE_ROOM else "present"
    return mark(session, event=event, attendee=attendee, state=state, at=at, session_id=session_id), at


def say(
    session: Session,
    event: Event,
    attendee: str,
    state: MarkState,
    at: datetime | None,
    *,
    source: Source = "desk",
    reason: str = "",
    session_id: str | None = None,
    amends: bool = False,
) -> list[str]:
    """Add what is said of a person to what was said of them; returns the new marks' ids, none where it stood so."""
    existing = marks_of(session, event.id, attendee).get(attendee, [])
    heads = [mark for mark in attendance.heads(existing) if mark.session_id == session_id]
    if not heads and state == "unmarked":
        return []
    stale = [head.id for head in heads if not _same(head, state, at)]
    return [
        _add(session, event, attendee, state, at, head, source, reason, session_id, amends=amends)
        for head in (stale if heads else [None])
    ]


def session_of(session: Session, event: str, session_id: str) -> TrainingSession:
    """A session of this event. Raises NOT_FOUND: it may have been taken away since the register was opened."""
    held = session.scalar(select(TrainingSession).where(TrainingSession.id == session_id))
    if held is None or held.event_id != event:
        raise KnownError(Problem.NOT_FOUND)
    return held


def open_event(session: Session, event: str) -> Event:
    """The event, if its register takes marks from this desk."""
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    closed_because = why_closed(held.state, desk_of(session).role)
    if closed_because == "role":
        raise KnownError(Problem.NOT_ALLOWED)
    if closed_because:
        raise KnownError(Problem.REGISTER_CLOSED)
    return held


def _same(head: attendance.Mark, state: MarkState, at: datetime | None) -> bool:
    return head.state == state and (at is None or at == head.at)


def _add(
    session: Session,
    event: Event,
    attendee: str,
    state: MarkState,
    at: datetime | None,
    supersedes: str | None,
    source: Source,
    reason: str,
    session_id: str | None,
    *,
    amends: bool,
) -> str:
    desk = desk_of(session)
    new = AttendanceMark(
        id=desk.new_id(),
        partition=event.partition,
        event_id=event.id,
        attendee_id=attendee,
        state=state,
        at=(at or desk.now()) if state in IN_THE_ROOM else None,
        supersedes=supersedes,
        source=source,
        reason=reason,
        marked_at=desk.now(),
        session_id=session_id,
        marked_by=desk.user_name,
        amends=amends,
    )
    session.add(new)
    session.flush()
    return new.id
