"""Closing a register: every row marked first, and what is said later is an amendment with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import AttendanceMark, Event, desk_of, journal
from onemm_desktop.programme import attendance, event_life, register, snapshots, training
from onemm_desktop.programme.allowed import may, require
from onemm_desktop.programme.attendance import IN_THE_ROOM
from onemm_desktop.programme.dates import clock_of, day_of, during
from onemm_desktop.programme.roster import Part, marks_of, roster, sessions_of
from onemm_wire.partitions import Role
from onemm_wire.records.training import MarkState

#: States of an event whose register is closed, and can still be amended.
AMENDABLE = ("register_closed", "reconciled")
_UNMARKED = ("expected", "unmarked")
#: Said of somebody only with a time, and so of one session.
_AT_A_TIME = ("late", "left_early")


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row that closing waits for: nothing was said of the person, or two desks differ (``contested``).

    ``session`` is the title of the session, empty for an event that is one.
    """

    attendee: str
    name: str
    session_id: str | None
    session: str
    contested: bool


def open_rows(session: Session, event: str, *, now: datetime, role: Role) -> tuple[OpenRow, ...]:
    """Every row that closing waits for, session by session, in the order of the register. Raises NOT_FOUND.

    Who only waited for a place and did not come needs no mark.
    """
    titles = {part.id: part.title for part in sessions_of(session, event)}
    found = []
    for part in _parts(session, event):
        for row in roster(session, event, now=now, role=role, session_id=part).rows:
            if row.state in (*_UNMARKED, "contested"):
                title = titles[part] if part else ""
                found.append(OpenRow(row.attendee, row.name, part, title, row.state == "contested"))
    return tuple(found)


def set_all(session: Session, *, event: str, state: MarkState, session_id: str | None = None) -> tuple[Change, int]:
    """Say the same of everybody of whom nothing was said, and of nobody else; returns of how many.

    With ``session_id`` at that session alone. One action: it is taken back as one. Raises what ``register.mark`` does.
    """
    held = register.open_event(session, event)
    desk = desk_of(session)
    rows = open_rows(session, event, now=desk.now(), role=desk.role)
    meant = [row for row in rows if not row.contested and session_id in (None, row.session_id)]
    for row in meant:
        register.say(session, held, row.attendee, state, None, session_id=row.session_id)
        if state in IN_THE_ROOM:
            snapshots.begin(session, held, row.session_id)
    session.flush()
    return Change(touched=journal.changes_of(session)), len(meant)


def close(session: Session, *, event: str) -> Change:
    """Close a register: its rosters are kept, and what was learnt goes on the cards of those who came.

    Raises NOT_ALL_MARKED with how many rows are open; NOT_NOW before its day or where it is closed already; NOT_FOUND,
    NOT_ALLOWED.
    """
    held = event_life.at(session, event, "close")
    desk = desk_of(session)
    if day_of(desk.now()) < day_of(held.starts_at):
        raise KnownError(Problem.NOT_NOW)
    still_open = open_rows(session, event, now=desk.now(), role=desk.role)
    if still_open:
        raise KnownError(Problem.NOT_ALL_MARKED, count=len(still_open))
    for part in _parts(session, event):
        snapshots.take(session, held, part)
    held.state, held.closed_at, held.closed_by = "register_closed", desk.now(), desk.user_name
    training.record(session, held)
    session.flush()
    return Change(touched=journal.changes_of(session))


def amend(
    session: Session,
    *,
    event: str,
    attendee: str,
    state: MarkState,
    reason: str,
    clock: str = "",
    session_id: str | None = None,
) -> Change:
    """Say something else of a person after the register was closed, and why; their card follows.

    ``session_id`` is the session that is meant; without it everything that was said of the person is replaced, at
    every session. ``clock`` is when they came or left, ``1012`` or ``10:12``. Raises MISSING_REASON; WHICH_SESSION
    where there are several and none is named for who came late or left early: nobody does so at all of them.
    WRONG_VALUE for what is no time, and where late or left early has none: nobody could tell how much of the day they
    were there for. NOT_FOUND, NOT_ALLOWED, NOT_NOW where the register is open, or archived for good.
    """
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    desk = desk_of(session)
    require(desk.role, "create", AttendanceMark.record.kind, held.partition)
    if held.state not in AMENDABLE or state == "unmarked":
        raise KnownError(Problem.NOT_NOW)
    if not reason.strip():
        raise KnownError(Problem.MISSING_REASON)
    parts: dict[str | None, Part] = {part.id: part for part in sessions_of(session, event)}
    if session_id is not None and session_id not in parts:
        raise KnownError(Problem.NOT_FOUND)
    if session_id is None and len(parts) > 1 and state in _AT_A_TIME:
        raise KnownError(Problem.WHICH_SESSION)
    before = training.passed_by(session, held, attendee)
    said = " ".join(reason.split())
    meant = [session_id] if session_id else _said_of(session, event, attendee, parts)
    for part in meant:
        at = _moment(parts.get(part, held), state, clock)
        register.say(session, held, attendee, state, at, reason=said, session_id=part, amends=True)
    training.put_right(session, held, attendee, before)
    session.flush()
    return Change(touched=journal.changes_of(session))


def _said_of(session: Session, event: str, attendee: str, parts: Iterable[str | None]) -> list[str | None]:
    """Where something was said of somebody, or must be so that the same counts at every session of the event."""
    held = {mark.session_id for mark in attendance.heads(marks_of(session, event, attendee).get(attendee, []))}
    sessions = [part for part in parts if part in held or None not in held]
    return [None, *sessions] if None in held or not sessions else sessions


def _moment(of: Event | Part, state: MarkState, clock: str) -> datetime | None:
    """When somebody came or left; an arrival that was forgotten, and has no time, counts from the beginning."""
    if state not in IN_THE_ROOM:
        return None
    if clock.strip() or state in _AT_A_TIME:
        return during(clock_of(clock), of.starts_at, of.ends_at)
    return of.starts_at


def may_amend(state: str, role: Role) -> bool:
    """Whether a register in this state can be amended by this role."""
    return state in AMENDABLE and may(role, "create", AttendanceMark.record.kind) is None


def _parts(session: Session, event: str) -> list[str | None]:
    """The sessions that have a register; the event itself where it is one session."""
    return [part.id for part in sessions_of(session, event)] or [None]
