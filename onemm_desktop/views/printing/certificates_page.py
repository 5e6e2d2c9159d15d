"""Certificates of an event: who gets one and who does not, then the papers themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme import certificates
from onemm_desktop.programme.certificates import Issued, Selection
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.print_runs import Subject
from onemm_desktop.views import allowed_words
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.printing import papers
from onemm_desktop.views.printing.certificates_model import CertificatesModel
from onemm_desktop.views.printing.paper_page import PaperPage
from onemm_desktop.views.printing.signing import Signing
from onemm_desktop.views.when import long_day
from onemm_desktop.views.widgets import Card, Column, EmptyState, PrimaryButton, SecondaryButton, Table


class CertificatesPage(PaperPage):
    """``open`` says for which event. First the list, then, once numbers are given, the papers."""

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
        self._event = ""
        self._selection: Selection | None = None
        self.set_title(self.tr("Certificates of attendance"))
        self.set_back(self.tr("Register"))
        self.model = CertificatesModel(self)
        self.table = Table(self.tr("Who gets a certificate"), self)
        self.issue = PrimaryButton(self.tr("Issue certificates"), self)
        self.choose = SecondaryButton(self.tr("Choose people"), self)
        self._list = Card(self, padding=(14, 8))
        self._nobody = EmptyState(
            "badge",
            self.tr("Nobody is on this register"),
            self.tr("Mark who comes, then their certificates are here."),
        )
        self._build()

    def open(self, event: str) -> None:
        """Choose the event whose certificates are shown when the page comes to the front."""
        if event != self._event:
            self._event = event
            self._selection = None
            self.model.forget_ticks()
        self.show_pdf(b"")

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        if not self.pdf:
            self._read()

    def changed(self, change: Change) -> None:
        if not self.pdf and change.concerns(
            "attendance_mark", "walk_in", "mentor", "consent", "booking", "document_issue"
        ):
            self._read()

    def file_name(self) -> str:
        event = self._selection
        return f"{self.title} {event.title} {event.held_on}" if event else self.title

    def subject(self) -> Subject | None:
        return Subject("certificate_of_attendance", "event", self._event, len(self.model.chosen))

    def signing(self) -> Signing | None:
        return self._signing

    def not_made(self, error: KnownError) -> None:
        """The list again, with the sentence above it; certificates that have numbers keep them."""
        if self.pdf:
            super().not_made(error)
        else:
            self._show_list()
            self.say_problem(error)

    # --- the list ------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        if self._event:
            ask = partial(
                certificates.select_people, event=self._event, today=day_of(self._desk.now()), role=self._desk.role
            )
            self._background.read(ask, self._check_names, self.say_problem)

    def _check_names(self, selection: Selection) -> None:
        look = partial(papers.unprintable, selection.earned)
        self._background.produce(look, partial(self._show_selection, selection), self.say_problem)

    def _show_selection(self, selection: Selection, unprintable: Mapping[str, KnownError]) -> None:
        if selection.event != self._event:
            return  # another event was opened while this one was looked at
        self._selection = selection
        self.model.show_selection(selection, unprintable)
        if not self.pdf:
            self._show_list()

    def _show_list(self) -> None:
        self._show_buttons(papers_shown=False)
        self.stack.setCurrentWidget(self._list if self.model.rowCount() else self._nobody)
        self._say_numbers()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_numbers(self) -> None:
        if self._selection is None:
            return
        chosen = self.model.chosen
        count = len(chosen)
        new = sum(not one.number for one in chosen)
        self.issue.set_words(
            self.tr("Issue %n certificate(s)", "", count) if new else self.tr("Show %n certificate(s)", "", count)
        )
        why_not = self._selection.why_not
        self.issue.setEnabled(count > 0 and why_not is None)
        self.issue.setToolTip(allowed_words.why(why_not) if why_not else "")
        if why_not:
            self.bar.show_message(allowed_words.why(why_not), tone="neutral")
        left_out = self.tr("%n left out, with the reason", "", self.model.left_out)
        day = long_day(self._selection.held_on)
        self.set_facts(f"{self._selection.title} — {self._selection.venue} · {day} · {left_out}")

    # --- issuing -------------------------------------------------------------------------------------------------

    def _issue(self) -> None:
        self.issue.setEnabled(False)  # a second click would only ask for the same papers again
        people = frozenset(one.person for one in self.model.chosen)
        self._background.write(
            partial(certificates.issue, event=self._event, people=people),
            initiator=self,
            then=self._issued,
            failed=self.not_made,
        )

    def _issued(self, issued: Sequence[Issued]) -> None:
        if self._selection is None or not issued:
            self._read()
            return
        made = papers.certificates_of(self._selection, issued)
        self._show_buttons(papers_shown=True)
        self.make(self.tr("Preparing certificates"), len(made), partial(papers.certificates_pdf, made))

    def _choose_again(self) -> None:
        self.show_pdf(b"")
        self._read()

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.set_columns(
            Column("check"),
            Column("name", "Siân Llewellyn-Pritchard", stretch=1),
            Column("text", "Hours"),
            Column("pill", "WMD26-0007-00042-WWW"),
        )
        self._list.body.addWidget(self.table)
        self.stack.addWidget(self._list)
        self.stack.addWidget(self._nobody)
        for button in (self.choose, self.save, self.print, self.issue):
            self.add_button(button)
        self.issue.clicked.connect(self._issue)
        self.choose.clicked.connect(self._choose_again)
        self.model.ticked.connect(self._say_numbers)
        self._show_buttons(papers_shown=False)

    def _show_buttons(self, *, papers_shown: bool) -> None:
        for button in (self.choose, self.save, self.print):
            button.setVisible(papers_shown)
        self.issue.setVisible(not papers_shown)
