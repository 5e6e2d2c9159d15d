"""Badges: the first name to be read at two metres, what its bearer does in a colour and a word, and the code.

In four formats, cut marks between badges that share a sheet. A badge without names is a blank, for a pen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from reportlab.lib.units import mm

from onemm_desktop.documents import words
from onemm_desktop.documents.fitting import Block, Frame, fit, shorten
from onemm_desktop.documents.page import ACCENT, INK, LINE, PORTRAIT, SECONDARY, Colour, Facts, Paper, colour
from onemm_desktop.documents.pieces import clean
from onemm_desktop.documents.words import Language, Said
from onemm_desktop.errors import KnownError, Problem

Duty = Literal["mentor", "walk_in", "trainer", "helper", "host", "observer"]
#: ``a6``: a page each. ``four``, ``eight``: to a sheet of A4, to be cut. ``card``: 96 by 82 mm, six to a sheet.
Format = Literal["a6", "four", "eight", "card"]

_WHITE = colour("#FFFFFF")
#: Dark enough for white letters on a printer short of toner; each is told from the others in grey by its word alone.
_COLOURS: dict[Duty, Colour] = {
    "mentor": ACCENT,
    "walk_in": colour("#7A4A00"),
    "trainer": colour("#1E6B44"),
    "helper": colour("#0F6A78"),
    "host": colour("#8A2D6B"),
    "observer": colour("#4A5266"),
}
_EDGE = 5 * mm
#: At two metres a small letter must be some 5 mm high to be read at a glance: 28 pt, with Noto's high small letters.
READABLE = 28.0


@dataclass(frozen=True, slots=True)
class Badge:
    """What one badge says. ``code`` is the text of its QR code, empty for none; ``day`` is in Europe/London."""

    first_name: str
    surname: str
    organisation: str
    duty: Duty
    event: str
    event_cy: str
    day: date
    code: str
    language: Language

    @property
    def blank(self) -> bool:
        """Whether the names are left to a pen."""
        return not clean(self.first_name) and not clean(self.surname)


class Sheet(NamedTuple):
    """How badges lie on a page, in points: the page, one badge, how many across and down, and the free edge."""

    page: tuple[float, float]
    width: float
    height: float
    across: int
    down: int

    @property
    def left(self) -> float:
        """From the edge of the page to the first badge."""
        return (self.page[0] - self.across * self.width) / 2

    @property
    def bottom(self) -> float:
        """From the lower edge of the page to the last badge."""
        return (self.page[1] - self.down * self.height) / 2


SHEETS: dict[Format, Sheet] = {
    "a6": Sheet((105 * mm, 148 * mm), 105 * mm, 148 * mm, 1, 1),
    "four": Sheet(PORTRAIT, PORTRAIT[0] / 2, PORTRAIT[1] / 2, 2, 2),
    "eight": Sheet(PORTRAIT, PORTRAIT[0] / 2, PORTRAIT[1] / 4, 2, 4),
    "card": Sheet(PORTRAIT, 96 * mm, 82 * mm, 2, 3),
}


def blank(like: Badge) -> Badge:
    """A badge of the same event and duty, without names and code."""
    return Badge("", "", "", like.duty, like.event, like.event_cy, like.day, "", like.language)


def pdf(badges: Iterable[Badge], form: Format, *, two_sided: bool = False) -> bytes:
    """The badges in their order. A name too long is made smaller, then shortened; a missing glyph is a question mark.

    ``two_sided``: after each sheet its backs with the codes, in the order in which they lie when the sheet is turned
    over its long edge. Nothing to print is a mistake (ValueError).
    """
    made = list(badges)
    if not made:
        raise ValueError("no badges to print")
    first = made[0]
    sheet = SHEETS[form]
    title = f"{words.BADGES.joined(first.language)} – {_title(first).joined(first.language)}"
    paper = Paper(sheet.page, Facts(title, "One Million Mentors", words.tag(first.language), first.day))
    each = sheet.across * sheet.down
    for start in range(0, len(made), each):
        lying = made[start : start + each]
        if two_sided:
            _page(paper, sheet, [replace(badge, code="") for badge in lying])
            _page(paper, sheet, lying, backs=True)
        else:
            _page(paper, sheet, lying)
    return paper.finish()


def _page(paper: Paper, sheet: Sheet, badges: Sequence[Badge], *, backs: bool = False) -> None:
    for place, badge in enumerate(badges):
        across, down = place % sheet.across, place // sheet.across
        x = sheet.left + (sheet.across - 1 - across if backs else across) * sheet.width
        y = sheet.bottom + (sheet.down - down - 1) * sheet.height
        (_back if backs else _badge)(paper, badge, x, y, sheet)
    if sheet.across > 1:
        _cut_marks(paper, sheet)
    paper.next_page()


def _badge(paper: Paper, badge: Badge, x: float, y: float, sheet: Sheet) -> None:
    tall = sheet.height > sheet.width
    band = 15 * mm if tall else 11 * mm
    _band(paper, badge, (x, y + sheet.height - band, sheet.width, band))
    left, width = x + _EDGE, sheet.width - 2 * _EDGE
    foot = _foot(paper, badge, left, y + _EDGE, width, tall=tall)
    code = min(34 * mm if tall else 25 * mm, y + sheet.height - band - foot - 4 * mm)
    if badge.code and not tall:
        # Beside the names, in the lower corner: a lying badge is too low for a code of its own line.
        paper.code(badge.code, x + sheet.width - _EDGE - code, foot + 2 * mm, code)
    elif badge.code:
        paper.code(badge.code, x + (sheet.width - code) / 2, foot + 4 * mm, code)
    top = y + sheet.height - band - 4 * mm
    bottom = foot + 3 * mm + (code + 5 * mm if badge.code and tall else 0)
    beside = code + 5 * mm if badge.code and not tall else 0.0
    _names(paper, badge, (left, bottom, width, top - bottom), beside)


def _back(paper: Paper, badge: Badge, x: float, y: float, sheet: Sheet) -> None:
    """The code alone, as large as a scanner at the door likes it, above the event and its day."""
    tall = sheet.height > sheet.width
    foot = _foot(paper, badge, x + _EDGE, y + _EDGE, sheet.width - 2 * _EDGE, tall=tall)
    room = y + sheet.height - foot
    code = min(45 * mm, room - 14 * mm)
    if badge.code:
        paper.code(badge.code, x + (sheet.width - code) / 2, foot + (room - code) / 2, code)


def _band(paper: Paper, badge: Badge, place: tuple[float, float, float, float]) -> None:
    """The colour of what its bearer does, and the word for it."""
    x, y, width, height = place
    paper.area(x, y, width, height, ink=_COLOURS[badge.duty])
    paper.line("1MM", 13, x + _EDGE, y + height / 2 - 4.6, bold=True, ink=_WHITE)
    role = words.DUTIES[badge.duty].joined(badge.language)
    block = shorten(role, Frame(width - 2 * _EDGE - 40, height - 8, sizes=(17, 9), bold=True))
    right = x + width - _EDGE - block.lines[0].width * block.size
    paper.block(block, right, y + height / 2 - block.size * 0.35, ink=_WHITE)


def _names(paper: Paper, badge: Badge, place: tuple[float, float, float, float], beside: float) -> None:
    """First name, surname, organisation, from the top; ``beside`` is what the code takes from the lower lines."""
    left, bottom, width, height = place
    if badge.blank:
        for line in (0.62, 0.3):
            paper.rule(left, bottom + height * line, width - (beside if line < 0.5 else 0), ink=SECONDARY)
        return
    first, last = (badge.first_name, badge.surname) if clean(badge.first_name) else (badge.surname, "")
    big = _first_name(first, width, height * 0.52)
    y = bottom + height - big.ascent
    paper.block(big, left, y)
    y -= big.leading * (len(big.lines) - 1) - big.lines[-1].ink.bottom * big.size
    for text, ink, sizes in ((last, INK, (20.0, 9.0)), (badge.organisation, SECONDARY, (12.0, 7.0))):
        if clean(text):
            block = shorten(text, Frame(width - beside, (y - bottom) * 0.62, sizes=sizes, lines=2))
            y -= block.ascent + 9
            paper.block(block, left, y, ink=ink)
            y -= block.leading * (len(block.lines) - 1) - block.lines[-1].ink.bottom * block.size


def _first_name(name: str, width: float, height: float) -> Block:
    """As large as it goes: one line, then two, and only then smaller than can be read at two metres."""
    frames = (
        Frame(width, height, sizes=(64.0, READABLE), bold=True),
        Frame(width, height, sizes=(48.0, READABLE), lines=2, fewest=2, bold=True),
        Frame(width, height, sizes=(READABLE, 14.0), lines=2, fewest=2, bold=True),
    )
    found = None
    try:
        found = next((block for frame in frames if (block := fit(name, frame))), None)
    except KnownError as problem:
        if problem.problem is not Problem.NO_GLYPH:
            raise
    return found or shorten(name, Frame(width, height, sizes=(READABLE, 12.0), lines=2, bold=True))


def _foot(paper: Paper, badge: Badge, left: float, y: float, width: float, *, tall: bool) -> float:
    """The event and its day; returns the height above which there is room."""
    when, title = words.day(badge.day), _title(badge)
    said = Said(f"{title.cy} · {when.cy}", f"{title.en} · {when.en}")
    lines = [(line, INK, 8.5 if tall else 7.5) for line in reversed(said.lines(badge.language))]
    if tall:
        lines.insert(0, (words.VALID_ONLY.joined(badge.language), SECONDARY, 7.0))
    for text, ink, size in lines:
        paper.block(shorten(text, Frame(width, size * 1.35, sizes=(size, 5.0))), left, y, ink=ink)
        y += size * 1.45
    paper.rule(left, y, width, ink=LINE)
    return y


def _title(badge: Badge) -> Said:
    return Said(badge.event_cy or badge.event, badge.event)


def _cut_marks(paper: Paper, sheet: Sheet) -> None:
    """Short lines where the knife goes, outside the badges and where four of them meet."""
    arm = 2.5 * mm
    for across in range(sheet.across + 1):
        for down in range(sheet.down + 1):
            x, y = sheet.left + across * sheet.width, sheet.bottom + down * sheet.height
            paper.rule(x - arm, y, 2 * arm, ink=SECONDARY, thickness=0.3)
            paper.upright(x, y - arm, 2 * arm, ink=SECONDARY, thickness=0.3)
