"""What is left to do of events that are over: each task with how much of it, and nothing of what is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from onemm_desktop.models import AttendanceMark, Op, WalkIn
from onemm_desktop.programme import certificates, closing, event_life, sheets
from onemm_desktop.programme.allowed import may
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.events import Summary
from onemm_wire.partitions import Role

#: How long after an event what is left of it is worth a line on Today.
REMEMBERED = timedelta(days=28)
#: Of how many events at most, the latest first.
EVENTS = 5

What = Literal["unmarked", "not_keyed", "unclosed", "certificates", "unsent"]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that is left to do. ``count`` is of people, rows of signed sheets, certificates or marks; 1 for the
    closing of a register."""

    what: What
    count: int


@dataclass(frozen=True, slots=True)
class LeftOver:
    """An event that is over, and what is left to do of it, in the order in which it is done."""

    event: Summary
    tasks: tuple[Task, ...]


def of_events(session: Session, events: Iterable[Summary], *, now: datetime, role: Role) -> tuple[LeftOver, ...]:
    """Of those of these events that are over and not long ago, what this desk can still do, the latest first."""
    found: list[LeftOver] = []
    for event in sorted(events, key=lambda one: (one.ends_at, one.id), reverse=True):
        if not now - REMEMBERED < event.ends_at <= now or len(found) == EVENTS:
            continue
        tasks = tuple(task for task in _tasks(session, event, now=now, role=role) if task.count)
        if tasks:
            found.append(LeftOver(event, tasks))
    return tuple(found)


def _tasks(session: Session, event: Summary, *, now: datetime, role: Role) -> Iterable[Task]:
    if event.running and may(role, "create", AttendanceMark.record.kind) is None:
        yield Task("unmarked", event.awaited)
        yield Task("not_keyed", sheets.not_keyed(session, event.id))
        yield Task("unclosed", int("close" in event_life.steps(event.state, role, begun=True)))
    if event.state in closing.AMENDABLE:
        chosen = certificates.select_people(session, event.id, today=day_of(now), role=role)
        missing = 0 if chosen.why_not else sum(not one.number for one in chosen.earned)
        yield Task("certificates", missing)
    yield Task("unsent", _unsent(session, event.id))


def _unsent(session: Session, event: str) -> int:
    """Marks and walk-ins of an event that wait to be sent. What a person must decide is told of elsewhere."""
    marks = select(AttendanceMark.id).where(AttendanceMark.event_id == event)
    walk_ins = select(WalkIn.id).where(WalkIn.event_id == event)
    waiting = select(func.count(func.distinct(Op.record_id))).where(
        Op.state == "pending", or_(Op.record_id.in_(marks), Op.record_id.in_(walk_ins))
    )
    return session.scalar(waiting) or 0
