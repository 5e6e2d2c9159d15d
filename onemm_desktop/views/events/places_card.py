"""Who has a place at an event, and what can be done about one: booking, giving up, promoting, moving, reminding."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.event_board import Board, Found, Place
from onemm_desktop.views.events import step_words
from onemm_desktop.views.events.lines_model import Line, LinesModel
from onemm_desktop.views.people import words as people_words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.value_words import code_word
from onemm_desktop.views.when import short_day
from onemm_desktop.views.widgets import (
    SECONDARY_ROLE,
    Card,
    Choice,
    Column,
    Flow,
    SearchField,
    SecondaryButton,
    Table,
    Text,
)
from onemm_desktop.views.widgets.cells import NameCell


class PlacesCard(Card):
    """Emits what is asked for a mentor; ``name`` goes with it, for the sentence of Ctrl+Z."""

    #: (mentor, name)
    booked = Signal(str, str)
    given_up = Signal(str, str)
    promoted = Signal(str, str)
    #: (mentor, name, event)
    moved = Signal(str, str, str)
    #: (mentor, name, answer)
    reminded = Signal(str, str, str)

    def __init__(self, find: Callable[[str], tuple[Found, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(14, 12), spacing=8)
        self._find = find
        self._board: Board | None = None
        headings = (self.tr("Name"), self.tr("Beforehand"), self.tr("Reminder"), self.tr("Place"))
        self.model = LinesModel(headings, self)
        self.table = Table(self.tr("Places at this event"), self)
        self.numbers = Text("", "strong", self, wrap=True)
        self.field = SearchField(self.tr("Type a name to book somebody"), self)
        self.people = QListWidget(self)
        self.give_up = SecondaryButton(self.tr("Give up the place"), self)
        self.promote = SecondaryButton(self.tr("Give a free place"), self)
        self.coming = SecondaryButton(self.tr("Is coming"), self)
        self.silent = SecondaryButton(self.tr("No answer"), self)
        self.target = Choice(self.tr("Event to move to"), self)
        self.move_there = SecondaryButton(self.tr("Move there"), self)
        self._build()

    def show_board(self, board: Board) -> None:
        """Show these places, the same person chosen as before."""
        before = self._chosen()
        self._board = board
        self.numbers.setText(step_words.numbers(board))
        self.model.show_lines([self._line(place) for place in board.places])
        if board.places:
            self.table.setCurrentIndex(self.model.index_of(before.mentor if before else ""))
        held = self.target.currentData()
        self.target.clear()
        for other in board.others:
            self.target.addItem(f"{short_day(day_of(other.starts_at))} · {other.title}", other.id)
        self.target.setCurrentIndex(max(0, self.target.findData(held)))
        self.field.setVisible(board.takes_bookings)
        self._enable()

    def _line(self, place: Place) -> Line:
        missing = self.tr("{missing} of {of} missing").format(missing=place.missing, of=place.of)
        beforehand = missing if place.missing else (self.tr("Complete") if place.of else "")
        asked = "" if place.confirmed == "not_asked" else code_word("booking", "confirmed", place.confirmed)
        word, tone = people_words.attendance()[place.state]
        if place.turn:
            word = self.tr("Waiting, {turn}").format(turn=place.turn)
        beneath = " · ".join(part for part in (place.organisation, place.note) if part)
        return Line(place.mentor, place.name, beneath, (beforehand, asked), (word, tone))

    def _chosen(self) -> Place | None:
        line = self.model.line_at(self.table.currentIndex())
        places = self._board.places if self._board else ()
        return next((place for place in places if line and place.mentor == line.key), None)

    def _enable(self) -> None:
        board, place = self._board, self._chosen()
        open_for = board is not None and board.takes_bookings
        has = open_for and place is not None and place.state in ("booked", "waitlisted")
        waits = has and place is not None and place.state == "waitlisted"
        self.give_up.setEnabled(has)
        self.promote.setEnabled(waits and board is not None and board.free > 0)
        for button in (self.coming, self.silent):
            button.setEnabled(has and not waits)
        self.move_there.setEnabled(has and self.target.count() > 0)
        self.target.setEnabled(self.move_there.isEnabled())

    # --- booking -------------------------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        found = self._find(text) if text.strip() else ()
        self.people.clear()
        for one in found:
            item = QListWidgetItem(one.name)
            item.setData(SECONDARY_ROLE, " · ".join(part for part in (one.organisation, one.reference) if part))
            item.setData(Qt.ItemDataRole.UserRole, one.mentor)
            self.people.addItem(item)
        self.people.setVisible(bool(found))
        self.people.setFixedHeight(len(found) * self.people.sizeHintForRow(0) + scaled(4))
        self.people.updateGeometry()
        self.people.setCurrentRow(0 if found else -1)

    def _book(self) -> None:
        item = self.people.currentItem()
        if item is not None:
            self.booked.emit(item.data(Qt.ItemDataRole.UserRole), item.text())
            self.field.clear_text()

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.people.setAccessibleName(self.tr("Mentors found"))
        self.people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.people.setItemDelegate(NameCell(self.people))
        self.people.setUniformItemSizes(True)
        self.people.hide()
        self.field.drive(self.people)
        self.table.setModel(self.model)
        states = tuple(word for word, _ in people_words.attendance().values())
        self.table.set_columns(
            Column("name", "Siân Llewellyn-Pritchard", stretch=2),
            Column("text", self.tr("{missing} of {of} missing").format(missing=2, of=3)),
            Column("text", code_word("booking", "confirmed", "no_answer")),
            Column("pill", states),
        )
        buttons = Flow(spacing=8)
        for part in (self.give_up, self.promote, self.coming, self.silent, self.target, self.move_there):
            buttons.add(part)
        self.body.addWidget(self.numbers)
        self.body.addWidget(self.field)
        self.body.addWidget(self.people)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(buttons)
        self.field.searched.connect(self._search)
        self.field.returnPressed.connect(self._book)
        self.people.itemClicked.connect(lambda _: self._book())
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        self.give_up.clicked.connect(lambda: self._say(self.given_up))
        self.promote.clicked.connect(lambda: self._say(self.promoted))
        self.coming.clicked.connect(lambda: self._say(self.reminded, "confirmed"))
        self.silent.clicked.connect(lambda: self._say(self.reminded, "no_answer"))
        self.move_there.clicked.connect(lambda: self._say(self.moved, self.target.currentData()))

    def _say(self, signal: SignalInstance, *more: str) -> None:
        place = self._chosen()
        if place is not None:
            signal.emit(place.mentor, place.name, *more)
