"""The sign-in sheet: paper for a venue's door, blank for pens or filled with what the register holds.

Rows never split, every page repeats the head of the table, and walk-ins have rows of their own. No date of birth and no
telephone number: a sheet lies on a table where everybody reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from onemm_desktop.documents import words
from onemm_desktop.documents.fitting import Block, Frame, shorten, stack
from onemm_desktop.documents.page import ACCENT, INK, LINE, PALE, PORTRAIT, SECONDARY, Colour, Facts, Paper
from onemm_desktop.documents.pieces import clean
from onemm_desktop.documents.words import Language, Said

ROW = 21.6  # 7.6 mm: room for a signature, and 48 people with five walk-ins on two pages
LEFT, RIGHT = 34.0, PORTRAIT[0] - 34.0
_TOP = PORTRAIT[1] - 40.0
_HEAD = 30.0  # the table's own head
_FOOT_RULE = 46.0  # below it the privacy line, the date to destroy by, the page
_TOTALS = 46.0  # under the last row
_PAD = 4.0
_CODE = 44.0  # 15.5 mm: squares of 0.7 mm, which a cheap scanner reads


@dataclass(frozen=True, slots=True)
class Row:
    """One person on the list. ``state`` is a booking's or a mark's code; times are "09:52" or empty."""

    number: int
    name: str
    organisation: str
    note: str
    state: str
    time_in: str
    time_out: str

    @property
    def has_come(self) -> bool:
        """Whether the person is, or was, in the room. A time of leaving alone says so too."""
        return bool(self.time_in or self.time_out) or self.state in ("present", "late", "left_early")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet says. Times are aware and already Europe/London; ``title_cy`` makes the sheet bilingual.

    ``code`` is what its square code says, by which the sheet is found again when it is keyed in; "" prints none.
    """

    title: str
    title_cy: str
    reference: str
    starts_at: datetime
    ends_at: datetime
    venue: str
    trainers: tuple[str, ...]
    rows: tuple[Row, ...]
    blank_rows: int
    printed_on: date
    destroy_by: date
    code: str = ""

    @property
    def language(self) -> Language:
        """The language of the labels."""
        return "bilingual" if self.title_cy else "english"


@dataclass(frozen=True, slots=True)
class _Column:
    heading: Said | None
    width: float


_COLUMNS = (
    _Column(None, 22.0),
    _Column(words.NAME, 150.0),
    _Column(words.ORGANISATION, 112.0),
    _Column(words.STATE, 66.0),
    _Column(words.TIME_IN, 40.0),
    _Column(words.TIME_OUT, 40.0),
    _Column(words.SIGNATURE, RIGHT - LEFT - 430.0),
)
_ENTRIES = (words.NAME, words.ORGANISATION, words.TIME_IN, words.TIME_OUT)


def pdf(sheet: Sheet, *, filled: bool) -> bytes:
    """The sheet as a PDF.

    ``filled`` prints everybody's times. A blank sheet leaves them to the pen, except for those who are already in: they
    are marked, so that a sheet printed in the middle of the morning can go on from there.
    """
    title = f"{words.SIGN_IN_SHEET.joined(sheet.language)} – {_title(sheet).joined(sheet.language)}"
    paper = Paper(PORTRAIT, Facts(title, "One Million Mentors", words.tag(sheet.language), sheet.printed_on))
    first = max((row.number for row in sheet.rows), default=0) + 1
    walk_ins = [Row(first + index, "", "", "", "", "", "") for index in range(sheet.blank_rows)]
    pages = _paginated([*sheet.rows, *walk_ins], _top_of_table(sheet))
    for number, rows in enumerate(pages, start=1):
        y = _page_head(paper, sheet, (number, len(pages)))
        for row in rows:
            y -= ROW
            _row(paper, sheet, row, y, filled=filled)
        if number == len(pages):
            _totals(paper, sheet, y, filled=filled)
        _page_foot(paper, sheet, (number, len(pages)))
        paper.next_page()
    return paper.finish()


def _title(sheet: Sheet) -> Said:
    return Said(sheet.title_cy or sheet.title, sheet.title)


def _top_of_table(sheet: Sheet) -> float:
    """Where the first row begins, the same on every page."""
    return _TOP - 68 - 18 * len(_title(sheet).lines(sheet.language)) - _HEAD


