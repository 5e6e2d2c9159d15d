"""A label and a field of several lines, as high as it is asked to be. Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Text


class LongField(QWidget):
    """``edited`` is said for what a person types, never for what the program puts in."""

    edited = Signal()

    def __init__(
        self, label: str, parent: QWidget | None = None, *, help_text: str = "", lines: int = 4, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._putting = False
        self._help = help_text
        self.box = QPlainTextEdit(self)
        self.box.setTabChangesFocus(True)
        self.box.setAccessibleName(name or label)
        self.box.textChanged.connect(self._typed)
        self._label = Text(label, "strong", self, wrap=True)
        self._label.setBuddy(self.box)
        self._note = Text(help_text, "small", self, wrap=True)
        self._note.setVisible(bool(help_text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self._note, self.box):
            column.addWidget(part)
        self.setFocusProxy(self.box)
        self._measure()

    @property
    def text(self) -> str:
        """What was typed, as it was typed."""
        return self.box.toPlainText()

    def put(self, text: str) -> None:
        """Show a text that is not typed now."""
        self._putting = True
        self.box.setPlainText(text)
        self._putting = False
        self.set_wrong("")

    def set_wrong(self, sentence: str) -> None:
        """Say above the field what is missing in it."""
        self._note.setText(sentence or self._help)
        self._note.set_tone("bad" if sentence else None)
        self._note.setVisible(bool(sentence or self._help))
        self.box.setAccessibleDescription(sentence)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _typed(self) -> None:
        if not self._putting:
            self.set_wrong("")
            self.edited.emit()

    def _measure(self) -> None:
        self.box.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + scaled(18))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(scaled(4))
