"""One concern as its author may still see it: when it was sealed, how far it has come, and a place to add to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onemm_desktop.programme.concerns import Phone, Slip
from onemm_desktop.views.concerns import words
from onemm_desktop.views.concerns.long_field import LongField
from onemm_desktop.views.widgets import Card, LinkButton, Pill, SecondaryButton, Text
from onemm_desktop.views.widgets.flow import Flow


class SlipCard(Card):
    """``typed`` and ``added`` carry the text of an addition."""

    typed = Signal(str)
    added = Signal(str)
    #: It was lost, and its author has told the lead again.
    told_again = Signal()

    def __init__(self, slip: Slip, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self.slip = slip
        self.setObjectName(slip.id)
        self._title = Text("", "strong", self, wrap=True)
        self._pill = Pill(parent=self)
        self._stands = Text("", "body", self, wrap=True)
        self._phone = Text("", "strong", self, tone="bad", wrap=True)
        self.start = SecondaryButton(self.tr("Add something"), self)
        self.told = SecondaryButton(self.tr("I have phoned, and written it again"), self)
        self.text = LongField(self.tr("What is to be added"), self, lines=4)
        self.add = SecondaryButton(self.tr("Seal and add"), self)
        self.leave = LinkButton(self.tr("Close"), self)
        self._form = QWidget(self)
        self._lay_out()
        self.start.clicked.connect(self.open)
        self.leave.clicked.connect(self._close)
        self.told.clicked.connect(self.told_again)
        self.text.edited.connect(lambda: self.typed.emit(self.text.text))
        self.add.clicked.connect(lambda: self.added.emit(self.text.text))

    @property
    def stands(self) -> str:
        """The sentence that says how far it has come."""
        return self._stands.text()

    def show_slip(self, slip: Slip, phones: Sequence[Phone], draft: str | None, now: datetime) -> None:
        """Show how it stands now; a draft of an addition opens its field, unless somebody is typing in it."""
        self.slip = slip
        self._title.setText(words.slip_title(slip, now))
        self.setAccessibleName(words.slip_title(slip, now))
        self._pill.set_state(*words.slip_pill(slip))
        sentence, tone = words.standing(slip, now)
        self._stands.setText(sentence)
        self._stands.set_tone(tone if tone == "bad" else None)
        self._phone.setText(words.phone_now(phones))
        self._phone.setVisible(slip.pressing)
        self.told.setVisible(slip.state == "lost")
        self.start.setVisible(slip.entry != "addition" and self._form.isHidden())
        self.start.setAccessibleDescription(self._title.text())
        if draft and self._form.isHidden():
            self.text.put(draft)
            self.open()

    def open(self) -> None:
        """Show the field for an addition."""
        self._form.show()
        self.start.hide()
        self.text.setFocus()

    def clear(self) -> None:
        """The addition was sealed: nothing of it stays on the screen."""
        self.text.put("")
        self._close()

    def _close(self) -> None:
        self._form.hide()
        self.start.setVisible(self.slip.entry != "addition")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._pill)
        self.body.addLayout(head)
        for part in (self._stands, self._phone):
            self.body.addWidget(part)
        row = Flow(spacing=8)
        row.add(self.start)
        row.add(self.told)
        self.body.addLayout(row)
        inside = Card(self._form, quiet=True, spacing=8)
        around = QHBoxLayout(self._form)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inside)
        inside.body.addWidget(self.text)
        buttons = Flow(spacing=8)
        buttons.add(self.add)
        buttons.add(self.leave)
        inside.body.addLayout(buttons)
        self.body.addWidget(self._form)
        self._form.hide()
