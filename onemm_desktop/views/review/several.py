"""Settling several questions at once by one rule: a panel above the cards, whose boxes say which."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onemm_desktop.views.widgets import Card, Flow, LinkButton, SecondaryButton, Text


class SeveralPanel(Card):
    """``ruled`` carries the rule: mine, theirs or newest. ``closed``: nothing is to be settled after all."""

    ruled = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Settle several at once"), chosen=True)
        self._counted = Text("", "body", self, wrap=True)
        self.body.addWidget(self._counted)
        self.mine = SecondaryButton(self.tr("Keep all mine"), self)
        self.theirs = SecondaryButton(self.tr("Keep all theirs"), self)
        self.newest = SecondaryButton(self.tr("Keep the newer ones"), self)
        self.cancel = LinkButton(self.tr("Cancel"), self)
        buttons = Flow(spacing=8)
        for button, rule in ((self.mine, "mine"), (self.theirs, "theirs"), (self.newest, "newest")):
            button.clicked.connect(lambda _checked=False, rule=rule: self.ruled.emit(rule))
            buttons.add(button)
        self.cancel.clicked.connect(self.closed)
        buttons.add(self.cancel)
        self.body.addLayout(buttons)
        note = self.tr("Newer is judged by the clocks of the laptops, which may be wrong. Ctrl+Z takes all of it back.")
        self.body.addWidget(Text(note, "small", self, wrap=True))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def count(self, ticked: int) -> None:
        """Say for how many the rule will be."""
        self._counted.setText(self.tr("%n question(s) ticked. One rule settles them:", "", ticked))
        for button in (self.mine, self.theirs, self.newest):
            button.setEnabled(ticked > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
