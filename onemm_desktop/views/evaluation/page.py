"""The evaluation of one event: sheets that came on paper are keyed in, their results stand beside."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk
from onemm_desktop.programme import evaluation
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.evaluation import Evaluation
from onemm_desktop.views import sentences
from onemm_desktop.views.evaluation.results_card import ResultsCard
from onemm_desktop.views.evaluation.sheet_card import SheetCard
from onemm_desktop.views.page import Page
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.when import long_day
from onemm_desktop.views.widgets import EmptyState, SecondaryButton


class EvaluationPage(Page):
    """``open`` says of which event."""

    form_asked = Signal(str)

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Evaluation"), parent)
        self._background = background
        self._desk = desk
        self._event = self._name = ""
        self.set_back(self.tr("Event"))
        self.paper = SecondaryButton(self.tr("Form on paper"), self)
        self.sheet = SheetCard(self)
        self.results = ResultsCard(self)
        self._build()

    def open(self, event: str) -> None:
        """Choose the event that is shown when the page comes to the front."""
        if event != self._event:
            self._event = event
            self.sheet.say_written("")
            self.sheet.begin()

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        self._read(first=True)

    def changed(self, change: Change) -> None:
        if change.concerns("event", "evaluation_question", "evaluation_answer"):
            self._read(first=False)

    def _read(self, *, first: bool) -> None:
        if self._event:
            ask = partial(evaluation.evaluation, event=self._event, now=self._desk.now(), role=self._desk.role)
            self._background.read(ask, partial(self._show, first), self._say_problem, owner=self)

    def _show(self, first: bool, seen: Evaluation) -> None:
        if seen.event != self._event:
            return  # another event was opened while this one was read
        self._name = seen.title
        self.set_title(self.tr("Evaluation: {title}").format(title=seen.title))
        self.set_facts(f"{long_day(day_of(seen.starts_at))} · {seen.venue}")
        self.sheet.ask(seen.questions)
        self.sheet.setVisible(seen.may_add)
        self.results.show_results(seen)
        self.results.setVisible(bool(seen.results))
        self._nothing.setVisible(not seen.results)
        self.paper.setEnabled(bool(seen.questions))
        if first:
            self.sheet.focus_first()

    def _entered(self, answers: Mapping[str, str]) -> None:
        self._background.write(
            partial(evaluation.add_sheet, event=self._event, answers=answers),
            label="sheet_added",
            values={"name": self._name},
            initiator=self,
            then=self._written,
            failed=self._refused,
        )

    def _written(self, sheets: int) -> None:
        self.bar.dismiss()
        self.sheet.begin()
        self.sheet.say_written(self.tr("Sheet {number} is written down. Ctrl+Z takes it back.").format(number=sheets))
        self._read(first=False)

    def _refused(self, error: KnownError) -> None:
        if error.problem in (Problem.WRONG_VALUE, Problem.EMPTY_SHEET):
            self.sheet.show_wrong(str(error.values.get("question", "")), sentences.of(error).sentence)
        else:
            self._say_problem(error)

    def _say_problem(self, error: KnownError) -> None:
        said = sentences.of(error)
        self.bar.show_message(said.sentence, said.button)

    def _build(self) -> None:
        self.add_button(self.paper)
        self._nothing = EmptyState(
            "assignment_turned_in",
            self.tr("Nothing is asked at this event"),
            self.tr("Questions come from the centre with the next sync."),
            parent=self,
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        for part in (self.sheet, self.results, self._nothing):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.paper.clicked.connect(lambda: self.form_asked.emit(self._event))
        self.sheet.entered.connect(self._entered)
        self.bar.acted.connect(self.shown)
