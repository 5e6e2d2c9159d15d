"""Tells when the system has a network again, where it says so. A hint: only the centre's answer counts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation


class NetworkWatch(QObject):
    """Emits ``returned`` when the computer gets from no network to some. Silent where no backend exists."""

    returned = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_there = True
        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            information = QNetworkInformation.instance()
            self.heard(information.reachability())
            information.reachabilityChanged.connect(self.heard)

    def heard(self, reachability: QNetworkInformation.Reachability) -> None:
        """What the system says of the network now."""
        there = reachability not in {
            QNetworkInformation.Reachability.Disconnected,
            QNetworkInformation.Reachability.Unknown,
        }
        if there and not self._was_there:
            self.returned.emit()
        self._was_there = there
