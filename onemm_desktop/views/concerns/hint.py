"""Beneath a note: "Is this a concern?" It asks while somebody writes, and stops nobody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from onemm_desktop.programme import disclosure
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import LinkButton, Text


class ConcernHint(QWidget):
    """Hidden unless what stands in ``box`` looks like something a young person disclosed."""

    #: The sealed form is wanted instead.
    asked = Signal()

    def __init__(self, box: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = box
        sentence = self.tr("Is this a concern? Then it does not belong into a note: use the sealed form.")
        self.sentence = Text(sentence, "small", self, tone="warn", wrap=True)
        self.form = LinkButton(self.tr("Open the sealed form"), self)
        self.form.setProperty("flush", True)
        self.form.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentence)
        column.addWidget(self.form, 0, Qt.AlignmentFlag.AlignLeft)
        box.textChanged.connect(self._look)
        self._measure()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _look(self) -> None:
        alarming = not self._box.isReadOnly() and disclosure.looks_like_one(self._box.toPlainText())
        self.setVisible(alarming)
        # Said by a screen reader where one is typing.
        self._box.setAccessibleDescription(self.sentence.text() if alarming else "")

    def _measure(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(scaled(2))
