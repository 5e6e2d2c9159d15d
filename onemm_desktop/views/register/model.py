"""The roster as Qt's tables see it. Setting data changes nothing here: it says what a person asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from onemm_desktop.programme.roster import Row
from onemm_desktop.programme.roster_search import find
from onemm_desktop.views.people.words import clearance
from onemm_desktop.views.register import words
from onemm_desktop.views.widgets import PILL_ROLE, SECONDARY_ROLE

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Col(IntEnum):
    """The columns, from the left."""

    CHECK = 0
    NAME = 1
    ORGANISATION = 2
    CLEARANCE = 3
    MODULES = 4
    STATUS = 5


class RosterModel(QAbstractTableModel):
    """Rows of a roster, all of them or those that were searched for, the best hit first.

    Some thousands of rows at most: all are held, and searching them takes less than a frame.
    """

    #: (attendee, state): somebody ticked or unticked the box of a row.
    marked = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Row, ...] = ()
        self._places: Mapping[str, int] = {}
        self._shown: list[int] = []
        self._typed = ""
        self.nearly = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everybody, in the roster's order."""
        return self._all

    def row_at(self, index: _Index) -> Row | None:
        """The person at an index."""
        return self._all[self._shown[index.row()]] if index.isValid() else None

    def index_of(self, attendee: str) -> QModelIndex:
        """Where a person is shown; invalid where they are not."""
        line = self._line_of(self._places.get(attendee))
        return QModelIndex() if line is None else self.index(line, Col.NAME)

    def row_of(self, attendee: str) -> Row | None:
        """Somebody on this register, whether or not they are shown."""
        place = self._places.get(attendee)
        return None if place is None else self._all[place]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show a roster as it is now. Where the same people stand in the same places, only what differs repaints."""
        places = {row.attendee: place for place, row in enumerate(rows)}
        same_people = list(places) == list(self._places)
        before, self._all, self._places = self._all, tuple(rows), places
        if not same_people:
            self.search(self._typed)
            return
        self._repaint(place for place in self._shown if before[place] != self._all[place])

    def show_places(self, rows: tuple[Row, ...], places: Iterable[int]) -> None:
        """Show a roster in which nothing is new but who stands in these places: nobody else is looked at."""
        self._all = rows
        self._repaint(places)

    def _repaint(self, places: Iterable[int]) -> None:
        for line in [self._line_of(place) for place in places]:
            if line is not None:
                self.dataChanged.emit(self.index(line, 0), self.index(line, len(Col) - 1))

    def _line_of(self, place: int | None) -> int | None:
        """The line on which somebody is shown."""
        try:
            return None if place is None else self._shown.index(place)
        except ValueError:
            return None

    def search(self, typed: str) -> None:
        """Show who is meant by what was typed."""
        self._typed = typed
        found = find(self._all, typed)
        self.beginResetModel()
        self._shown = list(found.positions)
        self.nearly = found.nearly
        self.endResetModel()

    # --- what Qt asks --------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Col)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            "",
            self.tr("Name"),
            self.tr("Organisation"),
            self.tr("Clearance"),
            self.tr("Modules"),
            self.tr("Status"),
        )[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if row.editable and index.column() == Col.CHECK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, index.column())
            case Qt.ItemDataRole.CheckStateRole if index.column() == Col.CHECK:
                return Qt.CheckState.Checked if row.arrived else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint(row, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index.column())
        if role == PILL_ROLE:
            return _pill(row, index.column())
        if role == SECONDARY_ROLE and index.column() == Col.NAME:
            return words.attention(row)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if row is None or role != Qt.ItemDataRole.CheckStateRole or not row.editable:
            return False
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.marked.emit(row.attendee, "present" if ticked else "unmarked")
        return True

    def _text(self, row: Row, column: int) -> str:
        match column:
            case Col.NAME:
                return row.name
            case Col.ORGANISATION:
                return words.organisation(row)
            case Col.MODULES if row.modules_total:
                return self.tr("{done} of {total}").format(done=row.modules_done, total=row.modules_total)
            case Col.CLEARANCE | Col.STATUS:
                return _pill(row, column)[0]
        return ""

    def _hint(self, row: Row, column: int) -> str | None:
        if column == Col.STATUS and row.state == "contested":
            return self.tr("Two desks wrote different things down. Mark what is right, and it is settled.")
        return None

    def _spoken(self, row: Row, column: int) -> str:
        if column == Col.CHECK:
            return f"{row.name}, {words.state_words(row.state, row.at)}"
        if column == Col.NAME:
            return ", ".join(part for part in (row.name, words.attention(row)) if part)
        return self._text(row, column)


def _pill(row: Row, column: int) -> tuple[str, Any]:
    if column == Col.CLEARANCE:
        return clearance(row.clearance)
    return words.state_pill(row.state, row.at)
