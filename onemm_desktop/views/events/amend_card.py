"""Saying something else of a person after the register was closed, and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.roster import Part, Row
from onemm_desktop.views import sentences
from onemm_desktop.views.events.words import session_word
from onemm_desktop.views.people import words
from onemm_desktop.views.widgets import Card, Choice, Field, Flow, SecondaryButton, Text
from onemm_wire.records.training import MarkState

_STATES: tuple[MarkState, ...] = ("present", "late", "left_early", "apologies", "excused", "no_notice")


@dataclass(frozen=True, slots=True)
class Said:
    """An amendment as it was typed; without ``session_id`` it is about the whole event."""

    attendee: str
    name: str
    state: MarkState
    session_id: str | None
    time: str
    reason: str


class SessionChoice(Choice):
    """Which session is meant: nobody guesses, so nothing is chosen at first. Hidden for an event that is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Which session"), parent)
        self._parts: tuple[Part, ...] = ()
        self.hide()

    @property
    def chosen(self) -> bool:
        """Whether it is known which session is meant."""
        return not self._parts or self.currentIndex() > 0

    @property
    def session_id(self) -> str | None:
        """The session that is meant; None for all of them."""
        return self.currentData() or None

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these sessions, if there is more than one; the same one stays chosen while it is one of them."""
        parts = parts if len(parts) > 1 else ()
        if parts != self._parts:
            held = self.currentData()
            self._parts = parts
            self.clear()
            self.addItem(self.tr("Choose the session"))
            self.addItem(self.tr("All sessions"), "")
            for part in parts:
                self.addItem(session_word(part), part.id)
            self.setCurrentIndex(0 if held is None else max(0, self.findData(held)))
        self.setVisible(bool(parts))


class AmendCard(Card):
    """``amended`` with what is to be said, once somebody pressed the button; which session is asked for where an event
    has several.
    """

    amended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Amend the closed register"), spacing=8)
        self.person = Choice(self.tr("Who"), self)
        self.session = SessionChoice(self)
        self.state = Choice(self.tr("What is right"), self)
        for code in _STATES:
            self.state.addItem(words.attendance()[code][0], code)
        self.time = Field(self.tr("Time, such as 1012"), self)
        self.reason = Field(self.tr("Why"), self)
        self.which = Text("", "small", self, wrap=True, tone="bad")
        self.which.hide()
        self.amend = SecondaryButton(self.tr("Amend"), self)
        row = Flow(spacing=8)
        for part in (self.person, self.session, self.state, self.amend):
            row.add(part)
        note = self.tr("What was said before stays on record; the amendment is shown as one, with its reason.")
        self.body.addWidget(Text(note, "small", self, wrap=True))
        self.body.addWidget(self.reason)
        self.body.addWidget(self.time)
        self.body.addLayout(row)
        self.body.addWidget(self.which)
        self.amend.clicked.connect(self._amend)
        for field in (self.reason, self.time):
            field.line.returnPressed.connect(self._amend)
        self.session.activated.connect(self.which.hide)

    def show_rows(self, rows: tuple[Row, ...], sessions: tuple[Part, ...]) -> None:
        """Who may be meant, and at which session; the same ones stay chosen."""
        self.session.show_parts(sessions)
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
        self._right()

    def show_wrong(self, problem: Problem, sentence: str) -> None:
        """What stands in the way, at the field that it is about."""
        self._right()
        if problem is Problem.WRONG_VALUE:
            self.time.set_wrong(self.tr("Type hours and minutes, such as 10:12 or 1012."))
        elif problem is Problem.WHICH_SESSION:
            self.which.setText(sentence)
            self.which.show()
            self.session.setFocus()
        else:
            self.reason.set_wrong(sentence)

    def _amend(self) -> None:
        if not self.person.count():
            return
        if not self.session.chosen:
            self.show_wrong(Problem.WHICH_SESSION, sentences.of(KnownError(Problem.WHICH_SESSION)).sentence)
            return
        self.amended.emit(
            Said(
                self.person.currentData(),
                self.person.currentText(),
                self.state.currentData(),
                self.session.session_id,
                self.time.text,
                self.reason.text,
            )
        )

    def _right(self) -> None:
        for field in (self.reason, self.time):
            field.clear_wrong()
        self.which.hide()
