"""One program per data folder: a second start raises the window of the first and leaves."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

#: How long the first program is given to answer, in milliseconds.
PATIENCE_MS = 2_000


class SingleInstance(QObject):
    """The claim on a data folder, held as long as this object lives. Call ``release`` when the program ends."""

    #: Somebody started the program once more: the window is to come to the front.
    asked_to_show = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The lock decides, because it is atomic and is freed by the system's own account of who still runs; the
        # socket only carries the word. A socket's name lives outside the folder and must be short.
        self._lock = QLockFile(str(folder / "running.lock"))
        self._lock.setStaleLockTime(0)
        self._name = "onemm-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self) -> bool:
        """Whether this is the first program here; if not, the first one has been asked to show itself."""
        if not self._lock.tryLock(0):
            self._ask_the_first()
            return False
        # A program that was killed leaves its socket's file behind, and only the holder of the lock may remove it.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Lets the next start be the first."""
        self._server.close()
        self._lock.unlock()

    def _ask_the_first(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(PATIENCE_MS):
            socket.disconnectFromServer()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked_to_show.emit()
