"""Who is coming to a school, for its reception: with each name what was checked, when and by whom.

What a certificate says, its number and its copy are never on this list (KCSIE: the school needs the assurance alone).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onemm_desktop.documents import table, words
from onemm_desktop.documents.table import Column, Table
from onemm_desktop.documents.words import Language, Said

KIND = Said("Rhestr ymwelwyr", "Visitor list")
_COLUMNS = (
    Column(words.NAME, 2.4, bold=True),
    Column(words.ORGANISATION, 1.6),
    Column(Said("Gwiriadau: pwy ydynt a lefel y DBS", "Checked: identity and DBS level"), 2.2),
    Column(Said("Gwiriwyd ar", "Checked on"), 1.3),
    Column(Said("Gan bwy", "Checked by"), 1.4),
    Column(words.TIME_IN, 0.7),
    Column(words.TIME_OUT, 0.7),
)
_LEVELS = {
    "basic": Said("DBS sylfaenol", "Basic DBS"),
    "standard": Said("DBS safonol", "Standard DBS"),
    "enhanced": Said("DBS manylach", "Enhanced DBS"),
    "enhanced_barred": Said("DBS manylach gyda’r rhestrau gwahardd", "Enhanced DBS with barred lists"),
}
_ASSURED = Said(
    "Mae’r elusen wedi gwirio pwy yw pob un a lefel y DBS a nodir. Nid oes angen gweld y tystysgrifau. Cadwch y rhestr "
    "o’r golwg.",
    "The charity has checked everybody’s identity and the DBS level stated. There is no need to see certificates. Keep "
    "this list out of sight.",
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who may come. ``level`` is a clearance's code; ``checked_on`` is None where it is not known here."""

    name: str
    organisation: str
    level: str
    checked_on: date | None
    checked_by: str


def pdf(visitors: Iterable[Visitor], *, school: Said, printed_on: date, destroy_by: date, language: Language) -> bytes:
    """The list. Nobody to print is a mistake (ValueError)."""
    rows = tuple(_row(visitor, language) for visitor in visitors)
    if not rows:
        raise ValueError("no visitors to print")
    return table.pdf(
        [
            Table(
                kind=KIND,
                title=school,
                facts=((words.SESSION_ON, ""),),
                columns=_COLUMNS,
                rows=rows,
                notice=_ASSURED,
                printed_on=printed_on,
                language=language,
                destroy_by=destroy_by,
            )
        ]
    )


def _row(visitor: Visitor, language: Language) -> tuple[str, ...]:
    identity = Said("Pwy ydynt", "Identity")
    level = _LEVELS.get(visitor.level, Said("DBS", "DBS"))
    checked = Said(f"{identity.cy}, {level.cy}", f"{identity.en}, {level.en}")
    when = words.day(visitor.checked_on).joined(language) if visitor.checked_on else ""
    return (visitor.name, visitor.organisation, checked.joined(language), when, visitor.checked_by, "", "")
