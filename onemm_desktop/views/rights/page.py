"""Requests about data: what people have asked of us, the most pressing first, and the form for the next one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme import rights
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.rights import Answer, Asked, Request
from onemm_desktop.views import sentences
from onemm_desktop.views.page import Page
from onemm_desktop.views.rights.asking import Asking
from onemm_desktop.views.rights.request_card import RequestCard
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.when import full_day
from onemm_desktop.views.widgets import Card, EmptyState


class RequestsPage(Page):
    """For whoever answers for the region's records; the others have no such page."""

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Requests about data"), parent)
        self._background = background
        self._desk = desk
        self.cards: list[RequestCard] = []
        self.asking = Asking(self._find, self._today, self)
        self.asking.noted.connect(self._receive)
        self._list = QVBoxLayout()
        self._scrolling()

    def place(self) -> dict[str, Any]:
        return {"chosen": list(self.asking.chosen)} if self.asking.field.text() else {}

    def come_back(self, place: Mapping[str, Any]) -> None:
        if "chosen" in place:
            self.asking.choose(*place["chosen"])

    def shown(self) -> None:
        self.asking.field.setFocus()
        self._read()

    def changed(self, change: Change) -> None:
        if change.everything or change.concerns("rights_request", "legal_hold", "mentor", "mentee", "walk_in"):
            self._read()

    @property
    def _today(self) -> date:
        return day_of(self._desk.now())

    def _scrolling(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        self._list.setSpacing(scaled(16))
        column.addWidget(self.asking)
        column.addLayout(self._list)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)

    def _read(self) -> None:
        self._background.read(partial(rights.open_requests, today=self._today), self._show, owner=self)

    def _show(self, requests: tuple[Request, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.cards = [RequestCard(request) for request in requests]
        for card in self.cards:
            card.answered.connect(self._answer)
            card.extended.connect(self._extend)
            self._list.addWidget(card)
        if not requests:
            empty = Card(self, padding=(22, 40))
            none = self.tr("No request waits for an answer")
            month = self.tr("Each is to be answered within a month of the day on which it came in.")
            empty.body.addWidget(EmptyState("inbox", none, month, parent=empty))
            self._list.addWidget(empty)
        self.set_facts(self._told(requests))

    def _told(self, requests: tuple[Request, ...]) -> str:
        if not requests:
            return ""
        waiting = self.tr("%n request(s) to answer", "", len(requests))
        return self.tr("{waiting}, the first by {day}").format(waiting=waiting, day=full_day(requests[0].due_on))

    def _find(self, text: str) -> tuple[rights.Person, ...]:
        return self._background.look(partial(rights.find_people, text=text))

    def _receive(self, person: str, asked: str, received_on: date) -> None:
        work = partial(
            rights.receive, person=person, asked=cast("Asked", asked), received_on=received_on, today=self._today
        )
        self._background.write(work, label="request_noted", initiator=self, failed=self._failed)
        self.asking.clear()

    def _answer(self, request: str, answer: str) -> None:
        work = partial(rights.answer, request=request, answer=cast("Answer", answer), on=self._today)
        self._background.write(work, label="request_answered", initiator=self, failed=self._failed)

    def _extend(self, request: str) -> None:
        work = partial(rights.extend, request=request, told_on=self._today)
        self._background.write(work, label="request_extended", initiator=self, failed=self._failed)

    def _failed(self, error: KnownError) -> None:
        self.bar.show_message(sentences.of(error).sentence)
