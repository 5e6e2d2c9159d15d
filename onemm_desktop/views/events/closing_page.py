"""Closing a register: what is still open, then the summary; amendments are said here, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme import closing
from onemm_desktop.programme.after_event import After, after
from onemm_desktop.programme.dates import day_of
from onemm_desktop.views import sentences
from onemm_desktop.views.events.amend_card import AmendCard, Said
from onemm_desktop.views.events.open_card import OpenCard
from onemm_desktop.views.events.summary_card import SummaryCard
from onemm_desktop.views.page import Page
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.when import long_day
from onemm_desktop.views.widgets import PrimaryButton, SecondaryButton
from onemm_wire.records.training import MarkState

#: What was said of everybody at once, by the name under which it is taken back.
_SAID_OF_ALL: dict[MarkState, str] = {"no_notice": "all_absent", "excused": "all_excused", "apologies": "all_apologies"}


class ClosingPage(Page):
    """``open`` says which event."""

    paper_asked = Signal(str)
    certificates_asked = Signal(str)
    register_asked = Signal(str)

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close and sum up"), parent)
        self._background = background
        self._desk = desk
        self._event = ""
        self.set_back(self.tr("Event"))
        self.paper = SecondaryButton(self.tr("Summary on paper"), self)
        self.certificates = SecondaryButton(self.tr("Certificates"), self)
        self.close_register = PrimaryButton(self.tr("Close the register"), self)
        self.unmarked = OpenCard(self)
        self.summary = SummaryCard(self)
        self.amend = AmendCard(self)
        self._build()

    def open(self, event: str) -> None:
        """Choose the event that is shown when the page comes to the front."""
        if event != self._event:
            self._event = event
            self.amend.clear()

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        self._read()
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, change: Change) -> None:
        if change.concerns("event", "booking", "mentor", "walk_in", "attendance_mark", "training_session"):
            self._read()

    def _read(self) -> None:
        if self._event:
            ask = partial(after, event=self._event, now=self._desk.now(), role=self._desk.role)
            self._background.read(ask, self._show, self._say_problem, owner=self)

    def _show(self, seen: After) -> None:
        if seen.summary.event != self._event:
            return  # another event was opened while this one was read
        told = seen.summary
        self.set_title(f"{told.title} — {told.venue}")
        self.set_facts(f"{long_day(day_of(told.starts_at))} · {told.reference}")
        self.unmarked.show_open(seen.open)
        self.unmarked.setVisible(seen.may_close)
        self.close_register.setVisible(seen.may_close)
        self.close_register.setEnabled(seen.may_close and not seen.open)
        self.summary.show_summary(told)
        self.amend.setVisible(seen.may_amend)
        self.amend.show_rows(seen.rows, seen.sessions)

    # --- closing and amending ------------------------------------------------------------------------------------

    def _say_of_all(self, state: MarkState) -> None:
        self._write(partial(closing.set_all, event=self._event, state=state), _SAID_OF_ALL[state], self.title)

    def _close(self) -> None:
        self._write(partial(closing.close, event=self._event), "register_closed", self.title)

    def _amend(self, said: Said) -> None:
        verb = partial(
            closing.amend, event=self._event, attendee=said.attendee, state=said.state, reason=said.reason,
            clock=said.time, session_id=said.session_id,
        )  # fmt: skip
        self._background.write(
            verb, label="mark_amended", values={"name": said.name}, initiator=self, then=self._amended,
            failed=self._refused,
        )  # fmt: skip

    def _amended(self, _said: object) -> None:
        self.amend.clear()
        self.shown()

    def _refused(self, error: KnownError) -> None:
        self.amend.show_wrong(error.problem, sentences.of(error).sentence)

    def _write(self, verb: Any, label: str, name: str) -> None:
        self._background.write(
            verb, label=label, values={"name": name}, initiator=self, then=lambda _: self.shown(),
            failed=self._say_problem,
        )  # fmt: skip

    def _say_problem(self, error: KnownError) -> None:
        said = sentences.of(error)
        self.bar.show_message(said.sentence, said.button)

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for button in (self.paper, self.certificates, self.close_register):
            self.add_button(button)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        for card in (self.unmarked, self.summary, self.amend):
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.unmarked.all_asked.connect(self._say_of_all)
        self.close_register.clicked.connect(self._close)
        self.paper.clicked.connect(lambda: self.paper_asked.emit(self._event))
        self.certificates.clicked.connect(lambda: self.certificates_asked.emit(self._event))
        self.amend.amended.connect(self._amend)
        self.bar.acted.connect(self.shown)
