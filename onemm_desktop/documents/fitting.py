"""Fitting text into a frame: shrink, then wrap, then say that it does not fit. Never overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onemm_desktop.documents.pieces import clean
from onemm_desktop.documents.text import Line, shape
from onemm_desktop.errors import KnownError

# A line may end before a space, after a hyphen, a dash or a slash, and between the characters of Chinese and Japanese.
_BREAK = re.compile(r" |(?<=[^ ][-‐–—/])(?=[^ ])|(?<=[\u3040-\u30ff\u3400-\u9fff])(?=[\u3040-\u30ff\u3400-\u9fff])")
# Between words alone. Readers take a hyphen at the end of a line for one that divides a word, and drop it when they
# copy: a double-barrelled name is broken there only where nothing else helps.
_BREAK_AT_WORDS = re.compile(r" |(?<=[\u3040-\u30ff\u3400-\u9fff])(?=[\u3040-\u30ff\u3400-\u9fff])")
_LEADING = 1.2  # line to line, in ems, when the script needs no more
_AIR = 0.08  # least air between the ink of two lines, in ems


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that fit their frame at one size (points). ``leading`` is the distance of baselines in points."""

    lines: tuple[Line, ...]
    size: float
    leading: float

    @property
    def ascent(self) -> float:
        """Points from the first baseline up to the highest ink."""
        return self.lines[0].ink.top * self.size

    @property
    def depth(self) -> float:
        """Points from the last baseline down to the lowest ink."""
        return -self.lines[-1].ink.bottom * self.size

    @property
    def height(self) -> float:
        """Points from the highest to the lowest ink."""
        return self.ascent + self.leading * (len(self.lines) - 1) + self.depth


@dataclass(frozen=True, slots=True)
class Frame:
    """How much room there is, in points, and how text may use it. ``sizes`` are the largest and the smallest; the text
    stands on at least ``fewest`` and at most ``lines`` lines; ``whole_words`` breaks it between words alone.
    """

    width: float
    height: float
    sizes: tuple[float, float]
    lines: int = 1
    fewest: int = 1
    bold: bool = False
    whole_words: bool = False


def fit(text: str, frame: Frame) -> Block | None:
    """The text as large as its frame allows, on as few lines as possible; None when it does not fit."""
    for count in range(frame.fewest, frame.lines + 1):
        lines = _split(clean(text), count, _BREAK_AT_WORDS if frame.whole_words else _BREAK, bold=frame.bold)
        size = _size(lines, frame) if lines else 0.0
        if size >= frame.sizes[1]:
            return Block(lines, size, size * _leading(lines))
    return None


def shorten(text: str, frame: Frame) -> Block:
    """The same for tables, where every row must be printed: a text that does not fit ends in an ellipsis.

    A character without a glyph is printed as a question mark: one emoji must not cost a whole sign-in sheet.
    """
    text = _printable(clean(text), bold=frame.bold)
    best = fit(text, frame)
    if best is not None:
        return best
    low, high = 0, len(text) - 1  # the longest beginning that fits, by halving
    while low < high:
        middle = (low + high + 1) // 2
        tried = fit(text[:middle].rstrip() + "…", frame)
        if tried is None:
            high = middle - 1
        else:
            low, best = middle, tried
    best = best or fit("…", frame)
    if best is None:
        raise ValueError("the frame is too small for an ellipsis")
    return best


def stack(texts: Sequence[str], frame: Frame) -> Block:
    """Texts of our own, one to a line at one size, as large as the frame allows and never below its smallest."""
    lines = tuple(shape(text, bold=frame.bold) for text in texts)
    size = max(_size(lines, frame), frame.sizes[1])
    return Block(lines, size, size * _leading(lines))


def _printable(text: str, *, bold: bool) -> str:
    for _ in text:
        try:
            shape(text, bold=bold)
        except KnownError as problem:
            text = text.replace(chr(int(str(problem.values["code_point"])[2:], 16)), "?")
    return text


def _split(text: str, count: int, breaks: re.Pattern[str], *, bold: bool) -> tuple[Line, ...]:
    """The text on exactly ``count`` lines, the widest of them as narrow as can be; empty when it cannot be split so."""
    if count == 1:
        return (shape(text, bold=bold),)
    best: tuple[Line, ...] = ()
    for found in breaks.finditer(text):
        rest = _split(text[found.end() :], count - 1, breaks, bold=bold)
        if not rest:
            continue
        lines = (shape(text[: found.start()], bold=bold), *rest)
        if not best or _widest(lines) < _widest(best):
            best = lines
    return best


def _widest(lines: tuple[Line, ...]) -> float:
    return max(_reach(line) for line in lines)


def _reach(line: Line) -> float:
    """From the leftmost ink to the rightmost, or to the end of the last letter's room."""
    return max(line.width, line.ink.right) + line.overhang


def _leading(lines: tuple[Line, ...]) -> float:
    return max([_LEADING, *(_clear_of(a, b) for a, b in pairwise(lines))])


def _clear_of(upper: Line, lower: Line) -> float:
    """The least distance in ems of two baselines whose ink does not touch."""
    return _AIR - upper.ink.bottom + lower.ink.top


def _size(lines: tuple[Line, ...], frame: Frame) -> float:
    tall = lines[0].ink.top + _leading(lines) * (len(lines) - 1) - lines[-1].ink.bottom
    wide = _widest(lines)
    largest, _ = frame.sizes
    room = min(frame.width / wide if wide else largest, frame.height / tall if tall else largest)
    return min(largest, int(room * 20) / 20)  # whole twentieths of a point: the same on every machine
