"""A training day to test with: a laptop with its encrypted database, an event, the people who are booked on it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from onemm_desktop.models import (
    AttendanceMark,
    Booking,
    Desk,
    Device,
    Event,
    Mentor,
    RequirementSet,
    Synced,
    TrainingSession,
)
from onemm_desktop.models.database import Database
from onemm_desktop.models.folding import fold
from onemm_desktop.programme import badges, register, undo, walk_ins
from onemm_desktop.programme.roster import Counters, Roster, Row, count, roster
from onemm_desktop.programme.roster_search import find
from onemm_wire import badges as wire_badges
from onemm_wire.ids import uuid7
from onemm_wire.partitions import Role
from onemm_wire.records.training import MarkState

T = TypeVar("T")

#: A Saturday morning in winter: London and UTC agree, which keeps the times in the tests short.
MORNING = datetime(2026, 11, 21, 9, 40, tzinfo=UTC)
REGION = "region/WMD"
KEY = bytes(range(32))

#: The people of the picture in docs: (given, family, organisation, clearance state, until, modules passed).
ELEVEN = (
    ("Siân", "Llewellyn-Pritchard", "Cardiff & Vale College", "clear", None, 3),
    ("Rukhsana", "Begum", "Tower Hamlets Partnership", "clear", None, 3),
    ("Łukasz", "Nowak", "KPMG", "applied", None, 2),
    ("Oluwaseun", "Adeyemi", "NatWest", "clear", None, 3),
    ("Margaret", "O’Connor", "Retired — NHS", "clear", date(2026, 12, 3), 3),
    ("Nguyễn Thị", "Hương", "Lloyds Banking Group", "clear", None, 3),
    ("Harpreet Kaur", "Gill", "West Midlands Combined Authority", "clear", None, 3),
    ("David", "Ap-Rhys", "Self-employed", "clear", None, 1),
    ("Fatima Zahra", "El-Amrani", "Manchester City Council", "clear", None, 3),
    ("Rhys", "ap Gwilym", "Llywodraeth Cymru", "not_started", None, 0),
    ("Wolfeschlegelsteinhausen", "Bergerdorff-Featherstonehaugh-Smythe", "A", "declined", None, 0),
)
MODULES = ("online_a", "online_b", "face_to_face")


class Clock:
    """A clock that stands still until it is moved on."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def later(self, **span: float) -> None:
        """Move on by this span, as ``timedelta`` takes it."""
        self.now += timedelta(**span)

    def at(self, hour: int, minute: int) -> None:
        """Move to a time of the same day."""
        self.now = self.now.replace(hour=hour, minute=minute)


