"""What a scan sounds like: once for a person who is in, twice for a code that is to be looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

#: Between the two of a doubtful scan, in ms: near enough to be one, far enough to be two.
_BETWEEN = 180


class Sounds(QObject):
    """The system's own sound, which every laptop has. ``enabled`` is the settings' switch."""

    def __init__(self, parent: QObject | None = None, *, enabled: bool = True) -> None:
        super().__init__(parent)
        self.enabled = enabled
        self._again = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._again.timeout.connect(self._sound)

    def good(self) -> None:
        """Somebody is in."""
        self._sound()

    def doubtful(self) -> None:
        """A code that marked nobody."""
        self._sound()
        self._again.start()

    def _sound(self) -> None:
        if self.enabled:
            QApplication.beep()
