"""The Events page: today, coming or past in a list, one event in the panel, its register one key away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.models import Desk
from onemm_desktop.programme import event_plan, events
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.events import Listing, Phase, Summary
from onemm_desktop.views.events.detail import EventDetail
from onemm_desktop.views.events.model import Col, EventsModel
from onemm_desktop.views.events.words import state_samples
from onemm_desktop.views.page import Page
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Column, EmptyState, SecondaryButton, Table

#: Below this width (in px of the design) the panel stands under the list.
_NARROW = 820
#: Below this width the number of those who came is left to the panel.
_NUMBERS = 640


class EventsPage(Page):
    """All events this laptop holds."""

    register_asked = Signal(str)
    sign_in_sheet_asked = Signal(str)
    event_asked = Signal(str)
    new_asked = Signal()
    preflight_asked = Signal(str)

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Events"), parent)
        self._background = background
        self._desk = desk
        self._listing: Listing | None = None
        self._part: Phase | None = None
        self.model = EventsModel(self)
        self.table = Table(self.tr("Events"), self)
        self.detail = EventDetail(self)
        self.tabs: dict[Phase, SecondaryButton] = {}
        self._empty = EmptyState("calendar_month", "", "")
        self.new = SecondaryButton(self.tr("Plan an event"), self)
        self.new.setVisible(event_plan.may_plan(desk.role))
        self.new.clicked.connect(self.new_asked)
        self.add_button(self.new)
        self._build()

    def shown(self) -> None:
        self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, change: Change) -> None:
        if change.concerns("event", "booking", "attendance_mark", "walk_in"):
            self._read()

    def choose(self, part: Phase) -> None:
        """Show today's, coming or past events."""
        self._part = part
        self.tabs[part].setChecked(True)
        self._show_part()

    def _read(self) -> None:
        ask = partial(events.listing, now=self._desk.now(), drafts=event_plan.may_plan(self._desk.role))
        self._background.read(ask, self._show, owner=self)

    def _show(self, listing: Listing) -> None:
        self._listing = listing
        for part, words in self._part_names().items():
            self.tabs[part].set_words(f"{words}  {len(getattr(listing, part))}")
        self.set_facts(
            self.tr("{today} today · {coming} coming · {past} past").format(
                today=len(listing.today), coming=len(listing.coming), past=len(listing.past)
            )
        )
        self.choose(self._part or ("today" if listing.today else "coming"))

    def _show_part(self) -> None:
        if self._listing is None or self._part is None:
            return
        chosen = self._chosen()
        shown: tuple[Summary, ...] = getattr(self._listing, self._part)
        self.model.show_events(shown, day_of(self._desk.now()).year)
        self._below.setCurrentWidget(self.table if shown else self._empty)
        self._empty.set_words(*self._nothing())
        index = self.model.index_of(chosen.id) if chosen else self.model.index(0, 1)
        self.table.setCurrentIndex(index if index.isValid() else self.model.index(0, 1))
        self._show_detail()

    def _show_detail(self) -> None:
        self.detail.show_event(self._chosen())

    def _chosen(self) -> Summary | None:
        return self.model.event_at(self.table.currentIndex())

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.register_asked.emit(chosen.id)

    def _part_names(self) -> dict[Phase, str]:
        return {"today": self.tr("Today"), "coming": self.tr("Coming"), "past": self.tr("Past")}

    def _nothing(self) -> tuple[str, str]:
        match self._part:
            case "today":
                return self.tr("No event today"), self.tr("Look under Coming for the next one.")
            case "coming":
                return (
                    self.tr("No event is planned yet"),
                    self.tr("The office plans events; they arrive with the next sync (F5)."),
                )
        return self.tr("No past events"), self.tr("Events stay here once their day is over.")

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        tabs = QHBoxLayout()
        group = QButtonGroup(self)
        for part, words in self._part_names().items():
            tab = SecondaryButton(words, self)
            tab.setCheckable(True)
            tab.clicked.connect(partial(self.choose, part))
            group.addButton(tab)
            tabs.addWidget(tab)
            self.tabs[part] = tab
        tabs.addStretch(1)
        self.body.addLayout(tabs)
        card = Card(self, padding=(14, 8))
        self._below = QStackedWidget(card)
        self._below.addWidget(self.table)
        self._below.addWidget(self._empty)
        card.body.addWidget(self._below)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(scaled(16))
        self._halves.addWidget(card, 5)
        self._halves.addWidget(self.detail, 2)
        self.body.addLayout(self._halves, 1)
        self.table.setModel(self.model)
        self.table.set_columns(
            Column("text", "Wed 28 Nov 2026"),
            Column("name", "Safeguarding briefing 10:00", stretch=1),
            Column("text", "48 of 60"),
            Column("text", "Came"),
            Column("pill", state_samples()),
        )
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.detail.register_asked.connect(self.register_asked)
        self.detail.sign_in_sheet_asked.connect(self.sign_in_sheet_asked)
        self.detail.event_asked.connect(self.event_asked)
        self.detail.preflight_asked.connect(self.preflight_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack_halves()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._stack_halves()

    def _stack_halves(self) -> None:
        narrow = self.width() < scaled(_NARROW)
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.table.hide_columns((Col.CAME,) if self.width() < scaled(_NUMBERS) else ())  # the panel tells it too
