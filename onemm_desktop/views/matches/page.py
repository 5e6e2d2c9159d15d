"""Matches: who mentors whom, since when, and which pairs have gone silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background, Records
from onemm_desktop.changes import Change
from onemm_desktop.programme import amend
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.listing import Order
from onemm_desktop.programme.match_card import match_card
from onemm_desktop.programme.matching import MATCH_STATES, Matches, MatchRow
from onemm_desktop.programme.search import Directory
from onemm_desktop.views.lists.controls import Filter
from onemm_desktop.views.lists.model import ListColumn
from onemm_desktop.views.lists.page import ListPage
from onemm_desktop.views.lists.panel import Panel
from onemm_desktop.views.matches.panel import MatchPanel
from onemm_desktop.views.people import words
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.widgets import Column


class MatchesPage(ListPage[MatchRow]):
    """The page behind "Matches" in the rail."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, Matches(), Order("mentor"), parent)
        self.set_title(self.tr("Matches"))
        self.table.setAccessibleName(self.tr("Matches"))

    def columns(self) -> Sequence[ListColumn[MatchRow]]:
        return (
            ListColumn("mentor", self.tr("Mentor"), Column("name", "Siân Llewellyn", 3), lambda row: row.mentor),
            ListColumn("mentee", self.tr("Young person"), Column("name", "Siân Llewellyn", 3), lambda row: row.mentee),
            ListColumn(
                "partner",
                self.tr("Partner"),
                Column("text", "Tower Hamlets", 2),
                lambda row: row.partner,
                always=False,
            ),
            ListColumn(
                "state",
                self.tr("State"),
                Column("pill", self._state_samples()),
                lambda row: self._state(row)[0],
                self._state,
            ),
            ListColumn(
                "since",
                self.tr("Since"),
                Column("text", words.day_samples()),
                lambda row: _day(row.since),
                always=False,
            ),
            ListColumn(
                "last_met",
                self.tr("Last met"),
                Column("text", words.day_samples()),
                lambda row: _day(row.last_met_on),
                always=False,
            ),
        )

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(
                "state",
                self.tr("State"),
                self.tr("All states"),
                lambda code: words.toned(words.match_states(), code)[0],
                MATCH_STATES,
            ),
            Filter("silent", self.tr("Contact"), self.tr("All pairs"), self._contact, ("silent", "in_touch")),
        )

    def search_hint(self) -> str:
        return self.tr("Type either name, a school or a reference")

    def facts(self, directory: Directory) -> str:
        states = directory.counted("state")
        parts = [
            self.tr("%n match(es)", "", len(directory)),
            self.tr("%n active", "", states.get("active", 0)),
            self.tr("%n silent", "", directory.counted("silent").get("silent", 0)),
        ]
        return " · ".join(parts)

    def nothing_yet(self) -> tuple[str, str]:
        if self.desk.role == "trainer":
            return (
                self.tr("Matches are not kept on a trainer’s laptop"),
                self.tr("The young people’s schools, colleges and charities and the office hold them."),
            )
        return (
            self.tr("No matches yet"),
            self.tr("A match begins with a mentor who is ready and a young person who waits. Press F5 to fetch them."),
        )

    def make_panel(self) -> Panel:
        self._card = MatchPanel(self)
        return self._card

    def read_card(self, record: str) -> Callable[[Records], Any]:
        return partial(match_card, match=record, role=self.desk.role, today=day_of(self.desk.now()))

    def fill_card(self, card: Any) -> None:
        self._card.fill(card)

    def card_concerns(self, change: Change) -> bool:
        return change.concerns("match", "mentor", "mentee", "partner")

    def named(self, line: MatchRow) -> tuple[str, str]:
        return f"{line.mentor} – {line.mentee}", self.tr("Match")

    def amend(self, kind: str, record: str, field: str, text: str) -> Callable[[Records], Change]:
        return partial(amend.amend, kind=kind, record=record, field=field, text=text)

    def _state(self, row: MatchRow) -> tuple[str, Tone]:
        if row.silent_days:
            return self.tr("Silent for %n day(s)", "", row.silent_days), "warn"
        return words.toned(words.match_states(), row.state)

    def _state_samples(self) -> tuple[str, ...]:
        return (self.tr("Silent for %n day(s)", "", 120), *(text for text, _ in words.match_states().values()))

    def _contact(self, code: str) -> str:
        return self.tr("Silent pairs") if code == "silent" else self.tr("All others")


def _day(day: date | None) -> str:
    return words.day_in_full(day) if day else ""
