"""Is this laptop ready for a day without the web? What the records say of it, and the run that is kept.

Nothing here is believed because it once was so: each finding comes from doing the thing, here or where
``views/preflight`` does what only a window can. A finding is a light, what it is about, and the values of its sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.machine import Machine
from onemm_desktop.models import Booking, Device, DocumentIssue, Event, Mentor, PreflightRun, lease
from onemm_desktop.models.laptop_rules import enough, rules
from onemm_desktop.programme import attendees, concerns
from onemm_desktop.programme.allowed import may
from onemm_desktop.programme.certificates import Earned
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.roster import why_closed
from onemm_wire.partitions import Role
from onemm_wire.records.devices import Unlock

#: In the order in which they are shown.
Check = Literal[
    "event", "copy", "records", "bookings", "papers", "names", "printer", "scanner", "disk", "battery", "lock", "lease",
    "phones", "numbers",
]  # fmt: skip
CHECKS: tuple[Check, ...] = (
    "event", "copy", "records", "bookings", "papers", "names", "printer", "scanner", "disk", "battery", "lock", "lease",
    "phones", "numbers",
)  # fmt: skip
#: ``bad`` spoils the day, ``warn`` is worth an errand, ``neutral`` was not tried.
Light = Literal["ok", "warn", "bad", "neutral"]
#: A copy that equalled the centre within this span is one of today.
FRESH = timedelta(hours=24)
#: Days between the event's end and the lease's, below which somebody has to connect in time.
SPARE_DAYS = 2
#: A screen that locks faster than this stops a queue.
PATIENT_MINUTES = 5
#: A laptop's running numbers have five digits (``onemm_wire.certificate_numbers``).
LAST_NUMBER = 99_999
#: Bytes: a day of marks and papers takes a few megabytes, but a full disk stops every write.
NEEDED, ROOMY = 200_000_000, 1_000_000_000
#: Per cent of a battery: below, a laptop without its mains does not last a day; below the first, not a morning.
EMPTY, HALF = 30, 80


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. ``about`` picks its sentence; ``people`` are the ids of those it concerns."""

    check: Check
    light: Light
    about: str = ""
    values: dict[str, str] = field(default_factory=dict)
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """The last time this laptop was made ready for an event. ``names`` are those of the people in its findings."""

    event: str
    at: datetime
    findings: tuple[Finding, ...]
    names: dict[str, str] = field(default_factory=dict)

    @property
    def to_do(self) -> int:
        """How many things want somebody's hand."""
        return sum(one.light in ("warn", "bad") for one in self.findings)

    @property
    def light(self) -> Light:
        """What it all comes to: the worst of its lights."""
        lights = {one.light for one in self.findings}
        return "bad" if "bad" in lights else "warn" if "warn" in lights else "ok"


# --- what the records say ---------------------------------------------------------------------------------------------


def of_the_records(session: Session, *, event: str, now: datetime, role: Role, unlock: Unlock) -> tuple[Finding, ...]:
    """Everything that can be seen by reading. ``unlock`` is what opens this laptop. Raises NOT_FOUND."""
    held = session.scalar(select(Event).where(Event.id == event))
    device = session.scalars(select(Device)).first()
    if held is None or device is None:
        raise KnownError(Problem.NOT_FOUND)
    booked = _booked(session, event)
    return (
        _of_the_event(held, role),
        _of_bookings(session, booked),
        _of_the_lock(session, device, held, unlock),
        _of_the_lease(session, held, now),
        _of_phones(session, device, held),
        _of_numbers(device, role, len(booked)),
    )


def on_paper(session: Session, *, event: str, now: datetime) -> tuple[Earned, ...]:
    """Everybody who is booked, as if they had come and earned a certificate: to be tried on paper. Raises NOT_FOUND."""
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    booked = set(_booked(session, event))
    people = sorted(attendees.mentors(session, event, day_of(now)), key=lambda one: (one.sort_name, one.id))
    return tuple(
        Earned(one.id, one.name, one.certificate_name, one.language, held.hours, "")
        for one in people
        if one.id in booked
    )


def of_the_copy(*, verified: datetime | None, unsent: int, waiting: int, met: bool, now: datetime) -> Finding:
    """How old the copy is. ``met``: the centre was met in this run; ``waiting``: changes that a person must decide."""
    if met and waiting:
        return Finding("copy", "warn", "waiting", {"count": str(waiting)})
    if met and not unsent:
        return Finding("copy", "ok", "equal")
    if met:
        return Finding("copy", "warn", "unsent", {"count": str(unsent)})
    if verified is None:
        return Finding("copy", "bad", "never")
    light: Light = "warn" if now - verified <= FRESH else "bad"
    return Finding("copy", light, "offline", {"since": verified.isoformat()})


