"""The print centre: any people, any paper; problems first, then the paper itself, once or again after a jam."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from onemm_desktop.background import Background, Records
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme import (
    badges,
    print_runs,
    printing,
    printing_issue,
    printing_paper,
    printing_people,
)
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.print_runs import Before, Subject
from onemm_desktop.programme.printing import CERTIFICATES, Ask, Plan, key_of
from onemm_desktop.programme.printing_issue import Given
from onemm_desktop.programme.printing_paper import Contents
from onemm_desktop.programme.printing_people import Place, Source
from onemm_desktop.views import allowed_words
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.file_names import plain
from onemm_desktop.views.printing import page_range, papers, print_jobs, print_words
from onemm_desktop.views.printing.manner import Rule
from onemm_desktop.views.printing.paper_page import PaperPage
from onemm_desktop.views.printing.print_centre_model import PrintCentreModel
from onemm_desktop.views.printing.print_choices import PrintChoices
from onemm_desktop.views.printing.signing import Hand, Signing
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Column, EmptyState, PrimaryButton, SecondaryButton, Table
from onemm_wire.partitions import Role

#: So long after the last letter of a pasted list its people are looked up.
_PAUSE_MS = 250


class PrintCentrePage(PaperPage):
    """First who is in and who is not, then, once certificates have their numbers, the paper."""

    def __init__(
        self,
        background: Background,
        dialogs: Dialogs,
        desk: Desk,
        signing: Signing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, dialogs, "", parent)
        self._signing = signing
        self._desk = desk
        self._plan: Plan | None = None
        self._before: Before | None = None
        self._given: tuple[Given, ...] = ()
        self.set_title(self.tr("Documents"))
        self.choices = PrintChoices(self)
        self.model = PrintCentreModel(self)
        self.table = Table(self.tr("Who is in and who is left out"), self)
        self.prepare = PrimaryButton(self.tr("Prepare"), self)
        self.choose = SecondaryButton(self.tr("Choose again"), self)
        self.zip = SecondaryButton(self.tr("Save ZIP…"), self)
        self.range = QLineEdit(self)
        self.range.setPlaceholderText(self.tr("Pages 14–22"))
        self.range.setAccessibleName(self.tr("Pages to print; nothing means all"))
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_PAUSE_MS)
        self._list = QWidget(self)
        self._nobody = EmptyState(
            "print", self.tr("Nobody to print for"), self.tr("Choose other people, or paste a list of names above.")
        )
        self._build()

    def open(self, source: Source, paper: str = "") -> None:
        """Come with people chosen already, as from a list page."""
        self.show_pdf(b"")
        self.choices.choose(source, paper)

    def place(self) -> dict[str, Any]:
        ask = self.choices.ask
        if ask is None:
            return {}
        source = ask.source
        return {"where": source.where, "id": source.id, "people": source.people, "paper": ask.paper}

    def come_back(self, place: Mapping[str, Any]) -> None:
        if place:
            self.choices.choose(Source(place["where"], place["id"], people=place["people"]), place["paper"])

    def shown(self) -> None:
        self.bar.dismiss()
        if not self.pdf:
            self._background.read(printing_people.places, self._show_places, self.say_problem)

    def changed(self, change: Change) -> None:
        kinds = (
            "attendance_mark",
            "walk_in",
            "mentor",
            "mentee",
            "consent",
            "match",
            "booking",
            "document_issue",
            "print_run",
            "event",
        )
        if not self.pdf and change.concerns(*kinds):
            self._read()

    def file_name(self) -> str:
        return self.choices.paper.currentText() or self.title

    def chosen_pages(self) -> tuple[int, ...] | None:
        return page_range.pages(self.range.text(), self.preview.pages) if self.range.text().strip() else None

    def subject(self) -> Subject | None:
        plan = self._plan
        if plan is None:
            return None
        return Subject(plan.ask.paper, plan.ask.source.where, plan.ask.source.id, len(self.model.chosen))

    def two_sided(self) -> bool:
        return self.choices.manner.sheet == "back"

    def signing(self) -> Signing | None:
        """Certificates are signed, lists are not."""
        return self._signing if self._given else None

    def not_made(self, error: KnownError) -> None:
        """The list again, with the sentence above it; certificates that have numbers keep them."""
        if self.pdf:
            super().not_made(error)
        else:
            self._show_list()
            self.say_problem(error)

    # --- who -----------------------------------------------------------------------------------------------------

    def _show_places(self, places: Sequence[Place]) -> None:
        self.choices.show_places(places)
        self._read()

    def look_up(self) -> None:
        """Ask for the plan now, and not after the pause in typing."""
        self._asking.stop()
        self._read()

    def _read(self) -> None:
        ask = self.choices.ask
        if ask is not None:
            work = partial(_planned, ask=ask, now=self._desk.now(), role=self._desk.role)
            self._background.read(work, self._check_names, self.say_problem)

    def _check_names(self, planned: tuple[Plan, Before | None]) -> None:
        plan, self._before = planned
        if plan.ask.paper in CERTIFICATES:
            look = partial(print_jobs.unprintable, plan.lines)
            self._background.produce(look, partial(self._show_plan, plan), self.say_problem)
        else:
            self._show_plan(plan, {})

    def _show_plan(self, plan: Plan, unprintable: Mapping[str, str]) -> None:
        if plan.ask != self.choices.ask:
            return  # something else was chosen while this was looked up
        self._plan = plan
        self.model.show_plan(plan, unprintable)
        if not self.pdf:
            self._show_list()

    def _show_list(self) -> None:
        self._show_buttons(paper_shown=False)
        self.stack.setCurrentWidget(self._list)
        somebody = bool(self.model.rowCount())
        self.table.setVisible(somebody)
        self._nobody.setVisible(not somebody)
        self._say_numbers()

    def _say_numbers(self) -> None:
        plan = self._plan
        if plan is None:
            return
        chosen = self.model.chosen
        new = sum(not line.number for line in chosen) if plan.ask.paper in CERTIFICATES else 0
        self.prepare.set_words(
            self.tr("Issue %n new and prepare", "", new) if new else self.tr("Prepare for %n", "", len(chosen))
        )
        whole = plan.ask.paper in printing.OF_EVENT
        self.prepare.setEnabled((bool(chosen) or whole) and plan.why_not is None)
        self.prepare.setToolTip(allowed_words.why(plan.why_not) if plan.why_not else "")
        if plan.why_not:
            self.bar.show_message(allowed_words.why(plan.why_not), tone="neutral")
        within = self.tr("%n in", "", len(chosen))
        left_out = self.tr("%n left out, with the reason", "", self.model.left_out)
        self.set_facts(" · ".join([within, left_out, *([print_words.before(self._before)] if self._before else [])]))

    # --- the paper -----------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        if self._plan is None:
            return
        self.prepare.setEnabled(False)  # a second click would only ask for the same papers again
        ask = self._plan.ask
        people = frozenset(key_of(line.person) for line in self.model.chosen)
        if ask.paper in CERTIFICATES:
            give = partial(printing_issue.give, ask=ask, people=people)
            self._background.write(give, initiator=self, then=self._issued, failed=self.not_made)
        else:
            self._given = ()
            read = partial(self._read_contents, ask, people)
            if ask.paper in printing.BADGES:
                key = partial(badges.prepare, event=ask.source.id)
                self._background.write(key, initiator=self, then=lambda _key: read(), failed=self.not_made)
            else:
                read()

    def _read_contents(self, ask: Ask, people: frozenset[str]) -> None:
        read = partial(
            printing_paper.contents, ask=ask, people=people, now=self._desk.now(), role=self._desk.role
        )  # fmt: skip
        self._background.read(read, self._draw, self.not_made)

    def _issued(self, given: tuple[Given, ...]) -> None:
        if not given:
            self._read()
            return
        self._given = given
        self._show_buttons(paper_shown=True)
        work = partial(print_jobs.certificates_pdf, given, self.choices.manner)
        self.make(self.tr("Preparing certificates"), len(given), work)

    def _draw(self, contents: Contents) -> None:
        self._show_buttons(paper_shown=True)
        work = partial(print_jobs.list_pdf, contents, self.choices.manner, day_of(self._desk.now()))
        self.make(self.tr("Preparing the paper"), 0, work)

    def _choose_again(self) -> None:
        self.range.clear()
        self.show_pdf(b"")
        self._read()

    def _print(self) -> None:
        if self.range.text().strip() and self.chosen_pages() is None:
            self.bar.show_message(
                self.tr("There are no such pages here. There are %n.", "", self.preview.pages), tone="warn"
            )
            self.range.setFocus()
            return
        super()._print()

    def _save_zip(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        suggested = folder / f"{plain(self.file_name())}.zip"
        path = self._dialogs.save_as(self, self.tr("Save ZIP"), suggested, self.tr("ZIP (*.zip)"))
        if path is not None:
            total = len(self._given)
            self._begin(self.tr("A PDF for each person"), total)
            work = partial(
                _zipped,
                path,
                self._given,
                self.choices.manner.rule,
                self.signing(),
                partial(self._report, total),
                self._stop.is_set,
            )
            self._background.produce(work, partial(self._zip_saved, path.name), self.not_made)

    def _zip_saved(self, name: str, hand: Hand | None) -> None:
        self.stack.setCurrentWidget(self._frame)
        self.keep_run("zip", len(self._given))
        self._say_saved(name, hand)

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.table.setModel(self.model)
        reasons = tuple(print_words.reason(code) for code in ("modules_missing", "no_consent", "unprintable"))
        self.table.set_columns(
            Column("check"),
            Column("name", "Siân Llewellyn-Pritchard", stretch=1),
            Column("pill", (*reasons, "WMD26-0007-00042-WWW")),
        )
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        asks = Card(self._list, padding=(18, 14))
        asks.body.addWidget(self.choices)
        people = Card(self._list, padding=(14, 8))
        people.body.addWidget(self.table)
        people.body.addWidget(self._nobody)
        column.addWidget(asks)
        column.addWidget(people, 1)
        self.stack.addWidget(self._list)
        self.stack.setCurrentWidget(self._list)
        for button in (self.choose, self.zip, self.save):
            self.add_button(button)
        self._buttons.add(self.range)
        for button in (self.print, self.prepare):
            self.add_button(button)
        self.prepare.clicked.connect(self._prepare)
        self.choose.clicked.connect(self._choose_again)
        self.zip.clicked.connect(self._save_zip)
        self.model.ticked.connect(self._say_numbers)
        self.choices.asked.connect(self._asking.start)
        self._asking.timeout.connect(self._read)
        self._show_buttons(paper_shown=False)

    def _show_buttons(self, *, paper_shown: bool) -> None:
        for widget in (self.choose, self.save, self.print, self.range):
            widget.setVisible(paper_shown)
        self.zip.setVisible(paper_shown and bool(self._given))
        self.prepare.setVisible(not paper_shown)


def _planned(session: Records, *, ask: Ask, now: datetime, role: Role) -> tuple[Plan, Before | None]:
    """Who is in and who is not, and when this was last printed."""
    source = ask.source
    before = print_runs.last(session, paper=ask.paper, people_from=source.where, about=source.id)
    return printing.plan(session, ask=ask, now=now, role=role), before


def _zipped(
    path: Path, given: tuple[Given, ...], rule: Rule, signing: Signing | None, progress: Any, cancelled: Any
) -> Hand | None:
    hand = signing.hand() if signing else None
    papers.save(path, print_jobs.certificates_zip(given, rule, hand, progress, cancelled))
    return hand
