"""The sign-in sheet of an event: blank for pens, or filled with what the register holds.

The order in which a sheet is printed is kept, so that it can be keyed in row by row whatever is booked meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background, Records
from onemm_desktop.models import Desk
from onemm_desktop.programme import sheets
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.print_runs import Subject
from onemm_desktop.programme.roster import Roster, roster
from onemm_desktop.programme.sheets import Printed
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.printing import papers
from onemm_desktop.views.printing.paper_page import PaperPage
from onemm_desktop.views.when import long_day
from onemm_desktop.views.widgets import Choice, LinkButton

#: A register and the day by which its signed sheet is destroyed.
_Held = tuple[Roster, date]


class SignInSheetPage(PaperPage):
    """``open`` says for which event."""

    key_in_asked = Signal(str)

    def __init__(self, background: Background, dialogs: Dialogs, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(background, dialogs, "", parent)
        self._desk = desk
        self._event = ""
        self._held: _Held | None = None
        self.set_title(self.tr("Sign-in sheet"))
        self.set_back(self.tr("Back"))
        self.which = Choice(self.tr("Which sheet"), self)
        self.which.addItems([self.tr("Blank, to be signed"), self.tr("Filled, from the register")])
        self.which.activated.connect(lambda _: self._make())
        self.key_in = LinkButton(self.tr("Key in a signed sheet"), self)
        self.key_in.clicked.connect(lambda: self.key_in_asked.emit(self._event))
        self._buttons.add(self.which)
        self.add_button(self.key_in)
        self.add_button(self.save)
        self.add_button(self.print)

    def open(self, event: str) -> None:
        """Choose the event whose sheet is shown when the page comes to the front."""
        self._event = event
        self._held = None
        self.show_pdf(b"")

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        if self._event:
            self._background.read(partial(_read, event=self._event, desk=self._desk), self._show, self.say_problem)

    def file_name(self) -> str:
        if self._held is None:
            return self.title
        event, _ = self._held
        return f"{self.title} {event.reference} {day_of(event.starts_at)}"

    def subject(self) -> Subject | None:
        if self._held is None:
            return None
        paper = "sign_in_filled" if self.which.currentIndex() == 1 else "sign_in_blank"
        return Subject(paper, "event", self._event, len(self._held[0].rows))

    def _show(self, held: _Held) -> None:
        self._held = held
        event, _ = held
        self.set_facts(f"{event.title} — {event.venue} · {long_day(day_of(event.starts_at))}")
        self._make()

    def _make(self) -> None:
        if self._held is None:
            return
        event, _ = self._held
        people = [row.attendee for row in event.rows]
        keep = partial(sheets.keep, event=event.event, at=self._desk.now(), rows=people, blank_rows=papers.BLANK_ROWS)
        self._background.write(keep, initiator=self, then=self._make_kept, failed=self.say_problem)

    def _make_kept(self, sheet: Printed) -> None:
        if self._held is None or self._held[0].event != sheet.event:
            return  # another event was opened meanwhile
        event, destroy_by = self._held
        code = sheets.code(event.reference, sheet.number)
        filled = self.which.currentIndex() == 1
        work = partial(_pdf, event, day_of(self._desk.now()), destroy_by, code, filled)
        self.make(self.tr("Preparing the sign-in sheet"), 0, work)


def _read(session: Records, *, event: str, desk: Desk) -> _Held:
    held = roster(session, event, now=desk.now(), role=desk.role)
    return held, sheets.destroy_by(session, day_of(held.ends_at))


def _pdf(
    held: Roster,
    printed_on: date,
    destroy_by: date,
    code: str,
    filled: bool,
    _progress: Callable[[int], None],
    _cancelled: Callable[[], bool],
) -> bytes:
    return papers.sheet_pdf(held, printed_on, destroy_by, code=code, filled=filled)
