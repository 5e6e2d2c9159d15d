"""Noting that somebody has asked: who, for what, and the day on which it came in, from which the month runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from onemm_desktop.programme.rights import Person
from onemm_desktop.views.rights import words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import SECONDARY_ROLE, Card, Choice, Flow, PrimaryButton, SearchField, Text
from onemm_desktop.views.widgets.cells import NameCell

#: Typed letters in, people out; quick enough for every key.
Find = Callable[[str], tuple[Person, ...]]


class Asking(Card):
    """The form. ``noted`` carries (person, what was asked, the day)."""

    noted = Signal(str, str, object)

    def __init__(self, find: Find, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Somebody has asked"))
        self._find = find
        self.field = SearchField(self.tr("Type the person’s name or reference"), self)
        self.field.searched.connect(self._search)
        self.people = QListWidget(self)
        self.people.setAccessibleName(self.tr("People found"))
        self.people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.people.setItemDelegate(NameCell(self.people))
        self.people.setUniformItemSizes(True)
        self.people.hide()
        self.field.drive(self.people)
        self._nobody = Text(self.tr("Nobody found on this laptop. Try a part of the name."), "small", self)
        self._nobody.hide()
        self.asked = Choice(self.tr("What they ask for"), self)
        for code, word in words.asked().items():
            self.asked.addItem(word, code)
        self.day = QDateEdit(QDate(today.year, today.month, today.day), self)
        self.day.setAccessibleName(self.tr("The day it came in"))
        self.day.lineEdit().setAccessibleName(self.day.accessibleName())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMMM yyyy")
        self.day.setLocale(QLocale())
        self.day.setMaximumDate(self.day.date())
        self.note = PrimaryButton(self.tr("Note the request"), self)
        self.note.setEnabled(False)
        self.note.clicked.connect(self._note)
        self.people.currentRowChanged.connect(lambda row: self.note.setEnabled(row >= 0))
        self.field.returnPressed.connect(self._note)
        self._lay_out()

    @property
    def chosen(self) -> tuple[str, str]:
        """What is asked for, and the day it came in as ISO 8601, as chosen so far."""
        return self.asked.currentData(), self.day.date().toString(Qt.DateFormat.ISODate)

    def choose(self, asked: str, day: str) -> None:
        """Choose these again."""
        self.asked.setCurrentIndex(max(self.asked.findData(asked), 0))
        self.day.setDate(QDate.fromString(day, Qt.DateFormat.ISODate))

    def clear(self) -> None:
        """Ready for the next; the day stays today's."""
        self.field.clear_text()

    def _lay_out(self) -> None:
        for one in (self.field, self.people, self._nobody):
            self.body.addWidget(one)
        row = Flow(spacing=12)
        row.add(_labelled(self.asked, self))
        row.add(_labelled(self.day, self))
        self.body.addLayout(row)
        self.body.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeft)

    def _search(self, text: str) -> None:
        found = self._find(text) if text.strip() else ()
        self.people.clear()
        for person in found:
            item = QListWidgetItem(person.name)
            item.setData(SECONDARY_ROLE, " · ".join(part for part in (person.detail, person.reference) if part))
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            self.people.addItem(item)
        self.people.setVisible(bool(found))
        self.people.setFixedHeight(len(found) * self.people.sizeHintForRow(0) + scaled(4))
        self.people.updateGeometry()
        self.people.setCurrentRow(0 if found else -1)
        self.note.setEnabled(bool(found))
        self._nobody.setVisible(bool(text.strip()) and not found)

    def _note(self) -> None:
        item = self.people.currentItem()
        if item is not None:
            day = self.day.date()
            received = date(day.year(), day.month(), day.day())
            self.noted.emit(item.data(Qt.ItemDataRole.UserRole), self.asked.currentData(), received)


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
