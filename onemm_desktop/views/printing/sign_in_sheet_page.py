"""The sign-in sheet of an event: blank for pens, or filled with what the register holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background
from onemm_desktop.models import Desk
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.roster import Roster, roster
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.printing import papers
from onemm_desktop.views.printing.paper_page import PaperPage
from onemm_desktop.views.when import long_day
from onemm_desktop.views.widgets import Choice


class SignInSheetPage(PaperPage):
    """``open`` says for which event."""

    def __init__(self, background: Background, dialogs: Dialogs, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(background, dialogs, "", parent)
        self._desk = desk
        self._event = ""
        self._roster: Roster | None = None
        self.set_title(self.tr("Sign-in sheet"))
        self.set_back(self.tr("Back"))
        self.which = Choice(self.tr("Which sheet"), self)
        self.which.addItems([self.tr("Blank, to be signed"), self.tr("Filled, from the register")])
        self.which.activated.connect(lambda _: self._make())
        self._buttons.add(self.which)
        self.add_button(self.save)
        self.add_button(self.print)

    def open(self, event: str) -> None:
        """Choose the event whose sheet is shown when the page comes to the front."""
        self._event = event
        self._roster = None
        self.show_pdf(b"")

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        if self._event:
            ask = partial(roster, event=self._event, now=self._desk.now(), role=self._desk.role)
            self._background.read(ask, self._show, self.say_problem)

    def file_name(self) -> str:
        event = self._roster
        return f"{self.title} {event.reference} {day_of(event.starts_at)}" if event else self.title

    def _show(self, held: Roster) -> None:
        self._roster = held
        self.set_facts(f"{held.title} — {held.venue} · {long_day(day_of(held.starts_at))}")
        self._make()

    def _make(self) -> None:
        if self._roster is not None:
            filled = self.which.currentIndex() == 1
            work = partial(_pdf, self._roster, day_of(self._desk.now()), filled)
            self.make(self.tr("Preparing the sign-in sheet"), 0, work)


def _pdf(
    held: Roster, printed_on: date, filled: bool, _progress: Callable[[int], None], _cancelled: Callable[[], bool]
) -> bytes:
    return papers.sheet_pdf(held, printed_on, filled=filled)
