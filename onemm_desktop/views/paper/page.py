"""A signed sheet is keyed in: one field, Enter for each row, in the order of the paper. What was said stays said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from onemm_desktop.background import Background, Records
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk
from onemm_desktop.programme import sheets
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.roster import Roster, roster
from onemm_desktop.programme.sheets import Line, Printed
from onemm_desktop.views import sentences
from onemm_desktop.views.page import Page
from onemm_desktop.views.paper import words
from onemm_desktop.views.paper.model import Col, SheetModel
from onemm_desktop.views.register.words import UNDO_LABELS, state_samples, state_words
from onemm_desktop.views.when import long_day, moment
from onemm_desktop.views.widgets import Card, Choice, Column, EmptyState, Field, Table, Text


@dataclass(frozen=True, slots=True)
class _Open:
    """What is on the page: an event's sheets, and the rows of the one that is keyed in."""

    roster: Roster
    printed: tuple[Printed, ...]
    sheet: Printed | None
    lines: tuple[Line, ...]


class KeyInPage(Page):
    """``open`` says for which event. The newest sheet is offered; a scanned code chooses its own."""

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Key in a signed sheet"), parent)
        self._background = background
        self._desk = desk
        self._event = ""
        self._number = 0
        self._doubted: tuple[int, str] | None = None
        self.set_back(self.tr("Back"))
        self.which = Choice(self.tr("Which sheet"), self)
        self.which.activated.connect(self._choose)
        self._buttons.add(self.which)
        self.model = SheetModel(self)
        self.table = Table(self.tr("Rows of the sheet"), self)
        self.entry = Field(self.tr("What stands in this row"), self, help_text=words.help_line())
        self.entry.line.returnPressed.connect(self._enter)
        self.entry.line.installEventFilter(self)
        self.note = Text("", "small", self, wrap=True)
        self._build()

    def open(self, event: str) -> None:
        """Choose the event whose sheets are keyed in when the page comes to the front."""
        if event != self._event:
            self._event, self._number, self._doubted = event, 0, None
            self.entry.line.clear()

    def place(self) -> dict[str, Any]:
        return {"event": self._event, "number": self._number, "row": self.table.currentIndex().row()}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self._number = place["number"]
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        self.note.setText("")
        self._read()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, change: Change) -> None:
        if change.concerns("attendance_mark", "walk_in", "booking", "mentor", "event"):
            self._read()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move along the paper while the hands stay in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self._go(self.table.currentIndex().row() + step)
                return True
        return super().eventFilter(watched, event)

    # --- reading -------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        if self._event:
            ask = partial(_read, event=self._event, number=self._number, desk=self._desk)
            self._background.read(ask, self._show, self._say_problem, owner=self)

    def _show(self, found: _Open) -> None:
        if found.roster.event != self._event:
            return  # another event was opened while this one was read
        event = found.roster
        self.set_facts(f"{event.title} — {event.venue} · {long_day(day_of(event.starts_at))}")
        self.which.clear()
        for sheet in found.printed:
            when = moment(sheet.printed_at, self._desk.now())
            self.which.addItem(
                self.tr("Sheet {number}, printed {when}").format(number=sheet.number, when=when), sheet.number
            )
        self._below.setCurrentWidget(self.table if found.sheet else self._nothing)
        self.entry.setEnabled(found.sheet is not None and event.editable)
        self.which.setEnabled(len(found.printed) > 1)
        if found.sheet is None:
            return
        self._number = found.sheet.number
        self.which.setCurrentIndex(self.which.findData(self._number))
        self.model.show_lines(found.lines)
        if not self.table.currentIndex().isValid():
            self._go(0)
        elif self.entry.isEnabled() and self.focusWidget() is None:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        self._number = self.which.currentData()
        self._doubted = None
        self._go(0)
        self._read()

    # --- keying in -----------------------------------------------------------------------------------------------

    def _enter(self) -> None:
        typed = self.entry.text
        line = self.model.line_at(self.table.currentIndex())
        if line is None:
            return
        if not typed:
            self._go(line.row)  # the next one: rows count from 1, lines of a table from 0
        elif typed.upper().startswith(f"{sheets.PREFIX}/"):
            self._background.read(partial(sheets.find, scanned=typed), self._found, self._wrong, owner=self)
        elif typed.startswith("#"):
            self._jump(typed[1:].strip())
        else:
            self._key(line, typed)

    def _found(self, sheet: Printed) -> None:
        self.open(sheet.event)
        self._number = sheet.number
        self.entry.line.clear()
        self._go(0)
        self._read()

    def _jump(self, typed: str) -> None:
        if typed.isdecimal() and 1 <= int(typed) <= self.model.rowCount():
            self.entry.line.clear()
            self._go(int(typed) - 1)
        else:
            rows = self.model.rowCount()
            self.entry.set_wrong(self.tr("There is no row {row}: this sheet ends with row {last}.").format(
                row=typed, last=rows
            ))  # fmt: skip

    def _key(self, line: Line, typed: str) -> None:
        try:
            written = sheets.read_row(typed, letters=words.letters(), blank=not line.attendee)
        except KnownError as error:
            self._wrong(error)
            return
        again = self._doubted == (line.row, typed)
        self._doubted = None
        name = line.name or written.name
        self._background.write(
            partial(sheets.key, event=self._event, number=self._number, row=line.row, written=written, replace=again),
            label="walk_in_added" if not line.attendee else UNDO_LABELS[written.state],
            values={"name": name},
            initiator=self,
            then=partial(self._keyed, line.row, name),
            failed=partial(self._refused, line, typed),
        )

    def _keyed(self, row: int, name: str, _attendee: str) -> None:
        self.entry.line.clear()
        self.note.setText(self.tr("Row {row}: {name} is written down.").format(row=row, name=name))
        self._go(row)

    def _refused(self, line: Line, typed: str, error: KnownError) -> None:
        if error.problem is not Problem.ALREADY_SAID:
            self._wrong(error)
            return
        self._doubted = (line.row, typed)
        stands = state_words(line.state, line.at)
        where = words.source(line)
        self.entry.set_wrong(
            self.tr("{name}: “{state}” was said already, {where}. Enter once more replaces it; Down leaves it.").format(
                name=line.name, state=stands, where=where
            )
        )

    def _go(self, index: int) -> None:
        """To a line of the table, as far as there is one; what was doubted is left as it is."""
        index = max(0, min(index, self.model.rowCount() - 1))
        if index != self.table.currentIndex().row():
            self._doubted = None
            self.entry.clear_wrong()
        self.table.setCurrentIndex(self.model.index(index, Col.NAME))
        line = self.model.line_at(self.table.currentIndex())
        if line is not None:
            self.entry.line.setAccessibleDescription(f"{line.row}: {words.name(line)}")

    def _wrong(self, error: KnownError) -> None:
        if error.problem in (Problem.REGISTER_CLOSED, Problem.NOT_ALLOWED, Problem.NOT_FOUND):
            self._say_problem(error)
        elif error.problem is Problem.WRONG_VALUE:
            self.entry.set_wrong(self.tr("This is no letter or time of a row. {help}").format(help=words.help_line()))
        else:
            self.entry.set_wrong(sentences.of(error).sentence)

    def _say_problem(self, error: KnownError) -> None:
        self.bar.show_message(sentences.of(error).sentence)

    def _build(self) -> None:
        card = Card(self, padding=(14, 14), spacing=8)
        self._nothing = EmptyState(
            "print",
            self.tr("No sheet was printed for this event on this laptop"),
            self.tr("Print it under “Sign-in sheet”; its rows are kept in the order of the paper."),
            parent=card,
        )
        self._below = QStackedWidget(card)
        self._below.addWidget(self.table)
        self._below.addWidget(self._nothing)
        card.body.addWidget(self.entry)
        card.body.addWidget(self._below, 1)
        card.body.addWidget(self.note)
        self.body.addWidget(card, 1)
        self.table.setModel(self.model)
        self.table.set_columns(
            Column("text", "100"),
            Column("name", "Llewellyn-Pritchard", stretch=4),
            Column("text", "Cardiff & Vale", stretch=3),
            Column("pill", state_samples()),
            Column("text", words.source(Line(1, "", "", "", "", None, "kiosk"))),
        )


def _read(session: Records, *, event: str, number: int, desk: Desk) -> _Open:
    held = roster(session, event, now=desk.now(), role=desk.role)
    printed = sheets.of_event(session, event)
    chosen = next((one for one in printed if one.number == number), printed[0] if printed else None)
    return _Open(held, printed, chosen, sheets.lines(session, chosen, held) if chosen else ())
