"""Two answers and what stood before both. M keeps mine, T theirs, W writes another."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from onemm_desktop.programme.review_list import Question
from onemm_desktop.views.review import words
from onemm_desktop.views.review.card import ReviewCard
from onemm_desktop.views.review.columns import Column
from onemm_desktop.views.review.editors import ValueEditor
from onemm_desktop.views.widgets import Flow, PrimaryButton, SecondaryButton


class QuestionCard(ReviewCard):
    """``decided`` carries the choice (mine, theirs, other) and the value of "other"."""

    decided = Signal(str, object)

    def __init__(self, question: Question, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(
            words.title(question), words.beneath(question.named), words.pill(question), parent
        )  # fmt: skip
        self.question = question
        left, right = words.heads(question)
        small = not question.field
        laptop, centre = question.laptop, question.centre
        self.laptop = Column(
            left,
            words.answer(question, laptop.value, question.before),
            words.who(laptop, now),
            self,
            chosen=question.mine == "laptop",
            small=small and laptop.value is not None,
        )
        self.centre = Column(
            right,
            words.answer(question, centre.value, question.before),
            words.who(centre, now),
            self,
            chosen=question.mine == "centre",
            small=small and centre.value is not None,
        )
        self.keep_laptop, self.keep_centre = self._keeping(question)
        self.laptop.add_button(self.keep_laptop)
        self.centre.add_button(self.keep_centre)
        self.columns.add(self.laptop)
        self.columns.add(self.centre)
        self.editor: ValueEditor | None = None
        if question.field:
            self._add_before(question)

    @property
    def writing(self) -> bool:
        return self.editor is not None and not self.editor.isHidden()

    @property
    def typing(self) -> str:
        return self.editor.typed if self.editor is not None and self.writing else ""

    def act(self, letter: str) -> bool:
        mine, theirs = self.keep_laptop, self.keep_centre
        if self.question.mine == "centre":
            mine, theirs = theirs, mine
        buttons = {"m": mine, "t": theirs}
        if self.question.known:
            buttons["w"] = self.write
        button = buttons.get(letter)
        if button is None or not button.isEnabled() or self.writing:
            return False
        button.click()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.writing:
            self._stop_writing()
        else:
            super().keyPressEvent(event)

    def _keeping(self, question: Question) -> tuple[SecondaryButton, SecondaryButton]:
        left, right = words.keeps(question)
        first = PrimaryButton if question.mine == "laptop" else SecondaryButton
        second = PrimaryButton if question.mine == "centre" else SecondaryButton
        mine, theirs = first(left, self), second(right, self)
        mine.clicked.connect(lambda: self.decided.emit("mine", None))
        theirs.clicked.connect(lambda: self.decided.emit("theirs", None))
        for button in (mine, theirs):
            button.setAccessibleDescription(self.title)
            button.setEnabled(question.editable)
        return mine, theirs

    def _add_before(self, question: Question) -> None:
        before = words.answer(question, question.before, None)
        self.before = Column(self.tr("Before both"), before, "", self)
        self.write = SecondaryButton(self.tr("Write another…"), self)
        self.write.setAccessibleDescription(self.title)
        self.write.setEnabled(question.editable)
        self.write.setVisible(question.known)
        self.write.clicked.connect(self.begin_writing)
        self.before.add_button(self.write)
        self.columns.add(self.before)

    def begin_writing(self) -> None:
        if not self.question.field:
            return  # it has no answer but the two
        if self.editor is None:
            self._make_editor()
        if self.editor is not None:
            self.editor.show()
            self._feet.show()
            self.write.setEnabled(False)
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_editor(self) -> None:
        question = self.question
        self.editor = ValueEditor(question.kind, question.field, question.laptop.value, self)
        self.editor.submitted.connect(self._save)
        self.save = PrimaryButton(self.tr("Save this answer"), self)
        self.save.clicked.connect(self._save)
        cancel = SecondaryButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self._stop_writing)
        self._feet = QWidget(self)
        feet = Flow(self._feet, spacing=8)
        feet.add(self.save)
        feet.add(cancel)
        self.body.addWidget(self.editor)
        self.body.addWidget(self._feet)

    def _stop_writing(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self._feet.hide()
        self.write.setEnabled(self.question.editable)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self.editor is None:
            return
        try:
            value = self.editor.value()
        except ValueError:
            return
        self.decided.emit("other", value)
