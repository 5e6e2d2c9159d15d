"""Pills: a state in one or two words on its colour. The words say it; the colour only helps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from onemm_desktop.views.theme import scaled, sized
from onemm_desktop.views.tokens import Tone, tokens_of


def pill_width(metrics: QFontMetrics, text: str) -> int:
    """How wide a pill with this text wants to be, in px."""
    return metrics.horizontalAdvance(text) + scaled(20)


def paint_pill(painter: QPainter, box: QRectF, text: str, tone: Tone, palette: QPalette) -> None:
    """Draw a pill at the left of ``box``, centred vertically, its text elided where the box is too narrow."""
    metrics = painter.fontMetrics()
    height = min(metrics.height() + scaled(7), box.height())
    width = min(pill_width(metrics, text), box.width())
    colour, soft = tokens_of(palette).tone(tone)
    shape = QRectF(box.left(), box.center().y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(soft))
    painter.drawRoundedRect(shape, height / 2, height / 2)
    painter.setPen(QColor(colour))
    words = shape.adjusted(scaled(10), 0, -scaled(10) + 1, 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Pill(QWidget):
    """A pill that stands by itself, for example in the corner of a card."""

    def __init__(self, text: str = "", tone: Tone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._tone: Tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._dress()

    @property
    def text(self) -> str:
        """The words."""
        return self._text

    def set_state(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self._text, self._tone = text, tone
        self._dress()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = pill_width(metrics, self._text) + 1 if self._text else 0
        return QSize(width, metrics.height() + scaled(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, QRectF(self.rect()), self._text, self._tone, self.palette())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setFont(sized(self.font(), 13, QFont.Weight.Medium))
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()
