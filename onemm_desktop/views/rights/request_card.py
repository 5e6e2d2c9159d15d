"""One request on its card: who asked for what, how long there is, and the two things that can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onemm_desktop.programme.rights import Request
from onemm_desktop.views.rights import words
from onemm_desktop.views.when import full_day
from onemm_desktop.views.widgets import Card, Choice, Flow, Pill, SecondaryButton, Text


class RequestCard(Card):
    """``answered`` with how it ended; ``extended`` once the person has been told."""

    #: (request, answer)
    answered = Signal(str, str)
    #: request
    extended = Signal(str)

    def __init__(self, request: Request, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(18, 16), spacing=8)
        self.request = request
        name = words.who(request)
        self.setAccessibleName(name)
        head = QHBoxLayout()
        head.addWidget(Text(name, "heading", self, wrap=True), 1)
        head.addWidget(Pill(*words.clock(request), parent=self))
        self.body.addLayout(head)
        facts = self.tr("{asked} · came in on {day}").format(
            asked=words.asked()[request.asked], day=full_day(request.received_on)
        )
        self.body.addWidget(Text(facts, "body", self, wrap=True))
        if request.held:
            held = self.tr("A legal hold keeps this person’s records: they are not to be erased until it is lifted.")
            self.body.addWidget(Text(held, "small", self, tone="warn", wrap=True))
        if request.extended:
            self.body.addWidget(Text(self.tr("Extended by two months; the person was told."), "small", self, wrap=True))
        self.body.addLayout(self._actions(name))

    def _actions(self, name: str) -> Flow:
        self.ended = Choice(self.tr("How it ended"), self)
        for code, word in words.answers().items():
            self.ended.addItem(word, code)
        self.done = SecondaryButton(self.tr("Mark as answered"), self)
        self.done.setAccessibleDescription(name)
        self.done.clicked.connect(lambda: self.answered.emit(self.request.id, self.ended.currentData()))
        self.longer = SecondaryButton(self.tr("Told of two months more"), self)
        self.longer.setAccessibleDescription(name)
        self.longer.setVisible(self.request.may_extend)
        self.longer.clicked.connect(lambda: self.extended.emit(self.request.id))
        row = Flow(spacing=10)
        for part in (self.ended, self.done, self.longer):
            row.add(part)
        return row
