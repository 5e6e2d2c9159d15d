"""Finding the person at the door among the rows of a roster: parts of names, any order, no accents, near spellings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from onemm_desktop.models.folding import fold
from onemm_desktop.programme.roster import Row

#: A typed word shorter than this is not compared by its spelling: too much would be near it.
_SHORTEST_MISSPELT = 4
#: From this length two slips are forgiven, below it one.
_LONG_WORD = 8


@dataclass(frozen=True, slots=True)
class Found:
    """Positions in the roster, best first. ``nearly``: nobody is spelt like that, and these come close."""

    positions: tuple[int, ...]
    nearly: bool = False


def find(rows: Sequence[Row], typed: str) -> Found:
    """Who is meant by what was typed. Nothing typed finds everybody, in the roster's order.

    Words that begin a name come before words inside one; among equals those still awaited come first, because the
    person at the door is most likely one of them.
    """
    words = fold(typed).split()
    if not words:
        return Found(tuple(range(len(rows))))
    exact = _ranked(rows, [_parts(row.names, words) for row in rows])
    if exact:
        return Found(exact)
    return Found(_ranked(rows, [_slips(row.names.split(), words) for row in rows]), nearly=True)


def _ranked(rows: Sequence[Row], costs: Sequence[int | None]) -> tuple[int, ...]:
    hits = [
        (cost, row.arrived, position)
        for position, (row, cost) in enumerate(zip(rows, costs, strict=True))
        if cost is not None
    ]
    return tuple(position for _, _, position in sorted(hits))


def _parts(names: str, words: Sequence[str]) -> int | None:
    """How many typed words stand inside a name rather than at its beginning; None if one is not there at all."""
    padded = f" {names}"
    if any(word not in names for word in words):
        return None
    return sum(f" {word}" not in padded for word in words)


def _slips(names: Sequence[str], words: Sequence[str]) -> int | None:
    """Slips of the fingers between the typed words and the beginnings of the nearest names; None if too many."""
    total = 0
    for word in words:
        slips = min((_slip(name, word) for name in names), default=len(word))
        if slips > _forgiven(word):
            return None
        total += slips
    return total


def _slip(name: str, word: str) -> int:
    # The name may be typed only in part, and the slip may have added or left out a letter at its end.
    beginnings = (name[: len(word) + more] for more in (-1, 0, 1))
    return min(OSA.distance(beginning, word) for beginning in beginnings)


def _forgiven(word: str) -> int:
    if len(word) < _SHORTEST_MISSPELT:
        return 0
    return 2 if len(word) >= _LONG_WORD else 1
