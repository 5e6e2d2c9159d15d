"""Lets the file of the records be read through now and then while people work, and says so if it is damaged."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from onemm_desktop.background import Background
from onemm_desktop.errors import KnownError, Problem

#: After the start, and again while the program stays open: whether it is time. Hours, in milliseconds.
FIRST_MS = 10_000
AGAIN_MS = 6 * 60 * 60 * 1_000


class FileWatch(QObject):
    """Asks ``look`` on a worker thread, with a question by which it can be stopped; it answers whether it looked."""

    #: A look is over: whether every page was read and found sound.
    looked = Signal(bool)

    def __init__(
        self, background: Background, look: Callable[[Callable[[], bool]], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._look = look
        self._stop = threading.Event()
        self._due = QTimer(self)
        self._due.timeout.connect(self.look_now)

    def start(self) -> None:
        """Look as soon as the first page has long been shown."""
        self._due.start(FIRST_MS)

    def look_now(self) -> None:
        """Look, if it is time."""
        self._due.start(AGAIN_MS)
        self._background.produce(lambda: self._look(self._stop.is_set), self.looked.emit, self._failed, owner=self)

    def close(self) -> None:
        """Stop a look under way; the next start begins it anew."""
        self._due.stop()
        self._stop.set()

    def _failed(self, error: KnownError) -> None:
        if error.problem is not Problem.CANCELLED:
            self._background.failed.emit(error)
        self.looked.emit(False)
