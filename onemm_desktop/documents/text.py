"""From a line of text to shaped clusters in the order the eye meets them.

Clean -> runs of one direction and one face -> HarfBuzz. The unit that leaves this module is the *cluster*: the smallest
piece of text with a picture of its own, "é", a Bengali conjunct with its vowel. ReportLab's own shaping gives
substituted glyphs private code points, so such text can neither be searched nor copied; a cluster keeps its text, and
``embedding`` writes it into the PDF.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb
from fontTools import unicodedata as scripts

from onemm_desktop.documents.direction import in_visual_order, levels
from onemm_desktop.documents.fonts import Face, face_for, latin
from onemm_desktop.errors import KnownError, Problem

_JOINERS = "\u200c\u200d"  # they choose between forms in Persian, Urdu and the scripts of India: part of the name
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_SELECTORS = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x034F, 0x3164, 0x115F, 0x1160]))
_NEUTRAL = frozenset({"Zyyy", "Zinh", "Zzzz"})


class Glyph(NamedTuple):
    """One glyph of a font file and where it sits within its cluster, in font units."""

    gid: int
    dx: int
    dy: int


class Cluster(NamedTuple):
    """The smallest piece of text with a picture of its own. ``advance`` is in font units."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: int


@dataclass(frozen=True, slots=True)
class Run:
    """Clusters of one face, left to right as printed."""

    face: Face
    clusters: tuple[Cluster, ...]


class Ink(NamedTuple):
    """The box that a line's ink fills, in ems from its starting point on the baseline."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One shaped line. ``width`` is in ems: times the size it is in points."""

    text: str
    runs: tuple[Run, ...]
    width: float
    ink: Ink

    @property
    def overhang(self) -> float:
        """How far ink hangs out to the left of the starting point."""
        return max(0.0, -self.ink.left)


class _Piece(NamedTuple):
    """Characters of one level and one face, in the order they are typed."""

    text: str
    level: int
    face: Face
    script: str


def clean(text: str) -> str:
    """NFC, one space between words, without control characters, direction overrides and zero-width strays.

    Overrides (U+202E and its family) make a name read as another one; the direction is worked out from the letters.
    """
    text = "".join(" " if character.isspace() else character for character in text)
    kept = "".join(c for c in text if c in _JOINERS or not (c in _SELECTORS or unicodedata.category(c) in _INVISIBLE))
    return unicodedata.normalize("NFC", " ".join(kept.split()))


@lru_cache(maxsize=4096)
def shape(text: str, *, bold: bool = False) -> Line:
    """The line that prints a text; one object for one text.

    Raises NO_GLYPH with the code point that no face has, rather than print a box.
    """
    text = clean(text)
    unassigned = next((c for c in text if unicodedata.category(c) == "Cn"), None)
    if unassigned is not None:  # no face can have it, and the rules of direction know nothing of it
        raise KnownError(Problem.NO_GLYPH, code_point=f"U+{ord(unassigned):04X}")
    pieces = in_visual_order(list(_pieces(text, bold=bold)), lambda piece: piece.level)
    runs = tuple(_shaped(piece) for piece in pieces)
    width = sum(cluster.advance / run.face.upem for run in runs for cluster in run.clusters)
    return Line(text, runs, width, _ink(runs))


def _pieces(text: str, *, bold: bool) -> Iterator[_Piece]:
    keys = zip(levels(text), _scripts(text), text, strict=True)
    styled = [(level, _face_of(character, script, bold=bold), script) for level, script, character in keys]
    position = 0
    for (level, face, script), members in groupby(styled):
        length = len(list(members))
        yield _Piece(text[position : position + length], level, face, script)
        position += length


def _scripts(text: str) -> list[str]:
    """The script of every character; spaces, digits, marks and punctuation take the one before them, or the first."""
    found = [scripts.script(character) for character in text]
    current = next((script for script in found if script not in _NEUTRAL), "Latn")
    resolved = []
    for script in found:
        current = current if script in _NEUTRAL else script
        resolved.append(current)
    return resolved


def _face_of(character: str, script: str, *, bold: bool) -> Face:
    own = face_for(script, bold=bold)
    if own.covers(character) or unicodedata.combining(character) or character in _JOINERS:
        return own
    return latin(bold=bold)


def _shaped(piece: _Piece) -> Run:
    buffer = hb.Buffer()
    buffer.add_str(piece.text)
    buffer.direction = "rtl" if piece.level % 2 else "ltr"
    buffer.script = piece.script
    buffer.guess_segment_properties()
    hb.shape(piece.face.shaper, buffer)
    placed = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in placed})
    ends = dict(zip(starts, [*starts[1:], len(piece.text)], strict=True))
    clusters: list[Cluster] = []
    for start, members in groupby(placed, key=lambda pair: int(pair[0].cluster)):
        glyphs, advance = [], 0
        for info, position in members:
            if info.codepoint == 0:
                raise KnownError(Problem.NO_GLYPH, code_point=_missing(piece, start, ends[start]))
            glyphs.append(Glyph(info.codepoint, advance + position.x_offset, position.y_offset))
            advance += position.x_advance
        cluster = Cluster(piece.text[start : ends[start]], tuple(glyphs), advance)
        clusters += _by_letters(cluster) if piece.level % 2 else [cluster]
    return Run(piece.face, tuple(clusters))


def _by_letters(cluster: Cluster) -> list[Cluster]:
    """A right-to-left cluster as one cluster per character, the whole picture on the leftmost (last typed) one.

    Readers turn right-to-left text around glyph by glyph; "لا" as one glyph of two letters would be copied as "ال".
    """
    share = cluster.advance // len(cluster.text)
    first = cluster.advance - share * (len(cluster.text) - 1)
    last, *others = reversed(cluster.text)
    return [Cluster(last, cluster.glyphs, first), *(Cluster(letter, (), share) for letter in others)]


def _missing(piece: _Piece, start: int, end: int) -> str:
    inside = piece.text[start:end]
    character = next((c for c in inside if not piece.face.covers(c)), inside[0])
    return f"U+{ord(character):04X}"


def _ink(runs: tuple[Run, ...]) -> Ink:
    pen = 0.0
    boxes: list[Ink] = []
    for run in runs:
        upem = run.face.upem
        for cluster in run.clusters:
            for glyph in cluster.glyphs:
                left, bottom, right, top = run.face.box(glyph.gid)
                if left == right:
                    continue  # a space
                x, y = pen + glyph.dx / upem, glyph.dy / upem
                boxes.append(Ink(x + left / upem, y + bottom / upem, x + right / upem, y + top / upem))
            pen += cluster.advance / upem
    if not boxes:
        return Ink(0, 0, 0, 0)
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Ink(min(lefts), min(bottoms), max(rights), max(tops))
