"""Paper: the pages, colours, frames and metadata that every document is made of, and saving it.

No clock and no chance: the same values give the same bytes.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from onemm_desktop.documents import qr_code
from onemm_desktop.documents.embedding import Embedding
from onemm_desktop.documents.fitting import Block
from onemm_desktop.documents.pieces import clean
from onemm_desktop.documents.sheet import Sheet
from onemm_desktop.documents.text import Line, shape
from onemm_desktop.documents.writing import Document
from onemm_desktop.errors import KnownError, Problem

rl_config.useA85 = 0  # PDF has taken bytes as they are since 1993; base 85 makes files a quarter larger, and slower

PORTRAIT: tuple[float, float] = A4
LANDSCAPE: tuple[float, float] = landscape(A4)

_REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "not_allowed",
    errno.ENOENT: "no_such_folder",
    errno.ENOTDIR: "no_such_folder",
}


class Colour(NamedTuple):
    """Red, green, blue from 0 to 1, as PDF counts."""

    red: float
    green: float
    blue: float

    def __str__(self) -> str:
        return f"{self.red:.3f} {self.green:.3f} {self.blue:.3f}"


def colour(text: str) -> Colour:
    """The colour of a token such as ``#2B3A8C``."""
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return Colour(red / 255, green / 255, blue / 255)


INK = colour("#1B2233")
SECONDARY = colour("#5B6478")
LINE = colour("#D3D8E3")  # darker than the screen's: office printers lose #E3E7EF
ACCENT = colour("#2B3A8C")
PALE = colour("#EEF1FC")
SOFT = colour("#C5CCEA")


class Facts(NamedTuple):
    """What a reader program tells about the document. ``language`` is a BCP 47 tag; ``made_on`` its date."""

    title: str
    author: str
    language: str
    made_on: date


