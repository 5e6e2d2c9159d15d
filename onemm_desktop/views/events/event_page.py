"""One event beside its day: how far it is, the steps that lead on, and its places."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any, Literal, cast

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme import bookings, event_board, event_life
from onemm_desktop.programme.dates import LONDON, day_of, local
from onemm_desktop.programme.event_board import Board
from onemm_desktop.programme.event_life import Step
from onemm_desktop.views import sentences
from onemm_desktop.views.events import step_words
from onemm_desktop.views.events.life_path import LifePath
from onemm_desktop.views.events.places_card import PlacesCard
from onemm_desktop.views.page import Page
from onemm_desktop.views.when import clock, long_day
from onemm_desktop.views.widgets import Card, Field, Flow, PrimaryButton, SecondaryButton, Text

_VERBS = {
    "publish": event_life.publish,
    "open_booking": event_life.open_booking,
    "confirm": event_life.confirm,
    "start": event_life.start,
    "reconcile": event_life.reconcile,
    "archive": event_life.archive,
}


class EventPage(Page):
    """``open`` says which event."""

    closing_asked = Signal(str)
    evaluation_asked = Signal(str)
    plan_asked = Signal(str)
    register_asked = Signal(str)

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Event"), parent)
        self._background = background
        self._desk = desk
        self._event = ""
        self._board: Board | None = None
        self._asking: Step | None = None
        self.set_back(self.tr("Events"))
        self.steps: dict[Step, SecondaryButton] = {}
        self.path = LifePath(self)
        self.standing = Text("", "body", self, wrap=True)
        self.plan = SecondaryButton(self.tr("Change the plan"), self)
        self.evaluation = SecondaryButton(self.tr("Evaluation"), self)
        self.register = SecondaryButton(self.tr("Open register"), self)
        self.summary = PrimaryButton(self.tr("Close and sum up"), self)
        self.places = PlacesCard(self._find, self)
        self._build()

    def open(self, event: str) -> None:
        """Choose the event that is shown when the page comes to the front."""
        self._event = event
        self._ask(None)

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        self._read()
        self.places.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, change: Change) -> None:
        if change.concerns("event", "booking", "mentor", "requirement_set", "attendance_mark"):
            self._read()

    # --- reading -------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        if self._event:
            ask = partial(event_board.board, event=self._event, now=self._desk.now(), role=self._desk.role)
            self._background.read(ask, self._show, self._say_problem, owner=self)

    def _show(self, board: Board) -> None:
        if board.event != self._event:
            return  # another event was opened while this one was read
        self._board = board
        self.set_title(f"{board.title} — {board.venue}")
        times = f"{clock(board.starts_at)}–{clock(board.ends_at)}"
        self.set_facts(f"{long_day(day_of(board.starts_at))} · {times} · {board.reference}")
        self.path.show_state(board.state)
        said = step_words.standing(board)
        self.standing.setText(said)
        self.standing.set_tone("warn" if board.too_few else None)
        self.standing.setVisible(bool(said))
        for step, button in self.steps.items():
            button.setVisible(step in board.steps)
        self.plan.setVisible(board.may_plan)
        self.summary.setVisible(board.to_sum_up)
        self.places.show_board(board)

    def _find(self, text: str) -> tuple[event_board.Found, ...]:
        return self._background.look(partial(event_board.find_mentors, text=text))

    # --- steps ---------------------------------------------------------------------------------------------------

    def _step(self, step: Step) -> None:
        if step == "close":
            self.closing_asked.emit(self._event)
        elif step in ("cancel", "postpone"):
            self._ask(step)
        else:
            self._write(partial(_VERBS[step], event=self._event), "event_moved_on", self.title)

    def _ask(self, step: Step | None) -> None:
        """Ask for what this step needs: a reason, or a new time."""
        self._asking = step
        self._answer.setVisible(step is not None)
        self.reason.setVisible(step == "cancel")
        self.when.setVisible(step == "postpone")
        if step == "cancel":
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step == "postpone" and self._board is not None:
            self.when.setDateTime(_wall(self._board.starts_at).addDays(7))
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)
        if step is not None:
            self.go_on.set_words(self.tr("Cancel the event") if step == "cancel" else self.tr("Postpone to this time"))

    def _answered(self) -> None:
        if self._asking == "cancel":
            verb = partial(event_life.cancel, event=self._event, reason=self.reason.text)
            self._write(verb, "event_moved_on", self.title)
        elif self._asking == "postpone":
            typed = self.when.dateTime().toPython()
            starts_at = cast("datetime", typed).replace(tzinfo=LONDON)
            later = partial(event_life.postpone, event=self._event, starts_at=starts_at)
            self._write(later, "event_moved_on", self.title)

    # --- places --------------------------------------------------------------------------------------------------

    def _book(self, mentor: str, name: str) -> None:
        self._write(partial(bookings.book, event=self._event, mentor=mentor), "place_booked", name)

    def _give_up(self, mentor: str, name: str) -> None:
        self._write(partial(bookings.cancel, event=self._event, mentor=mentor), "place_given_up", name)

    def _promote(self, mentor: str, name: str) -> None:
        self._write(partial(bookings.promote, event=self._event, mentor=mentor), "place_booked", name)

    def _move(self, mentor: str, name: str, to: str) -> None:
        self._write(partial(bookings.move, event=self._event, mentor=mentor, to=to), "place_moved", name)

    def _remind(self, mentor: str, name: str, answer: str) -> None:
        said = cast("Literal['confirmed', 'no_answer']", answer)
        verb = partial(bookings.remind, event=self._event, mentor=mentor, answer=said)
        self._write(verb, "reminder_noted", name)

    def _write(self, verb: Any, label: str, name: str) -> None:
        self._background.write(
            verb, label=label, values={"name": name}, initiator=self, then=self._done, failed=self._say_problem
        )

    def _done(self, _said: object) -> None:
        self.bar.dismiss()
        self._ask(None)
        self._read()

    def _say_problem(self, error: KnownError) -> None:
        said = sentences.of(error)
        self.bar.show_message(said.sentence, said.button)

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for button in (self.plan, self.evaluation, self.register, self.summary):
            self.add_button(button)
        life = Card(self, padding=(14, 12), spacing=8)
        buttons = Flow(spacing=8)
        for step, word in step_words.steps().items():
            button = SecondaryButton(word, self)
            button.clicked.connect(partial(self._step, step))
            button.hide()
            buttons.add(button)
            self.steps[step] = button
        self.reason = Field(self.tr("Why it is cancelled"), self)
        self.when = QDateTimeEdit(self)
        self.when.setAccessibleName(self.tr("When it is held instead"))
        self.when.lineEdit().setAccessibleName(self.when.accessibleName())
        self.when.setCalendarPopup(True)
        self.when.setDisplayFormat("d MMMM yyyy HH:mm")
        self.go_on = PrimaryButton(self.tr("Cancel the event"), self)
        self.keep = SecondaryButton(self.tr("Leave it as it is"), self)
        self._answer = QWidget(self)
        row = Flow(spacing=8)
        self._answer.setLayout(row)
        row.add(self.reason, stretch=True)
        for part in (self.when, self.go_on, self.keep):
            row.add(part)
        life.body.addWidget(self.path)
        life.body.addWidget(self.standing)
        life.body.addLayout(buttons)
        life.body.addWidget(self._answer)
        self.body.addWidget(life)
        self.body.addWidget(self.places, 1)
        self._answer.hide()
        self._connect()

    def _connect(self) -> None:
        self.plan.clicked.connect(lambda: self.plan_asked.emit(self._event))
        self.evaluation.clicked.connect(lambda: self.evaluation_asked.emit(self._event))
        self.register.clicked.connect(lambda: self.register_asked.emit(self._event))
        self.summary.clicked.connect(lambda: self.closing_asked.emit(self._event))
        self.go_on.clicked.connect(self._answered)
        self.reason.line.returnPressed.connect(self._answered)
        self.keep.clicked.connect(lambda: self._ask(None))
        self.bar.acted.connect(self.shown)
        self.places.booked.connect(self._book)
        self.places.given_up.connect(self._give_up)
        self.places.promoted.connect(self._promote)
        self.places.moved.connect(self._move)
        self.places.reminded.connect(self._remind)


def _wall(instant: datetime) -> QDateTime:
    at = local(instant)
    return QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0)
