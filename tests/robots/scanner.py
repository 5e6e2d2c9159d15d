"""A scanner at a USB port: it types a code as fast as such devices do, with the times that a system gives its keys."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ScannerGun:
    """Types into a window, past whatever has the focus there; ``hands`` type into the same window at their own pace.

    The keys go to the window's handle, as the system's do, each with its time: no test waits for milliseconds.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._at = 1_000_000
        self._chance = Random(5)

    def scan(self, code: str, *, gaps: Sequence[int] = (1, 2, 3, 4, 5), end: str = "Return") -> None:
        """Type a code with some of these ms between its keys; ``end``: Return, Tab, "Return Return" or nothing."""
        self._at += 400
        for letter in code:
            self._key(self._key_of(letter), letter, self._chance.choice(gaps))
        for name in end.split():
            self._key(Qt.Key[f"Key_{name}"], "\t" if name == "Tab" else "\r", self._chance.choice(gaps))

    def hands(self, text: str, *, gap: int = 90) -> None:
        """Type as fingers do."""
        self._at += 400
        for letter in text:
            self._key(self._key_of(letter), letter, gap)

    def _key_of(self, letter: str) -> int:
        upper = letter.upper()
        return ord(upper) if len(upper) == 1 and upper.isascii() and upper.isprintable() else Qt.Key.Key_unknown.value

    def _key(self, key: int, text: str, gap: int) -> None:
        """As Qt does it: first whether anybody wants the key for themselves, then the key, then its release."""
        self._at += gap
        modifiers = _SHIFT if text.isupper() else _NONE
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text)
            event.setTimestamp(self._at)
            handle = self._window.window().windowHandle()
            assert handle is not None
            QApplication.sendEvent(handle, event)
