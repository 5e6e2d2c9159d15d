"""Planning an event: what it is, where, when, for how many; its sessions, its staff and what it asks for beforehand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import (
    AttendanceMark,
    Event,
    EventStaff,
    RequirementSet,
    Synced,
    TrainingSession,
    desk_of,
    journal,
)
from onemm_desktop.programme.allowed import may, require
from onemm_wire import partitions
from onemm_wire.partitions import Role
from onemm_wire.records.training import Duty, EventKind

#: States of an event in which its plan may still be changed.
OPEN_TO_CHANGE = ("draft", "published", "booking_open", "confirmed", "in_progress")


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """One session. ``id`` is empty for a new one."""

    title: str
    starts_at: datetime
    ends_at: datetime
    hours: float
    title_cy: str = ""
    modules: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """Somebody who works at the event. ``id`` is empty for somebody new."""

    name: str
    duty: Duty = "helper"
    id: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """An event as it is planned. Instants are aware; ``hours`` are decimal, as on certificates."""

    title: str
    venue: str
    starts_at: datetime
    ends_at: datetime
    hours: float
    capacity: int
    title_cy: str = ""
    event_kind: EventKind = "mentor_training"
    address: str = ""
    access_notes: str = ""
    minimum: int = 0
    requirement_code: str = ""
    modules: tuple[str, ...] = ()
    sessions: tuple[SessionPlan, ...] = ()
    staff: tuple[StaffPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement set that may be asked for before an event."""

    code: str
    title: str
    title_cy: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan as it stands, to be changed; ``requirements`` are those it may name."""

    event: str = ""
    plan: Plan | None = None
    requirements: tuple[Requirement, ...] = field(default=())


def planned(session: Session, event: str = "") -> Planned:
    """The plan of an event, or of none yet. Raises NOT_FOUND."""
    newest = {one.code: one for one in session.scalars(select(RequirementSet).order_by(RequirementSet.valid_from))}
    # A set that only says how long its certificate holds asks for nothing beforehand.
    asking = [Requirement(one.code, one.title, one.title_cy) for one in newest.values() if one.modules]
    requirements = tuple(sorted(asking, key=lambda one: one.title))
    if not event:
        return Planned(requirements=requirements)
    held = _event(session, event)
    return Planned(held.id, _plan(session, held), requirements)


def create(session: Session, *, plan: Plan) -> tuple[Change, str]:
    """Make a draft of this plan; returns its id. Raises NOT_ALLOWED and what ``check`` raises."""
    check(plan)
    desk = desk_of(session)
    partition = partitions.region(desk.region)
    require(desk.role, "create", Event.record.kind, partition)
    event = Event(
        id=desk.new_id(), partition=partition, state="draft", reference=_next_reference(session), **_fields(plan)
    )  # fmt: skip
    session.add(event)
    _write_parts(session, event, plan)
    session.flush()
    return Change(touched=journal.changes_of(session)), event.id


def edit(session: Session, *, event: str, plan: Plan) -> Change:
    """Write a changed plan down: only what differs. Raises NOT_FOUND, NOT_ALLOWED, NOT_NOW for an event that is over,
    SESSION_IN_USE for a session taken away at which somebody was marked, and what ``check`` raises.
    """
    check(plan)
    held = _event(session, event)
    require(desk_of(session).role, "update", Event.record.kind, held.partition)
    if held.state not in OPEN_TO_CHANGE:
        raise KnownError(Problem.NOT_NOW)
    fields = _fields(plan)
    if not plan.staff and not _has_staff(session, event):
        del fields["trainers"]  # named at the centre alone: nobody saw them in the form, so nobody struck them off
    _set(held, fields)
    _write_parts(session, held, plan)
    session.flush()
    return Change(touched=journal.changes_of(session))


def may_plan(role: Role) -> bool:
    """Whether this role may plan events."""
    return may(role, "create", Event.record.kind) is None


def check(plan: Plan) -> None:
    """Raise MISSING_TITLE, EVENT_TIMES (an end before its beginning, a session outside the event) or EVENT_NUMBERS."""
    if not plan.title.strip() or not plan.venue.strip() or any(not one.title.strip() for one in plan.sessions):
        raise KnownError(Problem.MISSING_TITLE)
    times = [(plan.starts_at, plan.ends_at), *((one.starts_at, one.ends_at) for one in plan.sessions)]
    if any(not plan.starts_at <= begins < ends <= plan.ends_at for begins, ends in times):
        raise KnownError(Problem.EVENT_TIMES)
    if plan.capacity < 1 or not 0 <= plan.minimum <= plan.capacity or plan.hours <= 0:
        raise KnownError(Problem.EVENT_NUMBERS)


def _plan(session: Session, held: Event) -> Plan:
    sessions = select(TrainingSession).where(TrainingSession.event_id == held.id)
    staff = select(EventStaff).where(EventStaff.event_id == held.id).order_by(EventStaff.id)
    return Plan(
        title=held.title,
        venue=held.venue,
        starts_at=held.starts_at,
        ends_at=held.ends_at,
        hours=held.hours,
        capacity=held.capacity,
        title_cy=held.title_cy,
        event_kind=held.event_kind,  # type: ignore[arg-type]  # the centre sends no other
        address=held.address,
        access_notes=held.access_notes,
        minimum=held.minimum,
        requirement_code=held.requirement_code,
        modules=tuple(held.modules),
        sessions=tuple(
            SessionPlan(one.title, one.starts_at, one.ends_at, one.hours, one.title_cy, tuple(one.modules), one.id)
            for one in session.scalars(sessions.order_by(TrainingSession.starts_at, TrainingSession.id))
        ),
        staff=tuple(
            StaffPlan(one.name, one.duty, one.id)  # type: ignore[arg-type]  # the centre sends no other
            for one in session.scalars(staff)
        ),
    )


def _fields(plan: Plan) -> dict[str, Any]:
    words = ("title", "title_cy", "venue", "address", "access_notes")
    return {
        **{name: getattr(plan, name).strip() for name in words},
        "event_kind": plan.event_kind,
        "starts_at": plan.starts_at,
        "ends_at": plan.ends_at,
        "hours": plan.hours,
        "capacity": plan.capacity,
        "minimum": plan.minimum,
        "requirement_code": plan.requirement_code,
        "modules": list(plan.modules),
        "trainers": [one.name.strip() for one in plan.staff if one.duty == "trainer" and one.name.strip()],
    }


def _has_staff(session: Session, event: str) -> bool:
    return session.scalar(select(EventStaff.id).where(EventStaff.event_id == event).limit(1)) is not None


def _write_parts(session: Session, event: Event, plan: Plan) -> None:
    """Sessions and staff as the plan has them: new ones added, changed ones changed, missing ones taken away."""
    gone = _write_each(
        session,
        event,
        TrainingSession,
        [
            (
                one.id,
                {
                    "title": one.title.strip(),
                    "title_cy": one.title_cy.strip(),
                    "starts_at": one.starts_at,
                    "ends_at": one.ends_at,
                    "hours": one.hours,
                    "modules": list(one.modules),
                },
            )
            for one in plan.sessions
        ],
    )
    marked = select(AttendanceMark.id).where(AttendanceMark.event_id == event.id, AttendanceMark.session_id.in_(gone))
    if gone and session.scalar(marked.limit(1)) is not None:
        raise KnownError(Problem.SESSION_IN_USE)
    staff = [(one.id, {"name": one.name.strip(), "duty": one.duty}) for one in plan.staff if one.name.strip()]
    _write_each(session, event, EventStaff, staff)


def _write_each(
    session: Session, event: Event, model: type[TrainingSession | EventStaff], wanted: list[tuple[str, dict[str, Any]]]
) -> list[str]:
    """Returns the ids of those taken away."""
    desk = desk_of(session)
    rows = session.scalars(select(model).where(model.event_id == event.id))
    held: dict[str, Synced] = {row.id: row for row in rows}
    for identity, fields in wanted:
        row = held.pop(identity, None)
        if row is None:
            session.add(model(id=desk.new_id(), partition=event.partition, event_id=event.id, **fields))
        else:
            _set(row, fields)
    for row in held.values():
        require(desk.role, "delete", row.record.kind, row.partition, own=row.rev <= 1)
        session.delete(row)
    return list(held)


def _set(row: Synced, fields: dict[str, Any]) -> None:
    # A field that stays as it is makes no change to send, and so no clash with somebody else's.
    for name, value in fields.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _next_reference(session: Session) -> str:
    """``WMD-T-0007-3``: the third event planned on the laptop whose block of numbers is 7, so that two never meet."""
    desk = desk_of(session)
    own = f"{desk.region}-T-{desk.block:04d}-"
    taken = session.scalars(select(Event.reference).where(Event.reference.startswith(own, autoescape=True)))
    numbers = [int(tail) for one in taken if (tail := one.removeprefix(own)).isdigit()]
    return f"{own}{max(numbers, default=0) + 1}"


def _event(session: Session, event: str) -> Event:
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    return held
