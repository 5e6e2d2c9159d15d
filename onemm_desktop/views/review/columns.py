"""Answers beside each other, or beneath each other where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from onemm_desktop.views.review.words import breakable
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Flow, Text

#: Below this width for each column (in px of the design) they stand beneath each other.
_NARROWEST = 215


class Column(Card):
    """One answer: its head, the answer itself, who gave it, and what can be done with it."""

    def __init__(
        self, head: str, value: str, note: str, parent: QWidget, *, chosen: bool = False, small: bool = False
    ) -> None:
        super().__init__(parent, padding=(14, 12), spacing=4, chosen=chosen, quiet=not chosen)
        self.value = value
        self.note = note
        label = Text(head.upper(), "label", self, wrap=True)
        label.setAccessibleName(head)
        shown = Text(breakable(value), "body" if small else "heading", self, wrap=True)
        shown.setAccessibleName(value)
        shown.setToolTip(value if len(value) > 200 else "")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.parts = [label, shown, Text(breakable(note), "small", self, wrap=True)]
        for part in self.parts:
            part.setMinimumWidth(1)
            self.body.addWidget(part)
        self.parts[-1].setVisible(bool(note))
        self.body.addStretch(1)
        self._buttons = Flow(spacing=8)
        self.body.addLayout(self._buttons)
        self.setAccessibleName(f"{head}: {value}. {note}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def add_button(self, button: QPushButton) -> None:
        """Add a button at the foot."""
        self._buttons.add(button)


class Columns(QWidget):
    """Lays columns out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns: list[Column] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scaled(12))

    def add(self, column: Column) -> None:
        """Add one at the end."""
        self._columns.append(column)
        self._row.addWidget(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._row.setSpacing(scaled(12))
            self._fold()

    def _fold(self) -> None:
        narrow = self.width() < scaled(_NARROWEST) * len(self._columns)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
