"""A young person's record of encounters with employers and employees (Gatsby benchmark 5), a page each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onemm_desktop.documents import table, words
from onemm_desktop.documents.table import Column, Table
from onemm_desktop.documents.words import Language, Said

KIND = Said("Cofnod cyfarfodydd · meincnod Gatsby 5", "Encounter record · Gatsby benchmark 5")
_COLUMNS = (
    Column(words.MENTOR, 2.0, bold=True),
    Column(Said("Gwaith a sefydliad", "Work and organisation"), 2.2),
    Column(Said("O", "From"), 1.2),
    Column(Said("Tan", "Until"), 1.2),
    Column(Said("Cyfarfodydd", "Meetings"), 0.9),
    Column(Said("Pynciau", "About"), 2.0),
)
_WHAT = Said(
    "Mae pob cyfarfod yn gyfle i ddysgu gan rywun mewn gwaith sut beth yw gwaith a beth sydd ei angen i lwyddo ynddo.",
    "Each meeting is a chance to learn from somebody in work what work is like and what it takes to succeed in it.",
)


@dataclass(frozen=True, slots=True)
class Mentoring:
    """The meetings of one match. ``until`` is None while it goes on."""

    mentor: str
    work: str
    since: date | None
    until: date | None
    meetings: int
    about: str


@dataclass(frozen=True, slots=True)
class Record:
    """One young person's page."""

    name: str
    school: str
    year_group: str
    mentoring: tuple[Mentoring, ...]
    language: Language

    @property
    def meetings(self) -> int:
        """All that were held."""
        return sum(one.meetings for one in self.mentoring)


def pdf(records: Iterable[Record], *, printed_on: date, two_up: bool = False) -> bytes:
    """The pages in their order; ``two_up``: A5, two to a sheet. Nobody to print is a mistake (ValueError)."""
    return table.pdf([_table(record, printed_on) for record in records], two_up=two_up)


def _table(record: Record, printed_on: date) -> Table:
    language = record.language
    return Table(
        kind=KIND,
        title=Said(record.name, record.name),
        facts=(
            (words.SCHOOL, record.school),
            (words.YEAR_GROUP, record.year_group),
            (Said("Cyfarfodydd â phobl mewn gwaith", "Encounters with people in work"), str(record.meetings)),
        ),
        columns=_COLUMNS,
        rows=tuple(
            (one.mentor, one.work, _day(one.since, language), _day(one.until, language), str(one.meetings), one.about)
            for one in record.mentoring
        ),
        notice=_WHAT,
        printed_on=printed_on,
        language=language,
        signed=(words.SIGNED_BY_STAFF,),
        row_height=34.0,
    )


def _day(when: date | None, language: Language) -> str:
    return words.day(when).joined(language) if when else ""
