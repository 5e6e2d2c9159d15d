"""A few records of the centre's, for tests: small, with the names of today's UK."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from onemm_wire.ids import uuid7
from onemm_wire.partitions import partner, region, staff
from onemm_wire.records import Contact, Event, Mentee, Mentor, Partner, Record, Region
from tests.central_service import Centre

BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)
NAMES = (
    ("Siân", "Llewellyn-Pritchard"),
    ("Rukhsana", "Begum"),
    ("Łukasz", "Nowak"),
    ("Oluwaseun", "Adeyemi"),
    ("Margaret", "O’Connor"),
    ("Nguyễn Thị", "Hương"),
    ("Harpreet Kaur", "Gill"),
)


def identity(number: int) -> str:
    """The id of the ``number``-th record: the same in every run."""
    return uuid7(BEGAN, number.to_bytes(10, "big"))


def mentor(number: int, *, code: str = "LDN", **values: Any) -> Mentor:
    given, family = NAMES[number % len(NAMES)]
    facts: dict[str, Any] = {
        "id": identity(number),
        "reference": f"{code}-M-{number:05}",
        "given_name": given,
        "family_name": family,
        "help_areas": ["interviews", "writing a CV"],
    }
    return Mentor(**{**facts, **values})


def mentors(count: int, *, code: str = "LDN") -> list[Mentor]:
    first = 1_000_000 if code != "LDN" else 0
    return [mentor(first + number, code=code) for number in range(count)]


def furnish(centre: Centre, *, mentors_per_region: int = 7) -> None:
    """Two regions: London with a school and its young people, Cardiff beside it."""
    centre.put(
        "national",
        Region(id=identity(9_001), code="LDN", name="London", nation="england"),
        Region(id=identity(9_002), code="CDF", name="Cardiff", nation="wales", languages=["cy", "en"]),
    )
    for code, number in (("LDN", 9_100), ("CDF", 9_200)):
        school = Partner(id=identity(number), name=f"School of {code}", partner_kind="school")
        centre.put(region(code), school, event(number + 1), *_cards(code, mentors_per_region))
        centre.put(staff(code), Contact(id=identity(number + 10), person_id=identity(0), email="sian@example.org"))
        centre.put(
            partner(school.id),
            Mentee(
                id=identity(number + 20),
                reference=f"{code}-Y-1",
                partner_id=school.id,
                given_name="Aaliyah",
                family_name="Khan",
                date_of_birth=datetime(2009, 5, 4, tzinfo=UTC).date(),
            ),
        )


def event(number: int) -> Event:
    return Event(
        id=identity(number),
        reference=f"E-{number}",
        title="Mentor training",
        venue="Toynbee Hall",
        starts_at=datetime(2026, 11, 21, 10, tzinfo=UTC),
        ends_at=datetime(2026, 11, 21, 16, tzinfo=UTC),
        hours=6,
        capacity=60,
    )


def _cards(code: str, count: int) -> list[Record]:
    return list(mentors(count, code=code))
