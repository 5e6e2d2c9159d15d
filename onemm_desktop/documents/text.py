"""From a line of text to shaped clusters in the order the eye meets them.

The unit that leaves this module is the *cluster*: the smallest piece of text with a picture of its own, "é", a Bengali
conjunct with its vowel. ReportLab's own shaping gives substituted glyphs private code points, so such text can neither
be searched nor copied; a cluster keeps its text, and ``embedding`` writes it into the PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

import uharfbuzz as hb

from onemm_desktop.documents.direction import in_visual_order
from onemm_desktop.documents.fonts import Face
from onemm_desktop.documents.pieces import Piece, clean, pieces
from onemm_desktop.errors import KnownError, Problem

Glyph = tuple[int, int, int]
"""A glyph's number in its font file, and where it sits within its cluster: right and up, in font units."""


class Ink(NamedTuple):
    """The box that ink fills, from the starting point on the baseline."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """The smallest piece of text with a picture of its own; one object for each picture, compared by identity.

    ``advance`` and ``ink`` are in font units; ``ink`` is None for a space.
    """

    text: str
    glyphs: tuple[Glyph, ...]
    advance: int
    ink: Ink | None


@dataclass(frozen=True, slots=True)
class Run:
    """Clusters of one face, left to right as printed."""

    face: Face
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One shaped line. ``width`` and ``ink`` are in ems: times the size they are in points."""

    text: str
    runs: tuple[Run, ...]
    width: float
    ink: Ink

    @property
    def overhang(self) -> float:
        """How far ink hangs out to the left of the starting point."""
        return max(0.0, -self.ink.left)


@lru_cache(maxsize=1024)
def shape(text: str, *, bold: bool = False) -> Line:
    """The line that prints a text; one object for one text.

    Raises NO_GLYPH with the code point that no face has, rather than print a box.
    """
    text = clean(text)
    ordered = in_visual_order(list(pieces(text, bold=bold)), attrgetter("level"))
    runs = tuple(_shaped(piece) for piece in ordered)
    width, ink = _measured(runs)
    return Line(text, runs, width, ink)


def _shaped(piece: Piece) -> Run:
    buffer = hb.Buffer()
    buffer.add_str(piece.text)
    buffer.direction = "rtl" if piece.level % 2 else "ltr"
    buffer.script = piece.script
    buffer.guess_segment_properties()
    hb.shape(piece.face.shaper, buffer)
    placed = [
        (info.cluster, info.codepoint, place.x_offset, place.y_offset, place.x_advance)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    starts = sorted({start for start, *_ in placed})
    ends = dict(zip(starts, [*starts[1:], len(piece.text)], strict=True))
    clusters: list[Cluster] = []
    for start, members in groupby(placed, key=itemgetter(0)):
        glyphs, advance = [], 0
        for _, gid, dx, dy, width in members:
            if gid == 0:
                raise KnownError(Problem.NO_GLYPH, code_point=_missing(piece, start, ends[start]))
            glyphs.append((gid, advance + dx, dy))
            advance += width
        text = piece.text[start : ends[start]]
        if piece.level % 2:
            clusters += _by_letters(piece.face, text, tuple(glyphs), advance)
        else:
            clusters.append(_cluster(piece.face, text, tuple(glyphs), advance))
    return Run(piece.face, tuple(clusters))


def _by_letters(face: Face, text: str, glyphs: tuple[Glyph, ...], advance: int) -> list[Cluster]:
    """A right-to-left cluster as one cluster per character, the whole picture on the leftmost (last typed) one.

    Readers turn right-to-left text around glyph by glyph; "لا" as one glyph of two letters would be copied as "ال".
    """
    share = advance // len(text)
    last, *others = reversed(text)
    leftmost = _cluster(face, last, glyphs, advance - share * len(others))
    return [leftmost, *(_cluster(face, letter, (), share) for letter in others)]


@lru_cache(maxsize=65536)
def _cluster(face: Face, text: str, glyphs: tuple[Glyph, ...], advance: int) -> Cluster:
    boxes = []
    for gid, dx, dy in glyphs:
        left, bottom, right, top = face.box(gid)
        if left != right:
            boxes.append((left + dx, bottom + dy, right + dx, top + dy))
    return Cluster(text, glyphs, advance, _around(boxes) if boxes else None)


def _missing(piece: Piece, start: int, end: int) -> str:
    inside = piece.text[start:end]
    character = next((c for c in inside if not piece.face.covers(c)), inside[0])
    return f"U+{ord(character):04X}"


def _measured(runs: tuple[Run, ...]) -> tuple[float, Ink]:
    """Width and ink of runs side by side, in ems."""
    start, boxes = 0.0, []
    for run in runs:
        upem, pen = run.face.upem, 0
        for cluster in run.clusters:
            if cluster.ink is not None:
                left, bottom, right, top = cluster.ink
                boxes.append((start + (pen + left) / upem, bottom / upem, start + (pen + right) / upem, top / upem))
            pen += cluster.advance
        start += pen / upem
    return start, _around(boxes) if boxes else Ink(0, 0, 0, 0)


def _around(boxes: Sequence[tuple[float, float, float, float]]) -> Ink:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Ink(min(lefts), min(bottoms), max(rights), max(tops))
