"""The page of a laptop that has not heard from the centre for too long: it opens as soon as it has."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onemm_desktop.errors import KnownError
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views import sentences
from onemm_desktop.views.centred import Centred
from onemm_desktop.views.errands import Errands
from onemm_desktop.views.widgets import MessageBar, PrimaryButton, Text


class MeetingPage(Centred):
    """``meet`` synchronises until it is told to stop, on a worker. Nothing of the records is shown meanwhile."""

    #: The centre has been met (SyncStatus).
    met = Signal(object)
    #: It could not be reached, or it did not want to (KnownError).
    refused = Signal(object)

    def __init__(
        self, unsent: int, meet: Callable[[Callable[[], bool]], SyncStatus], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._meet = meet
        self._stop = threading.Event()
        self._errands = Errands(self)
        body = self.card.body
        body.addWidget(Text(self.tr("This laptop has to meet the centre"), "title", self.card, wrap=True))
        why = self.tr("It has been without a word from the centre for too long. Connect it, and the records open.")
        body.addWidget(Text(why, "body", self.card, wrap=True))
        kept = self.tr("%n change(s) wait here to be sent. They are safe.", "", unsent)
        self.kept = Text(kept, "body", self.card, wrap=True)
        self.kept.setVisible(unsent > 0)
        body.addWidget(self.kept)
        self.bar = MessageBar(self.card)
        body.addWidget(self.bar)
        self.button = PrimaryButton(self.tr("Try again"), self.card)
        self.button.clicked.connect(self.meet)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.button)
        body.addLayout(feet)
        self.setFocusProxy(self.button)

    def meet(self) -> None:
        """Look for the centre."""
        if self.button.isEnabled():
            self._wait(True)
            self._errands.run(lambda: self._meet(self._stop.is_set), self._came_back, self._failed)

    def close_page(self) -> None:
        """Stop what is under way and wait for it: called before the window goes."""
        self._stop.set()
        self._errands.close()

    def _came_back(self, status: SyncStatus) -> None:
        self._wait(False)
        if status.problem is None:
            self.met.emit(status)
        else:
            self._failed(status.problem)

    def _failed(self, error: KnownError) -> None:
        self._wait(False)
        self.bar.show_message(sentences.of(error).sentence, tone="warn")
        self.refused.emit(error)

    def _wait(self, waiting: bool) -> None:
        self.button.setEnabled(not waiting)
        self.button.set_words(self.tr("One moment…") if waiting else self.tr("Try again"))
