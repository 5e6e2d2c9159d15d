"""Lines of a short table: a name with what stands beneath it, a few texts, and a pill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.widgets import PILL_ROLE, SECONDARY_ROLE

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``key`` says whose it is; the last column is the pill, the first the name."""

    key: str
    name: str
    beneath: str
    texts: tuple[str, ...]
    pill: tuple[str, Tone]


class LinesModel(QAbstractTableModel):
    """``headings`` names every column, the pill's included."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line_at(self, index: _Index) -> Line | None:
        """The line at an index."""
        return self._lines[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Where a line is; the first one where it is not there (any more)."""
        place = next((number for number, line in enumerate(self._lines) if line.key == key), 0)
        return self.index(place, 0)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index)
        if line is None:
            return None
        column, last = index.column(), len(self._headings) - 1
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (line.name, *line.texts, line.pill[0])[column]
        if role == PILL_ROLE and column == last:
            return line.pill
        if role == SECONDARY_ROLE and column == 0:
            return line.beneath
        return None
