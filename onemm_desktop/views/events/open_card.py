"""Who is not marked yet when a register is to be closed, and one key that says the same of all of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from onemm_desktop.programme.closing import OpenRow
from onemm_desktop.views.events.lines_model import Line, LinesModel
from onemm_desktop.views.people import words
from onemm_desktop.views.register.actions import KEYS
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Column, Flow, SecondaryButton, Table, Text

# So many rows stand in the list before it scrolls by itself: at 150 % its buttons are still on the screen.
_ROWS_SHOWN = 5


class OpenCard(Card):
    """``all_asked`` with the state that is to be said of everybody of whom nothing was said."""

    all_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(14, 12), spacing=8)
        self.still_open = Text("", "heading", self, wrap=True)
        self.model = LinesModel((self.tr("Name"), self.tr("Session"), self.tr("State")), self)
        self.table = _ShortTable(self.tr("Not marked yet"), self)
        self.table.setModel(self.model)
        self.table.set_columns(
            Column("name", "Siân Llewellyn-Pritchard", stretch=2),
            Column("text", "Keeping young people safe", stretch=1),
            Column("pill", tuple(word for word, _ in words.attendance().values())),
        )
        self.body.addWidget(self.still_open)
        self.body.addWidget(self.table)
        self.everybody: dict[str, SecondaryButton] = {}
        row = Flow(spacing=8)
        for state, said in self._words().items():
            # The same key as at the desk, where it says it of one person.
            (key,) = KEYS[state]
            button = self.everybody[state] = SecondaryButton(said, self, hint=key)
            button.clicked.connect(partial(self.all_asked.emit, state))
            QShortcut(QKeySequence(key), self, button.click)
            row.add(button)
        self.body.addLayout(row)

    def show_open(self, rows: tuple[OpenRow, ...]) -> None:
        """Show these and no others. What two desks differ about is settled person by person."""
        self.model.show_lines([_line(row) for row in rows])
        self.table.setVisible(bool(rows))
        self.table.updateGeometry()
        count = len(rows)
        self.still_open.setText(
            self.tr("%n still to be marked", "", count) if count else self.tr("Everybody is marked: it can be closed.")
        )
        for button in self.everybody.values():
            button.setEnabled(any(not row.contested for row in rows))

    def _words(self) -> dict[str, str]:
        return {
            "no_notice": self.tr("All of them: absent without notice"),
            "excused": self.tr("All of them: excused"),
            "apologies": self.tr("All of them: apologies"),
        }


class _ShortTable(Table):
    """As high as its rows, whole ones, up to ``_ROWS_SHOWN``."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        rows = min(self.model().rowCount(), _ROWS_SHOWN) if self.model() is not None else 0
        head = self.horizontalHeader().sizeHint().height()
        return QSize(scaled(240), head + rows * self.verticalHeader().defaultSectionSize() + scaled(1))


def _line(row: OpenRow) -> Line:
    said = words.attendance()["contested" if row.contested else "unmarked"]
    return Line(f"{row.attendee} {row.session_id}", row.name, "", (row.session,), said)
