"""Address labels on sheets with a maker's own measures: Avery L7160 (21 to a sheet) and L7163 (14)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from reportlab.lib.units import mm

from onemm_desktop.documents.fitting import Frame, shorten
from onemm_desktop.documents.page import PORTRAIT, Facts, Paper
from onemm_desktop.documents.pieces import clean

Stock = Literal["L7160", "L7163"]


class Sheet(NamedTuple):
    """Measures in points: one label, how many across and down, the step from one to the next, the free edge."""

    width: float
    height: float
    across: int
    down: int
    step: float
    left: float
    top: float


STOCKS: dict[Stock, Sheet] = {
    "L7160": Sheet(63.5 * mm, 38.1 * mm, 3, 7, 66.0 * mm, 7.2 * mm, 15.1 * mm),
    "L7163": Sheet(99.1 * mm, 38.1 * mm, 2, 7, 101.6 * mm, 4.7 * mm, 15.1 * mm),
}
_INSIDE = 4 * mm


@dataclass(frozen=True, slots=True)
class Label:
    """A name and the lines below it; empty ones are left out."""

    name: str
    lines: tuple[str, ...]


def pdf(labels: Iterable[Label], stock: Stock, *, made_on: date, used: int = 0) -> bytes:
    """Sheets of labels; ``used`` labels of the first sheet are gone already. Nobody is a mistake (ValueError)."""
    sheet = STOCKS[stock]
    paper = Paper(PORTRAIT, Facts(f"Labels – Avery {stock}", "One Million Mentors", "en-GB", made_on))
    each = sheet.across * sheet.down
    made = list(labels)
    if not made:
        raise ValueError("no labels to print")
    for number, label in enumerate(made):
        place = (used + number) % each
        if number and place == 0:
            paper.next_page()
        _label(paper, label, sheet, place)
    paper.next_page()
    return paper.finish()


def _label(paper: Paper, label: Label, sheet: Sheet, place: int) -> None:
    x = sheet.left + (place % sheet.across) * sheet.step + _INSIDE
    top = PORTRAIT[1] - sheet.top - (place // sheet.across) * sheet.height - _INSIDE
    texts = [label.name, *filter(clean, label.lines)][:6]
    room = (sheet.height - 2 * _INSIDE) / max(len(texts), 5)
    for number, text in enumerate(texts):
        frame = Frame(sheet.width - 2 * _INSIDE, room, sizes=(10.5 if number else 11.5, 5.0), bold=not number)
        block = shorten(text, frame)
        paper.block(block, x, top - number * room - room * 0.78)
