"""Prepare for offline: one list, red first in the eye, one sentence and one remedy each. It tells what was tried."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onemm_desktop.background import Background, Records
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk
from onemm_desktop.programme import events, preflight
from onemm_desktop.programme.preflight import Finding, Run
from onemm_desktop.views import sentences
from onemm_desktop.views.events import words as event_words
from onemm_desktop.views.page import Page
from onemm_desktop.views.preflight import words
from onemm_desktop.views.preflight.means import Means
from onemm_desktop.views.preflight.rehearsal import Rehearsal
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Field, LinkButton, Pill, PrimaryButton, ProgressPanel, Text

#: What wants somebody's hand stands above what is ready.
_FIRST = ("bad", "warn", "neutral", "ok")


class PreflightPage(Page):
    """``open`` says for which event."""

    #: A page that mends something: its key.
    way_asked = Signal(str)
    sign_in_sheet_asked = Signal(str)

    def __init__(self, background: Background, desk: Desk, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Prepare for offline"), parent)
        self._background = background
        self._desk = desk
        self._event = ""
        self._run: Run | None = None
        self.rehearsal = Rehearsal(background, desk, means, self)
        self.set_back(self.tr("Back"))
        self.check = PrimaryButton(self.tr("Check now"), self)
        self.add_button(self.check)
        self.progress = ProgressPanel(words.step("copy"), self)
        self.progress.hide()
        self.body.addWidget(self.progress)
        self._card = Card(self, padding=(22, 18), spacing=14)
        self.body.addWidget(self._card)
        self.body.addWidget(self._scanner_card())
        self.body.addStretch(1)
        self.check.clicked.connect(self._begin)
        self.progress.cancelled.connect(self.rehearsal.cancel)
        self.rehearsal.stepped.connect(self._step)
        self.rehearsal.finished.connect(self._done)
        self.rehearsal.failed.connect(self._failed)

    def open(self, event: str) -> None:
        """Choose the event that is prepared for when the page comes to the front."""
        if event != self._event:
            self._event, self._run = event, None
            self.scanned.line.clear()

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        if self._event:
            self._background.read(partial(_look, event=self._event, desk=self._desk), self._show, owner=self)
        self.check.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- running -------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self.bar.dismiss()
        self.progress.show()
        # Before the button goes grey: Qt would hand the focus on to the scanner's field, and scroll down to it.
        self.progress.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.check.setEnabled(False)
        self.rehearsal.begin(self._event, self.scanned.text)

    def _step(self, check: str, done: int, total: int) -> None:
        self.progress.set_title(words.step(check))
        self.progress.set_progress(done, total)

    def _done(self) -> None:
        self._rest()
        self.shown()

    def _failed(self, error: KnownError) -> None:
        self._rest()
        if error.problem is not Problem.CANCELLED:
            self.bar.show_message(sentences.of(error).sentence)

    def _rest(self) -> None:
        self.check.setEnabled(True)
        self.check.setFocus(Qt.FocusReason.OtherFocusReason)
        self.progress.hide()

    # --- showing -------------------------------------------------------------------------------------------------

    def _show(self, looked: tuple[events.Summary | None, Run | None]) -> None:
        event, run = looked
        if event is not None:
            self.set_facts(f"{event.title} — {event.venue} · {event_words.when(event)}")
        self._run = run
        _empty(self._card)
        if run is None:
            never = self.tr("This laptop was not made ready for this event yet.")
            how = self.tr(
                "“Check now” sends and fetches, reads the whole file, makes every paper once and asks the printer. "
                "Do it the day before, while there is internet."
            )
            self._card.body.addWidget(Text(never, "heading", self._card, wrap=True))
            self._card.body.addWidget(Text(how, "body", self._card, wrap=True))
            self._card.setAccessibleName(never)
            return
        said, tone = words.summary(run, self._desk.now())
        self._card.setAccessibleName(said)
        self._card.body.addWidget(Text(said, "heading", self._card, tone=tone, wrap=True))
        for finding in sorted(run.findings, key=lambda one: _FIRST.index(one.light)):
            self._card.body.addWidget(self._line(finding, run))

    def _line(self, finding: Finding, run: Run) -> QWidget:
        line = QWidget(self._card)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(14))
        light, tone = words.light(finding)
        pill_column = QWidget(line)
        pill_column.setFixedWidth(scaled(124))
        pills = QVBoxLayout(pill_column)
        pills.setContentsMargins(0, 0, 0, 0)
        pills.addWidget(Pill(light, tone, pill_column), 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(pill_column, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(scaled(1))
        title = words.title(finding.check)
        sentence = words.sentence(finding, run.names, self._desk.now())
        remedy = words.remedy(finding)
        column.addWidget(Text(title, "strong", line, wrap=True))
        column.addWidget(Text(sentence, "body", line, wrap=True))
        if remedy:
            column.addWidget(Text(remedy, "small", line, wrap=True))
        row.addLayout(column, 1)
        line.setAccessibleName(f"{title}: {light}. {sentence} {remedy}".strip())
        key, button = words.way(finding)
        if key:
            way = LinkButton(button, line)
            way.clicked.connect(partial(self._go, key))
            row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _go(self, key: str) -> None:
        if key == "sign_in_sheet":
            self.sign_in_sheet_asked.emit(self._event)
        else:
            self.way_asked.emit(key)

    def _scanner_card(self) -> Card:
        card = Card(self, padding=(22, 18))
        self.scanned = Field(
            self.tr("Scanner test"),
            card,
            help_text=self.tr("Put the cursor here and scan any code. If letters appear, the scanner works."),
        )
        # A scanner types Enter at the end: that must not begin a run in the middle of a test.
        card.body.addWidget(self.scanned)
        return card


def _look(session: Records, *, event: str, desk: Desk) -> tuple[events.Summary | None, Run | None]:
    found = next((one for one in events.summaries(session, now=desk.now()) if one.id == event), None)
    return found, preflight.last(session, event=event)


def _empty(card: Card) -> None:
    while card.body.count():
        item = card.body.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
