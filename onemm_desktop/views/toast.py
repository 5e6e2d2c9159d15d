"""A toast: one sentence at the foot of the window that goes by itself, such as what Ctrl+Z took back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from onemm_desktop.views.theme import scaled
from onemm_desktop.views.tokens import tokens_of

_STAYS_MS = 6_000


class Toast(QLabel):
    """Floats over its parent; never takes the focus or a click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show this for six seconds, and tell a screen reader."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setWordWrap(False)
        self.setMargin(scaled(12))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, tokens_of(self.palette()).card)
        self.setPalette(palette)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def place(self) -> None:
        """At the foot, in the middle; wrapped where the window is narrow."""
        around = self.parentWidget()
        if around is None:
            return
        room = around.width() - scaled(32)
        if self.sizeHint().width() > room:
            self.setWordWrap(True)
            self.setFixedWidth(room)
            self.setFixedHeight(self.heightForWidth(room))
        else:
            self.setFixedSize(self.sizeHint())
        self.move((around.width() - self.width()) // 2, around.height() - self.height() - scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self.palette()).ink))
        painter.drawRoundedRect(QRectF(self.rect()), scaled(8), scaled(8))
        painter.end()
        super().paintEvent(event)
