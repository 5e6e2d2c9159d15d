"""Who is in and who is left out of a run of printing: problems first, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from onemm_desktop.programme.printing import CERTIFICATES, Line, Plan, key_of
from onemm_desktop.views.printing import print_words
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.widgets import PILL_ROLE, SECONDARY_ROLE

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Col(IntEnum):
    """The columns, from the left."""

    CHECK = 0
    NAME = 1
    STATE = 2


class PrintCentreModel(QAbstractTableModel):
    """Who is left out stands first; who is in follows, ticked, in the order of printing."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._certificates = False
        self._unticked: set[str] = set()

    @property
    def chosen(self) -> tuple[Line, ...]:
        """Whom to print for, in the order of printing."""
        return tuple(line for line in self._lines if not line.reason and key_of(line.person) not in self._unticked)

    @property
    def left_out(self) -> int:
        """How many are left out with a reason."""
        return sum(bool(line.reason) for line in self._lines)

    def show_plan(self, plan: Plan, unprintable: Mapping[str, str]) -> None:
        """Show a plan; whose name no paper holds is left out with the others."""
        self.beginResetModel()
        lines = [
            replace(line, reason=unprintable.get(key_of(line.person), "")) for line in plan.lines
        ]  # fmt: skip
        self._certificates = plan.ask.paper in CERTIFICATES
        spoilt = [line for line in lines if line.reason]
        self._lines = (*spoilt, *plan.left_out, *(line for line in lines if not line.reason))
        self._unticked.clear()
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Col)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return ("", self.tr("Name as printed"), self.tr("On paper"))[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        line = self._at(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if not line.reason and index.column() == Col.CHECK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._at(index)
        if line is None:
            return None
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return ("", line.person.certificate_name or line.person.name, self._pill(line)[0])[column]
            case Qt.ItemDataRole.CheckStateRole if column == Col.CHECK and not line.reason:
                unticked = key_of(line.person) in self._unticked
                return Qt.CheckState.Unchecked if unticked else Qt.CheckState.Checked
        if role == PILL_ROLE and column == Col.STATE:
            return self._pill(line)
        if role == SECONDARY_ROLE and column == Col.NAME:
            return line.person.organisation or None
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self._at(index)
        if line is None or line.reason or role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._unticked.discard(key_of(line.person))
        else:
            self._unticked.add(key_of(line.person))
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _at(self, index: _Index) -> Line | None:
        return self._lines[index.row()] if index.isValid() else None

    def _pill(self, line: Line) -> tuple[str, Tone]:
        if line.reason:
            return print_words.reason(line.reason), "warn"
        if line.number:
            return line.number, "neutral"
        return (self.tr("New"), "primary") if self._certificates else (self.tr("In"), "ok")