class Paper:
    """One document being drawn, in points from the lower left corner.

    ``two_up``: two of its pages to a sheet of the same size, each smaller by ``scale``, with marks where to cut.
    """

    def __init__(self, size: tuple[float, float], facts: Facts, *, two_up: bool = False) -> None:
        self.width, self.height = size
        self._sheet = Sheet(*size) if two_up else None
        self.scale = self._sheet.scale if self._sheet else 1.0
        self._begun = False
        self._canvas = Canvas(BytesIO(), pagesize=self._sheet.size if self._sheet else size, pageCompression=1)
        # ReportLab makes its document itself, and would begin every page with a Helvetica not embedded.
        self._canvas._doc = document = Document(facts.language)  # noqa: SLF001
        self._canvas._preamble = "1 0 0 1 0 0 cm"  # noqa: SLF001
        document.idToObject["BasicFonts"].dict.clear()
        self._canvas.setTitle(clean(facts.title))
        self._canvas.setAuthor(clean(facts.author))
        self._canvas.setCreator("1MM Desktop")
        self._canvas.setProducer("1MM Desktop")
        self._canvas.setSubject(clean(facts.title))
        self._canvas.setDateFormatter(lambda *_: f"D:{facts.made_on:%Y%m%d}000000Z")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._embedding = Embedding(document)
        self.pages = 0

    def line(
        self,
        text: str | Line,
        size: float,
        x: float,
        y: float,
        *,
        bold: bool = False,
        ink: Colour = INK,
        align: Literal["left", "centre", "right"] = "left",
    ) -> float:
        """Print one line with its baseline at ``y``; returns its width in points."""
        shaped = shape(text, bold=bold) if isinstance(text, str) else text
        width = shaped.width * size
        start = x - {"left": 0.0, "centre": width / 2, "right": width}[align]
        self._page().addLiteral(f"{ink} rg {self._embedding.operators(shaped, size, start, y)}")
        return width

    def block(self, block: Block, x: float, y: float, *, ink: Colour = INK) -> None:
        """Print fitted lines, the first baseline at ``y``."""
        for number, line in enumerate(block.lines):
            # Ink that hangs over to the left of the starting point would leave the frame.
            self.line(line, block.size, x + line.overhang * block.size, y - number * block.leading, ink=ink)

    def rule(self, x: float, y: float, width: float, *, ink: Colour = LINE, thickness: float = 0.6) -> None:
        """A horizontal line."""
        self._page().addLiteral(f"{ink} RG {thickness:g} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")

    def upright(self, x: float, y: float, height: float, *, ink: Colour = LINE, thickness: float = 0.6) -> None:
        """A vertical line from ``y`` upwards."""
        self._page().addLiteral(f"{ink} RG {thickness:g} w {x:.2f} {y:.2f} m {x:.2f} {y + height:.2f} l S")

    def area(self, x: float, y: float, width: float, height: float, *, ink: Colour = PALE) -> None:
        """A filled rectangle."""
        self._page().addLiteral(f"{ink} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def frame(self, x: float, y: float, width: float, height: float, *, ink: Colour = LINE) -> None:
        """A rectangle's outline."""
        self._page().addLiteral(f"{ink} RG 0.8 w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def disc(self, x: float, y: float, radius: float, *, ink: Colour) -> None:
        """A filled circle."""
        self._page().setFillColorRGB(*ink)
        self._page().circle(x, y, radius, stroke=0, fill=1)

    def ring(self, x: float, y: float, radius: float, *, ink: Colour, thickness: float = 1.0) -> None:
        """A circle's outline."""
        self._page().setStrokeColorRGB(*ink)
        self._page().setLineWidth(thickness)
        self._page().circle(x, y, radius, stroke=1, fill=0)

    def code(self, content: str, x: float, y: float, side: float) -> None:
        """A QR code of this width, its lower left corner at ``x``, ``y``.

        The white that readers need around it, four modules (ISO/IEC 18004), is left to the caller. Capitals and digits
        give the smallest code.
        """
        modules, path = qr_code.drawn(content)
        size = side / modules
        self._page().addLiteral(f"q {INK} rg {size:.5f} 0 0 {size:.5f} {x:.2f} {y:.2f} cm {path} f Q")

    @contextmanager
    def form(self, name: str) -> Iterator[None]:
        """Draw what follows once, to be stamped on many pages: a thousand certificates share one background."""
        self._page()
        self._canvas.beginForm(name, 0, 0, self.width, self.height)
        yield
        self._canvas.endForm()

    def stamp(self, name: str) -> None:
        """Show a form on this page."""
        self._page().doForm(name)

    def next_page(self) -> None:
        """Finish this page."""
        self._page()
        self._begun = False
        self.pages += 1
        if self._sheet:
            self._canvas.addLiteral("Q")
        if not self._sheet or self.pages % 2 == 0:
            self._next_sheet()

    def finish(self) -> bytes:
        """The PDF. A document without a page is a mistake of the caller."""
        if not self.pages:
            raise ValueError("nothing to print")
        if self._sheet and self.pages % 2:
            self._next_sheet()
        return bytes(self._canvas.getpdfdata())

    def _page(self) -> Canvas:
        """Where to draw, moved to the page's place on its sheet."""
        if self._sheet and not self._begun:
            self._canvas.addLiteral(f"q {self._sheet.place(self.pages % 2)} cm")
        self._begun = True
        return self._canvas

    def _next_sheet(self) -> None:
        if self._sheet:
            self._canvas.addLiteral(f"{SECONDARY} RG 0.3 w {self._sheet.marks} S")
        self._canvas.showPage()


def save(path: Path, pdf: bytes) -> None:
    """Write a PDF where the user wants it: whole, or not at all.

    Raises CANNOT_SAVE_FILE with the file's name and a ``reason``: disk_full, not_allowed, no_such_folder or other.
    """
    draft = path.with_name(f".{path.stem[:40]}.part")
    try:
        with draft.open("wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as problem:
        with suppress(OSError):  # the disk that refused the file may refuse this too
            draft.unlink(missing_ok=True)
        reason = _REASONS.get(problem.errno or 0, "other")
        raise KnownError(Problem.CANNOT_SAVE_FILE, file=path.name, reason=reason) from problem