class Day:
    """One laptop on a training day. Everything it does goes through the programme's own verbs."""

    def __init__(self, folder: Path, *, name: str = "one", role: Role = "trainer", clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self.chance = random.Random(name)
        self.desk = Desk(
            user_id=f"user-{name}",
            user_name="Dilys Hughes",
            role=role,
            region="WMD",
            device_id=f"device-{name}",
            block=7,
            clock=self.clock,
            chance=self.chance.randbytes,
        )
        self.database = Database.open(folder / f"{name}.db", KEY)
        self.event = ""
        with self.database.sync_write() as session:
            session.add(_device(self.desk))

    def close(self) -> None:
        """Shut the laptop's database."""
        self.database.close()

    def keep(self, *rows: Synced) -> None:
        """Put records there as a sync would."""
        with self.database.sync_write() as session:
            session.add_all(rows)

    def add_event(self, **fields: Any) -> str:
        """An event today from 10 to 16, unless said otherwise; returns its id."""
        given: dict[str, Any] = {
            "id": self.new_id(),
            "partition": REGION,
            "reference": "WMD-E-0031",
            "title": "Mentor training",
            "title_cy": "Hyfforddiant mentoriaid",
            "venue": "The Exchange, Birmingham",
            "starts_at": MORNING.replace(hour=10, minute=0),
            "ends_at": MORNING.replace(hour=16, minute=0),
            "hours": 5.0,
            "capacity": 60,
            "trainers": ["Dilys Hughes"],
        }
        event = Event(**{**given, **fields})
        self.keep(event)
        self.event = self.event or event.id
        return event.id

    def halve(self) -> tuple[str, str]:
        """Part the event into a morning, from 10 to 12, and an afternoon, from 13 to 16; returns their ids."""
        ids = (self.new_id(), self.new_id())
        for part, title, begins, ends in zip(ids, ("Morning", "Afternoon"), (10, 13), (12, 16), strict=True):
            self.keep(
                TrainingSession(
                    id=part,
                    partition=REGION,
                    event_id=self.event,
                    title=title,
                    starts_at=MORNING.replace(hour=begins, minute=0),
                    ends_at=MORNING.replace(hour=ends, minute=0),
                    hours=2.5,
                    modules=["face_to_face"],
                )
            )
        return ids

    def require(
        self,
        *modules: str,
        code: str = "mentor-training",
        valid_from: date = date(2020, 1, 1),
        share: float = 0.75,
        holds: int | None = None,
    ) -> None:
        """Say which modules the programme asks for, and for how many months its certificate holds."""
        self.keep(
            RequirementSet(
                id=self.new_id(),
                partition="national",
                code=code,
                title="Mentor training",
                modules=list(modules or MODULES),
                attendance_share=share,
                holds_months=holds,
                valid_from=valid_from,
            )
        )

    def book(self, given: str, family: str, *, state: str | None = "booked", event: str = "", **fields: Any) -> str:
        """A mentor with a card and, unless ``state`` is None, a booking; returns the mentor's id."""
        mentor = Mentor(
            id=self.new_id(),
            partition=REGION,
            reference=f"WMD-M-{self.chance.randrange(100_000):05}",
            given_name=given,
            family_name=family,
            **fields,
        )
        rows: list[Synced] = [mentor]
        if state is not None:
            rows.append(
                Booking(
                    id=self.new_id(),
                    partition=REGION,
                    event_id=event or self.event,
                    mentor_id=mentor.id,
                    state=state,
                )
            )
        self.keep(*rows)
        return mentor.id

    def book_many(self, count: int) -> list[str]:
        """So many people with nothing but names and a booking, in one go; returns their ids."""
        rows: list[Synced] = []
        for number in range(count):
            mentor = Mentor(
                id=self.new_id(),
                partition=REGION,
                reference=f"WMD-M-9{number:04}",
                given_name=f"Person{number}",
                family_name=f"Family{number:03}",
            )
            rows += [mentor, Booking(id=self.new_id(), partition=REGION, event_id=self.event, mentor_id=mentor.id)]
        self.keep(*rows)
        return [row.id for row in rows if isinstance(row, Mentor)]

    def book_eleven(self) -> list[str]:
        """The people of the picture; returns their ids in that order."""
        return [
            self.book(
                given,
                family,
                organisation=organisation,
                clearance_state=state,
                clearance_level="enhanced",
                clearance_applied_on=date(2026, 10, 12),
                clearance_until=until,
                modules=list(MODULES[:passed]),
            )
            for given, family, organisation, state, until, passed in ELEVEN
        ]

    def new_id(self) -> str:
        """A new identity."""
        return uuid7(self.clock(), self.chance.randbytes(10))

    # --- what people do ------------------------------------------------------------------------------------------

    def mark(self, attendee: str, state: MarkState, **more: Any) -> int:
        """Mark somebody; returns how many marks that made."""
        with self.database.write(self.desk, label=f"marked_{state}", values={"name": "somebody"}) as session:
            change = register.mark(session, event=self.event, attendee=attendee, state=state, **more)
        return len(change.ids("attendance_mark"))

    def walk_in(self, name: str, **fields: Any) -> str:
        """Write a walk-in down; returns their id."""
        with self.database.write(self.desk, label="walk_in_added", values={"name": name}) as session:
            return walk_ins.add(session, event=self.event, name=name, **fields)[1]

    def badge(self, person: str, *, event: str = "") -> str:
        """The text of somebody's badge for an event, today's unless said otherwise."""
        event = event or self.event
        return wire_badges.code(self.badge_key(event), event, person)

    def badge_key(self, event: str = "") -> str:
        """The key of an event's badges."""
        with self.database.write(self.desk) as session:
            return badges.prepare(session, event=event or self.event)[1]

    def undo(self) -> str:
        """Ctrl+Z; returns the label of what was taken back."""
        with self.database.write(self.desk) as session:
            return undo.last(session)[1].label

    def do(self, work: Callable[[Session], T], **words: Any) -> T:
        """Anything else, in one transaction."""
        with self.database.write(self.desk, **words) as session:
            return work(session)

    # --- what they see -------------------------------------------------------------------------------------------

    def roster(self, event: str = "", session_id: str | None = None) -> Roster:
        """The roster as it stands; of one session alone if asked."""
        with self.database.read() as session:
            return roster(session, event or self.event, now=self.clock(), role=self.desk.role, session_id=session_id)

    def row(self, attendee: str) -> Row:
        """One person's row."""
        return next(row for row in self.roster().rows if row.attendee == attendee)

    def shortest(self, name: str) -> str:
        """The fewest letters of somebody's given name, or else family name, that put them first at the desk."""
        rows = self.roster().rows
        words = fold(name).split()
        tries = [word[:length] for length in range(1, 5) for word in words if len(word) >= length]
        return next(typed for typed in tries if rows[find(rows, typed).positions[0]].name == name)

    def counters(self) -> Counters:
        """The counters as they stand."""
        return count(self.roster().rows)

    def marks(self) -> dict[str, AttendanceMark]:
        """Every mark this laptop holds, by id."""
        with self.database.read() as session:
            return {mark.id: mark for mark in session.query(AttendanceMark)}


def meet(*days: Day) -> None:
    """Let laptops exchange their marks, as a sync through the centre would."""
    known: dict[str, AttendanceMark] = {}
    for day in days:
        known.update(day.marks())
    for day in days:
        mine = day.marks()
        day.keep(*(_copy(mark) for mark in known.values() if mark.id not in mine))


@contextmanager
def opened(days: Iterable[Day]) -> Iterator[list[Day]]:
    """Laptops that are shut again, whatever happens."""
    kept = list(days)
    try:
        yield kept
    finally:
        for day in kept:
            day.close()


def _copy(mark: AttendanceMark) -> AttendanceMark:
    fields = {name: getattr(mark, name) for name in AttendanceMark.wire_fields()}
    return AttendanceMark(partition=mark.partition, **fields)


def _device(desk: Desk) -> Device:
    return Device(
        device_id=desk.device_id,
        block=desk.block,
        address="https://centre.example.org",
        centre="centre",
        epoch="epoch",
        user_id=desk.user_id,
        user_name=desk.user_name,
        role=desk.role,
        region=desk.region,
        region_name="West Midlands",
    )
