"""Who a walk-in really is: people with a card who are like them, and what speaks for each. Enter links, Esc closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from onemm_desktop.programme.likely import Alike
from onemm_desktop.views.register import words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Flow, LinkButton, SecondaryButton, Text


class LinkPanel(Card):
    """Shown above the table, as the walk-in's fields are: the register stays in sight."""

    #: (walk-in, mentor, name of the walk-in)
    linked = Signal(str, str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(14, 12), quiet=True, spacing=8)
        self.setAccessibleName(self.tr("Somebody we know"))
        self._walk_in = self._name = ""
        self.question = Text("", "body", self, wrap=True)
        self.people = QListWidget(self)
        self.people.setAccessibleName(self.tr("Somebody we know"))
        self.people.setMaximumHeight(scaled(110))
        self.link = SecondaryButton(self.tr("It is this person"), self, hint="Enter")
        self.close_panel = LinkButton(self.tr("Close"), self, hint="Esc")
        self.link.clicked.connect(self._submit)
        self.close_panel.clicked.connect(self.dismiss)
        self.people.itemActivated.connect(lambda _: self._submit())
        last = Flow(spacing=12)
        last.add(self.close_panel)
        last.add(self.link)
        column = QVBoxLayout()
        column.setSpacing(scaled(8))
        column.addWidget(self.question)
        column.addWidget(self.people)
        column.addLayout(last)
        self.body.addLayout(column)
        self.hide()

    def open(self, walk_in: str, name: str, found: Sequence[Alike]) -> None:
        """Offer these for a walk-in, the likeliest first."""
        self._walk_in, self._name = walk_in, name
        question = self.tr("Who is {name}?").format(name=name)
        self.question.setText(question)
        self.people.setAccessibleName(question)
        self.people.clear()
        for one in found:
            place = f", {one.organisation}" if one.organisation else ""
            item = QListWidgetItem(f"{one.name}{place} — {words.evidence(one.evidence)}", self.people)
            item.setData(Qt.ItemDataRole.UserRole, one.mentor)
        self.people.setCurrentRow(0)
        self.show()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Close, and link nobody."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _submit(self) -> None:
        item = self.people.currentItem()
        if item is not None:
            self.linked.emit(self._walk_in, item.data(Qt.ItemDataRole.UserRole), self._name)
            self.dismiss()
