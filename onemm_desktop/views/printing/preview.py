"""A PDF as it will look on paper, inside the program: nothing is left in a temporary folder."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMargins, Qt
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from onemm_desktop.views.theme import scaled
from onemm_desktop.views.tokens import tokens_of


class Preview(QPdfView):
    """Shows one document, page under page. Scrolls with the arrow keys."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDocument(self._document)
        self._dress()

    @property
    def pages(self) -> int:
        """How many pages it shows."""
        return self._document.pageCount()

    def show_pdf(self, pdf: bytes) -> None:
        """Show this document from its first page."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.setZoomMode(self._usual_zoom())
        self.verticalScrollBar().setValue(0)

    def text(self, page: int) -> str:
        """The words on one page, counted from 0: what a screen reader reads."""
        return str(self._document.getAllText(page).text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange):
            self._dress()

    def _usual_zoom(self) -> QPdfView.ZoomMode:
        """A wide page is seen whole; a high one as wide as there is room, to be read."""
        size = self._document.pagePointSize(0)
        return QPdfView.ZoomMode.FitInView if size.width() > size.height() else QPdfView.ZoomMode.FitToWidth

    def _dress(self) -> None:
        edge = scaled(16)
        self.setDocumentMargins(QMargins(edge, edge, edge, edge))
        self.setPageSpacing(edge)
        palette = QPalette()  # a fresh one: only the colour named here is fixed, the rest stays inherited
        palette.setColor(QPalette.ColorRole.Dark, tokens_of(self.palette()).neutral_soft)
        self.setPalette(palette)
