"""The model of a long list: it knows who stands where, and reads the lines in sight, a block at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from onemm_desktop.programme.listing import Row
from onemm_desktop.programme.search import Directory, Found
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.widgets import PILL_ROLE, Column

#: Lines read at once: a screen and a half.
BLOCK = 32
#: Lines kept. A thousand or so; then all are forgotten and the ones in sight are read again.
KEPT = 1_024

R = TypeVar("R", bound=Row)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class ListColumn(Generic[R]):
    """One column: its sort key, title and look, and what it says of a line. A pill column also gives a tone."""

    sort: str
    title: str
    look: Column
    text: Callable[[R], str]
    pill: Callable[[R], tuple[str, Tone]] | None = None
    always: bool = True  #: also shown while a card stands beside the list


class ListModel(QAbstractTableModel, Generic[R]):
    """Shows ``found`` of a ``directory``. ``read`` gets the lines of some row numbers from SQL, here and now."""

    def __init__(
        self, columns: Sequence[ListColumn[R]], read: Callable[[Sequence[int]], list[R]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._read = read
        self._keys: Sequence[int] = ()
        self._positions: Sequence[int] = ()
        self._lines: dict[int, R | None] = {}

    @property
    def columns(self) -> tuple[ListColumn[R], ...]:
        """The columns, from the left."""
        return self._columns

    @property
    def keys(self) -> tuple[int, ...]:
        """The row numbers in SQL of everybody it shows, in their order."""
        return tuple(self._keys[place] for place in self._positions)

    def show(self, directory: Directory, found: Found) -> None:
        """Show these people instead."""
        self.beginResetModel()
        self._keys, self._positions = directory.keys, found.positions
        self.endResetModel()

    def forget(self) -> None:
        """What was read may be out of date: read the lines in sight again."""
        self._lines.clear()
        if self._positions:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._positions) - 1, len(self._columns) - 1))

    def line(self, row: int) -> R | None:
        """What is shown in a row; None where the record left this laptop a moment ago."""
        if not 0 <= row < len(self._positions):
            return None
        key = self._keys[self._positions[row]]
        if key not in self._lines:
            self._fetch(row)
        return self._lines[key]

    def row_of(self, key: int) -> int:
        """Where a row number of SQL stands now, or -1."""
        return next((row for row, place in enumerate(self._positions) if self._keys[place] == key), -1)

    def key_at(self, row: int) -> int:
        """The row number in SQL of a row of the list."""
        return self._keys[self._positions[row]]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._positions)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, PILL_ROLE):
            return None
        line = self.line(index.row())
        if line is None:
            return None
        column = self._columns[index.column()]
        if role == PILL_ROLE:
            return column.pill(line) if column.pill else None
        return column.text(line)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None

    def _fetch(self, row: int) -> None:
        """Read the block around a row. Those already read are not read again."""
        if len(self._lines) > KEPT:
            self._lines.clear()
        first = row - row % BLOCK
        block = [self._keys[place] for place in self._positions[first : first + BLOCK]]
        wanted = [key for key in block if key not in self._lines]
        lines: dict[int, R | None] = dict.fromkeys(wanted)
        lines.update((line.key, line) for line in self._read(wanted))
        self._lines.update(lines)
