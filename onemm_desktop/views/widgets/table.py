"""The table of the design: roomy rows, fine lines, no grid, everything by keyboard.

The model stays the caller's. A click on a check mark and the space bar call ``setData(CheckStateRole)``, Enter and a
double click emit ``opened``; what that means is the page's business.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets.cells import CheckCell, NameCell, PillCell, RowCell
from onemm_desktop.views.widgets.header import TableHeader

CellKind = Literal["check", "name", "text", "pill"]
#: A column that gives way keeps this much, in px of the design.
_LEAST = 110
_CELLS: dict[CellKind, type[RowCell]] = {"check": CheckCell, "name": NameCell, "text": RowCell, "pill": PillCell}


@dataclass(frozen=True, slots=True)
class Column:
    """How one column looks. ``sample`` is a long but usual content, from which the width is derived, or everything
    that may stand there: words of a language, the longest of which another language does not share.
    ``stretch`` shares out what is left, in proportion; where nothing is left, those columns give way first."""

    kind: CellKind = "text"
    sample: str | tuple[str, ...] = ""
    stretch: int = 0


class Table(QTableView):
    """A styled QTableView. Call ``set_columns`` after ``setModel``."""

    opened = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._hovered = -1
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(TableHeader(self))
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self.opened)
        self._measure()

    @property
    def hovered_row(self) -> int:
        """The row under the pointer, or -1."""
        return self._hovered

    def set_columns(self, *columns: Column) -> None:
        """Dress the model's columns, from the left."""
        self._columns = columns
        for number, column in enumerate(columns):
            self.setItemDelegateForColumn(number, _CELLS[column.kind](self))
        self._share_width()

    def minimumSizeHint(self) -> QSize:
        """Its head and three rows: below that the page scrolls."""
        return QSize(scaled(240), scaled(42 + 3 * 46 + 14))

    def hide_columns(self, hidden: Collection[int]) -> None:
        """Show all columns but these, and share their width out among the others."""
        for number in range(len(self._columns)):
            self.setColumnHidden(number, number in hidden)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.opened.emit(current)
        elif event.key() == Qt.Key.Key_Space and self._toggle(current):
            return
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
            self._share_width()

    def _toggle(self, index: QModelIndex) -> bool:
        """Press the check mark of this row, if the table has any."""
        for number, column in enumerate(self._columns):
            if column.kind == "check" and index.isValid():
                box = index.siblingAtColumn(number)
                ticked = Qt.CheckState(box.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
                state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
                return bool(self.model().setData(box, state, Qt.ItemDataRole.CheckStateRole))
        return False

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        before, self._hovered = self._hovered, row
        for changed in (before, row):
            if changed >= 0:
                top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
                self.viewport().update(0, top, self.viewport().width(), height)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(46))
        self.verticalHeader().setMinimumSectionSize(scaled(24))

    def _share_width(self) -> None:
        """Give every column the width of its sample and share out the rest."""
        if not self._columns or self.model() is None:
            return
        shown = {number: column for number, column in enumerate(self._columns) if not self.isColumnHidden(number)}
        wanted = {number: self._wanted(number, column) for number, column in shown.items()}
        left = self.viewport().width() - sum(wanted.values())
        if left < 0:
            wanted = self._narrowed(wanted, -left)
        shares = sum(column.stretch for column in shown.values())
        for number, column in shown.items():
            extra = left * column.stretch // shares if left > 0 and shares else 0
            self.setColumnWidth(number, wanted[number] + extra)

    def _narrowed(self, wanted: dict[int, int], missing: int) -> dict[int, int]:
        """Elide names and places rather than push a state off the screen; only then the pills that may stretch."""
        narrowed = dict(wanted)
        for pills in (False, True):
            missing -= sum(wanted.values()) - sum(narrowed.values()) if pills else 0
            yielding = [n for n in wanted if self._columns[n].stretch and (self._columns[n].kind == "pill") == pills]
            room = {n: max(wanted[n] - scaled(_LEAST), 0) for n in yielding}
            give = min(max(missing, 0), sum(room.values()))
            for number in yielding:
                narrowed[number] -= -(-give * room[number] // max(sum(room.values()), 1))
        return narrowed

    def _wanted(self, number: int, column: Column) -> int:
        if column.kind == "check":
            return scaled(48)
        title = self.model().headerData(number, Qt.Orientation.Horizontal) or ""
        samples = (column.sample,) if isinstance(column.sample, str) else column.sample
        around = scaled(44 if column.kind == "pill" else 28)
        return max(self.fontMetrics().horizontalAdvance(text) for text in (*samples, str(title))) + around
