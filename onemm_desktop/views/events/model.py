"""Events as Qt's tables see them: today's first, then what is coming, or what has been."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from onemm_desktop.programme.events import Summary
from onemm_desktop.views.events import words
from onemm_desktop.views.widgets import PILL_ROLE, SECONDARY_ROLE

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Col(IntEnum):
    """The columns, from the left."""

    DAY = 0
    TITLE = 1
    BOOKED = 2
    CAME = 3
    STATE = 4


class EventsModel(QAbstractTableModel):
    """One part of the listing. A region has some hundreds of events at most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[Summary, ...] = ()
        self._this_year = 0

    def show_events(self, events: Sequence[Summary], this_year: int) -> None:
        """Show these, in this order. Nothing is reset where only numbers differ."""
        self._this_year = this_year
        before, self._events = self._events, tuple(events)
        if [one.id for one in before] != [one.id for one in events]:
            self.beginResetModel()
            self.endResetModel()
            return
        for line, (was, now) in enumerate(zip(before, events, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(line, 0), self.index(line, len(Col) - 1))

    def event_at(self, index: _Index) -> Summary | None:
        """The event at an index."""
        return self._events[index.row()] if index.isValid() else None

    def index_of(self, event: str) -> QModelIndex:
        """Where an event is shown; invalid where it is not."""
        for line, one in enumerate(self._events):
            if one.id == event:
                return self.index(line, Col.TITLE)
        return QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Col)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = (self.tr("Day"), self.tr("Event"), self.tr("Booked"), self.tr("Came"), self.tr("State"))
        return titles[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        event = self.event_at(index)
        if event is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(event, column)
        if role == PILL_ROLE and column == Col.STATE:
            return words.state_pill(event)
        if role == SECONDARY_ROLE and column == Col.TITLE:
            return f"{words.times(event)} · {event.venue}"
        return None

    def _text(self, event: Summary, column: int) -> str:
        match column:
            case Col.DAY:
                return words.day(event, self._this_year)
            case Col.TITLE:
                return event.title
            case Col.BOOKED:
                return self.tr("{booked} of {capacity}").format(booked=event.booked, capacity=event.capacity)
            case Col.CAME:
                return str(event.came) if event.came else "–"
            case Col.STATE:
                return words.state_pill(event)[0]
        return ""
