"""The field at the door: letters search, Enter marks, and the keys of the desk win over those of a text field."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from onemm_desktop.views.widgets import SearchField


class DeskField(SearchField):
    """A search field which leaves certain keys to others: a text field would take Ctrl+E to the end of the line."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._left_to_others: set[QKeySequence] = set()

    def leave(self, keys: Iterable[QKeySequence]) -> None:
        """Leave these keys to the desk."""
        self._left_to_others.update(keys)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._leaves(event):
            event.ignore()
            return True
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._left_to_others
