"""The rows of a printed sheet as a table: the paper's numbers, and what the register says of each row now."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from onemm_desktop.programme.sheets import Line
from onemm_desktop.views.paper import words
from onemm_desktop.views.register.words import state_pill
from onemm_desktop.views.widgets import PILL_ROLE

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Col(IntEnum):
    """The columns, from the left."""

    ROW = 0
    NAME = auto()
    ORGANISATION = auto()
    STATE = auto()
    SOURCE = auto()


class SheetModel(QAbstractTableModel):
    """Shows lines; decides nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these rows; whoever was chosen stays so where the sheet is the same."""
        if len(lines) == len(self._lines):
            self._lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(Col) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line_at(self, index: Index) -> Line | None:
        """The row at an index."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Col)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return words.columns()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index)
        if line is None:
            return None
        answered = bool(line.attendee) and not line.gone
        pill = state_pill(line.state, line.at) if answered else None
        if role == PILL_ROLE and index.column() == Col.STATE:
            return pill
        if role == Qt.ItemDataRole.DisplayRole:
            said = pill[0] if pill is not None else ""
            return (str(line.row), words.name(line), line.organisation, said, words.source(line))[index.column()]
        return None
