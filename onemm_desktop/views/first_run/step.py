"""One question of the first run: its title, a sentence why, its fields, and trouble next to the cause."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onemm_desktop.errors import KnownError
from onemm_desktop.views import sentences
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Field, MessageBar, Text


class Step(QWidget):
    """Base of the steps. ``check`` says whether the answer can be used, and words what is missing."""

    #: The person asked to go on by the step's own means (its only button, the message bar).
    acted = Signal()

    def __init__(self, title: str, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scaled(14))
        self.column.addWidget(Text(title, "title", self, wrap=True))
        self.column.addWidget(Text(why, "body", self, wrap=True))
        self.bar = MessageBar(self)
        self.bar.acted.connect(self.acted)

    def finish(self) -> None:
        """Close the layout; called last by a step's own ``__init__``."""
        self.column.addWidget(self.bar)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        """What gets the focus when the step is shown."""
        return self

    def check(self) -> bool:
        """Whether to go on. Override where something can be missing."""
        return True

    def show_problem(self, error: KnownError) -> None:
        """Say what went wrong: beside its field where the step knows one, else in the bar."""
        said = sentences.of(error)
        field = self.field_of(error)
        if field is None:
            self.bar.show_message(said.sentence)
        else:
            field.set_wrong(said.sentence)
            field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_of(self, error: KnownError) -> Field | None:
        """The field that caused this, if it was one."""
        return None

    @staticmethod
    def filled(field: Field, sentence: str) -> bool:
        """Whether something was typed; says ``sentence`` beneath the field and goes there if not."""
        if field.text:
            return True
        field.set_wrong(sentence)
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return False
