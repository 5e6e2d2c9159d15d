"""Settings: a check of this laptop's records. What is looked at, what was found, and a button that mends it."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync.doctor.findings import Report, Step
from onemm_desktop.sync.doctor.round import Doctor
from onemm_desktop.views import doctor_words, sentences
from onemm_desktop.views.widgets import Card, Flow, MessageBar, ProgressPanel, SecondaryButton, Text


class CheckingCard(Card):
    """A button, how far it is, what was found. ``Checking`` does the work."""

    check_asked = Signal()
    mend_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=title)
        how = self.tr(
            "Reads every page of the file, sees that nothing unsent is missing, and compares each record with the "
            "centre’s. You can go on working meanwhile."
        )
        self.body.addWidget(Text(how, "small", self, wrap=True))
        self.check = SecondaryButton(self.tr("Check this laptop’s records…"), self)
        self.check.clicked.connect(self.check_asked)
        row = Flow(spacing=12)
        row.add(self.check)
        self.body.addLayout(row)
        self.progress = ProgressPanel(doctor_words.step_words("file"), self, cancel=self.tr("Stop"))
        self.progress.setProperty("quiet", True)
        self.progress.hide()
        self.body.addWidget(self.progress)
        self.findings = Text("", "body", self, wrap=True)
        self.findings.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.findings.hide()
        self.body.addWidget(self.findings)
        self.said = MessageBar(self)
        self.said.acted.connect(self.mend_asked)
        self.body.addWidget(self.said)

    def begin(self) -> None:
        """A round begins: what the last one said goes."""
        self.check.setEnabled(False)
        self.said.dismiss()
        self.findings.hide()
        self.show_step("file", 0, 0)
        self.progress.show()

    def show_step(self, step: Step, done: int, total: int) -> None:
        """What is being looked at, and how far it is."""
        self.progress.set_title(doctor_words.step_words(step))
        self.progress.set_progress(done, total)

    def end(self) -> None:
        """Nothing is under way any more."""
        self.check.setEnabled(True)
        self.progress.hide()

    def show_report(self, report: Report) -> None:
        """What was found, line by line, and what it comes to."""
        self.findings.setText("\n".join(map(doctor_words.found_words, report.found)))
        self.findings.setVisible(bool(report.found))
        sentence, tone = doctor_words.verdict(report)
        action = self.tr("Mend it") if report.can_mend else ""
        self.said.show_message(" ".join([sentence, *doctor_words.conclusion(report)]), action, tone=tone)


class Checking(QObject):
    """Lets the doctor do the rounds on the network's thread, and shows what comes of it."""

    #: A round has come to its end, well or not (for tests).
    finished = Signal()

    _heard = Signal(str, int, int)

    def __init__(self, card: CheckingCard, doctor: Doctor, background: Background) -> None:
        super().__init__(card)
        self._card = card
        self._doctor = doctor
        self._background = background
        self._stop = threading.Event()
        card.check_asked.connect(partial(self._begin, repair=False))
        card.mend_asked.connect(partial(self._begin, repair=True))
        card.progress.cancelled.connect(self.cancel)
        self._heard.connect(card.show_step, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Stop the round under way. What is mended stays mended."""
        self._stop.set()

    def _begin(self, *, repair: bool) -> None:
        self._stop = threading.Event()
        self._card.begin()
        work = partial(self._doctor.round, repair=repair, cancelled=self._stop.is_set, heard=self._heard.emit)
        self._background.network(work, self._ended, self._failed, owner=self)

    def _ended(self, report: Report) -> None:
        self._card.end()
        self._card.show_report(report)
        if any(found.mended for found in report.found):
            # Not as the synchronisation: it is to count anew what waits, and every page reads afresh.
            self._background.changed.emit(Change(everything=True), self)
        self.finished.emit()

    def _failed(self, error: KnownError) -> None:
        self._card.end()
        if error.problem is not Problem.CANCELLED:
            self._card.said.show_message(sentences.of(error).sentence)
        self.finished.emit()
