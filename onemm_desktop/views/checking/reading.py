"""The codes in a file, page by page, and the words beside them. On the thread that makes papers, never the window's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from onemm_desktop.errors import KnownError, Problem

#: Pages that are looked at: a file of more is looked at page by page elsewhere.
MOST_PAGES = 60
#: Dots to the inch: the smallest module of our codes is then two and a half of them.
_DOTS = 200
_POINTS = 72
#: A picture of a page from a phone is larger than this only by accident.
_WIDEST = 6_000


@dataclass(frozen=True, slots=True)
class Scanned:
    """One code: its page from 1, what it holds, and the words of the page; a picture has none."""

    page: int
    code: str
    words: str


def codes_in(path: Path) -> tuple[Scanned, ...]:
    """The codes of a PDF or a picture, in the order of its pages. Raises KnownError CANNOT_READ_FILE."""
    return tuple(_of_pdf(path) if path.suffix.lower() == ".pdf" else _of_picture(path))


def _of_pdf(path: Path) -> Iterator[Scanned]:
    document = QPdfDocument()
    if document.load(str(path)) != QPdfDocument.Error.None_:
        raise KnownError(Problem.CANNOT_READ_FILE)
    for page in range(min(document.pageCount(), MOST_PAGES)):
        size = document.pagePointSize(page) * (_DOTS / _POINTS)
        image = document.render(page, QSize(min(round(size.width()), _WIDEST), min(round(size.height()), _WIDEST)))
        words = document.getAllText(page).text()
        for code in _codes(_on_white(image)):
            yield Scanned(page + 1, code, words)


def _of_picture(path: Path) -> Iterator[Scanned]:
    image = QImage(str(path))
    if image.isNull():
        raise KnownError(Problem.CANNOT_READ_FILE)
    for code in _codes(_on_white(image)):
        yield Scanned(1, code, "")


def _on_white(image: QImage) -> QImage:
    """In shades of grey on white: a PDF's paper is nothing at all, which would be black."""
    white = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    return white.convertToFormat(QImage.Format.Format_Grayscale8)


def _codes(image: QImage) -> list[str]:
    import zxingcpp  # not before it is needed: it would be a part of every cold start

    lines = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    found = zxingcpp.read_barcodes(lines, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [one.text for one in found]
