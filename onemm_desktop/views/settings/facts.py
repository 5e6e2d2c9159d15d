"""Facts in two columns: what it is, and its value, which can be selected and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Text


class Facts(Card):
    """A card of facts. ``set`` shows or changes one."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=title)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(scaled(24))
        self._grid.setVerticalSpacing(scaled(8))
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, Text] = {}
        self.body.addLayout(self._grid)

    def set(self, fact: str, value: str) -> None:
        """Show a fact at the end of the list, or its new value where it stands."""
        shown = self._values.get(fact)
        if shown is None:
            row = self._grid.rowCount()
            name = Text(fact, "small", self)
            shown = Text("", "body", self, wrap=True)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            name.setBuddy(shown)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, row, 1)
            self._values[fact] = shown
        shown.setText(value)
        shown.setAccessibleName(f"{fact}: {value}")

    def value(self, fact: str) -> str:
        """What is shown for a fact."""
        return self._values[fact].text()
