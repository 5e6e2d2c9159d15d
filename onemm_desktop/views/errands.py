"""One worker thread for pages that have no database yet: first run and unlocking. Results come home to the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from onemm_desktop.errors import KnownError

T = TypeVar("T")


class Errands(QObject):
    """Runs one thing after the other. Nothing comes home once this object is gone."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = ThreadPoolExecutor(1, "errands")
        self._arrived.connect(self._welcome, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[KnownError], None]) -> None:
        """Do ``work`` on the worker; ``then`` or ``failed`` is called in the window's thread."""
        self._lane.submit(work).add_done_callback(lambda done: self._send_home(done, then, failed))

    def close(self) -> None:
        """Wait for the errand under way; it must have been told to stop if it is a long one."""
        self._lane.shutdown(wait=True, cancel_futures=True)

    def _send_home(self, done: Future[Any], then: object, failed: object) -> None:
        if shiboken6.isValid(self):
            self._arrived.emit((done, then, failed))

    def _welcome(self, arrival: tuple[Future[Any], Callable[[Any], None], Callable[[KnownError], None]]) -> None:
        done, then, failed = arrival
        if done.cancelled():
            return
        match done.exception():
            case None:
                then(done.result())
            case KnownError() as error:
                failed(error)
            case error:
                sys.excepthook(type(error), error, error.__traceback__)
