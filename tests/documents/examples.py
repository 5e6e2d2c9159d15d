"""Certificates and sheets to start from: a test changes what its story is about."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from onemm_desktop.documents.certificate import Certificate
from onemm_desktop.documents.sign_in_sheet import Row, Sheet
from onemm_wire.certificate_numbers import certificate_number

LONDON = ZoneInfo("Europe/London")

CERTIFICATE = Certificate(
    number=certificate_number("LDN", 2026, 7, 42),
    name="Rukhsana Begum",
    title="Mentor training: the first hour together",
    title_cy="Hyfforddiant mentoriaid: yr awr gyntaf gyda’n gilydd",
    held_on=date(2026, 11, 21),
    hours=5.5,
    venue="The Exchange, 3 Centenary Square, Birmingham B1 2DR",
    trainers=("Nia ap Rhys", "Oluwaseun Adeyemi"),
    issuer="One Million Mentors",
    issued_on=date(2026, 11, 23),
    language="english",
)

SHEET = Sheet(
    title="Mentor training: the first hour together",
    title_cy="",
    reference="LDN-2026-031",
    starts_at=datetime(2026, 11, 21, 10, 0, tzinfo=LONDON),
    ends_at=datetime(2026, 11, 21, 16, 0, tzinfo=LONDON),
    venue="The Exchange, Birmingham",
    trainers=("Nia ap Rhys",),
    rows=tuple(Row(number, f"Person {number:03}", "KPMG", "", "booked", "", "") for number in range(1, 49)),
    blank_rows=5,
    printed_on=date(2026, 11, 20),
    destroy_by=date(2027, 11, 21),
)


def hard_names() -> list[str]:
    """Names that broke somebody's certificates, or will."""
    lines = (Path(__file__).parent / "hard_names.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
