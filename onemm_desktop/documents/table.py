"""The page part behind every list on paper: a head, facts, columns, rows that never split, a foot with a notice.

A document that is a list says its words and its columns, and nothing of where things stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onemm_desktop.documents import words
from onemm_desktop.documents.fitting import Block, Frame, shorten, stack
from onemm_desktop.documents.page import ACCENT, INK, LINE, PALE, PORTRAIT, SECONDARY, Colour, Facts, Paper
from onemm_desktop.documents.pieces import clean
from onemm_desktop.documents.words import Language, Said

_EDGE = 34.0
_HEAD = 30.0  # the head of the columns
_FOOT = 50.0  # below it the notice, the date to destroy by, the printing date
_SIGNATURES = 46.0
_PAD = 4.0


@dataclass(frozen=True, slots=True)
class Column:
    """``share`` of the width, among the shares of all columns. A column to be written in by hand has no entries."""

    heading: Said
    share: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One list. ``facts`` are labels and values; ``row_height`` is in points; ``signed`` are lines to sign on."""

    kind: Said
    title: Said
    facts: tuple[tuple[Said, str], ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notice: Said
    printed_on: date
    language: Language
    destroy_by: date | None = None
    signed: tuple[Said, ...] = ()
    row_height: float = 24.0
    size: tuple[float, float] = PORTRAIT


def pdf(tables: Sequence[Table], *, two_up: bool = False) -> bytes:
    """The lists one after another, each from a new page. Nothing to print is a mistake (ValueError)."""
    if not tables:
        raise ValueError("no lists to print")
    first = tables[0]
    title = f"{first.kind.joined(first.language)} – {first.title.joined(first.language)}"
    facts = Facts(title, "One Million Mentors", words.tag(first.language), first.printed_on)
    paper = Paper(first.size, facts, two_up=two_up)
    for table in tables:
        pages = _paginated(table, paper.height)
        for number, rows in enumerate(pages, start=1):
            y = _page_head(paper, table, (number, len(pages)))
            for row in rows:
                y -= table.row_height
                _row(paper, table, row, y)
            if number == len(pages):
                _signatures(paper, table, y)
            _page_foot(paper, table)
            paper.next_page()
    return paper.finish()


def _top(table: Table, height: float) -> float:
    """Where the first row begins, the same on every page."""
    return height - 68.0 - 20.0 * len(table.title.lines(table.language)) - 15.0 * len(table.facts) - _HEAD


def _paginated(table: Table, height: float) -> list[Sequence[tuple[str, ...]]]:
    """Rows by page, the lines to sign on under the last row."""
    room = _top(table, height) - _FOOT - 8
    full = int(room // table.row_height)
    last = int((room - (_SIGNATURES if table.signed else 0)) // table.row_height)
    rows: Sequence[tuple[str, ...]] = table.rows
    pages: list[Sequence[tuple[str, ...]]] = []
    while len(rows) > last:
        count = min(full, len(rows) - 1)
        pages.append(rows[:count])
        rows = rows[count:]
    return [*pages, rows]


def _page_head(paper: Paper, table: Table, page: tuple[int, int]) -> float:
    language = table.language
    right, top = paper.width - _EDGE, paper.height - 40.0
    width = paper.line("1MM", 13, _EDGE, top, bold=True, ink=ACCENT)
    used = paper.line(words.page_of(*page).joined(language), 9, right, top, ink=SECONDARY, align="right")
    kind = shorten(table.kind.joined(language), Frame(right - _EDGE - width - used - 19, 14, sizes=(10, 6)))
    paper.block(kind, _EDGE + width + 7, top, ink=SECONDARY)
    y = top - 26.0
    for title in table.title.lines(language):
        paper.block(shorten(title, Frame(right - _EDGE, 20, sizes=(15, 9), bold=True)), _EDGE, y)
        y -= 20.0
    for label, value in table.facts:
        used = paper.line(f"{label.joined(language)}: ", 9, _EDGE, y, ink=SECONDARY) + 3
        if clean(value):
            paper.block(shorten(value, Frame(right - _EDGE - used, 14, sizes=(9.5, 7))), _EDGE + used, y)
        y -= 15.0
    bottom = _top(table, paper.height)
    paper.area(_EDGE, bottom, right - _EDGE, _HEAD - 6, ink=PALE)
    paper.rule(_EDGE, bottom, right - _EDGE, ink=ACCENT, thickness=0.9)
    for x, width, column in _places(paper, table):
        block = stack(column.heading.lines(language), Frame(width - _PAD - 2, _HEAD - 8, sizes=(8, 5.5), bold=True))
        in_the_middle(paper, block, x + _PAD, bottom + (_HEAD - 6) / 2, ink=SECONDARY)
    return bottom


def _places(paper: Paper, table: Table) -> list[tuple[float, float, Column]]:
    """Left edge and width of every column."""
    unit = (paper.width - 2 * _EDGE) / sum(column.share for column in table.columns)
    x, places = _EDGE, []
    for column in table.columns:
        places.append((x, column.share * unit, column))
        x += column.share * unit
    return places


def _row(paper: Paper, table: Table, row: tuple[str, ...], y: float) -> None:
    for (x, width, column), entry in zip(_places(paper, table), row, strict=True):
        if clean(entry):
            frame = Frame(width - _PAD - 2, table.row_height - 3, sizes=(9.5, 6), lines=2, bold=column.bold)
            in_the_middle(paper, shorten(entry, frame), x + _PAD, y + table.row_height / 2)
        if x + width < paper.width - _EDGE - 1:
            paper.upright(x + width, y, table.row_height)
    paper.rule(_EDGE, y, paper.width - 2 * _EDGE)


def in_the_middle(paper: Paper, block: Block, x: float, middle: float, *, ink: Colour = INK) -> None:
    """Lines set around a height by the height of small letters, so that one line and two both look at home."""
    below_first = block.leading * (len(block.lines) - 1)
    paper.block(block, x, middle + below_first / 2 - block.size * 0.34, ink=ink)


def _signatures(paper: Paper, table: Table, y: float) -> None:
    width = (paper.width - 2 * _EDGE) / max(len(table.signed), 2)
    for place, who in enumerate(table.signed):
        x = _EDGE + place * width
        paper.rule(x, y - 32, width - 24, ink=SECONDARY)
        label = shorten(who.joined(table.language), Frame(width - 24, 10, sizes=(7.5, 5)))
        paper.block(label, x, y - 42, ink=SECONDARY)


def _page_foot(paper: Paper, table: Table) -> None:
    language, right = table.language, paper.width - _EDGE
    paper.rule(_EDGE, _FOOT, right - _EDGE, ink=LINE)
    y = _FOOT - 10
    for line in table.notice.lines(language):
        paper.block(shorten(line, Frame(right - _EDGE, 9, sizes=(7, 4.5))), _EDGE, y)
        y -= 9
    if table.destroy_by is not None:
        destroy = f"{words.DESTROY_BY.joined(language)}: {words.day(table.destroy_by).joined(language)}"
        paper.line(destroy, 7, _EDGE, y - 2, bold=True)
    printed = f"{words.PRINTED.joined(language)}: {words.day(table.printed_on).joined(language)}"
    paper.line(printed, 7, right, y - 2, ink=SECONDARY, align="right")
