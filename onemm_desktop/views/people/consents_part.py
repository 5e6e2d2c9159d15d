"""Consents on a card: what holds for each purpose, and a small form to write one down or take one back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDateEdit, QVBoxLayout, QWidget

from onemm_desktop.programme.consents import GIVERS, METHODS, PURPOSES, Standing
from onemm_desktop.views.lists.parts import Line, Lines
from onemm_desktop.views.people import consent_words, words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Choice, Field, Flow, LinkButton, SecondaryButton, Text


@dataclass(frozen=True, slots=True)
class Written:
    """What the form says. Of a withdrawal only the purpose, who, and the day count."""

    withdrawal: bool
    purpose: str
    given_by: str
    giver_name: str
    informed: bool
    method: str
    wording: str
    given_on: date
    valid_until: date | None


class ConsentsPart(QWidget):
    """One line a purpose; beneath them two ways to a form, which closes when what it says is saved."""

    #: A ``Written``.
    written = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, young: bool) -> None:
        super().__init__(parent)
        self._young = young
        self._withdrawal = False
        self._lines = Lines(self)
        self.agree = LinkButton(self.tr("Record a consent"), self)
        self.agree.clicked.connect(lambda: self.open_form(withdrawal=False))
        self.take_back = LinkButton(self.tr("Record a withdrawal"), self)
        self.take_back.clicked.connect(lambda: self.open_form(withdrawal=True))
        self._form = QWidget(self)
        self._make_form()
        self._lay_out()
        self._form.hide()

    def show_consents(self, standings: Sequence[Standing], *, editable: bool, today: date, afresh: bool) -> None:
        """Show what holds. ``afresh``: this is another card, so that a form half filled in for the last one closes."""
        names = consent_words.purposes()
        self._lines.show_lines(
            [
                Line(names[one.purpose], consent_words.detail(one), consent_words.pill(one))
                for one in standings
            ]
        )  # fmt: skip
        if afresh:
            self.close_form()
            self.day.setMaximumDate(QDate(today.year, today.month, today.day))
            self.day.setDate(self.day.maximumDate())
            self.until.setDate(self.day.maximumDate().addYears(1))
        for button in (self.agree, self.take_back):
            button.setProperty("flush", True)  # in line with the words above
            button.setVisible(editable)

    def open_form(self, *, withdrawal: bool) -> None:
        """Ask what is needed to write a consent down, or a withdrawal, and put the hand on the first of it."""
        self._withdrawal = withdrawal
        for part in self._only_agreeing:
            part.setVisible(not withdrawal)
        self.informed.setVisible(not withdrawal and self._young)
        self.save.setText(self.tr("Withdraw") if withdrawal else self.tr("Save the consent"))
        self.wrong.hide()
        self._form.show()
        self.purpose.setFocus()

    def close_form(self) -> None:
        """It is saved, or not wanted: nothing that was typed stays for somebody else."""
        self._form.hide()
        self.giver.line.clear()
        self.informed.setChecked(False)
        self.ends.setChecked(False)

    def not_saved(self, sentence: str) -> None:
        """Say what is wrong where it is; everything typed stays."""
        self.wrong.setText(sentence)
        self.wrong.set_tone("bad")
        self.wrong.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form.isVisibleTo(self):
            self.close_form()
            self.agree.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._form.isVisibleTo(self):
            self._save()
        else:
            super().keyPressEvent(event)

    def _make_form(self) -> None:
        form = self._form
        self.purpose = _choice(self.tr("What for"), PURPOSES, consent_words.purposes(), form)
        givers = GIVERS if self._young else GIVERS[:1]
        self.given_by = _choice(self.tr("Who says so"), givers, consent_words.givers(), form)
        if self._young:
            self.given_by.setCurrentIndex(GIVERS.index("parent_carer"))
        self.giver = Field(self.tr("Name of who agrees"), form)
        self.method = _choice(self.tr("How"), METHODS, consent_words.methods(), form)
        self.wording = Field(self.tr("Version of the wording"), form)
        self.day = _day(self.tr("On which day"), form)
        self.ends = QCheckBox(self.tr("It ends on a day"), form)
        self.until = _day(self.tr("Last day"), form)
        self.until.hide()
        self.ends.toggled.connect(self.until.setVisible)
        self.informed = QCheckBox(self.tr("The young person has been told"), form)
        self.save = SecondaryButton(self.tr("Save the consent"), form)
        self.save.clicked.connect(self._save)
        self.wrong = Text("", "small", form, wrap=True)
        self._rows = [_labelled(self.purpose, form), _labelled(self.given_by, form), self.giver]
        how = _labelled(self.method, form)
        self._rows += [how, self.wording, _labelled(self.day, form), self.ends, self.until, self.informed]
        self._only_agreeing: list[QWidget] = [self.giver, how, self.wording, self.ends]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        for part in (*self._rows, self.wrong, self.save):
            column.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(scaled(8))
        whole.addWidget(self._lines)
        ways = Flow(spacing=12)
        ways.add(self.agree)
        ways.add(self.take_back)
        whole.addLayout(ways)
        whole.addWidget(self._form)

    def _save(self) -> None:
        self.wrong.hide()
        self.written.emit(
            Written(
                withdrawal=self._withdrawal,
                purpose=self.purpose.currentData(),
                given_by=self.given_by.currentData(),
                giver_name=self.giver.text,
                informed=self.informed.isChecked(),
                method=self.method.currentData(),
                wording=self.wording.text,
                given_on=_of(self.day),
                valid_until=_of(self.until) if self.ends.isChecked() else None,
            )
        )


def _choice(name: str, codes: Sequence[str], table: dict[str, str], parent: QWidget) -> Choice:
    choice = Choice(name, parent)
    for code in codes:
        choice.addItem(words.word(table, code), code)
    return choice


def _day(name: str, parent: QWidget) -> QDateEdit:
    day = QDateEdit(parent)
    day.setAccessibleName(name)
    day.lineEdit().setAccessibleName(name)
    day.setCalendarPopup(True)
    day.setDisplayFormat("d MMMM yyyy")
    day.setLocale(QLocale())
    return day


def _of(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())


def _labelled(part: QWidget, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(4))
    name = Text(part.accessibleName(), "strong", box)
    name.setBuddy(part)
    column.addWidget(name)
    column.addWidget(part)
    return box
