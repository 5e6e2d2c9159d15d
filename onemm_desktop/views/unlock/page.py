"""The page that asks for the passphrase. A wrong one gets a sentence; what was typed stays until it is right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.views import sentences
from onemm_desktop.views.centred import Centred
from onemm_desktop.views.errands import Errands
from onemm_desktop.views.widgets import Field, MessageBar, PrimaryButton, Text


class UnlockPage(Centred):
    """``unlock`` takes the passphrase and answers the key; it is slow on purpose and runs on a worker."""

    #: The key of the database, as a bytearray.
    unlocked = Signal(object)
    #: The passphrase was not the right one, or the key cannot be had (KnownError).
    refused = Signal(object)

    def __init__(self, unlock: Callable[[str], bytearray], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unlock = unlock
        self._errands = Errands(self)
        self.passphrase = Field(self.tr("Passphrase"), self.card, secret=True)
        self.passphrase.line.returnPressed.connect(self.open)
        self.bar = MessageBar(self.card)
        self.button = PrimaryButton(self.tr("Open"), self.card)
        self.button.clicked.connect(self.open)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.button)
        body = self.card.body
        body.addWidget(Text(self.tr("Open your records"), "title", self.card, wrap=True))
        body.addWidget(
            Text(self.tr("They are encrypted with the passphrase of this laptop."), "body", self.card, wrap=True)
        )
        body.addWidget(self.passphrase)
        body.addWidget(self.bar)
        body.addLayout(feet)
        self.setFocusProxy(self.passphrase)

    def open(self) -> None:
        """Try what was typed."""
        typed = self.passphrase.text
        if not typed:
            self.passphrase.set_wrong(self.tr("Write the passphrase first."))
            return
        if self.button.isEnabled():
            self._wait(True)
            self._errands.run(lambda: self._unlock(typed), self._opened, self._not_opened)

    def close_page(self) -> None:
        """Wait for the try under way: called before the window goes."""
        self._errands.close()

    def _opened(self, key: bytearray) -> None:
        self._wait(False)
        self.unlocked.emit(key)

    def _not_opened(self, error: KnownError) -> None:
        self._wait(False)
        said = sentences.of(error)
        if error.problem is Problem.WRONG_PASSPHRASE:
            self.passphrase.set_wrong(said.sentence)
            self.passphrase.line.selectAll()
            self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.bar.show_message(said.sentence)
        self.refused.emit(error)

    def _wait(self, waiting: bool) -> None:
        self.button.setEnabled(not waiting)
        self.button.set_words(self.tr("One moment…") if waiting else self.tr("Open"))
