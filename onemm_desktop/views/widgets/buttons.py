"""Buttons. Words before icons; the key that does the same stands beside the words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from onemm_desktop.views.theme import scaled
from onemm_desktop.views.tokens import tokens_of

_GAP = "\u2002\u2002"  # two en spaces between the words and their key


class SecondaryButton(QPushButton):
    """The ordinary button.

    ``key`` ("F4") does what a click does and is shown; ``hint`` is only shown, where another part owns the key.
    """

    def __init__(self, text: str, parent: QWidget | None = None, *, key: str = "", hint: str = "") -> None:
        super().__init__(parent)
        self._hint = _native(key or hint)
        self.set_words(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if key:
            self.setShortcut(QKeySequence(key))

    def set_words(self, text: str) -> None:
        """Change the words; the key beside them stays. An ampersand is an ampersand."""
        shortcut = self.shortcut()
        shown = text.replace("&", "&&")
        self.setText(f"{shown}{_GAP}{self._hint}" if self._hint else shown)
        self.setShortcut(shortcut)  # setText() clears it
        self.setAccessibleName(text)


class PrimaryButton(SecondaryButton):
    """What this page is for. At most one on a page. Its focus is a ring inside it, for it is the accent itself."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens_of(self.palette()).on_accent), 1.5))
            inset = scaled(4)
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, scaled(5), scaled(5))


class LinkButton(SecondaryButton):
    """A quiet button, for the way back and for what is rarely needed."""


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""
