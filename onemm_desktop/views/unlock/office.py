"""Opening with the office's help, by telephone: a question to read out, an answer to type."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onemm_desktop.errors import KnownError
from onemm_desktop.views import sentences
from onemm_desktop.views.centred import Centred
from onemm_desktop.views.errands import Errands
from onemm_desktop.views.widgets import Field, PrimaryButton, SecondaryButton, Text


class OfficePage(Centred):
    """``open`` takes the answer as it was typed, and answers the key. No question: the office cannot help either."""

    #: The key of the database, as a bytearray.
    unlocked = Signal(object)
    refused = Signal(object)
    went_back = Signal()

    def __init__(
        self, number: int, question: str, open_: Callable[[str], bytearray], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._open = open_
        self._errands = Errands(self)
        body = self.card.body
        body.addWidget(Text(self.tr("Open with the office’s help"), "title", self.card, wrap=True))
        if question:
            how = self.tr("Phone the office. They ask who you are, then for these two, and tell you twenty letters.")
        else:
            how = self.tr("This laptop has not met the centre since it was set up, so only what you chose opens it.")
        body.addWidget(Text(how, "body", self.card, wrap=True))
        self.asked = Text(
            self.tr("Laptop {number} · question {question}").format(number=number, question=question),
            "heading",
            self.card,
            wrap=True,
        )
        self.asked.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body.addWidget(self.asked)
        self.answer = Field(self.tr("The office’s answer"), self.card, placeholder="0000-0000-0000-0000-0000")
        self.answer.line.returnPressed.connect(self.open)
        body.addWidget(self.answer)
        for part in (self.asked, self.answer):
            part.setVisible(bool(question))
        self.back = SecondaryButton(self.tr("Back"), self.card)
        self.back.clicked.connect(self.went_back)
        self.button = PrimaryButton(self.tr("Open"), self.card)
        self.button.clicked.connect(self.open)
        self.button.setVisible(bool(question))
        feet = QHBoxLayout()
        feet.addWidget(self.back)
        feet.addStretch(1)
        feet.addWidget(self.button)
        body.addLayout(feet)
        self.setFocusProxy(self.answer if question else self.back)

    def open(self) -> None:
        """Try the answer."""
        typed = self.answer.text
        if not typed:
            self.answer.set_wrong(self.tr("Write the office’s answer first."))
        elif self.button.isEnabled():
            self.button.setEnabled(False)
            self._errands.run(lambda: self._open(typed), self._opened, self._not_opened)

    def close_page(self) -> None:
        """Wait for the try under way: called before the window goes."""
        self._errands.close()

    def _opened(self, key: bytearray) -> None:
        self.unlocked.emit(key)

    def _not_opened(self, error: KnownError) -> None:
        self.button.setEnabled(True)
        self.answer.set_wrong(sentences.of(error).sentence)
        self.answer.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refused.emit(error)
