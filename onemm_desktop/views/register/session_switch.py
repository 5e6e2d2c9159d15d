"""Which session of the day is marked: all of them at once, or one. Hidden for an event that is one session."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.programme.roster import Part
from onemm_desktop.views.events.words import session_word
from onemm_desktop.views.widgets import Choice


class SessionSwitch(Choice):
    """``switched`` is emitted where a person chose another session; ``session_id`` is None for the whole event."""

    switched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Session"), parent)
        self._parts: tuple[Part, ...] = ()
        self.activated.connect(lambda _: self.switched.emit())
        self.hide()

    @property
    def session_id(self) -> str | None:
        """The session that is marked."""
        return self.currentData() or None

    def show_parts(self, parts: tuple[Part, ...], chosen: str | None) -> None:
        """Show these sessions; one that was taken away meanwhile gives way to the whole event."""
        self.setVisible(bool(parts))
        if parts != self._parts:
            self._parts = parts
            self.clear()
            self.addItem(self.tr("All sessions"), "")
            for part in parts:
                self.addItem(session_word(part), part.id)
        self.setCurrentIndex(max(0, self.findData(chosen or "")))

    def forget(self) -> None:
        """Another event is opened."""
        self._parts = ()
        self.clear()
        self.hide()
