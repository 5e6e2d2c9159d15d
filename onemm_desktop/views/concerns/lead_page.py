"""Concerns, for a safeguarding lead: what is open, what was written, what was decided, and whose laptops open them.

What is decrypted is shown and let go of: the page keeps nothing of it beyond what stands on the screen, and takes that
off as soon as somebody leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk
from onemm_desktop.programme import concern_cases, lead_desk, safeguarding_contacts, safeguarding_keys
from onemm_desktop.programme.concern_cases import Opened, Pattern
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.lead_desk import LeadDesk
from onemm_desktop.views import sentences
from onemm_desktop.views.concerns import words
from onemm_desktop.views.concerns.case_list import CaseList, PatternCard
from onemm_desktop.views.concerns.case_panel import CasePanel
from onemm_desktop.views.concerns.contacts_card import ContactsCard
from onemm_desktop.views.concerns.keys_panel import KeysCard, SetUpCard
from onemm_desktop.views.concerns.lead_key import LeadKey
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.page import Page
from onemm_desktop.views.printing.printer import print_pdf
from onemm_wire import recovery_key, sealing
from onemm_wire.records.safeguarding import ContactRole

#: Kinds of record that this page shows something of.
_SHOWN = ("concern", "concern_key_grant", "concern_receipt", "safeguarding_key", "safeguarding_contact")


class ConcernsPage(Page):
    """Only for the role of a safeguarding lead; ``key`` is what this laptop's vault holds for it."""

    #: Something was written: it is to be sent at once.
    sync_asked = Signal()

    def __init__(
        self, background: Background, desk: Desk, dialogs: Dialogs, key: LeadKey, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Concerns"), parent)
        self._background = background
        self._desk = desk
        self._dialogs = dialogs
        self._key = key
        self._open = ""
        self._chosen: Mapping[str, Any] | None = None
        self._recovery: bytes | None = None
        self._taken_away = False
        self.set_up = SetUpCard(self)
        self.case = CasePanel(self)
        self.list = CaseList(self)
        self.patterns = PatternCard(self)
        self.contacts = ContactsCard(self)
        self.keys = KeysCard(self)
        for part in (self.set_up, self.case, self.list, self.patterns, self.contacts, self.keys):
            self.body.addWidget(part)
            part.hide()
        self.body.addStretch(1)
        self._connect()

    def place(self) -> dict[str, Any]:
        return {"case": self._open, "chosen": self.case.chosen} if self._open else {}

    def come_back(self, place: Mapping[str, Any]) -> None:
        if "case" in place:
            self._open_case(place["case"])
            self._chosen = place["chosen"]

    def shown(self) -> None:
        self.bar.dismiss()
        self._read()

    def changed(self, change: Change) -> None:
        if change.concerns(
            "concern", "concern_key_grant", "concern_receipt", "safeguarding_key", "safeguarding_contact"
        ):
            self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Somebody goes elsewhere, or the laptop locks: no word stays on the screen, nor in this page."""
        super().hideEvent(event)
        self._put_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open:
            self._put_away()
            self._read()
        else:
            super().keyPressEvent(event)

    # --- what is there ---------------------------------------------------------------------------------------------

    def _read(self) -> None:
        today = day_of(self._desk.now())
        ask = partial(lead_desk.look, region=self._desk.region, pair=self._key.pair(), today=today)
        self._background.read(ask, self._show, owner=self)

    def _show(self, desk: LeadDesk) -> None:
        now = self._desk.now()
        ready = desk.standing.place == "ready"
        self._taken_away = desk.standing.place == "taken_away"
        self.set_up.setVisible(not ready or self._recovery is not None)
        self.set_up.show_standing(desk.standing)
        self.set_facts(words.cases_facts(desk.cases) if ready else "")
        self.contacts.setVisible(not self._open)
        self.contacts.show_phones(desk.phones)
        self.keys.setVisible(bool(desk.standing.keys) and not self._open)
        self.keys.show_keys(desk.standing.keys, now, ready=ready)
        self.list.setVisible(ready and not self._open)
        self.list.show_cases(desk.cases, now)
        self._see_patterns()
        if ready and desk.to_grant:
            self._write_with_key(safeguarding_keys.grant_missing)

    def _connect(self) -> None:
        self.list.chosen.connect(self._open_case)
        self.list.turned.connect(self._see_patterns)
        self.patterns.chosen.connect(self._open_case)
        self.case.noted.connect(self._note)
        self.case.left.connect(self._leave)
        self.set_up.first_asked.connect(self._begin_first)
        self.set_up.print_asked.connect(self._print_recovery)
        self.set_up.printed.connect(self._make_first)
        self.set_up.join_asked.connect(self._join)
        self.set_up.recovered.connect(self._recover)
        self.contacts.added.connect(self._add_contact)
        self.contacts.ended.connect(lambda contact: self._write(partial(safeguarding_contacts.end, contact=contact)))
        self.keys.let_in.connect(self._let_in)
        self.keys.taken_away.connect(self._take_away)

    def _see_patterns(self) -> None:
        """Only where somebody looks at the low-level ones: names are read then, and that is recorded."""
        pair = self._key.pair()
        if pair is None or not self.list.low_level or self.list.isHidden():
            self.patterns.hide()
            return
        work = partial(concern_cases.see_patterns, pair=pair)
        self._background.write(work, initiator=self, then=self._show_patterns, failed=self._say)

    def _show_patterns(self, found: list[Pattern]) -> None:
        if not self.isVisible():
            return  # somebody has gone elsewhere meanwhile
        self.patterns.setVisible(bool(found) and self.list.low_level and not self._open)
        self.patterns.show_patterns(found)

    # --- one concern -----------------------------------------------------------------------------------------------

    def _open_case(self, case: str) -> None:
        pair = self._key.pair()
        if pair is None:
            return
        self._open = case
        work = partial(concern_cases.open_case, case=case, pair=pair)
        self._background.write(work, initiator=self, then=self._show_case, failed=self._not_opened)

    def _show_case(self, opened: Opened) -> None:
        if self._open != opened.case.id or not self.isVisible():
            return  # somebody has gone on meanwhile: it is not to be shown
        self.list.hide()
        for part in (self.patterns, self.contacts, self.keys):
            part.hide()
        self.case.show()
        self.case.show_case(opened, self._desk.now())
        if self._chosen is not None:
            self.case.choose(self._chosen)
            self._chosen = None
        self.sync_asked.emit()

    def _not_opened(self, error: KnownError) -> None:
        self._open = ""
        self.bar.show_message(sentences.of(error).sentence)

    def _note(self, said: dict[str, Any]) -> None:
        work = partial(concern_cases.write_note, case=self._open, **said)
        self._background.write(work, initiator=self, then=self._noted, failed=self._not_noted)

    def _noted(self, _nothing: None) -> None:
        self.case.clear_note()
        self._open_case(self._open)

    def _not_noted(self, error: KnownError) -> None:
        self.case.note.set_wrong(sentences.of(error).sentence)
        self.case.note.setFocus()

    def _leave(self) -> None:
        self._put_away()
        self._read()

    def _put_away(self) -> None:
        self._open = ""
        self._chosen = None
        self.case.clear()
        self.case.hide()
        self.patterns.show_patterns([])

    # --- the keys --------------------------------------------------------------------------------------------------

    def _begin_first(self) -> None:
        self._recovery = sealing.new_seed()
        self.set_up.show_recovery_key(recovery_key.written(self._recovery))

    def _print_recovery(self) -> None:
        printer = self._dialogs.printer(self, self.tr("Recovery key"))
        if printer is None or self._recovery is None:
            return
        from onemm_desktop.documents import recovery_page  # only here: the libraries of paper slow every start

        pdf = recovery_page.make(
            code=recovery_key.written(self._recovery), region=self._desk.region, made_on=day_of(self._desk.now())
        )
        work = partial(print_pdf, pdf, printer, progress=lambda _page: None, cancelled=lambda: False)
        self._background.produce(work, lambda _pages: None, self._say, owner=self)

    def _make_first(self) -> None:
        if self._recovery is None:
            return
        work = partial(safeguarding_keys.set_up_first, recovery_seed=self._recovery, seed=self._key.seed())
        self._recovery = None
        self.set_up.forget()
        self._write(work)

    def _join(self) -> None:
        self._write(partial(safeguarding_keys.ask_to_join, seed=self._key.seed(anew=self._taken_away)))

    def _recover(self, seed: bytes) -> None:
        work = partial(
            safeguarding_keys.join_by_recovery, recovery_seed=seed, seed=self._key.seed(anew=self._taken_away)
        )
        self._background.write(work, initiator=self, then=self._joined, failed=self._not_recovered)

    def _joined(self, _nothing: None) -> None:
        self.set_up.forget()
        self._read()
        self.sync_asked.emit()

    def _not_recovered(self, error: KnownError) -> None:
        if error.problem is Problem.WRONG_RECOVERY_KEY:
            self.set_up.set_wrong(sentences.of(error).sentence)
        else:
            self._say(error)

    def _add_contact(self, name: str, role: ContactRole, phone: str, hours: str) -> None:
        work = partial(safeguarding_contacts.add, name=name, contact_role=role, phone=phone, hours=hours)
        self._background.write(work, initiator=self, then=self._contact_added, failed=self.contacts.show_error)

    def _contact_added(self, _nothing: None) -> None:
        self.contacts.clear()
        self._written(None)

    def _let_in(self, key: str) -> None:
        self._write_with_key(partial(safeguarding_keys.let_in, key=key))

    def _take_away(self, key: str) -> None:
        self._write_with_key(partial(safeguarding_keys.take_away, key=key))

    def _write_with_key(self, work: Callable[..., Change]) -> None:
        pair = self._key.pair()
        if pair is not None:
            self._write(partial(work, pair=pair))

    def _write(self, work: partial[Change]) -> None:
        self._background.write(work, initiator=self, then=self._written, failed=self._say)

    def _written(self, _nothing: None) -> None:
        self._read()
        self.sync_asked.emit()

    def _say(self, error: KnownError) -> None:
        self.bar.show_message(sentences.of(error).sentence)
