"""The page of a laptop that has not heard from the centre for too long: it opens as soon as it has."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.errors import KnownError
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views import sentences
from onemm_desktop.views.centred import Centred
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.errands import Errands
from onemm_desktop.views.widgets import Flow, MessageBar, PrimaryButton, SecondaryButton, Text
from onemm_wire.bundle import SUFFIX


class MeetingPage(Centred):
    """``meet`` synchronises until it is told to stop, ``save`` writes what is unsent to a file; both on a worker.

    Nothing of the records is shown meanwhile.
    """

    #: The centre has been met (SyncStatus).
    met = Signal(object)
    #: It could not be reached, or it did not want to (KnownError).
    refused = Signal(object)
    #: What waits is in a file that somebody can carry.
    saved = Signal()

    def __init__(
        self,
        unsent: int,
        meet: Callable[[Callable[[], bool]], SyncStatus],
        save: Callable[[Path], object],
        dialogs: Dialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._meet = meet
        self._save = save
        self._dialogs = dialogs
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
        self.stick = SecondaryButton(self.tr("Save changes to a stick…"), self.card)
        self.stick.clicked.connect(self.save)
        self.stick.setVisible(unsent > 0)
        self.button = PrimaryButton(self.tr("Try again"), self.card)
        self.button.clicked.connect(self.meet)
        feet = Flow(spacing=12)
        feet.add(self.stick)
        feet.add(self.button)
        body.addLayout(feet)
        self.setFocusProxy(self.button)

    def meet(self) -> None:
        """Look for the centre."""
        if self.button.isEnabled():
            self._wait(True)
            self._errands.run(lambda: self._meet(self._stop.is_set), self._came_back, self._failed)

    def save(self) -> None:
        """Save what waits to be sent where the person wants it: the office takes it from there."""
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        title = self.tr("Save changes")
        path = self._dialogs.save_as(self, title, documents / f"1MM{SUFFIX}", f"*{SUFFIX}")
        if path is not None and self.button.isEnabled():
            self._wait(True)
            self._errands.run(lambda: self._save(path), self._was_saved, self._failed)

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

    def _was_saved(self, _exported: object) -> None:
        self._wait(False)
        self.bar.show_message(self.tr("Saved. Take it to the office: only the centre can read it."), tone="ok")
        self.saved.emit()

    def _failed(self, error: KnownError) -> None:
        self._wait(False)
        self.bar.show_message(sentences.of(error).sentence, tone="warn")
        self.refused.emit(error)

    def _wait(self, waiting: bool) -> None:
        for button in (self.button, self.stick):
            button.setEnabled(not waiting)
        self.button.set_words(self.tr("One moment…") if waiting else self.tr("Try again"))
