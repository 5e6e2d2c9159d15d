"""What stands in the window when the records cannot be opened at all: one sentence, one action."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onemm_desktop.errors import KnownError
from onemm_desktop.views import sentences
from onemm_desktop.views.centred import Centred
from onemm_desktop.views.widgets import Picture, PrimaryButton, Text


class TroublePage(Centred):
    """``acted`` carries the action of ``sentences.Said``: try_again or close."""

    acted = Signal(str)

    def __init__(self, error: KnownError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = sentences.of(error)
        body = self.card.body
        body.addWidget(Picture("error", 36, self.card, tone="bad"), 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(Text(self.tr("The records cannot be opened"), "title", self.card, wrap=True))
        body.addWidget(Text(self.said.sentence, "body", self.card, wrap=True))
        self.button = PrimaryButton(self.said.button or self.tr("Close the program"), self.card)
        self.button.clicked.connect(lambda: self.acted.emit(self.said.action))
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.button)
        body.addLayout(feet)
        self.setFocusProxy(self.button)
        self.setAccessibleName(self.said.sentence)
