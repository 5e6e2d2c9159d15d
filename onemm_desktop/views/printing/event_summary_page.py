"""The summary of an event as a paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background
from onemm_desktop.models import Desk
from onemm_desktop.programme import event_summary
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.event_summary import EventSummary
from onemm_desktop.programme.print_runs import Subject
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.printing import summary_paper
from onemm_desktop.views.printing.paper_page import PaperPage
from onemm_desktop.views.when import long_day


class EventSummaryPage(PaperPage):
    """``open`` says of which event."""

    def __init__(self, background: Background, dialogs: Dialogs, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(background, dialogs, "", parent)
        self._desk = desk
        self._event = ""
        self._summary: EventSummary | None = None
        self.set_title(self.tr("Summary of the event"))
        self.set_back(self.tr("Back"))
        self.add_button(self.save)
        self.add_button(self.print)

    def open(self, event: str) -> None:
        """Choose the event whose summary is shown when the page comes to the front."""
        self._event = event
        self.show_pdf(b"")

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        if self._event:
            ask = partial(event_summary.summary, event=self._event, now=self._desk.now(), role=self._desk.role)
            self._background.read(ask, self._show, self.say_problem)

    def file_name(self) -> str:
        held = self._summary
        return f"{self.title} {held.reference} {day_of(held.starts_at)}" if held else self.title

    def subject(self) -> Subject | None:
        return Subject("event_summary", "event", self._event, 0) if self._summary else None

    def _show(self, summary: EventSummary) -> None:
        self._summary = summary
        self.set_facts(f"{summary.title} — {summary.venue} · {long_day(day_of(summary.starts_at))}")

        def work(_progress: Callable[[int], None], _cancelled: Callable[[], bool]) -> bytes:
            return summary_paper.pdf(summary, day_of(self._desk.now()))

        self.make(self.tr("Preparing the summary"), 0, work)
