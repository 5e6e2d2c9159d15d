"""Saying something else of a person after the register was closed, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.errors import Problem
from onemm_desktop.programme.roster import Row
from onemm_desktop.views.people import words
from onemm_desktop.views.widgets import Card, Choice, Field, Flow, SecondaryButton, Text

_STATES = ("present", "late", "left_early", "apologies", "excused", "no_notice")


class AmendCard(Card):
    """``amended`` with the person, their name, the state, the time that was typed and the reason."""

    #: (attendee, name, state, time, reason)
    amended = Signal(str, str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Amend the closed register"), spacing=8)
        self.person = Choice(self.tr("Who"), self)
        self.state = Choice(self.tr("What is right"), self)
        for code in _STATES:
            self.state.addItem(words.attendance()[code][0], code)
        self.time = Field(self.tr("Time, such as 1012"), self)
        self.reason = Field(self.tr("Why"), self)
        self.amend = SecondaryButton(self.tr("Amend"), self)
        row = Flow(spacing=8)
        for part in (self.person, self.state, self.amend):
            row.add(part)
        note = self.tr("What was said before stays on record; the amendment is shown as one, with its reason.")
        self.body.addWidget(Text(note, "small", self, wrap=True))
        self.body.addWidget(self.reason)
        self.body.addWidget(self.time)
        self.body.addLayout(row)
        self.amend.clicked.connect(self._amend)
        for field in (self.reason, self.time):
            field.line.returnPressed.connect(self._amend)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Who may be meant; the same person stays chosen."""
        held = self.person.currentData()
        self.person.clear()
        for row in rows:
            self.person.addItem(row.name, row.attendee)
        self.person.setCurrentIndex(max(0, self.person.findData(held)))
        self.amend.setEnabled(bool(rows))

    def clear(self) -> None:
        """Ready for the next."""
        for field in (self.reason, self.time):
            field.line.clear()
            field.clear_wrong()

    def show_wrong(self, problem: Problem, sentence: str) -> None:
        """What stands in the way, at the field that it is about."""
        for field in (self.reason, self.time):
            field.clear_wrong()
        if problem is Problem.WRONG_VALUE:
            self.time.set_wrong(self.tr("Type hours and minutes, such as 10:12 or 1012."))
        else:
            self.reason.set_wrong(sentence)

    def _amend(self) -> None:
        if self.person.count():
            attendee, state = self.person.currentData(), self.state.currentData()
            self.amended.emit(attendee, self.person.currentText(), state, self.time.text, self.reason.text)
