"""The one window of the program. What stands in it changes: first run, unlocking, trouble, the pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

#: The smallest window everything works in, in px; see the design page.
SMALLEST = QSize(1024, 640)
_USUAL = QSize(1280, 800)


class Window(QStackedWidget):
    """Shows one thing at a time. ``closing`` is emitted once, before it goes."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("1MM Desktop")
        self.setMinimumSize(SMALLEST)
        self.resize(_USUAL)
        self.setAccessibleName("1MM Desktop")

    def show_only(self, content: QWidget) -> None:
        """Put this in place of what was there, which is dropped."""
        before = self.currentWidget()
        # Where the content itself wants the focus; asked now, because a new parent forgets it.
        inside: QWidget | None = content.focusWidget()
        self.addWidget(content)
        self.setCurrentWidget(content)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()
        (content if inside is None else inside).setFocus(Qt.FocusReason.OtherFocusReason)

    def come_to_front(self) -> None:
        """Be seen: the program was started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
