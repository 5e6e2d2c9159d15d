"""The register's one verb: say what is known of a person's attendance. Nothing is rewritten; a newer mark counts."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import AttendanceMark, Event, desk_of
from onemm_desktop.programme import attendance
from onemm_desktop.programme.attendance import IN_THE_ROOM
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
) -> Change:
    """Say that a person is present, late, left early, sent apologies…; ``unmarked`` takes the answer back.

    ``at`` is when they came or left; without it, now. What already stands is not said again, so a second Enter is
    harmless; with an ``at`` of its own the same state corrects the time. Where two desks differ, every head that
    says otherwise is superseded, which settles the question.
    Raises NOT_FOUND for an unknown event, REGISTER_CLOSED or NOT_ALLOWED where it takes no marks from this desk.
    """
    held = open_event(session, event)
    existing = marks_of(session, event, attendee).get(attendee, [])
    heads = attendance.heads(existing)
    if not heads and state == "unmarked":
        return Change()
    stale = [head.id for head in heads if not _same(head, state, at)]
    added = [
        _add(session, held, attendee, state, at, supersedes=head, source=source, reason=reason)
        for head in (stale if heads else [None])
    ]
    return Change(touched=frozenset((AttendanceMark.record.kind, one) for one in added))


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
    *,
    supersedes: str | None,
    source: Source,
    reason: str,
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
    )
    session.add(new)
    session.flush()
    return new.id
