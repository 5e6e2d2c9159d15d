"""A card in the middle of an otherwise empty window: for the pages before there are any records to show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card


class Centred(QWidget):
    """Base of first run, unlocking and trouble. Put things into ``card.body``."""

    def __init__(self, parent: QWidget | None = None, *, height: int = 0) -> None:
        super().__init__(parent)
        self._height = height
        inside = QWidget(self)
        self.card = Card(inside, padding=(32, 28), spacing=18)
        column = QVBoxLayout(inside)
        column.addStretch(2)
        # Between stretches and not by alignment, which would ask for the height of wrapped words in one line.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._fit()

    def close_page(self) -> None:
        """Wait for what is under way: called before the page goes. Override where anything may be."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        # At 200 % the card may not become wider than the smallest window.
        self.card.setFixedWidth(min(scaled(540), 940))
        self.card.setMinimumHeight(scaled(self._height))
