"""One sheet is keyed in: a digit moves on to the next question, Enter writes the sheet down and begins the next.

What was typed stays until it is written: also when the sheet is refused, or the form is worded anew meanwhile.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from onemm_desktop.programme.evaluation import LONGEST, POINTS, Question
from onemm_desktop.views.evaluation import words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Flow, PrimaryButton, Text


class SheetCard(Card):
    """``ask`` says what is asked; ``entered`` hands over what was typed, by question."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Key in a sheet"), padding=(14, 12), spacing=8)
        self.fields: dict[str, QLineEdit] = {}
        self._questions: tuple[Question, ...] = ()
        self._form = QWidget(self)
        self.wrong = Text("", "small", self, wrap=True, tone="bad")
        self.note = Text("", "small", self, wrap=True)
        self.write_down = PrimaryButton(self.tr("Write the sheet down"), self)
        self.write_down.clicked.connect(self._enter)
        foot = Flow(spacing=12)
        foot.add(self.write_down)
        foot.add(self.note, stretch=True)
        self.body.addWidget(self._form)
        self.body.addWidget(self.wrong)
        self.body.addLayout(foot)
        self.wrong.hide()

    def ask(self, questions: tuple[Question, ...]) -> None:
        """Show these questions; what is typed for one that stays, stays."""
        if questions == self._questions:
            return
        typed = {key: line.text() for key, line in self.fields.items()}
        self._questions = questions
        self.fields = {}
        form = QWidget(self)
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(10))
        grid.setVerticalSpacing(scaled(6))
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, scaled(230))
        for place, question in enumerate(questions):
            line = self._line(question, form)
            line.setText(typed.get(question.id, ""))
            label = Text(f"{place + 1}. {words.wording(question)}", "body", form, wrap=True)
            label.setBuddy(line)
            if question.asks == "text":
                grid.addWidget(label, place, 0)
                grid.addWidget(line, place, 1, 1, 2)
            else:
                grid.addWidget(label, place, 0)
                grid.addWidget(line, place, 1, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(Text(words.how(question), "small", form, wrap=True), place, 2)
            self.fields[question.id] = line
        self.body.replaceWidget(self._form, form)
        self._form.hide()
        self._form.deleteLater()
        self._form = form

    def begin(self) -> None:
        """An empty sheet, with the hands at its first question."""
        for line in self.fields.values():
            line.clear()
        self._say("")
        self.focus_first()

    def focus_first(self) -> None:
        """The hands to the first question."""
        if self._questions:
            self.fields[self._questions[0].id].setFocus(Qt.FocusReason.OtherFocusReason)

    def say_written(self, sentence: str) -> None:
        """Tell what was written down last."""
        self.note.setText(sentence)
        self.note.setAccessibleName(sentence)

    def show_wrong(self, question: str, sentence: str = "") -> None:
        """Say which question was not answered by what was typed; without one, what the whole sheet lacks."""
        held = next((place for place, one in enumerate(self._questions) if one.id == question), None)
        if held is None:
            self._say(sentence)
            return
        one = self._questions[held]
        long = self.tr("Question {number}: {most} characters at most.").format(number=held + 1, most=LONGEST)
        said = self.tr("Question {number} takes {how}.").format(number=held + 1, how=words.how(one))
        self._say(long if one.asks == "text" else said)
        self.fields[question].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields[question].selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move along the sheet."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            lines = list(self.fields.values())
            if step is not None and watched in lines:
                self._go(lines.index(watched) + step)
                return True
        return super().eventFilter(watched, event)

    def _line(self, question: Question, parent: QWidget) -> QLineEdit:
        line = QLineEdit(parent)
        line.setAccessibleName(words.wording(question))
        line.setAccessibleDescription(words.how(question))
        line.returnPressed.connect(self._enter)
        line.installEventFilter(self)
        if question.asks == "text":
            line.setPlaceholderText(words.how(question))
        else:
            line.setFixedWidth(scaled(64))
            line.textEdited.connect(partial(self._typed, question))
        return line

    def _typed(self, question: Question, typed: str) -> None:
        """A digit that answers moves on; anything else waits, and is named."""
        if not typed:
            self._say("")
        elif typed in map(str, POINTS[question.asks]):
            self._say("")
            self._go([one.id for one in self._questions].index(question.id) + 1)
        else:
            self.show_wrong(question.id)

    def _go(self, place: int) -> None:
        lines = list(self.fields.values())
        if 0 <= place < len(lines):
            lines[place].setFocus(Qt.FocusReason.OtherFocusReason)
            lines[place].selectAll()

    def _enter(self) -> None:
        self.entered.emit({key: line.text() for key, line in self.fields.items()})

    def _say(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
