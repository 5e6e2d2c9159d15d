"""A QR code on paper, as one path: sharp at every size, and without white seams between its squares."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import segno

from onemm_desktop.documents.page import INK, Paper

#: The white that readers need around a code, in squares (ISO/IEC 18004).
QUIET = 4


def draw(paper: Paper, text: str, x: float, y: float, size: float) -> None:
    """Draw the code of ``text`` with its lower left corner at ``x``, ``y``, ``size`` points wide.

    The white around it is left to the caller: ``QUIET`` squares of it. Capitals and digits give the smallest code.
    """
    rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    paper.areas(_runs(rows, x, y, size / len(rows)), ink=INK)


def _runs(rows: list[bytes], x: float, y: float, module: float) -> Iterator[tuple[float, float, float, float]]:
    """The dark squares of each row that stand side by side, as one rectangle each."""
    for down, row in enumerate(rows):
        across = 0
        for dark, squares in groupby(row):
            count = len(list(squares))
            if dark:
                yield x + across * module, y + (len(rows) - down - 1) * module, count * module, module
            across += count
