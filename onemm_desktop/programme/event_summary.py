"""What an event came to: who came, who kept their word, when, how it was noted, and what was amended afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import AttendanceMark, Event, EventStaff
from onemm_desktop.programme import training
from onemm_desktop.programme.attendance import IN_THE_ROOM
from onemm_desktop.programme.evaluation import Evaluation, evaluation
from onemm_desktop.programme.record_names import Names
from onemm_desktop.programme.roster import Counters, Row, count, roster, sessions_of
from onemm_desktop.programme.training import Gain
from onemm_wire.partitions import Role

#: Booked people who kept their word: they came, or said beforehand that they would not.
_KEPT_WORD = (*IN_THE_ROOM, "apologies", "excused")


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """In whole per cent; 0 of nobody."""
        return round(100 * self.part / self.whole) if self.whole else 0


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """One session: whoever came to it, of those who were expected."""

    title: str
    starts_at: datetime
    ends_at: datetime
    counters: Counters


@dataclass(frozen=True, slots=True)
class Amendment:
    """What was said of a person after the register was closed; ``session`` is empty for the whole event."""

    name: str
    state: str
    reason: str
    by: str
    at: datetime
    session: str = ""

    @property
    def whose(self) -> str:
        """Whose attendance was amended and, where an event has several, at which session."""
        return f"{self.name} ({self.session})" if self.session else self.name


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event in figures. ``attendance``: booked people who came; ``commitment``: those who came or sent apologies.

    ``sources`` counts the marks that stand by how they were made. ``first_in`` and ``last_in`` are arrivals, ``left``
    the departures before the end.
    """

    event: str
    reference: str
    title: str
    title_cy: str
    venue: str
    starts_at: datetime
    ends_at: datetime
    hours: float
    state: str
    closed_at: datetime | None
    closed_by: str
    staff: tuple[tuple[str, str], ...]
    counters: Counters
    attendance: Share
    commitment: Share
    states: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]
    first_in: datetime | None
    last_in: datetime | None
    left: int
    sessions: tuple[SessionFigures, ...]
    amendments: tuple[Amendment, ...]
    gains: tuple[Gain, ...]
    evaluation: Evaluation


def summary(session: Session, event: str, *, now: datetime, role: Role) -> EventSummary:
    """The summary of an event as it stands. Raises NOT_FOUND."""
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    rows = roster(session, event, now=now, role=role).rows
    standing = _standing(session, event)
    arrivals = [one.at for one in standing if one.state in ("present", "late", "not_yet_booked") and one.at is not None]
    booked = [row for row in rows if not row.walk_in and row.state != "waitlisted"]
    staff = select(EventStaff.name, EventStaff.duty).where(EventStaff.event_id == event).order_by(EventStaff.id)
    return EventSummary(
        event=held.id,
        reference=held.reference,
        title=held.title,
        title_cy=held.title_cy,
        venue=held.venue,
        starts_at=held.starts_at,
        ends_at=held.ends_at,
        hours=held.hours,
        state=held.state,
        closed_at=held.closed_at,
        closed_by=held.closed_by,
        staff=tuple((name, duty) for name, duty in session.execute(staff)),
        counters=count(rows),
        attendance=Share(sum(row.arrived for row in booked), len(booked)),
        commitment=Share(sum(row.state in _KEPT_WORD for row in booked), len(booked)),
        states=_counted(row.state for row in rows),
        sources=_counted(one.source for one in standing if one.state != "unmarked"),
        first_in=min(arrivals, default=None),
        last_in=max(arrivals, default=None),
        left=sum(row.state == "left_early" for row in rows),
        sessions=_sessions(session, event, now=now, role=role),
        amendments=_amendments(session, event),
        gains=training.gains(session, held),
        evaluation=evaluation(session, event=event, now=now, role=role),
    )


def _sessions(session: Session, event: str, *, now: datetime, role: Role) -> tuple[SessionFigures, ...]:
    def rows(part: str) -> tuple[Row, ...]:
        return roster(session, event, now=now, role=role, session_id=part).rows

    return tuple(
        SessionFigures(part.title, part.starts_at, part.ends_at, count(rows(part.id)))
        for part in sessions_of(session, event)
    )


def _standing(session: Session, event: str) -> list[AttendanceMark]:
    """The marks that nothing supersedes."""
    later = aliased(AttendanceMark)
    heads = select(AttendanceMark).outerjoin(later, later.supersedes == AttendanceMark.id)
    return list(session.scalars(heads.where(AttendanceMark.event_id == event, later.id.is_(None))))


def _amendments(session: Session, event: str) -> tuple[Amendment, ...]:
    names = Names(session)
    titles: dict[str | None, str] = {part.id: part.title for part in sessions_of(session, event)}
    found = select(AttendanceMark).where(AttendanceMark.event_id == event, AttendanceMark.amends)
    return tuple(
        Amendment(
            names.word("attendee_id", one.attendee_id),
            one.state,
            one.reason,
            one.marked_by,
            one.marked_at,
            titles.get(one.session_id, ""),
        )
        for one in session.scalars(found.order_by(AttendanceMark.marked_at, AttendanceMark.id))
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))
