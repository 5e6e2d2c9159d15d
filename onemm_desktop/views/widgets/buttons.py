"""Buttons. Words before icons; the key that does the same stands beside the words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

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
    """What this page is for. At most one on a page."""


class LinkButton(SecondaryButton):
    """A quiet button, for the way back and for what is rarely needed."""


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""
