"""Mentors: everybody in the region, found by a few letters, with their card at the side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background, Records
from onemm_desktop.changes import Change
from onemm_desktop.programme import amend, cards, looks
from onemm_desktop.programme.cards import MentorCard
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.listing import Order
from onemm_desktop.programme.people import CLEARANCE_CODES, MATCHED_STAGES, MENTOR_STAGES, MentorRow, Mentors
from onemm_desktop.programme.search import Directory
from onemm_desktop.views.lists.controls import Filter
from onemm_desktop.views.lists.model import ListColumn
from onemm_desktop.views.lists.page import ListPage
from onemm_desktop.views.lists.panel import Panel
from onemm_desktop.views.people import words
from onemm_desktop.views.people.consent_saving import attach
from onemm_desktop.views.people.mentor_panel import MentorPanel
from onemm_desktop.views.widgets import Column


class MentorsPage(ListPage[MentorRow]):
    """The page behind "Mentors" in the rail."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, Mentors(), Order("name"), parent)
        self.set_title(self.tr("Mentors"))
        self.table.setAccessibleName(self.tr("Mentors"))
        self.offer_papers()
        self._looked: set[tuple[str, date]] = set()

    def columns(self) -> Sequence[ListColumn[MentorRow]]:
        return (
            ListColumn("name", self.tr("Name"), Column("name", "Siân Llewellyn-Pritchard", 3), lambda row: row.name),
            ListColumn(
                "organisation",
                self.tr("Organisation"),
                Column("text", "Cardiff & Vale", 2),
                lambda row: row.organisation,
                always=False,
            ),
            ListColumn(
                "clearance",
                self.tr("Clearance"),
                Column("pill", words.clearance_samples(), 1),
                lambda row: words.clearance(row.clearance)[0],
                lambda row: words.clearance(row.clearance),
            ),
            ListColumn("modules", self.tr("Modules"), Column("text", "3 of 3"), self._modules, always=False),
            ListColumn(
                "stage",
                self.tr("Stage"),
                Column("pill", tuple(words.toned(words.stages(), stage)[0] for stage in MENTOR_STAGES)),
                lambda row: words.toned(words.stages(), row.stage)[0],
                lambda row: words.toned(words.stages(), row.stage),
            ),
        )

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(
                "stage",
                self.tr("Stage"),
                self.tr("All stages"),
                lambda code: words.toned(words.stages(), code)[0],
                MENTOR_STAGES,
            ),
            Filter(
                "clearance",
                self.tr("Clearance"),
                self.tr("Any clearance"),
                lambda code: words.word(words.clearances(), code),
                CLEARANCE_CODES,
            ),
        )

    def search_hint(self) -> str:
        return self.tr("Type a name, organisation or reference")

    def facts(self, directory: Directory) -> str:
        stages = directory.counted("stage")
        matched = sum(count for stage, count in stages.items() if stage in MATCHED_STAGES)
        parts = [
            self.tr("%n mentor(s)", "", len(directory)),
            self.tr("%n matched", "", matched),
            self.tr("%n ready to match", "", stages.get("ready_to_match", 0)),
        ]
        return " · ".join(parts)

    def nothing_yet(self) -> tuple[str, str]:
        return (
            self.tr("No mentors yet"),
            self.tr("Mentors arrive from the centre. Press F5 to fetch them, or add walk-ins at an event."),
        )

    def make_panel(self) -> Panel:
        self._card = MentorPanel(self)
        attach(self._card.consents, self._card, self, self._background)
        return self._card

    def read_card(self, record: str) -> Callable[[Records], Any]:
        today = day_of(self.desk.now())
        return partial(cards.mentor_card, mentor=record, role=self.desk.role, today=today)

    def fill_card(self, card: Any) -> None:
        self._card.fill(card, today=day_of(self.desk.now()))
        self._note_look(card)

    def _note_look(self, card: MentorCard) -> None:
        """Who has seen a screening check is on record, once a day."""
        today = day_of(self.desk.now())
        fresh = [check.id for check in card.checks if (check.id, today) not in self._looked]
        if fresh:
            self._looked.update((check, today) for check in fresh)
            self._background.write(partial(looks.seen, clearances=fresh), initiator=self)

    def card_concerns(self, change: Change) -> bool:
        return change.concerns(
            "consent", "mentor", "contact", "clearance", "match", "mentee", "attendance_mark", "booking", "event"
        )

    def named(self, line: MentorRow) -> tuple[str, str]:
        told = self.tr("Mentor")
        return line.name, f"{told} · {line.organisation}" if line.organisation else told

    def amend(self, kind: str, record: str, field: str, text: str) -> Callable[[Records], Change]:
        if kind == "contact":
            return partial(amend.amend_contact, mentor=record, field=field, text=text)
        return partial(amend.amend, kind=kind, record=record, field=field, text=text)

    def _modules(self, row: MentorRow) -> str:
        if not row.modules_total:
            return ""
        return self.tr("{done} of {total}").format(done=row.modules_done, total=row.modules_total)
