"""Whom the region phones about a concern: what everybody sees on the form, kept by the leads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.concerns import Phone
from onemm_desktop.views import sentences
from onemm_desktop.views.concerns import words
from onemm_desktop.views.lists.parts import clear
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Choice, Field, Flow, LinkButton, SecondaryButton, Text
from onemm_wire.records.safeguarding import ContactRole


class ContactsCard(Card):
    """``added`` carries (name, role, number, hours), ``ended`` a contact's id."""

    added = Signal(str, str, str, str)
    ended = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Whom to phone"))
        told = self.tr("Everybody in the region sees these on the form, offline too.")
        self.body.addWidget(Text(told, "small", self, wrap=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(8))
        self.body.addLayout(self._lines)
        self.name = Field(self.tr("Name"), self)
        self.phone = Field(self.tr("Telephone number"), self)
        self.hours = Field(self.tr("When to phone there"), self)
        self.role = Choice(self.tr("Who that is"), self)
        for code, text in words.contact_roles().items():
            self.role.addItem(text, code)
        self.add = SecondaryButton(self.tr("Add this number"), self)
        self.add.clicked.connect(self._add)
        fields = Flow(spacing=12, even=True)
        for field in (self.name, self.phone, self.hours):
            fields.add(field)
        self.body.addLayout(fields)
        feet = Flow(spacing=10)
        feet.add(self.role)
        feet.add(self.add)
        self.body.addLayout(feet)

    @property
    def contact_role(self) -> ContactRole:
        """The role that is chosen for the next number."""
        return cast("ContactRole", self.role.currentData())

    def show_phones(self, phones: Sequence[Phone]) -> None:
        """Show the numbers of today."""
        clear(self._lines)
        for phone in phones:
            self._lines.addWidget(self._line(phone))

    def clear(self) -> None:
        """The number was added."""
        for field in (self.name, self.phone, self.hours):
            field.line.clear()
            field.clear_wrong()

    def show_error(self, error: KnownError) -> None:
        """Say what is wrong beside the field it is wrong with."""
        field = self.name if error.problem is Problem.MISSING_NAME else self.phone
        field.set_wrong(sentences.of(error).sentence)
        field.line.setFocus()

    def _add(self) -> None:
        self.added.emit(self.name.text, self.contact_role, self.phone.text, self.hours.text)

    def _line(self, phone: Phone) -> QWidget:
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        said = QVBoxLayout()
        said.setSpacing(0)
        title = f"{phone.name} · {words.unbroken(phone.phone)}"
        said.addWidget(Text(title, "strong", whole, wrap=True))
        said.addWidget(Text(words.contact_role(phone), "small", whole, wrap=True))
        row.addLayout(said, 1)
        away = LinkButton(self.tr("No longer"), whole)
        away.setAccessibleDescription(title)
        away.clicked.connect(partial(self.ended.emit, phone.id))
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return whole
