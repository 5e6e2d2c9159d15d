"""A PDF onto a printer, page by page, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from onemm_desktop.errors import KnownError, Problem

#: Dots per inch a page is drawn with: letters are sharp, and an A4 page takes 35 MB while it is drawn.
SHARP = 300


def print_pdf(
    pdf: bytes,
    printer: QPrinter,
    *,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
    pages: Sequence[int] | None = None,
) -> int:
    """Print these pages, counted from 1, or those chosen in the printer's dialog; returns how many.

    Raises CANCELLED, and CANNOT_PRINT where the printer is gone, with the first ``page`` that it did not take.

    Qt allows a painter on a printer outside the window's thread; the document is opened anew in this one.
    """
    data = QByteArray(pdf)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        chosen = _chosen(document, printer) if pages is None else [page - 1 for page in pages]
        return _print(document, printer, chosen, progress, cancelled)
    finally:
        document.close()
        buffer.close()


def _print(
    document: QPdfDocument,
    printer: QPrinter,
    pages: Sequence[int],
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> int:
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    for count, page in enumerate(pages):
        _turn(document, page, printer)
        if cancelled():
            if painter.isActive():
                printer.abort()
                painter.end()
            raise KnownError(Problem.CANCELLED)
        ready = printer.newPage() if count else painter.begin(printer)
        if not ready:
            if painter.isActive():
                painter.end()
            raise KnownError(Problem.CANNOT_PRINT, page=page + 1)
        _draw(document, page, printer, painter)
        progress(count + 1)
    painter.end()
    return len(pages)


def _chosen(document: QPdfDocument, printer: QPrinter) -> range:
    """Pages from 0; a printer's dialog counts them from 1 and says 0 for all."""
    last = document.pageCount()
    if printer.fromPage() == 0:
        return range(last)
    return range(printer.fromPage() - 1, min(printer.toPage(), last))


def _turn(document: QPdfDocument, page: int, printer: QPrinter) -> None:
    size = document.pagePointSize(page)
    wide = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)


def _draw(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    """The page in its own proportions, as large as the paper takes it."""
    points = document.pagePointSize(page)
    dots = QSize(round(points.width() / 72 * SHARP), round(points.height() / 72 * SHARP))
    image = document.render(page, dots)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    share = min(paper.width() / dots.width(), paper.height() / dots.height())
    painter.drawImage(QRect(0, 0, round(dots.width() * share), round(dots.height() * share)), image)
