"""The last step: the region's records arrive. Can be stopped and goes on where it was, today or another day."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.views import sentences
from onemm_desktop.views.first_run.step import Step
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.widgets import Flow, PrimaryButton, ProgressPanel, SecondaryButton

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate

#: Seconds of fetching before a time left is told: earlier it would be a guess.
_WORTH_TELLING = 2.0


class FetchingStep(Step):
    """Shows how far the first sync is. ``acted``: fetch (again); ``stopped``: stop; ``opened``: to the records."""

    stopped = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("first_run", "Fetching your records"),
            translate("first_run", "This happens once. Afterwards only changes travel."),
            parent,
        )
        self._began = 0.0
        self.panel = ProgressPanel(translate("first_run", "Fetching"), self, cancel=translate("first_run", "Stop"))
        self.panel.cancelled.connect(self.stopped)
        self.again = SecondaryButton(translate("first_run", "Go on fetching"), self)
        self.again.clicked.connect(self.acted)
        self.open = PrimaryButton(translate("first_run", "Open the records"), self)
        self.open.clicked.connect(self.opened)
        self.column.addWidget(self.panel)
        self.finish()
        row = Flow(spacing=12)
        row.add(self.open)
        row.add(self.again)
        self.column.addLayout(row)
        self._show_buttons(again=False, open_=False)

    def first(self) -> QWidget:
        return self.panel.cancel

    def welcome(self, user: str, region: str) -> None:
        """Say whose records are on their way."""
        self.panel.set_title(
            translate("first_run", "{user}, the records of {region} are on their way").format(user=user, region=region)
        )

    def begin(self, at: float) -> None:
        """Fetching starts (again) at this time of a monotonic clock, in seconds."""
        self._began = at
        self.bar.dismiss()
        self.panel.cancel.setEnabled(True)
        self.panel.set_progress(0, 0)
        self._show_buttons(again=False, open_=False)
        self.panel.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def progress(self, received: int, total: int, at: float, *, travelled: int = 0) -> None:
        """How far it is: records, and the bytes they took on the line since this began."""
        left = None
        spent = at - self._began
        if received and total and spent >= _WORTH_TELLING:
            left = timedelta(seconds=spent * (total - received) / received)
        self.panel.set_progress(received, total, left, travelled=travelled)

    def done(self) -> None:
        """Everything is here."""
        self.panel.bar.setRange(0, 1)
        self.panel.bar.setValue(1)
        self.panel.set_title(translate("first_run", "Everything is here. You can work without a network from now on."))
        self.panel.cancel.setEnabled(False)
        self._show_buttons(again=False, open_=True)
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def interrupted(self, error: KnownError) -> None:
        """It stopped before the end. What is here can be used; the rest comes with the next sending and fetching."""
        self.panel.cancel.setEnabled(False)
        self.panel.bar.setRange(0, 1)
        tone: Tone = "warn" if error.problem is Problem.CANCELLED else "bad"
        self.bar.show_message(sentences.of(error).sentence, tone=tone)
        self._show_buttons(again=True, open_=True)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self, *, again: bool, open_: bool) -> None:
        self.again.setVisible(again)
        self.open.setVisible(open_)
