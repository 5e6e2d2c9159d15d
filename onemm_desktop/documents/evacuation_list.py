"""The evacuation list: who is in the building now, in letters for a car park in the rain, on one page.

Nothing but names, what people do here, and who needs help on the stairs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

from onemm_desktop.documents import words
from onemm_desktop.documents.fitting import Frame, shorten
from onemm_desktop.documents.page import ACCENT, INK, LINE, PORTRAIT, SECONDARY, Facts, Paper
from onemm_desktop.documents.pieces import clean
from onemm_desktop.documents.words import Language, Said

_LEFT, _RIGHT = 34.0, PORTRAIT[0] - 34.0
_TOP = PORTRAIT[1] - 46.0
_BOTTOM = 60.0
#: Line to line, in points: as far apart as they go, and as near as a person with a torch can read.
_ROW = (30.0, 11.0)
_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to be ticked off. ``duty`` is a code of ``words.DUTIES``; ``help_needed``: an access need is known."""

    name: str
    duty: str
    help_needed: bool = False


@dataclass(frozen=True, slots=True)
class EvacuationList:
    """``at`` is in Europe/London. ``not_signed_in``: staff of whom nobody has said that they are there."""

    title: str
    title_cy: str
    venue: str
    at: datetime
    inside: tuple[Person, ...]
    not_signed_in: tuple[Person, ...] = ()

    @property
    def language(self) -> Language:
        """The language of the labels."""
        return "bilingual" if self.title_cy else "english"


def pdf(listed: EvacuationList) -> bytes:
    """One page up to some 230 people; more than that take a second one rather than smaller letters."""
    language = listed.language
    title = words.IN_THE_BUILDING.joined(language)
    paper = Paper(PORTRAIT, Facts(title, "One Million Mentors", words.tag(language), listed.at.date()))
    people = [*listed.inside, *listed.not_signed_in]
    top = _TOP - 74.0
    room = int((top - _BOTTOM) // _ROW[1]) * _COLUMNS
    for start in range(0, max(len(people), 1), room):
        _head(paper, listed)
        _names(paper, listed, people[start : start + room], top, first=start)
        paper.rule(_LEFT, _BOTTOM - 14, _RIGHT - _LEFT)
        paper.block(shorten(words.COUNT_AGAIN.joined(language), Frame(_RIGHT - _LEFT, 12, (9, 6))), _LEFT, _BOTTOM - 28)
        paper.next_page()
    return paper.finish()


def _head(paper: Paper, listed: EvacuationList) -> None:
    language = listed.language
    paper.block(
        shorten(words.IN_THE_BUILDING.joined(language), Frame(_RIGHT - _LEFT - 110, 30, (22, 11), bold=True)),
        _LEFT,
        _TOP - 6,
    )
    paper.line(str(len(listed.inside)), 44, _RIGHT, _TOP - 16, bold=True, ink=ACCENT, align="right")
    title = Said(listed.title_cy or listed.title, listed.title).joined(language)
    paper.block(shorten(f"{title} – {listed.venue}", Frame(_RIGHT - _LEFT - 110, 13, (10, 6))), _LEFT, _TOP - 26)
    when = words.day(listed.at)
    said = Said(f"{when.cy}, {listed.at:%H:%M}", f"{when.en}, {listed.at:%H:%M}").joined(language)
    paper.line(said, 10, _LEFT, _TOP - 42, bold=True)
    paper.rule(_LEFT, _TOP - 54, _RIGHT - _LEFT, ink=ACCENT, thickness=1.2)


def _names(paper: Paper, listed: EvacuationList, people: list[Person], top: float, *, first: int) -> None:
    columns = next(
        (count for count in range(1, _COLUMNS) if len(people) * _ROW[0] * 0.6 <= count * (top - _BOTTOM)), _COLUMNS
    )
    rows = max(math.ceil(len(people) / columns), 1)
    row = min(_ROW[0], (top - _BOTTOM) / rows)
    width = (_RIGHT - _LEFT) / columns
    for place, person in enumerate(people):
        across, down = place // rows, place % rows
        x, y = _LEFT + across * width, top - (down + 1) * row
        box = row * 0.52
        paper.frame(x, y + row * 0.2, box, box, ink=SECONDARY)
        text = x + box + row * 0.3
        room = width - box - row * 0.3 - 8
        note = _note(listed, person, signed_in=first + place < len(listed.inside))
        share = 0.62 if note else 1.0
        name = shorten(clean(person.name) or "…", Frame(room * share, row * 0.8, (row * 0.6, 6.0), bold=True))
        paper.block(name, text, y + row * 0.3, ink=INK)
        if note:
            said = shorten(note, Frame(room * (1 - share), row * 0.7, (row * 0.36, 4.5), lines=2))
            paper.block(
                said, text + room * share + 4, y + row * 0.3 + said.leading * (len(said.lines) - 1), ink=SECONDARY
            )
        paper.rule(x, y, width - 6, ink=LINE)


def _note(listed: EvacuationList, person: Person, *, signed_in: bool) -> str:
    language = listed.language
    notes = [] if person.duty == "mentor" else [words.DUTIES[person.duty].joined(language)]
    if person.help_needed:
        notes.append(words.NEEDS_HELP.joined(language))
    if not signed_in:
        notes.append(words.NOT_SIGNED_IN.joined(language))
    return ", ".join(notes)
