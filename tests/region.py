"""A small region to test lists with: six mentors, three young people, two matches, one event, real names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from benchmarks.laptop import fill
from onemm_desktop.models import Desk, Device
from onemm_desktop.models.database import Database
from onemm_wire import partitions, records
from onemm_wire.partitions import Role
from onemm_wire.records import Record
from tests.fixtures_desktop import KEY, Chance, Clock

TODAY = date(2026, 11, 21)
CODE = "CDF"
CARDS, OFFICE = partitions.region(CODE), partitions.staff(CODE)
COLLEGE = "0193d000-0000-7000-8000-00000000c011"
MODULES = ["face_to_face", "online_a", "online_b"]

#: given, family, organisation, stage, clearance state, until, modules passed
MENTORS: tuple[tuple[str, str, str, str, str, date | None, int], ...] = (
    ("Siân", "Llewellyn-Pritchard", "Cardiff & Vale College", "active", "clear", None, 3),
    ("Łukasz", "Nowak", "KPMG", "checking", "applied", None, 2),
    ("Margaret", "O’Connor", "Retired — NHS", "active", "clear", date(2026, 12, 3), 3),
    ("Thị Hương", "Nguyễn", "Lloyds Banking Group", "ready_to_match", "clear", date(2028, 1, 1), 3),
    ("David", "ap Rhys", "", "enquiry", "not_started", None, 0),
    ("Fatima Zahra", "El-Amrani", "Manchester City Council", "suspended", "clear", date(2026, 11, 1), 1),
)
YOUNG: tuple[tuple[str, str, str], ...] = (
    ("Kai", "Begum", "active"),
    ("Ffion", "Ó Súilleabháin", "active"),
    ("Zainab", "Okafor", "ready_to_match"),
)


def mentor_id(number: int) -> str:
    """The id of a mentor by their place in ``MENTORS``."""
    return f"0193d000-0000-7000-8000-0000000a{number:04d}"


def mentee_id(number: int) -> str:
    """The id of a young person by their place in ``YOUNG``."""
    return f"0193d000-0000-7000-8000-0000000b{number:04d}"


def match_id(number: int) -> str:
    """The ids of the two matches: 0 is silent, 1 has met last week."""
    return f"0193d000-0000-7000-8000-0000000e{number:04d}"


def mentor(number: int, given: str, family: str, organisation: str = "", **fields: Any) -> records.Mentor:
    """A mentor's card."""
    return records.Mentor(
        id=mentor_id(number),
        reference=f"{CODE}-M-{number:05d}",
        given_name=given,
        family_name=family,
        organisation=organisation,
        **fields,
    )


def some_mentors() -> list[tuple[str, Record]]:
    """The six, each with their contact details in the office's part."""
    placed: list[tuple[str, Record]] = []
    for number, (given, family, organisation, stage, state, until, passed) in enumerate(MENTORS):
        card = mentor(
            number,
            given,
            family,
            organisation,
            stage=stage,
            clearance_level=None if state == "not_started" else "enhanced",
            clearance_state=state,
            clearance_applied_on=date(2026, 10, 12) if state == "applied" else None,
            clearance_until=until,
            modules=MODULES[:passed],
            help_areas=["CV development"],
        )
        contact = records.Contact(
            id=f"0193d000-0000-7000-8000-0000000c{number:04d}",
            person_id=card.id,
            email=f"mentor{number}@example.org",
            phone=f"07700 90000{number}",
        )
        placed += [(CARDS, card), (OFFICE, contact)]
    placed.append((OFFICE, _check()))
    return placed


def some_young_people() -> list[tuple[str, Record]]:
    """Three at a college, two of them matched."""
    own = partitions.partner(COLLEGE)
    placed: list[tuple[str, Record]] = [
        (
            own,
            records.Mentee(
                id=mentee_id(number),
                reference=f"{CODE}-Y-{number:05d}",
                partner_id=COLLEGE,
                given_name=given,
                family_name=family,
                date_of_birth=date(2009, 11, 22 - number),
                year_group="Year 12",
                course="Biology",
                stage=stage,  # type: ignore[arg-type]
                aspirations="Marine biologist",
            ),
        )
        for number, (given, family, stage) in enumerate(YOUNG)
    ]
    for number, last_met in enumerate((date(2026, 10, 1), date(2026, 11, 14))):
        match = records.Match(
            id=match_id(number),
            reference=f"{CODE}-P-{number:05d}",
            mentor_id=mentor_id(number * 2),
            mentee_id=mentee_id(number),
            partner_id=COLLEGE,
            state="active",
            started_on=date(2026, 3, 1 + number),
            last_met_on=last_met,
            meetings_held=6 - number,
            focus=["Interview skills"],
        )
        placed.append((own, match))
    return placed


def region_and_event() -> list[tuple[str, Record]]:
    """What the others point at: requirement set, college, one event of last month and who came."""
    event = records.Event(
        id="0193d000-0000-7000-8000-0000000000e1",
        reference="CDF-E-001",
        title="Mentor training",
        venue="The Exchange",
        starts_at=datetime(2026, 10, 10, 9, tzinfo=UTC),
        ends_at=datetime(2026, 10, 10, 15, tzinfo=UTC),
        hours=5.5,
        capacity=20,
    )
    mark = records.AttendanceMark(
        id="0193d000-0000-7000-8000-0000000000f1",
        event_id=event.id,
        attendee_id=mentor_id(0),
        state="late",
        marked_at=event.starts_at,
    )
    booking = records.Booking(
        id="0193d000-0000-7000-8000-0000000000f2", event_id=event.id, mentor_id=mentor_id(1), state="apologies"
    )
    modules = records.RequirementSet(
        id="0193d000-0000-7000-8000-0000000000d1",
        code="mentor-training",
        title="Mentor training",
        modules=MODULES,
        valid_from=date(2017, 2, 1),
    )
    college = records.Partner(id=COLLEGE, name="Cardiff & Vale College", partner_kind="college")
    return [(partitions.NATIONAL, modules), *((CARDS, record) for record in (college, event, mark, booking))]


def laptop_of(folder: Path, role: Role, placed: Iterable[tuple[str, Record]] = ()) -> tuple[Database, Desk]:
    """A laptop of somebody with this role, holding of ``placed`` what the role may hold."""
    desk = Desk(
        user_id="0193d000-0000-7000-8000-0000000000aa",
        user_name="Nia Parry",
        role=role,
        region=CODE,
        device_id="0193d000-0000-7000-8000-000000000001",
        block=7,
        clock=Clock(),
        chance=Chance(),
    )
    scope = partitions.granted(role, CODE, COLLEGE, [COLLEGE])
    database = Database.open(folder / f"{role}.db", KEY)
    with database.sync_write() as session:
        session.add(
            Device(
                device_id=desk.device_id,
                block=desk.block,
                address="http://127.0.0.1:9",
                centre="0193d000-0000-7000-8000-0000000000cc",
                epoch="first",
                user_id=desk.user_id,
                user_name=desk.user_name,
                role=role,
                region=CODE,
                region_name="Cardiff",
                scope=scope,
            )
        )
    fill(database, [(part, record) for part, record in placed if part in scope])
    return database, desk


def everything() -> list[tuple[str, Record]]:
    """The whole small region."""
    return [*region_and_event(), *some_mentors(), *some_young_people()]


def _check() -> records.Clearance:
    return records.Clearance(
        id="0193d000-0000-7000-8000-0000000000d2",
        mentor_id=mentor_id(0),
        level="enhanced",
        certificate_number="001234567890",
        issued_on=date(2025, 8, 25),
        outcome="clear_to_proceed",
    )
