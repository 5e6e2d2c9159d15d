"""A PDF as it will look on paper, inside the program: nothing is left in a temporary folder."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMargins, Qt
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onemm_desktop.views.theme import scaled
from onemm_desktop.views.tokens import tokens_of


class Preview(QWidget):
    """Shows one document, page under page. Scrolls with the arrow keys.

    Qt draws the pages on a thread of its own, so a document must outlive the view that shows it: both are children
    of this widget, the view the first of them, and Qt deletes children in that order.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = QPdfView(self)
        self._document = QPdfDocument(self)
        self._view.setAccessibleName(name)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view.setDocument(self._document)
        self.setFocusProxy(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._dress()

    @property
    def pages(self) -> int:
        """How many pages it shows."""
        return self._document.pageCount()

    def show_pdf(self, pdf: bytes) -> None:
        """Show this document from its first page."""
        # Not loaded into the document that is shown, which may be drawn at this moment: the view waits for its thread
        # before it takes another one.
        before, self._document = self._document, QPdfDocument(self)
        buffer = QBuffer(self._document)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        self._view.setDocument(self._document)
        before.deleteLater()
        self._view.setZoomMode(self._usual_zoom())
        self._view.verticalScrollBar().setValue(0)

    def text(self, page: int) -> str:
        """The words on one page, counted from 0."""
        return str(self._document.getAllText(page).text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _usual_zoom(self) -> QPdfView.ZoomMode:
        """A wide page is seen whole; a high one as wide as there is room, to be read."""
        size = self._document.pagePointSize(0)
        return QPdfView.ZoomMode.FitInView if size.width() > size.height() else QPdfView.ZoomMode.FitToWidth

    def _dress(self) -> None:
        edge = scaled(16)
        self._view.setDocumentMargins(QMargins(edge, edge, edge, edge))
        self._view.setPageSpacing(edge)
        palette = QPalette()  # a fresh one: only the colour named here is fixed, the rest stays inherited
        palette.setColor(QPalette.ColorRole.Dark, tokens_of(self.palette()).neutral_soft)
        self._view.setPalette(palette)
