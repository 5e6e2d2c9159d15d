"""Young people: the ones this laptop may know of, with their school or college. No way to reach them is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background, Records
from onemm_desktop.changes import Change
from onemm_desktop.programme import amend, cards
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.listing import Order, partner_names
from onemm_desktop.programme.people import MENTEE_STAGES, MENTORED_STAGES, MenteeRow, YoungPeople
from onemm_desktop.programme.search import Directory
from onemm_desktop.views.lists.controls import Filter
from onemm_desktop.views.lists.model import ListColumn
from onemm_desktop.views.lists.page import ListPage
from onemm_desktop.views.lists.panel import Panel
from onemm_desktop.views.people import words
from onemm_desktop.views.people.consent_saving import attach
from onemm_desktop.views.people.mentee_panel import MenteePanel
from onemm_desktop.views.widgets import Column


class YoungPeoplePage(ListPage[MenteeRow]):
    """The page behind "Young people" in the rail."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        self._partners: dict[str, str] = {}
        super().__init__(background, YoungPeople(), Order("name"), parent)
        self.set_title(self.tr("Young people"))
        self.table.setAccessibleName(self.tr("Young people"))
        self.offer_papers()

    def columns(self) -> Sequence[ListColumn[MenteeRow]]:
        return (
            ListColumn("name", self.tr("Name"), Column("name", "Siân Llewellyn-Pritchard", 3), lambda row: row.name),
            ListColumn(
                "partner",
                self.tr("Partner"),
                Column("text", "Tower Hamlets Partnership", 2),
                lambda row: row.partner,
                always=False,
            ),
            ListColumn("year", self.tr("Year and course"), Column("text", "Year 12 · Biology", 2), _year, always=False),
            ListColumn(
                "stage",
                self.tr("Stage"),
                Column("pill", tuple(words.toned(words.stages(), stage)[0] for stage in MENTEE_STAGES)),
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
                MENTEE_STAGES,
            ),
            Filter(
                "partner",
                self.tr("Partner"),
                self.tr("All partners"),
                lambda partner: self._partners.get(partner, partner),
            ),
        )

    def search_hint(self) -> str:
        return self.tr("Type a name, course or reference")

    def facts(self, directory: Directory) -> str:
        stages = directory.counted("stage")
        mentored = sum(count for stage, count in stages.items() if stage in MENTORED_STAGES)
        parts = [
            self.tr("%n young people", "", len(directory)),
            self.tr("%n with a mentor", "", mentored),
            self.tr("%n ready to match", "", stages.get("ready_to_match", 0)),
        ]
        return " · ".join(parts)

    def nothing_yet(self) -> tuple[str, str]:
        if self.desk.role == "trainer":
            return (
                self.tr("Young people are not kept on a trainer’s laptop"),
                self.tr(
                    "Their school, college or charity and the office hold them. Ask the office if you need to know."
                ),
            )
        return (
            self.tr("No young people yet"),
            self.tr("Schools, colleges and charities nominate them. Press F5 to fetch what the centre has."),
        )

    def make_panel(self) -> Panel:
        self._card = MenteePanel(self)
        attach(self._card.consents, self._card, self, self._background)
        return self._card

    def prepare(self, session: Records) -> None:
        self._partners = partner_names(session)

    def read_card(self, record: str) -> Callable[[Records], Any]:
        today = day_of(self.desk.now())
        return partial(cards.mentee_card, mentee=record, role=self.desk.role, today=today)

    def fill_card(self, card: Any) -> None:
        self._card.fill(card, today=day_of(self.desk.now()))

    def card_concerns(self, change: Change) -> bool:
        return change.concerns("consent", "mentee", "partner", "match", "mentor")

    def named(self, line: MenteeRow) -> tuple[str, str]:
        told = self.tr("Young person")
        return line.name, f"{told} · {line.partner}" if line.partner else told

    def amend(self, kind: str, record: str, field: str, text: str) -> Callable[[Records], Change]:
        return partial(amend.amend, kind=kind, record=record, field=field, text=text)


def _year(row: MenteeRow) -> str:
    return " · ".join(part for part in (row.year_group, row.course) if part)
