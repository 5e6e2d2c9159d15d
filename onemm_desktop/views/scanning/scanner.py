"""A USB scanner types like a keyboard, into whatever has the focus. This keeps its codes out of there.

Keys that come as fast as a scanner's are held back until it is sure who pressed them: after six of them it is a code,
which is handed to the page in front; before that they were fingers, and are typed after all. The first key of a burst
cannot be told from a finger's. In a text field it is let through at once, so that typing is never late, and taken away
again; anywhere else, where a space presses a button, it waits its 25 ms like the rest.

Fields for secrets are left alone: there, keys that type themselves are somebody's security key.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

from onemm_desktop.views.scanning.burst import BREATH, Burst

_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
#: From so many fast keys on no shortcut is taken: a code's control characters must not undo or close anything.
_DEAF = 2


@dataclass(frozen=True)
class _LetThrough:
    """The first key, which a text field was given at once."""

    line: QLineEdit
    before: str
    cursor: int

    def take_back(self, letter: str) -> None:
        """As if it had never been typed. A field that made something else of it is put back as it was."""
        if self.line.text() == self.before[: self.cursor] + letter + self.before[self.cursor :]:
            self.line.setCursorPosition(self.cursor + len(letter))
            self.line.backspace()
        elif self.line.text() != self.before:
            self.line.setText(self.before)
            self.line.setCursorPosition(self.cursor)


class Scanner(QObject):
    """Listens to the program's windows. ``take`` gets a code and says whether anybody had a use for it: where nobody
    had, the keys go where they were typed."""

    def __init__(self, take: Callable[[str], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self._burst = Burst()
        self._held: list[QKeyEvent] = []
        self._first: _LetThrough | None = None
        self._window: QWindow | None = None
        self._giving_back = False
        self._ended = -BREATH
        self.enabled = True
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setTimerType(Qt.TimerType.PreciseTimer)
        self._waiting.timeout.connect(self._finish)

    def listen(self) -> None:
        """Listen to whichever window has the focus, from now on."""
        # Windows, not the application: that would bring every event of every widget through Python.
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.listen_to)
        self.listen_to(QGuiApplication.focusWindow())

    def end(self) -> None:
        """Listen no more; what is held back is typed."""
        self.enabled = False
        self._finish()

    def listen_to(self, window: QWindow | None) -> None:
        """Listen to this window as well."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._giving_back or not self.enabled:
            return False
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            return self._stay_deaf(event)
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWindow):
            return self._press(watched, event)
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and self._held:
            self._held.append(event.clone())
            return True
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut):
            self._finish()
        return False

    def _stay_deaf(self, event: QEvent) -> bool:
        if self._burst.count < _DEAF:
            return False
        event.accept()
        return True

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIERS or _types_a_secret():
            return False
        at = event.timestamp() or int(time.monotonic() * 1000)
        if event.key() in _ENDS and 0 <= at - self._ended <= BREATH:
            return True  # Enter and line feed: the second one must press nothing
        if not self._burst.takes(at) or event.isAutoRepeat():
            self._finish()
            if event.isAutoRepeat() or not _writes(event):
                return False
            return self._begin(window, event, at)
        self._burst.add(event.text() if event.key() not in _ENDS else "", at)
        self._held.append(event.clone())
        if event.key() in _ENDS or not self._writes_on(event):
            self._finish()
        else:
            self._waiting.start(self._burst.patience)
        return True

    def _writes_on(self, event: QKeyEvent) -> bool:
        """Whether a code may go on after this key: arrows and the like end what fingers typed, but no scan."""
        return self._burst.is_scan or _writes(event)

    def _begin(self, window: QWindow, event: QKeyEvent, at: int) -> bool:
        self._window = window
        self._burst = Burst()
        self._burst.add(event.text(), at)
        self._waiting.start(self._burst.patience)
        line = QApplication.focusWidget()
        if isinstance(line, QLineEdit) and not line.hasSelectedText() and not line.isReadOnly():
            self._first = _LetThrough(line, line.text(), line.cursorPosition())
            return False
        self._held.append(event.clone())
        return True

    def _finish(self) -> None:
        """No more keys belong to these: a code is handed on, and what fingers typed is typed."""
        self._waiting.stop()
        burst, self._burst = self._burst, Burst()
        held, self._held = self._held, []
        first, self._first = self._first, None
        if burst.is_scan:
            self._ended = burst.last
            if first is not None:
                first.take_back(burst.letters[0])
            if self._take(burst.text):
                return
            if first is not None:
                first.line.insert(burst.letters[0])
        self._give_back(held)

    def _give_back(self, held: list[QKeyEvent]) -> None:
        self._giving_back = True
        try:
            for event in held:
                if self._window is not None:
                    QApplication.sendEvent(self._window, event)
        finally:
            self._giving_back = False


def _writes(event: QKeyEvent) -> bool:
    """Whether a code may begin with this key: one that writes, and be it a control character."""
    return bool(event.text()) and event.key() not in (
        *_ENDS,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
    )


def _types_a_secret() -> bool:
    line = QApplication.focusWidget()
    return isinstance(line, QLineEdit) and line.echoMode() != QLineEdit.EchoMode.Normal
