"""The evaluation form: one page, in both languages, that asks for no name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onemm_desktop.documents import words
from onemm_desktop.documents.fitting import Frame, shorten
from onemm_desktop.documents.page import ACCENT, INK, LINE, PORTRAIT, SECONDARY, Facts, Paper
from onemm_desktop.documents.words import Language, Said

FORM = Said("Ffurflen werthuso", "Evaluation form")
_ANONYMOUS = Said("Peidiwch ag ysgrifennu eich enw.", "Please do not write your name.")
_YES, _NO = Said("Ydw / Ie", "Yes"), Said("Nac ydw / Na", "No")
_LEFT, _RIGHT = 48.0, PORTRAIT[0] - 48.0
_TOP = PORTRAIT[1] - 52.0
_FOOT = 56.0
_RING = 9.0
_GAP = 40.0
#: Lines to write on under a question that asks for words: as many as the page has room for, up to four.
_LINES, _LINE = 4, 24.0


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``low`` and ``high`` are the words of a scale's ends."""

    asks: Literal["scale", "yes_no", "text"]
    wording: Said
    low: Said | None = None
    high: Said | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """What the form asks. ``title_cy`` makes it bilingual."""

    title: str
    title_cy: str
    reference: str
    held_on: date
    questions: tuple[Question, ...]

    @property
    def language(self) -> Language:
        """The language of the form."""
        return "bilingual" if self.title_cy else "english"


def pdf(form: Form) -> bytes:
    """The form on as few A4 pages as hold it; a question never splits."""
    title = Said(form.title_cy or form.title, form.title)
    heading = f"{FORM.joined(form.language)} – {title.joined(form.language)}"
    paper = Paper(PORTRAIT, Facts(heading, "One Million Mentors", words.tag(form.language), form.held_on))
    y = _head(paper, form, title)
    lines = _lines_of(form, y)
    for number, question in enumerate(form.questions, start=1):
        if y - _height(form, question, lines) < _FOOT:
            paper.next_page()
            y = _head(paper, form, title)
        y = _question(paper, form, number, question, y, lines)
    paper.next_page()
    return paper.finish()


def _head(paper: Paper, form: Form, title: Said) -> float:
    width = paper.line("1MM", 13, _LEFT, _TOP, bold=True, ink=ACCENT)
    paper.line(FORM.joined(form.language), 10, _LEFT + width + 7, _TOP, ink=SECONDARY)
    y = _TOP - 26
    for line in title.lines(form.language):
        paper.block(shorten(line, Frame(_RIGHT - _LEFT, 18, sizes=(15, 10), bold=True)), _LEFT, y)
        y -= 19
    paper.line(f"{words.day(form.held_on).joined(form.language)} · {form.reference}", 10, _LEFT, y, ink=SECONDARY)
    paper.line(_ANONYMOUS.joined(form.language), 10, _LEFT, y - 15, bold=True)
    return y - 44


def _height(form: Form, question: Question, lines: int) -> float:
    words_of = 17.0 * len(question.wording.lines(form.language))
    return words_of + (lines * _LINE + 14 if question.asks == "text" else 46.0)


def _lines_of(form: Form, top: float) -> int:
    """How many lines there are to write on, so that the form stays on one page where it can."""
    fits = (
        lines for lines in range(_LINES, 1, -1) if sum(_height(form, q, lines) for q in form.questions) <= top - _FOOT
    )
    return next(fits, 2)


def _question(paper: Paper, form: Form, number: int, question: Question, y: float, lines: int) -> float:
    bottom = y - _height(form, question, lines)
    paper.line(f"{number}.", 11, _LEFT, y, bold=True, ink=ACCENT)
    for line in question.wording.lines(form.language):
        paper.block(shorten(line, Frame(_RIGHT - _LEFT - 20, 14, sizes=(11, 7), bold=True)), _LEFT + 20, y)
        y -= 17
    match question.asks:
        case "scale":
            _scale(paper, form, question, y - 8)
        case "yes_no":
            _choices(paper, [_YES.joined(form.language), _NO.joined(form.language)], y - 8)
        case "text":
            for place in range(lines):
                paper.rule(_LEFT + 20, y - (place + 1) * _LINE + 10, _RIGHT - _LEFT - 20, ink=LINE)
    return bottom


def _scale(paper: Paper, form: Form, question: Question, y: float) -> None:
    """Five rings with their digits between the words of the ends."""
    width = 5 * _GAP
    x = (_LEFT + _RIGHT - width) / 2 + _GAP / 2
    room = x - _GAP / 2 - _LEFT - 30
    for side, said in (("right", question.low), ("left", question.high)):
        if said is None:
            continue
        for place, line in enumerate(said.lines(form.language)):
            block = shorten(line, Frame(room, 12, sizes=(9.5, 6)))
            wide = max(one.width for one in block.lines) * block.size
            edge = x - _GAP / 2 - 6 - wide if side == "right" else x + 4 * _GAP + _GAP / 2 + 6
            paper.block(block, edge, y + 2 - 12 * place, ink=SECONDARY)
    for digit in range(1, 6):
        at = x + (digit - 1) * _GAP
        paper.ring(at, y, _RING, ink=INK)
        paper.line(str(digit), 9, at, y - 3.2, align="centre")


def _choices(paper: Paper, said: list[str], y: float) -> None:
    x = _LEFT + 20 + _RING
    for one in said:
        paper.ring(x, y, _RING, ink=INK)
        x += _RING + 8 + paper.line(one, 10, x + _RING + 8, y - 3.5) + 40
