"""The sign on a door: what is on, where to, when; read from across a corridor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from onemm_desktop.documents import words
from onemm_desktop.documents.fitting import Frame, shorten
from onemm_desktop.documents.page import ACCENT, INK, LANDSCAPE, SECONDARY, Facts, Paper
from onemm_desktop.documents.words import Language, Said

_LEFT = 64.0
_WIDTH = LANDSCAPE[0] - 2 * _LEFT
WELCOME = Said("Croeso", "Welcome")


@dataclass(frozen=True, slots=True)
class Sign:
    """What the sign says. Times are aware and already Europe/London; ``title_cy`` may be empty."""

    title: str
    title_cy: str
    venue: str
    starts_at: datetime
    ends_at: datetime
    language: Language


def pdf(sign: Sign) -> bytes:
    """One page, A4 on its side."""
    title = Said(sign.title_cy or sign.title, sign.title)
    facts = Facts(title.joined(sign.language), "One Million Mentors", words.tag(sign.language), sign.starts_at.date())
    paper = Paper(LANDSCAPE, facts)
    paper.area(0, LANDSCAPE[1] - 84, LANDSCAPE[0], 84, ink=ACCENT)
    white = type(ACCENT)(1, 1, 1)
    paper.line("1MM", 40, _LEFT, LANDSCAPE[1] - 58, bold=True, ink=white)
    welcome = WELCOME.joined(sign.language)
    paper.line(welcome, 28, LANDSCAPE[0] - _LEFT, LANDSCAPE[1] - 54, ink=white, align="right")
    y = LANDSCAPE[1] - 120
    titles = title.lines(sign.language)
    frame = Frame(_WIDTH, 250 / len(titles) - 16, sizes=(64, 20), lines=3, bold=True)
    # One size for both languages: equal prominence.
    size = min(shorten(line, frame).size for line in titles)
    for line in titles:
        block = shorten(line, replace(frame, sizes=(size, min(size, 20))))
        y -= block.ascent
        paper.block(block, _LEFT, y)
        y -= block.height - block.ascent + 26
    when = words.day(sign.starts_at.date())
    times = f"{sign.starts_at:%H:%M}–{sign.ends_at:%H:%M}"
    paper.block(shorten(sign.venue, Frame(_WIDTH, 60, sizes=(30, 14), lines=2)), _LEFT, 138, ink=INK)
    paper.block(shorten(when.joined(sign.language), Frame(_WIDTH - 220, 34, sizes=(24, 12))), _LEFT, 62, ink=SECONDARY)
    paper.line(times, 34, LANDSCAPE[0] - _LEFT, 60, bold=True, align="right")
    paper.next_page()
    return paper.finish()
