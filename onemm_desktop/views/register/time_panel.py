"""When somebody really came or left: one small field above the table. Enter writes it down, Esc closes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from onemm_desktop.views.widgets import Card, Field


class TimePanel(Card):
    """``corrected`` says whose time, and what was typed; whoever listens closes it or says what is wrong."""

    #: (attendee, name, what was typed)
    corrected = Signal(str, str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(14, 12), quiet=True, spacing=8)
        self.setAccessibleName(self.tr("Correct the time"))
        self._attendee = self._name = ""
        self.time = Field(self.tr("Time, such as 1012"), self)
        self.time.line.returnPressed.connect(self._submit)
        self.body.addWidget(self.time)
        self.hide()

    def open(self, attendee: str, name: str, time: str) -> None:
        """Ask for somebody's time; ``time`` is what is known."""
        self._attendee, self._name = attendee, name
        self.time.line.setText(time)
        self.time.line.setAccessibleName(self.tr("Time of {name}").format(name=name))
        self.time.clear_wrong()
        self.show()
        self.time.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.time.line.selectAll()

    def show_wrong(self) -> None:
        """What was typed is no time."""
        self.time.set_wrong(self.tr("Type hours and minutes, such as 10:12 or 1012."))

    def dismiss(self) -> None:
        """Close, and change nothing."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _submit(self) -> None:
        self.corrected.emit(self._attendee, self._name, self.time.text)