def _paginated(rows: Sequence[Row], top: float) -> list[Sequence[Row]]:
    """Rows by page: as few pages as there can be, the totals under the last row."""
    room = int((top - _FOOT_RULE - 6) // ROW)
    last_room = int((top - _FOOT_RULE - 6 - _TOTALS) // ROW)
    pages: list[Sequence[Row]] = []
    while len(rows) > last_room:
        # A page is full, or leaves at least one row to stand above the totals.
        count = min(room, len(rows) - 1)
        pages.append(rows[:count])
        rows = rows[count:]
    return [*pages, rows]


def _page_head(paper: Paper, sheet: Sheet, page: tuple[int, int]) -> float:
    """Title, facts and the head of the table; returns where the first row begins."""
    language = sheet.language
    width = paper.line("1MM", 13, LEFT, _TOP, bold=True, ink=ACCENT)
    paper.line(words.SIGN_IN_SHEET.joined(language), 10, LEFT + width + 7, _TOP, ink=SECONDARY)
    edge = RIGHT
    if sheet.code:
        paper.code(sheet.code, RIGHT - _CODE, _TOP + 12 - _CODE, _CODE)
        edge -= _CODE + 14
    paper.line(words.page_of(*page).joined(language), 9, edge, _TOP, ink=SECONDARY, align="right")
    y = _TOP - 24.0
    for title in _title(sheet).lines(language):
        paper.block(shorten(title, Frame(edge - LEFT, 18, sizes=(15, 10), bold=True)), LEFT, y)
        y -= 18.0
    when = Said(
        f"{words.weekday(sheet.starts_at).cy} {words.day(sheet.starts_at).cy}",
        f"{words.weekday(sheet.starts_at).en} {words.day(sheet.starts_at).en}",
    )
    times = f"{sheet.starts_at:%H:%M}–{sheet.ends_at:%H:%M}"
    y -= 1.0
    _fact(paper, "", f"{when.joined(language)}, {times}", LEFT, y, RIGHT - LEFT)
    trainers = words.TRAINER if len(sheet.trainers) == 1 else words.TRAINERS
    half = (RIGHT - LEFT) / 2
    _fact(paper, words.VENUE.joined(language), sheet.venue, LEFT, y - 14, RIGHT - LEFT)
    _fact(paper, trainers.joined(language), ", ".join(sheet.trainers), LEFT, y - 28, half + 60)
    _fact(paper, words.REFERENCE.joined(language), sheet.reference, LEFT + half + 70, y - 28, half - 70)
    return _table_head(paper, sheet)


def _fact(paper: Paper, label: str, value: str, x: float, y: float, width: float) -> None:
    if not clean(value):
        return
    used = paper.line(f"{label}: ", 9, x, y, ink=SECONDARY) + 3 if label else 0.0
    paper.block(shorten(value, Frame(width - used, 13, sizes=(9.5, 7))), x + used, y)


def _table_head(paper: Paper, sheet: Sheet) -> float:
    bottom = _top_of_table(sheet)
    paper.area(LEFT, bottom, RIGHT - LEFT, _HEAD - 6, ink=PALE)
    paper.rule(LEFT, bottom, RIGHT - LEFT, ink=ACCENT, thickness=0.9)
    x = LEFT
    for column in _COLUMNS:
        if column.heading is not None:
            lines = column.heading.lines(sheet.language)
            block = stack(lines, Frame(column.width - _PAD - 2, _HEAD - 8, sizes=(8, 6), bold=True))
            _in_the_middle(paper, block, x + _PAD, bottom + (_HEAD - 6) / 2, ink=SECONDARY)
        x += column.width
    return bottom


def _row(paper: Paper, sheet: Sheet, row: Row, y: float, *, filled: bool) -> None:
    if row.has_come and not filled:
        paper.area(LEFT, y + 0.4, RIGHT - LEFT, ROW - 0.8, ink=PALE)
    x = LEFT
    for column, block in zip(_COLUMNS, _blocks(sheet, row), strict=True):
        note = clean(row.note) if column.heading is words.NAME else ""
        ink = INK if column.heading in _ENTRIES else SECONDARY
        if note:
            _name_and_note(
                paper, block, shorten(note, Frame(column.width - _PAD - 2, 8, sizes=(6.5, 5.5))), x + _PAD, y
            )
        elif block is not None:
            _in_the_middle(paper, block, x + _PAD, y + ROW / 2, ink=ink)
        x += column.width
        if x < RIGHT - 1:
            paper.upright(x, y, ROW)
    paper.rule(LEFT, y, RIGHT - LEFT)


def _blocks(sheet: Sheet, row: Row) -> list[Block | None]:
    """What stands in each column of a row, None for nothing."""
    is_walk_in = not row.name and not row.state
    state = words.WALK_IN if is_walk_in else words.STATES.get(row.state, Said(row.state, row.state))
    entries = (str(row.number), row.name, row.organisation, "", row.time_in, row.time_out, "")
    blocks: list[Block | None] = []
    for column, entry in zip(_COLUMNS, entries, strict=True):
        small_name = column.heading is words.NAME and bool(clean(row.note))
        frame = Frame(
            column.width - _PAD - 2,
            11.0 if small_name else ROW - 3,
            sizes=(9.5, 6.5),
            lines=1 if small_name else 2,
            bold=column.heading is words.NAME,
        )
        if column.heading is words.STATE:
            said = state.lines(sheet.language)
            blocks.append(stack(said, replace(frame, sizes=(9.5 if len(said) == 1 else 7.2, 6.0))))
        else:
            blocks.append(shorten(entry, frame) if clean(entry) else None)
    return blocks


def _name_and_note(paper: Paper, name: Block | None, note: Block, x: float, y: float) -> None:
    """A name with small print under it; letters that are high or deep push them apart."""
    low = y + max(4.0, 1.5 + note.depth)
    if name is not None:
        middle = y + ROW / 2 + 4 - name.size * 0.34
        paper.block(name, x, max(middle, low + note.ascent + 0.3 + name.depth), ink=INK)
    paper.block(note, x, low, ink=SECONDARY)


def _in_the_middle(paper: Paper, block: Block, x: float, middle: float, *, ink: Colour) -> None:
    """Lines set around a height by the height of small letters, so that one line and two both look at home."""
    below_first = block.leading * (len(block.lines) - 1)
    paper.block(block, x, middle + below_first / 2 - block.size * 0.34, ink=ink)


def _totals(paper: Paper, sheet: Sheet, y: float, *, filled: bool) -> None:
    language = sheet.language
    baseline = y - 20
    on_list = f"{words.ON_THE_LIST.joined(language)}: {len(sheet.rows)}"
    used = paper.line(on_list, 9, LEFT, baseline)
    here = sum(row.has_come for row in sheet.rows)
    if filled:
        paper.line(f"{words.SIGNED_IN.joined(language)}: {here}", 9, LEFT + used + 18, baseline, bold=True)
    else:
        label = paper.line(words.PRESENT_IN_TOTAL.joined(language), 9, LEFT + used + 18, baseline)
        paper.rule(LEFT + used + label + 23, baseline - 2, 34, ink=SECONDARY)
    paper.rule(RIGHT - 170, baseline - 2, 170, ink=SECONDARY)
    paper.line(words.TRAINER_SIGNATURE.joined(language), 7.5, RIGHT - 170, baseline - 12, ink=SECONDARY)


def _page_foot(paper: Paper, sheet: Sheet, page: tuple[int, int]) -> None:
    language = sheet.language
    paper.rule(LEFT, _FOOT_RULE, RIGHT - LEFT, ink=LINE)
    notice = [words.PRIVACY.en] if language == "english" else [words.PRIVACY.cy, words.PRIVACY.en]
    for index, line in enumerate(notice):
        paper.block(shorten(line, Frame(RIGHT - LEFT, 9, sizes=(7, 5))), LEFT, _FOOT_RULE - 10 - index * 9)
    y = _FOOT_RULE - 10 - len(notice) * 9 - 2
    destroy = f"{words.DESTROY_BY.joined(language)}: {words.day(sheet.destroy_by).joined(language)}"
    paper.line(destroy, 7, LEFT, y, bold=True)
    printed = f"{words.PRINTED.joined(language)}: {words.day(sheet.printed_on).joined(language)}"
    paper.line(printed, 7, RIGHT, y, ink=SECONDARY, align="right")
