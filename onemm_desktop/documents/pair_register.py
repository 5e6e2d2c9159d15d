"""The register of a session at a school: each mentor beside their young person, to be signed together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onemm_desktop.documents import table, words
from onemm_desktop.documents.page import LANDSCAPE
from onemm_desktop.documents.table import Column, Table
from onemm_desktop.documents.words import Language, Said

KIND = Said("Cofrestr parau", "Pair register")
_COLUMNS = (
    Column(Said("", ""), 0.3),
    Column(words.MENTOR, 2.2, bold=True),
    Column(words.ORGANISATION, 1.6),
    Column(words.SIGNATURE, 1.5),
    Column(words.YOUNG_PERSON, 2.2, bold=True),
    Column(words.YEAR_GROUP, 0.8),
    Column(words.HERE, 0.6),
    Column(words.TIME_IN, 0.6),
    Column(words.TIME_OUT, 0.6),
    Column(Said("Nodyn", "Note"), 1.4),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A mentor and a young person, as the school knows them."""

    mentor: str
    organisation: str
    young_person: str
    year_group: str


def pdf(pairs: Iterable[Pair], *, school: Said, held_on: date, destroy_by: date, language: Language) -> bytes:
    """The register. Nobody to print is a mistake (ValueError)."""
    rows = tuple(
        (str(number), pair.mentor, pair.organisation, "", pair.young_person, pair.year_group, "", "", "", "")
        for number, pair in enumerate(pairs, start=1)
    )
    if not rows:
        raise ValueError("no pairs to print")
    return table.pdf(
        [
            Table(
                kind=KIND,
                title=school,
                facts=((words.SESSION_ON, ""), (words.STAFF_PRESENT, "")),
                columns=_COLUMNS,
                rows=rows,
                notice=words.PRIVACY,
                printed_on=held_on,
                language=language,
                destroy_by=destroy_by,
                signed=(words.SIGNED_BY_STAFF,),
                row_height=26.0,
                size=LANDSCAPE,
            )
        ]
    )
