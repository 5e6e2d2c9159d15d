"""Two pages to a sheet of their own size, turned a quarter: A5 out of A4, to be cut in the middle."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

#: How long a mark for the knife is, and where the white edge of office printers lets it begin, in points.
_MARK = 20.0
_EDGE = 15.0


class Sheet(NamedTuple):
    """A sheet for pages of this width and height, in points. Wide pages stand above each other, high ones side by side.

    Right for sizes whose halves have the same proportions, as those of ISO 216.
    """

    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        """The sheet itself."""
        return self.height, self.width

    @property
    def scale(self) -> float:
        """How much smaller a page is than it was drawn."""
        return 1 / sqrt(2)

    def place(self, number: int) -> str:
        """The PDF matrix that brings the first page (0) or the second (1) to its half."""
        across, down = (0.0, self.size[1] / 2 * (1 - number)) if self._wide else (self.size[0] / 2 * number, 0.0)
        return f"{self.scale:.6f} 0 0 {self.scale:.6f} {across:.2f} {down:.2f}"

    @property
    def marks(self) -> str:
        """The PDF path of two short lines at the ends of the cut, in the white between the pages."""
        width, height = self.size
        if self._wide:
            starts, middle = (_EDGE, width - _EDGE - _MARK), height / 2
            return " ".join(f"{start:.2f} {middle:.2f} m {start + _MARK:.2f} {middle:.2f} l" for start in starts)
        starts, middle = (_EDGE, height - _EDGE - _MARK), width / 2
        return " ".join(f"{middle:.2f} {start:.2f} m {middle:.2f} {start + _MARK:.2f} l" for start in starts)

    @property
    def _wide(self) -> bool:
        return self.width > self.height
