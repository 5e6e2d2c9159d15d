"""QR codes as one path: a drawing of its own for every module makes a thousand certificates ten times as slow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import segno

#: Up to this version (65 modules) a code of 25 mm has room for more repair; beyond, its modules must not get smaller.
_ROOMY = 12
#: One pattern for all: to try which of the eight looks best takes most of the time, signed content is as good as chance
#: under each of them, and the few words of a sheet's code are read under any.
_MASK = 3


def modules(content: str) -> Sequence[Sequence[int]]:
    """The rows of a code from the top, 1 for a dark module."""
    code = segno.make_qr(content, error="m", mask=_MASK)
    if int(code.version) > _ROOMY:
        code = segno.make_qr(content, error="l", mask=_MASK)
    return code.matrix


def drawn(content: str) -> tuple[int, str]:
    """How many modules a code has on a side, and its dark ones as a PDF path from the lower left, a unit each."""
    rows = modules(content)
    count = len(rows)
    path: list[str] = []
    for number, row in enumerate(rows, start=1):
        # A hair into the row above: readers on screen would show a white line between the two.
        height = "1" if number == 1 else "1.02"
        start = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                path.append(f"{start} {count - number} {length} {height} re")
            start += length
    return count, " ".join(path)
