"""Settings without a network: save changes to a stick, bring the answer back, deliver a file for somebody else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync.bundles import BroughtBack, Bundles, Exported
from onemm_desktop.views import sentences
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.file_names import plain
from onemm_desktop.views.widgets import Card, Flow, MessageBar, SecondaryButton, Text
from onemm_wire.bundle import SUFFIX


class CarryingCard(Card):
    """Three buttons, and beneath them what became of it. ``Carrying`` does the work."""

    save_asked = Signal()
    answer_asked = Signal()
    delivery_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=title)
        how = self.tr(
            "Changes can travel on a USB stick. The file is sealed: only the centre can read it, and whoever has a "
            "1MM laptop that is online can deliver it."
        )
        self.body.addWidget(Text(how, "small", self, wrap=True))
        self.save = SecondaryButton(self.tr("Save changes to a stick…"), self)
        self.answer = SecondaryButton(self.tr("Bring back an answer…"), self)
        self.deliver = SecondaryButton(self.tr("Deliver somebody else’s file…"), self)
        row = Flow(spacing=12)
        for button, asked in (
            (self.save, self.save_asked),
            (self.answer, self.answer_asked),
            (self.deliver, self.delivery_asked),
        ):
            button.clicked.connect(asked)
            row.add(button)
        self.body.addLayout(row)
        self.said = MessageBar(self)
        self.body.addWidget(self.said)

    def set_busy(self, busy: bool) -> None:
        """One thing at a time."""
        for button in (self.save, self.answer, self.deliver):
            button.setEnabled(not busy)


class Carrying(QObject):
    """Asks for the file, does what is wanted on a worker thread, and says in a sentence what became of it."""

    #: One thing has come to its end, well or not (for tests).
    finished = Signal()

    def __init__(
        self,
        card: CarryingCard,
        bundles: Bundles,
        background: Background,
        dialogs: Dialogs,
        *,
        laptop_name: str,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(card)
        self._card = card
        self._bundles = bundles
        self._background = background
        self._dialogs = dialogs
        self._laptop_name = laptop_name
        self._now = now
        self._stop = threading.Event()
        card.save_asked.connect(self._save)
        card.answer_asked.connect(self._bring_back)
        card.delivery_asked.connect(self._deliver)

    def cancel(self) -> None:
        """Stop a delivery under way. What the centre has taken in stays; delivering again is harmless."""
        self._stop.set()

    def _save(self) -> None:
        moment = self._now().astimezone()
        name = plain(f"{self._laptop_name} {moment:%Y-%m-%d %H%M}") + SUFFIX
        path = self._dialogs.save_as(self._card, self.tr("Save changes"), _documents() / name, self._kinds())
        if path is not None:
            self._begin()
            # Not on the network's thread: a dead line must not keep anybody from saving a file.
            self._background.produce(partial(self._bundles.export, path), partial(self._saved, path.name), self._failed)

    def _bring_back(self) -> None:
        path = self._dialogs.open_file(self._card, self.tr("Bring back an answer"), _documents(), self._kinds())
        if path is not None:
            self._begin()
            self._background.network(partial(self._bundles.bring_back, path), self._brought, self._failed)

    def _deliver(self) -> None:
        path = self._dialogs.open_file(self._card, self.tr("Deliver a file"), _documents(), self._kinds())
        if path is not None:
            self._begin()
            self._card.said.show_message(self.tr("Delivering {name} …").format(name=path.name), tone="neutral")
            work = partial(self._bundles.deliver, path, self._stop.is_set)
            self._background.network(work, self._delivered, self._failed)

    def _saved(self, name: str, exported: Exported) -> None:
        if exported.count:
            said = self.tr(
                "%n change(s) are in {name}. Take the file to the office, or to a laptop that is online.",
                "",
                exported.count,
            )
        else:
            said = self.tr("Nothing waits to be sent; {name} asks the centre for what is new.")
        words = [said.format(name=name)]
        if exported.left:
            words.append(self.tr("%n more go with the next file.", "", exported.left))
        self._end(" ".join(words))

    def _brought(self, brought: BroughtBack) -> None:
        words = []
        if brought.settled:
            words.append(self.tr("The centre took %n change(s).", "", brought.settled))
        if brought.attention:
            words.append(self.tr("%n change(s) need your attention.", "", brought.attention))
        if brought.received:
            words.append(self.tr("%n record(s) came in.", "", brought.received))
        if not words:
            words.append(self.tr("This answer held nothing that this laptop did not know."))
        # Not as the synchronisation: it is to count anew what waits.
        self._background.changed.emit(brought.change, self)
        self._end(" ".join(words), tone_warn=bool(brought.attention))

    def _delivered(self, answer: Path) -> None:
        said = self.tr("Delivered. Give {name} back to whoever gave you the file: it is the centre’s answer.")
        self._end(said.format(name=answer.name))

    def _begin(self) -> None:
        self._stop = threading.Event()
        self._card.said.dismiss()
        self._card.set_busy(True)

    def _failed(self, error: KnownError) -> None:
        self._card.set_busy(False)
        if error.problem is Problem.CANCELLED:
            self._card.said.dismiss()
        else:
            self._card.said.show_message(sentences.of(error).sentence)
        self.finished.emit()

    def _end(self, said: str, *, tone_warn: bool = False) -> None:
        self._card.set_busy(False)
        self._card.said.show_message(said, tone="warn" if tone_warn else "ok")
        self.finished.emit()

    def _kinds(self) -> str:
        return self.tr("Files of 1MM Desktop (*{suffix})").format(suffix=SUFFIX)


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
