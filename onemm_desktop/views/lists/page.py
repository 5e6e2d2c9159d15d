"""A page with a long list: search as you type, narrow, sort, and the card of one of them at its side.

What a key press costs is searched and painted at once, in the thread of the window; whatever takes longer (reading the
list, sorting, a card) is asked of the reading thread, and the list that stands there goes on working meanwhile.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from onemm_desktop.background import Background, Records
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.listing import Listing, Order, Row
from onemm_desktop.programme.search import Directory
from onemm_desktop.views import sentences
from onemm_desktop.views.go_anywhere import Found as Place
from onemm_desktop.views.lists.controls import Controls, Filter
from onemm_desktop.views.lists.model import ListColumn, ListModel
from onemm_desktop.views.lists.panel import WIDTH, Panel
from onemm_desktop.views.lists.source import Source
from onemm_desktop.views.page import Page
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, EmptyState, SecondaryButton, Table

R = TypeVar("R", bound=Row)

#: Below this width, in px of the design, the card takes the place of the list instead of standing beside it.
SIDE_BY_SIDE = 900
#: Below this width of the list, its columns that can be spared are left out.
ALL_COLUMNS = 820
#: A card follows the chosen line when the hand has rested on it for this long, in ms.
REST = 120


class ListPage(Page, Generic[R]):
    """Base of Mentors, Young people and Matches. A subclass says what its list shows and fills its card."""

    #: A card of this page was opened from elsewhere: the page wants to come to the front.
    asked_for = Signal()
    #: The id of the record whose card is shown now.
    card_shown = Signal(str)
    #: (kind, record): a name on a card was chosen that belongs to another page.
    followed = Signal(str, str)
    #: (kind, record, name): somebody is worried about whom the open card is about.
    concern_asked = Signal(str, str, str)
    #: (ids): papers are wanted for those who are found now, in the order of the list.
    print_asked = Signal(object)

    def __init__(
        self, background: Background, listing: Listing[R], order: Order, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._background = background
        self.source = Source(listing, background, lambda: day_of(self.desk.now()), order, self)
        self.model = ListModel(self.columns(), self.source.lines, self)
        self.table = Table("", self)
        self.table.setModel(self.model)
        self.table.set_columns(*(column.look for column in self.model.columns))
        sorts = [(column.sort, column.title) for column in self.model.columns if column.sort]
        self.controls = Controls(self.search_hint(), self.filters(), sorts, self)
        self.panel = self.make_panel()
        self.panel.setParent(self)
        self.panel.hide()
        self.nobody = EmptyState("groups", "", "", parent=self)
        self.print_these = SecondaryButton(self.tr("Print for these…"), self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._lay_out_list()
        self._connect()
        self._say_order()

    @property
    def desk(self) -> Desk:
        """Who works here. A page is only made once the laptop is enrolled."""
        desk = self._background.desk
        if desk is None:
            raise RuntimeError("a list needs a desk: somebody who looks at it")
        return desk

    # --- what a subclass says --------------------------------------------------------------------------------------

    @abstractmethod
    def columns(self) -> Sequence[ListColumn[R]]:
        """The columns, from the left."""

    @abstractmethod
    def filters(self) -> Sequence[Filter]:
        """What the list can be narrowed by."""

    @abstractmethod
    def search_hint(self) -> str:
        """What the empty search field says."""

    @abstractmethod
    def facts(self, directory: Directory) -> str:
        """The line beneath the title."""

    @abstractmethod
    def nothing_yet(self) -> tuple[str, str]:
        """Title and sentence of a list with nobody in it: what to do first."""

    @abstractmethod
    def make_panel(self) -> Panel:
        """The card at the side."""

    @abstractmethod
    def read_card(self, record: str) -> Callable[[Records], Any]:
        """The query for one card."""

    @abstractmethod
    def fill_card(self, card: Any) -> None:
        """Show a card in the panel."""

    @abstractmethod
    def card_concerns(self, change: Change) -> bool:
        """Whether a change may alter the card that is open."""

    @abstractmethod
    def named(self, line: R) -> tuple[str, str]:
        """Title and subtitle of a line, for Ctrl+K."""

    @abstractmethod
    def amend(self, kind: str, record: str, field: str, text: str) -> Callable[[Records], Change]:
        """The verb that puts a field right."""

    def prepare(self, session: Records) -> None:
        """Read what is needed to word the filters; a few hundred names at most. Override where there is anything."""

    def offer_papers(self) -> None:
        """Show the button that leads to the print centre with those who are found. For lists of people."""
        self.add_button(self.print_these)
        self.print_these.clicked.connect(self.print_found)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_found)

    # --- what the window calls -------------------------------------------------------------------------------------

    def shown(self) -> None:
        """Read the list if it is out of date, and wait for a name."""
        self.source.refresh()
        self.controls.field.setFocus()

    def place(self) -> dict[str, Any]:
        return {"search": self.controls.field.text(), "card": self.panel.record if self.panel.isVisibleTo(self) else ""}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.controls.field.setText(place["search"])
        self.search()
        if place["card"]:
            self._read_card(place["card"])

    def changed(self, change: Change) -> None:
        """The window tells the page in front alone. A list hears of every change itself: it is kept while hidden."""

    def find_records(self, text: str, limit: int = 6) -> list[Place]:
        """For Ctrl+K. Empty until the list has been read, which this asks for."""
        if not self.source.loaded:
            self.source.refresh()
        directory = self.source.directory
        keys = [directory.keys[place] for place in directory.find(text).positions[:limit]] if text.strip() else []
        lines = {line.key: line for line in self.source.lines(keys)}
        found = [lines[key] for key in keys if key in lines]
        return [Place(*self.named(line), partial(self.open_record, line.id)) for line in found]

    def open_record(self, record: str) -> None:
        """Come to the front with this card open, wherever its line stands; the list stays as it is."""
        self.asked_for.emit()
        self._read_card(record)

    # --- hands -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisibleTo(self):
            self.close_card()
        else:
            super().keyPressEvent(event)

    def open_card(self) -> None:
        """Open the card of the chosen line."""
        line = self.model.line(self.table.currentIndex().row())
        if line is not None:
            self._read_card(line.id)

    def close_card(self) -> None:
        """Give the list its whole width back."""
        self.panel.hide()
        self._arrange()
        self.controls.field.setFocus()

    def search(self) -> None:
        """Show who is found, the first one chosen: Enter opens that card."""
        directory = self.source.directory
        found = directory.find(self.controls.text, self.controls.chosen)
        self.model.show(directory, found)
        self.controls.say_found(found, len(directory))
        self._stack.setCurrentWidget(self.table if found.positions else self.nobody)
        self.print_these.setEnabled(bool(found.positions))
        if found.positions:
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self._say_nobody()

    def print_found(self) -> None:
        """Ask for papers for everybody who is found, in the order of the list."""
        keys = self.model.keys
        if keys:
            ask = partial(self.source.listing.ids, keys=keys)
            self._background.read(ask, self.print_asked.emit, self._card_failed, owner=self)

    def sort(self, column: str) -> None:
        """Sort by a column; once more turns the order round."""
        now = self.source.order
        self.source.sort(Order(column, now.column == column and not now.descending))
        self._say_order()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self._save_typed()  # before the window's owner stops the writing
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._save_typed()

    # --- its own ---------------------------------------------------------------------------------------------------

    def _lay_out_list(self) -> None:
        self._list = Card(self, padding=(14, 14), spacing=6)
        self._list.body.addWidget(self.controls)
        self._stack = QStackedWidget(self._list)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nobody)
        self._list.body.addWidget(self._stack, 1)
        self._row = QHBoxLayout()
        self._row.addWidget(self._list, 1)
        self._row.addWidget(self.panel)
        self.body.addLayout(self._row, 1)

    def _connect(self) -> None:
        self.controls.searched.connect(self.search)
        self.controls.narrowed.connect(self.search)
        self.controls.sorted_by.connect(self.sort)
        self.controls.field.returnPressed.connect(self.open_card)
        self.controls.field.drive(self.table)
        self.table.clicked.connect(self.open_card)
        self.table.opened.connect(self.open_card)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._head_clicked)
        self._background.changed.connect(self._heard)
        self.source.refilled.connect(self._refilled)
        self.source.touched.connect(self._touched)
        self.panel.closed.connect(self.close_card)
        self.panel.followed.connect(self.followed)
        self.panel.concern_asked.connect(self.concern_asked)
        self.panel.amended.connect(self._amended)
        self.went_back.connect(self.close_card)
        self._rest.timeout.connect(self.open_card)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.controls.field.setFocus)

    def _heard(self, change: Change) -> None:
        """Repaint the lines that were touched; read everybody anew only where it cannot be told who was."""
        if self.source.concerns(change):
            if change.everything:
                self.source.outdate()
                self.model.forget()
                if self.isVisible():
                    self.source.refresh()
            else:
                self.source.follow(change)
        if self.panel.record and self.panel.isVisibleTo(self) and self.card_concerns(change):
            self._read_card(self.panel.record)

    def _save_typed(self) -> None:
        for editor in self.panel.editors.values():
            editor.save()

    def _refilled(self) -> None:
        """Everybody may stand elsewhere: find again, and let the chosen line stay chosen."""
        chosen = self.model.key_at(self.table.currentIndex().row()) if self.table.currentIndex().isValid() else None
        self.model.forget()
        self._background.look(self.prepare)
        self.controls.offer(self.source.directory)
        self._say_facts()
        self.search()
        row = self.model.row_of(chosen) if chosen is not None else -1
        if row > 0:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _touched(self) -> None:
        self.model.forget()
        self._say_facts()

    def _say_facts(self) -> None:
        """Where there is nobody, there is nothing to count, to look for or to narrow: the hand rests on the reason."""
        anybody = len(self.source.directory) > 0
        if not anybody and self.controls.field.hasFocus():
            self._stack.setCurrentWidget(self.nobody)
            self.nobody.setFocus()
        elif anybody and self.nobody.hasFocus():
            self.controls.field.setFocus()
        self.controls.setVisible(anybody)
        self.set_facts(self.facts(self.source.directory) if anybody else "")

    def _say_nobody(self) -> None:
        if not self.source.loaded:
            self.nobody.set_words("", "")
        elif len(self.source.directory):
            self.nobody.set_words(
                self.tr("Nobody found"), self.tr("Try fewer letters, or take the filters away. Esc clears the search.")
            )
        else:
            self.nobody.set_words(*self.nothing_yet())

    def _say_order(self) -> None:
        order = self.source.order
        column = next(place for place, one in enumerate(self.model.columns) if one.sort == order.column)
        direction = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(column, direction)
        self.controls.show_sort(order.column)

    def _head_clicked(self, column: int) -> None:
        if self.model.columns[column].sort:
            self.sort(self.model.columns[column].sort)
        else:
            self._say_order()

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self.panel.isVisibleTo(self):
            self._rest.start()

    def _read_card(self, record: str) -> None:
        self._rest.stop()
        self._background.read(self.read_card(record), self._show_card, self._card_failed, owner=self)

    def _show_card(self, card: Any) -> None:
        self.fill_card(card)
        self.bar.dismiss()
        self.panel.show()
        self._arrange()
        self.card_shown.emit(self.panel.record)

    def _card_failed(self, error: KnownError) -> None:
        self.panel.hide()
        self._arrange()
        self.bar.show_message(sentences.of(error).sentence)

    def _amended(self, kind: str, record: str, field: str, text: str) -> None:
        self._background.write(
            self.amend(kind, record, field, text),
            label="details_changed",
            values={"name": self.panel.title},
            initiator=self,
            failed=partial(self._not_saved, field),
        )

    def _not_saved(self, field: str, error: KnownError) -> None:
        self.panel.editors[field].not_saved()
        self.bar.show_message(sentences.of(error).sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        """The card beside the list where both have room, else in its place."""
        opened = self.panel.isVisibleTo(self)
        beside = self.width() >= scaled(SIDE_BY_SIDE)
        self._list.setVisible(beside or not opened)
        self.set_back(self.title if opened and not beside else "")
        self.panel.setMaximumWidth(scaled(WIDTH) if beside else 16_777_215)
        self.panel.setMinimumWidth(scaled(WIDTH) if beside else 0)
        spare = {place for place, column in enumerate(self.model.columns) if not column.always}
        room = self.width() - (scaled(WIDTH) if opened and beside else 0)
        self.table.hide_columns(spare if room < scaled(ALL_COLUMNS) else ())
        self._row.setSpacing(scaled(16))