def of_the_machine(machine: Machine) -> tuple[Finding, Finding]:
    """Whether disk and battery last for the day."""
    free = machine.free_bytes
    room: Light = "bad" if free < NEEDED else "warn" if free < ROOMY else "ok"
    disk = Finding("disk", room, "free", {"megabytes": str(free // 1_000_000)})
    if machine.charge is None:
        return disk, Finding("battery", "ok", "mains")
    values = {"charge": str(machine.charge)}
    if machine.on_mains or machine.charge >= HALF:
        return disk, Finding("battery", "ok", "charged", values)
    return disk, Finding("battery", "bad" if machine.charge < EMPTY else "warn", "charge", values)


def _booked(session: Session, event: str) -> list[str]:
    found = select(Booking.mentor_id).where(Booking.event_id == event, Booking.state == "booked").order_by(Booking.id)
    return list(session.scalars(found))


def _of_the_event(held: Event, role: Role) -> Finding:
    because = why_closed(held.state, role)
    return Finding("event", "bad", because) if because else Finding("event", "ok", "open")


def _of_bookings(session: Session, booked: Collection[str]) -> Finding:
    if not booked:
        return Finding("bookings", "warn", "nobody")
    here = session.scalar(select(func.count()).where(Mentor.id.in_(booked))) or 0
    missing = len(set(booked)) - here
    if missing:
        return Finding("bookings", "bad", "missing", {"count": str(missing)})
    return Finding("bookings", "ok", "complete", {"count": str(here)})


def _of_the_lock(session: Session, device: Device, held: Event, unlock: Unlock) -> Finding:
    asked = rules(session, region=device.region, day=day_of(held.starts_at))
    if not enough(unlock, asked.unlock):
        return Finding("lock", "bad", "weak")
    values = {"minutes": str(asked.lock_after_minutes)}
    if 0 < asked.lock_after_minutes < PATIENT_MINUTES:
        return Finding("lock", "warn", "hasty", values)
    return Finding("lock", "ok", "patient" if asked.lock_after_minutes else "never", values)


def _of_the_lease(session: Session, held: Event, now: datetime) -> Finding:
    left = lease.days_left(session) or 0
    values = {"days": str(max(left, 0))}
    until_the_end = (day_of(held.ends_at) - day_of(now)).days
    if left <= until_the_end:
        return Finding("lease", "bad", "short", values)
    return Finding("lease", "warn" if left - until_the_end <= SPARE_DAYS else "ok", "lasts", values)


def _of_phones(session: Session, device: Device, held: Event) -> Finding:
    """Whom to phone on the event's day, which need not be today."""
    found = concerns.phones(session, region=device.region, today=day_of(held.starts_at))
    if not found:
        return Finding("phones", "bad", "none")
    return Finding("phones", "ok", "here", {"name": found[0].name, "phone": found[0].phone})


def _of_numbers(device: Device, role: Role, booked: int) -> Finding:
    if may(role, "create", DocumentIssue.record.kind):
        return Finding("numbers", "neutral", "role")
    left = LAST_NUMBER + 1 - device.next_certificate
    values = {"count": str(max(left, 0))}
    return Finding("numbers", "ok" if left >= max(booked, 1) else "bad", "left", values)


# --- the run that is kept ---------------------------------------------------------------------------------------------


def keep(session: Session, *, event: str, at: datetime, findings: Iterable[Finding]) -> Change:
    """Keep what was found, in place of what was kept before. Nothing of it travels."""
    before = session.get(PreflightRun, event)
    content: dict[str, Any] = {
        one.check: {"light": one.light, "about": one.about, "values": one.values, "people": list(one.people)}
        for one in findings
    }
    if before is None:
        session.add(PreflightRun(event_id=event, at=at, findings=content))
    else:
        before.at, before.findings = at, content
    return Change()


def last(session: Session, *, event: str) -> Run | None:
    """The run that is kept for an event, if any."""
    row = session.get(PreflightRun, event)
    return None if row is None else _run(session, row)


def runs(session: Session, events: Collection[str]) -> dict[str, Run]:
    """The kept runs of several events."""
    found = session.scalars(select(PreflightRun).where(PreflightRun.event_id.in_(events)))
    return {row.event_id: _run(session, row) for row in found}


def _run(session: Session, row: PreflightRun) -> Run:
    kept = row.findings
    findings = tuple(
        Finding(check, cast("Light", one["light"]), one["about"], one["values"], tuple(one["people"]))
        for check in CHECKS
        if (one := kept.get(check)) is not None
    )
    people = {person for one in findings for person in one.people}
    cards = session.execute(select(Mentor.id, Mentor.given_name, Mentor.family_name).where(Mentor.id.in_(people)))
    names = {person: f"{given} {family}".strip() for person, given, family in cards}
    return Run(row.event_id, row.at, findings, names)
