"""Two hands on a keyboard: they type into whatever has the focus, as a person without a mouse does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from onemm_desktop.background import Background


def settle(background: Background) -> None:
    """Let the window live until nothing is under way and all of it is shown, however often one thing asks for the next.

    A bounded number of rounds is not enough: what a write has changed is read, and while it is read it changes again.
    """
    QApplication.processEvents()
    while background.busy:
        assert background.settle()
        QApplication.processEvents()
    QApplication.processEvents()  # what the last answer has made is only now put on the screen


class Hands:
    """Hands on one window, which must be shown."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        window.activateWindow()

    def ready(self) -> Hands:
        """Wait until the window takes keys: a shortcut is nobody's before."""
        assert QTest.qWaitForWindowActive(self.window)
        return self

    @property
    def at(self) -> QWidget:
        """Where the focus is."""
        focused: QWidget | None = self.window.focusWidget()
        return self.window if focused is None else focused

    def type(self, text: str) -> Hands:
        """Letter by letter; those beyond ASCII, which QTest cannot type, as a keyboard layout or an IME sends them."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.at, letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.at, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        return self

    def press(self, keys: str) -> Hands:
        """One key or combination: ``Return``, ``Tab``, ``Ctrl+K``."""
        QTest.keySequence(self.at, QKeySequence(keys))
        return self

    def tab_to(self, widget: QWidget) -> Hands:
        """Press Tab until this has the focus; fails if Tab never gets there."""
        for _ in range(60):
            if self.at is widget:
                return self
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {widget.accessibleName() or widget}")
