"""Who is to get a certificate, to be ticked; and who is not, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.certificates import Earned, LeftOut, Selection
from onemm_desktop.views.register.words import state_words
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.widgets import PILL_ROLE, SECONDARY_ROLE

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Col(IntEnum):
    """The columns, from the left."""

    CHECK = 0
    NAME = 1
    HOURS = 2
    STATE = 3


class CertificatesModel(QAbstractTableModel):
    """Everybody on the register: first who has earned a certificate, ticked; then who gets none, and why."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._earned: tuple[Earned, ...] = ()
        self._left_out: tuple[LeftOut, ...] = ()
        self._unprintable: Mapping[str, KnownError] = {}
        self._unticked: set[str] = set()

    @property
    def chosen(self) -> tuple[Earned, ...]:
        """Whom to print, in the order of the register."""
        return tuple(one for one in self._earned if one.person not in self._unticked)

    @property
    def left_out(self) -> int:
        """How many get none."""
        return len(self._left_out) + len(self._unprintable)

    def show_selection(self, selection: Selection, unprintable: Mapping[str, KnownError]) -> None:
        """Show an event's people; whose name no paper holds is left out with the others."""
        self.beginResetModel()
        self._unprintable = {
            one.person: unprintable[one.person] for one in selection.earned if one.person in unprintable
        }
        self._earned = tuple(one for one in selection.earned if one.person not in unprintable)
        spoilt = [LeftOut(one.person, one.name, "") for one in selection.earned if one.person in unprintable]
        self._left_out = (*spoilt, *selection.left_out)
        self.endResetModel()

    def forget_ticks(self) -> None:
        """Tick everybody again: another event is opened."""
        self._unticked.clear()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._earned) + len(self._left_out)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Col)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return ("", self.tr("Name on the certificate"), self.tr("Hours"), self.tr("Certificate"))[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        one = self._at(index)
        if one is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if isinstance(one, Earned) and index.column() == Col.CHECK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._at(index)
        if one is None:
            return None
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(one, column)
            case Qt.ItemDataRole.CheckStateRole if column == Col.CHECK and isinstance(one, Earned):
                return Qt.CheckState.Unchecked if one.person in self._unticked else Qt.CheckState.Checked
        if role == PILL_ROLE and column == Col.STATE:
            return self._pill(one)
        if role == SECONDARY_ROLE and column == Col.NAME and isinstance(one, Earned):
            return one.name if one.name != one.printed_name else None
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        one = self._at(index)
        if not isinstance(one, Earned) or role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._unticked.discard(one.person)
        else:
            self._unticked.add(one.person)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _at(self, index: _Index) -> Earned | LeftOut | None:
        if not index.isValid():
            return None
        line = index.row()
        return self._earned[line] if line < len(self._earned) else self._left_out[line - len(self._earned)]

    def _text(self, one: Earned | LeftOut, column: int) -> str:
        match one, column:
            case Earned(), Col.NAME:
                return one.printed_name
            case LeftOut(), Col.NAME:
                return one.name
            case Earned(), Col.HOURS:
                return f"{one.hours:g}"
            case _, Col.STATE:
                return self._pill(one)[0]
        return ""

    def _pill(self, one: Earned | LeftOut) -> tuple[str, Tone]:
        if isinstance(one, LeftOut):
            return self._reason(one), "neutral" if one.reason in ("apologies", "excused") else "warn"
        return (one.number, "neutral") if one.number else (self.tr("New"), "primary")

    def _reason(self, one: LeftOut) -> str:
        problem = self._unprintable.get(one.person)
        if problem is not None:
            too_long = problem.problem is Problem.NAME_DOES_NOT_FIT
            return self.tr("Name too long") if too_long else self.tr("Name cannot be printed")
        special = {
            "no_consent": self.tr("No consent given"),
            "left_too_early": self.tr("Left before half"),
        }
        return special.get(one.reason) or state_words(one.reason)
