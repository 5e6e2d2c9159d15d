"""A change that the centre did not take: what was proposed, why not, and the two ways on."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onemm_desktop.programme.review_list import Answer, Refusal
from onemm_desktop.views.review import words
from onemm_desktop.views.review.card import ReviewCard
from onemm_desktop.views.review.columns import Column
from onemm_desktop.views.review.editors import ValueEditor
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Flow, LinkButton, PrimaryButton, SecondaryButton


class RefusalCard(ReviewCard):
    """``resent`` carries the fields that were changed, as they travel; ``discarded`` that it is given up."""

    resent = Signal(object)
    discarded = Signal()

    def __init__(self, refusal: Refusal, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(words.name_of(refusal.named), words.stands(refusal), words.refusal_pill(refusal), parent)
        self.refusal = refusal
        self.editors: list[ValueEditor] = []
        self._form: QWidget | None = None
        proposed = words.proposed(refusal)
        you = words.who(Answer(None, at=refusal.at, you=True, here=True), now)
        self.proposed = Column(self.tr("You proposed"), proposed, you, self, chosen=True, small="\n" in proposed)
        self.reason = Column(
            self.tr("Why not"), words.why_not(refusal), words.under_why_not(refusal, now), self, small=True
        )
        self.columns.add(self.proposed)
        self.columns.add(self.reason)
        self.again: SecondaryButton | None = None
        if refusal.again:
            text = self.tr("Change and send again") if refusal.editable else self.tr("Send again")
            self.again = PrimaryButton(text, self)
            self.again.setAccessibleDescription(self.title)
            self.again.clicked.connect(self._start_again)
            self.proposed.add_button(self.again)
        self._add_discarding()

    @property
    def writing(self) -> bool:
        return self._form is not None and not self._form.isHidden()

    def begin_writing(self) -> None:
        if not (self.refusal.again and self.refusal.editable):
            return
        if self._form is None:
            self._form = self._make_form()
            self.body.addWidget(self._form)
        self._form.show()
        self.editors[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def typing(self) -> str:
        if not self.writing:
            return ""
        return "\n".join(editor.typed for editor in self.editors if editor.changed)

    def act(self, letter: str) -> bool:
        button = {"w": self.again}.get(letter)
        if button is None or self.writing:
            return False
        button.click()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form is not None and self.writing:
            self._form.hide()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # --- giving it up ----------------------------------------------------------------------------------------------

    def _add_discarding(self) -> None:
        """Asked once, on the spot: the button's place holds the question."""
        # Erased, or kept by the office: nothing is lost with what is here.
        settled = self.refusal.status == "gone" or self.refusal.office != ""
        self.discard = SecondaryButton(self.tr("Take note") if settled else self.tr("Discard my change"), self)
        self.really = SecondaryButton(self.tr("Yes, discard it"), self)
        self.keep = LinkButton(self.tr("Keep it"), self)
        for button in (self.discard, self.really, self.keep):
            button.setAccessibleDescription(self.title)
            self.reason.add_button(button)
        self._ask(False)
        self.discard.clicked.connect(self.discarded if settled else self._ask_discard)
        self.really.clicked.connect(self.discarded)
        self.keep.clicked.connect(self._ask_nothing)

    def _ask_discard(self) -> None:
        self._ask(True)
        self.really.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_nothing(self) -> None:
        self._ask(False)
        self.discard.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, asking: bool) -> None:
        for button in (self.really, self.keep):
            button.setVisible(asking)
        self.discard.setVisible(not asking)

    # --- sending it again ------------------------------------------------------------------------------------------

    def _start_again(self) -> None:
        if self.refusal.editable:
            self.begin_writing()
        else:
            self.resent.emit({})

    def _make_form(self) -> QWidget:
        form = QWidget(self)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        refusal = self.refusal
        at_fault = str(refusal.values.get("field", ""))
        fields = sorted(refusal.fields, key=lambda pair: pair[0] != at_fault)
        for field, value in fields:
            if not field.endswith("_id"):  # whom it is about is not changed, but entered anew
                editor = ValueEditor(refusal.kind, field, value, form)
                editor.submitted.connect(self._send)
                self.editors.append(editor)
                column.addWidget(editor)
        self.send = PrimaryButton(self.tr("Send again"), form)
        self.send.clicked.connect(self._send)
        feet = Flow(spacing=8)
        feet.add(self.send)
        column.addLayout(feet)
        return form

    def _send(self) -> None:
        fields = {}
        for editor in self.editors:
            try:
                value = editor.value()
            except ValueError:
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            if editor.changed:
                fields[editor.field] = value
        self.resent.emit(fields)
