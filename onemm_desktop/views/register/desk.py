"""The desk: a field, a table, the walk-in's panel. It asks and shows; what is asked for it emits."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from onemm_desktop.programme.likely import Alike
from onemm_desktop.programme.roster import Roster, Row
from onemm_desktop.views.people.words import clearance_samples
from onemm_desktop.views.register import words
from onemm_desktop.views.register.actions import MarkActions
from onemm_desktop.views.register.desk_field import DeskField
from onemm_desktop.views.register.link_panel import LinkPanel
from onemm_desktop.views.register.model import Col, RosterModel
from onemm_desktop.views.register.time_panel import TimePanel
from onemm_desktop.views.register.walk_in_panel import WalkInPanel
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.when import clock
from onemm_desktop.views.widgets import Card, Column, EmptyState, Flow, SecondaryButton, Table, Text

#: Columns that are shown only where the desk is at least so wide, in px of the design.
_WIDTH_NEEDED = {Col.MODULES: 780, Col.ORGANISATION: 620}


class RegisterDesk(Card):
    """What a trainer works at. Whoever is chosen in the table is meant by every key that marks."""

    #: (attendee, state, name): somebody is to be marked.
    marked = Signal(str, str, str)
    #: (attendee, name): somebody on this register is said to be a person with a card.
    known_asked = Signal(str, str)
    #: (attendee, name, elsewhere): somebody's badge is to be printed, on another printer than the last if so.
    badge_asked = Signal(str, str, bool)
    undo_asked = Signal()
    #: Nobody on the register is called what was typed: is anybody with a card?
    looked_beyond = Signal(str)
    #: Who is in the building?
    building_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(14, 14), spacing=8)
        self._editable = False
        self._wanted = ""
        self._beyond: Alike | None = None
        self.model = RosterModel(self)
        self.search = DeskField(self.tr("Name or badge — Enter marks present"), self)
        self.more = SecondaryButton(self.tr("Mark as…"), self)
        self.add_walk_in = SecondaryButton(self.tr("Add walk-in"), self, hint="F4")
        self.undo = SecondaryButton(self.tr("Undo"), self, hint="Ctrl+Z")
        self.building = SecondaryButton("", self, hint="F8")
        self.walk_in = WalkInPanel(self)
        self.link = LinkPanel(self)
        self.time = TimePanel(self)
        self.table = Table(self.tr("People on this register"), self)
        self.beyond = SecondaryButton("", self, hint="Ctrl+Enter")
        self.beyond.hide()
        self.note = Text("", "small", self, wrap=True)
        self._nobody = EmptyState("person", "", "", parent=self)
        self._actions = MarkActions(self, self.search, self.table)
        self._build()
        self._connect()
        self.show_inside(0)
        self.tell_keys()

    # --- what the page tells it ----------------------------------------------------------------------------------

    def clear(self) -> None:
        """Forget everybody: another register is opened."""
        self._editable = False
        self._forget_beyond()
        self.link.hide()
        self.time.hide()
        self.search.clear()
        self.model.search("")
        self.model.show_rows(())
        self.tell_keys()

    def show_marked(self, roster: Roster, places: Collection[int]) -> None:
        """Show a register in which nothing is new but what is known of the people in these places."""
        self._wanted = ""
        self.model.show_places(roster.rows, places)

    def show_roster(self, roster: Roster) -> None:
        """Show a register as it is now, with the same person chosen as before."""
        chosen = self._wanted or self._chosen_id()
        self._wanted = ""
        if roster.editable != self._editable:
            self._editable = roster.editable
            self.tell_keys()
        self.model.show_rows(roster.rows)
        self._choose(chosen)
        self._actions.set_enabled(roster.editable)
        for button in (self.more, self.add_walk_in, self.undo):
            button.setEnabled(roster.editable)
        self._show_found()

    def show_inside(self, people: int) -> None:
        """The head-count: everybody who is in the building, trainers and helpers too."""
        self.building.set_words(self.tr("In the building: {count}").format(count=people))

    def tell(self, sentence: str) -> None:
        """One sentence at the foot of the desk."""
        self.note.setText(sentence)
        self.note.setAccessibleName(sentence)

    def tell_keys(self) -> None:
        """Say which keys there are; none where nothing can be marked."""
        keys = self.tr("Enter present · Shift+Enter late · Ctrl+E left early · more under “Mark as…”")
        self.tell(keys if self._editable else "")

    def next_person(self, attendee: str = "") -> None:
        """Ready for the next in the queue: nothing typed, the focus where it was, ``attendee`` still in sight."""
        attendee = attendee or self._chosen_id()
        self._forget_beyond()
        if self.search.text():
            self.search.clear()
            self.model.search("")
            self._show_found()
        self._wanted = attendee
        self._choose(attendee)
        if not self.table.hasFocus():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def row_of(self, attendee: str) -> Row | None:
        """Somebody on this register, whether or not the search shows them."""
        return self.model.row_of(attendee)

    def see(self, attendee: str) -> None:
        """Bring somebody into sight who was scanned; what is typed, and where, stays as it is."""
        if not self.search.text():
            self._wanted = attendee
            self._choose(attendee)

    # --- searching -----------------------------------------------------------------------------------------------

    def show_beyond(self, typed: str, found: Sequence[Alike]) -> None:
        """Somebody with a card, but without a place here: Enter adds them."""
        if typed != self.search.text() or not found or (self.model.rowCount() and not self.model.nearly):
            return
        self._beyond = found[0]
        place = f", {self._beyond.organisation}" if self._beyond.organisation else ""
        words_on_it = self.tr("Add {name}{place}, who is not booked").format(name=self._beyond.name, place=place)
        self.beyond.set_words(words_on_it)
        self.beyond.setVisible(self.model.rowCount() > 0 and self._editable)
        self._nobody.set_words(
            self.tr("{name}{place} is not booked").format(name=self._beyond.name, place=place),
            self.tr("Enter adds them as present. Is it somebody else? F4 adds a walk-in."),
        )

    def _search(self, typed: str) -> None:
        self._forget_beyond()
        self.model.search(typed)
        if typed.strip():
            self.table.setCurrentIndex(self.model.index(0, 1))
            self.table.scrollToTop()
        self._show_found()

    def _show_found(self) -> None:
        """What the search found; where it found nobody, what to do about it."""
        typed = self.search.text().strip()
        nobody = not self.model.rowCount()
        self._below.setCurrentWidget(self._nobody if nobody else self.table)
        if nobody and typed:
            self._nobody.set_words(
                self.tr("Nobody called “{name}” is on this register").format(name=typed),
                self.tr("Try a part of the name, or press F4 to add a walk-in."),
            )
            self.looked_beyond.emit(self.search.text())
        elif nobody:
            self._nobody.set_words(
                self.tr("Nobody is booked yet"), self.tr("Whoever comes can be added as a walk-in with F4.")
            )
        elif typed and self.model.nearly:
            self.tell(self.tr("Nobody is spelt like that; these come close."))
            self.looked_beyond.emit(self.search.text())

    # --- marking -------------------------------------------------------------------------------------------------

    def _present(self) -> None:
        """Enter. Whoever is in already is not marked again: it says since when."""
        row = self._chosen()
        if row is None and self._beyond is not None:
            self._add_beyond()
        elif row is not None and row.arrived and row.state != "left_early":
            self.tell(words.said_of(row))
            self.next_person()
        else:
            self._mark_chosen("present")

    def _add_beyond(self) -> None:
        """Whoever was found beyond this register came without a place on it."""
        beyond = self._beyond
        if beyond is not None and self._editable:
            self._forget_beyond()
            self.marked.emit(beyond.mentor, "not_yet_booked", beyond.name)

    def _forget_beyond(self) -> None:
        self._beyond = None
        self.beyond.hide()

    def _mark_chosen(self, state: str) -> None:
        row = self._chosen()
        if row is None:
            self.tell(self.tr("Type a name first, or choose a row."))
        elif not self._editable:
            self.tell(words.said_of(row))
        elif row.state == state:
            self.tell(words.said_of(row))
            self.next_person()
        else:
            self.marked.emit(row.attendee, state, row.name)

    def _mark_ticked(self, attendee: str, state: str) -> None:
        row = self.model.row_at(self.model.index_of(attendee))
        self.marked.emit(attendee, state, row.name if row else "")

    def _ask_time(self) -> None:
        row = self._chosen()
        if row is not None:
            self.time.open(row.attendee, row.name, clock(row.at) if row.at is not None else "")

    def _ask_known(self) -> None:
        row = self._chosen()
        if row is not None:
            self.known_asked.emit(row.attendee, row.name)

    def _ask_badge(self, elsewhere: bool) -> None:
        row = self._chosen()
        if row is not None:
            self.badge_asked.emit(row.attendee, row.name, elsewhere)

    def show_known(self, attendee: str, name: str, found: Sequence[Alike] | None) -> None:
        """Those with a card who are like a walk-in; None says that they have one."""
        if found:
            self.link.open(attendee, name, found)
        elif found is None:
            self.tell(self.tr("{name} has a card already.").format(name=name))
        else:
            self.tell(self.tr("Nobody with a card is like {name}.").format(name=name))

    def _chosen(self) -> Row | None:
        return self.model.row_at(self.table.currentIndex())

    def _chosen_id(self) -> str:
        row = self._chosen()
        return row.attendee if row else ""

    def _choose(self, attendee: str) -> None:
        index = self.model.index_of(attendee)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def _open_menu(self, where: QPoint) -> None:
        index = self.table.indexAt(where)
        if index.isValid() and self._editable:
            self.table.setCurrentIndex(index)
            self.more.menu().popup(self.table.viewport().mapToGlobal(where))

    def _open_walk_in(self) -> None:
        self.walk_in.open(self.search.text().strip())

    # --- measuring -----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_columns()

    def _fit_columns(self) -> None:
        """Who it is, whether they may be alone with young people, whether they are in: these stay in sight."""
        hidden = {column for column, least in _WIDTH_NEEDED.items() if self.width() < scaled(least)}
        self.table.hide_columns(hidden)

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.set_columns(
            Column("check"),
            Column("name", "Llewellyn-Pritchard", stretch=4),
            Column("text", "Cardiff & Vale", stretch=4),
            Column("pill", clearance_samples(), stretch=1),
            Column("text", "3 of 3"),
            Column("pill", words.state_samples()),
        )
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.more.setMenu(self._actions.menu(self.more))
        self.search.drive(self.table)
        self.search.leave(self._actions.keys())
        row = Flow(spacing=6)
        row.add(self.search, stretch=True)
        for button in (self.more, self.add_walk_in, self.building, self.undo):
            row.add(button)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.table)
        self._below.addWidget(self._nobody)
        column = QVBoxLayout()
        column.addLayout(row)
        column.addWidget(self.walk_in)
        column.addWidget(self.link)
        column.addWidget(self.time)
        column.addWidget(self._below, 1)
        column.addWidget(self.beyond)
        column.addWidget(self.note)
        self.body.addLayout(column)

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(self._present)
        self.table.opened.connect(self._present)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.model.marked.connect(self._mark_ticked)
        self._actions.asked.connect(self._mark_chosen)
        self._actions.known_asked.connect(self._ask_known)
        self._actions.badge_asked.connect(self._ask_badge)
        self.link.closed.connect(self.search.setFocus)
        self._actions.time_asked.connect(self._ask_time)
        self.time.closed.connect(self.search.setFocus)
        self.add_walk_in.clicked.connect(self._open_walk_in)
        # Not the button's own shortcut: that shows the button pressed for 100 ms first, and a queue is waiting.
        QShortcut(QKeySequence("F4"), self, self.add_walk_in.click)
        self.building.clicked.connect(self.building_asked)
        QShortcut(QKeySequence("F8"), self, self.building.click)
        self.beyond.clicked.connect(self._add_beyond)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._add_beyond)
        self.undo.clicked.connect(self.undo_asked)
        self.walk_in.closed.connect(self.search.setFocus)
