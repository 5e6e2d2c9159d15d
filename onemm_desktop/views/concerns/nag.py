"""What stands above the sync pill as long as a concern has not reached the centre."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from onemm_desktop.views import icons
from onemm_desktop.views.theme import scaled, sized
from onemm_desktop.views.tokens import tokens_of


class ConcernNag(QAbstractButton):
    """Hidden while nothing presses. A click shows the numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._words = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_pressing(0)

    def set_pressing(self, pressing: int) -> None:
        """How many concerns have not reached the centre."""
        self._words = self.tr("%n concern(s) NOT sent. Phone the safeguarding lead now.", "", pressing)
        self.setText(self._words)
        self.setAccessibleName(self._words)
        self.setToolTip(self._words)
        self.setVisible(pressing > 0)
        self.updateGeometry()

    def set_narrow(self, narrow: bool) -> None:
        """Only the icon."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._narrow:
            return QSize(scaled(44), scaled(40))
        self.setFont(self._font())
        room = QRect(0, 0, scaled(192) - scaled(24), scaled(400))
        lines = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._words)
        return QSize(scaled(192), lines.height() + scaled(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(44), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        colour, soft = tokens.tone("bad")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), scaled(8), scaled(8))
        if self._narrow:
            size = scaled(20)
            picture = icons.pixmap("warning", colour, size, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, picture)
            return
        painter.setFont(self._font())
        painter.setPen(QColor(colour))
        words = self.rect().adjusted(scaled(12), scaled(6), -scaled(10), -scaled(6))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(align) | int(Qt.TextFlag.TextWordWrap), self._words)

    def _font(self) -> QFont:
        return sized(self.font(), 13, QFont.Weight.DemiBold)
