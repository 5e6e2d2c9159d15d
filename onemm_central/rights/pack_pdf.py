"""The pack on paper: for reading, with what somebody must decide on standing out. The JSON beside it is the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

import msgspec
from bidi import get_display
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from reportlab.platypus.flowables import Flowable

from onemm_central.rights.access import Pack
from resources import resource

_INK, _LINE, _WARN = HexColor("#1B2233"), HexColor("#E3E7EF"), "#8A5A00"
_BODY = ParagraphStyle("body", fontName="NotoSans-Regular", fontSize=9, leading=13, textColor=_INK, splitLongWords=1)
_HEAD = ParagraphStyle("head", parent=_BODY, fontName="NotoSans-Bold", fontSize=12, leading=18, spaceBefore=10)
#: Characters that surely fit on a page, however wide they are.
_CELL = 1_500
_TITLE = ParagraphStyle("title", parent=_HEAD, fontSize=18, leading=24)


def to_pdf(pack: Pack) -> bytes:
    """The pack as an A4 document."""
    paper = BytesIO()
    SimpleDocTemplate(
        paper, pagesize=A4, leftMargin=18 * mm, rightMargin=18 * mm, topMargin=18 * mm, bottomMargin=18 * mm,
        title=f"What is held about {pack.person_id}", author="One Million Mentors", lang="en-GB",
    ).build(list(_story(pack)))  # fmt: skip
    return paper.getvalue()


def _story(pack: Pack) -> Iterator[Flowable]:
    _fonts()
    yield _text("What One Million Mentors holds about you", _TITLE)
    yield _text(f"Made on {pack.made_at:%d %B %Y at %H:%M} UTC, for {', '.join(pack.ids)}.")
    yield _text(pack.concerns)
    if pack.third_parties:
        yield Paragraph(
            f'<font color="{_WARN}">Not ready to be handed over: others are named at {len(pack.third_parties)} '
            "places, marked “Third party”. Decide on each.</font>",
            _BODY,
        )
    marked = pack.marked
    for held in pack.records:
        yield _text(f"{held.kind.replace('_', ' ')} {held.id}", _HEAD)
        fields = [(name, value) for name, value in (held.data or {}).items() if value not in ("", None, [])]
        yield _table((name, _said(value), marked.get((held.kind, held.id, name), [])) for name, value in fields)
    yield from _lines(
        "Changes that wait for a decision", ((w.id, f"{w.received_at:%d %B %Y}: {_said(w.op)}") for w in pack.waiting)
    )
    yield from _lines(
        "Who changed what",
        (
            (
                f"{line.at:%d %b %Y %H:%M}",
                f"{line.verb} {line.kind} {line.record_id} by {line.by}: {_said(line.fields)}",
            )
            for line in pack.changes
        ),
    )
    yield from _lines(
        "Who was shown it",
        ((f"{look.at:%d %b %Y %H:%M}", f"{look.by}: {look.kind} {look.record_id} ({look.how})") for look in pack.looks),
    )
    yield from _lines(
        "Whose laptops were let hold it",
        (
            (each.laptop, f"{each.person}, since {each.enrolled_at:%d %B %Y}: {', '.join(each.partitions)}")
            for each in pack.holders
        ),
    )


def _lines(title: str, lines: Iterable[tuple[str, str]]) -> Iterator[Flowable]:
    rows = [(left, right, list[str]()) for left, right in lines]
    if rows:
        yield _text(title, _HEAD)
        yield _table(rows)


def _table(rows: Iterable[tuple[str, str, list[str]]]) -> Flowable:
    cells: list[list[Flowable]] = []
    for name, value, others in rows:
        # A cell is not cut between two pages: a long text is many lines of the table, the name beside the first.
        parts = [value[start : start + _CELL] for start in range(0, len(value), _CELL)] or [""]
        labels = [name.replace("_", " "), *[""] * (len(parts) - 1)]
        cells += [[_text(label), _text(part)] for label, part in zip(labels, parts, strict=True)]
        if others:
            cells.append([_text(""), _third(others)])
    if not cells:
        return Spacer(0, 0)
    table = Table(cells, colWidths=[42 * mm, None], hAlign="LEFT")
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.5, _LINE)]))
    return table


def _third(names: list[str]) -> Paragraph:
    return Paragraph(f'<font color="{_WARN}">Third party: {_in_faces(", ".join(names))}</font>', _BODY)


def _text(text: str, style: ParagraphStyle = _BODY) -> Paragraph:
    return Paragraph(_in_faces(text), style)


def _said(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _in_faces(text: str) -> str:
    """Markup in which every run of characters has a face that can write it."""
    runs = groupby(text, key=_face_of)
    return "".join(f'<font name="{face}">{escape(get_display("".join(run)))}</font>' for face, run in runs)


@cache
def _face_of(character: str) -> str:
    fonts = _fonts()
    return next((name for name, font in fonts.items() if ord(character) in font.face.charToGlyph), next(iter(fonts)))


@cache
def _fonts() -> dict[str, TTFont]:
    """Noto Sans first; each other face for what those before it cannot write."""
    files = [resource("fonts", "noto", "NotoSans-Regular.ttf")]
    files += sorted(file for file in resource("fonts", "noto").glob("*-Regular.ttf") if file not in files)
    files += [resource("fonts", "droid", "DroidSansFallback.ttf"), resource("fonts", "noto", "NotoSans-Bold.ttf")]
    fonts = {file.stem: TTFont(file.stem, str(file)) for file in files}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return fonts
