"""The walk-in's four fields, above the table. Not a dialog: the register stays in sight, and typed text is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.likely import Alike
from onemm_desktop.views import sentences
from onemm_desktop.views.register import words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Field, Flow, LinkButton, SecondaryButton, Text


class WalkInPanel(Card):
    """Name, e-mail or phone, organisation, consent. Enter adds from any of them, Esc closes and forgets nothing."""

    #: (name, contact, organisation, consent)
    added = Signal(str, str, str, bool)
    #: (name, contact) as typed so far, to look for a card.
    typed = Signal(str, str)
    #: (mentor, name): the card of the person who stands here was found.
    recognised = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(14, 12), quiet=True, spacing=8)
        self.setAccessibleName(self.tr("Walk-in"))
        self.name = Field(self.tr("Name"), self)
        self.contact = Field(self.tr("E-mail or phone"), self)
        self.organisation = Field(self.tr("Organisation"), self)
        self.consent = QCheckBox(self.tr("May we keep these details?"), self)
        self.add = SecondaryButton(self.tr("Add as present"), self, hint="Enter")
        self.close_panel = LinkButton(self.tr("Close"), self, hint="Esc")
        self._alike = Text("", "small", self, wrap=True)
        self.recognise = SecondaryButton(self.tr("It is this person"), self)
        self._known: Alike | None = None
        self._lay_out()
        self.add.clicked.connect(self._submit)
        self.close_panel.clicked.connect(self.dismiss)
        for field in (self.name, self.contact):
            field.line.textEdited.connect(self._tell_typed)
        self.consent.toggled.connect(self.contact.clear_wrong)
        self.recognise.clicked.connect(self._say_recognised)
        self.show_alike(())
        self.hide()

    def open(self, name: str = "") -> None:
        """Show the panel with what was typed before; an empty name takes what was searched for."""
        if name and not self.name.text:
            self.name.line.setText(name)
            self._tell_typed()
        self.show()
        self.name.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.line.end(False)

    def dismiss(self) -> None:
        """Hide the panel; what was typed is there when it opens again."""
        self.hide()
        self.closed.emit()

    def clear(self) -> None:
        """Empty all fields: the person was added."""
        for field in (self.name, self.contact, self.organisation):
            field.line.clear()
            field.clear_wrong()
        self.consent.setChecked(False)
        self.show_alike(())

    def show_alike(self, mentors: Sequence[Alike]) -> None:
        """Say that somebody with a card may be this very person."""
        self._known = mentors[0] if mentors else None
        for part in (self._alike, self.recognise):
            part.setVisible(self._known is not None)
        if self._known is not None:
            place = f", {self._known.organisation}" if self._known.organisation else ""
            sentence = self.tr("{name}{place} is already a mentor here.")
            said = [sentence.format(name=self._known.name, place=place), words.evidence(self._known.evidence)]
            others = ", ".join(one.name for one in mentors[1:])
            if others:
                said.append(self.tr("Or: {names}.").format(names=others))
            self._alike.setText(" ".join(part for part in said if part))

    def show_error(self, error: KnownError) -> None:
        """Say what is missing, beside the field it is missing from."""
        field = self.contact if error.problem is Problem.MISSING_CONSENT else self.name
        field.set_wrong(sentences.of(error).sentence)
        (self.consent if field is self.contact else field.line).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        else:
            super().keyPressEvent(event)

    def _tell_typed(self) -> None:
        self.typed.emit(self.name.text, self.contact.text)

    def _submit(self) -> None:
        self.added.emit(self.name.text, self.contact.text, self.organisation.text, self.consent.isChecked())

    def _say_recognised(self) -> None:
        if self._known is not None:
            self.recognised.emit(self._known.mentor, self._known.name)

    def _lay_out(self) -> None:
        fields = Flow(spacing=12)
        for field in (self.name, self.contact, self.organisation):
            fields.add(field, stretch=True)
        last = Flow(spacing=12)
        last.add(self.consent, stretch=True)
        last.add(self.close_panel)
        last.add(self.add)
        known = QHBoxLayout()
        known.setSpacing(scaled(12))
        known.addWidget(self._alike, 1)
        known.addWidget(self.recognise)
        column = QVBoxLayout()
        column.setSpacing(scaled(8))
        for row in (fields, known, last):
            column.addLayout(row)
        self.body.addLayout(column)
