"""Report a concern: whom to phone, the form, and how far what was written here before has come."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk
from onemm_desktop.programme import concerns
from onemm_desktop.programme.dates import day_of
from onemm_desktop.views import sentences
from onemm_desktop.views.concerns import words
from onemm_desktop.views.concerns.form import ConcernForm
from onemm_desktop.views.concerns.slip_card import SlipCard
from onemm_desktop.views.lists.parts import breakable, clear
from onemm_desktop.views.page import Page
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Flow, Text

#: Milliseconds of quiet after which what was typed is kept.
QUIET_MS = 700


class ReportPage(Page):
    """Writes drafts while somebody types, seals when they say so, and then shows nothing of it any more."""

    #: A concern was sealed: it is to be sent at once.
    sync_asked = Signal()

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Report a concern"), parent)
        self._background = background
        self._desk = desk
        self._desktop: concerns.Desktop | None = None
        self._cards: dict[str, SlipCard] = {}
        self._wished: tuple[str, str, str] | None = None
        self._adding: dict[str, str] = {}
        self._sealing = False
        self.danger = _Phones(self)
        self.form = ConcernForm(self)
        self._pressing = QVBoxLayout()
        self._slips = QVBoxLayout()
        self._slips_title = Text(self.tr("Written on this laptop"), "heading", self)
        self._slips_title.hide()
        self.body.addLayout(self._pressing)
        self.body.addWidget(self.danger)
        self.body.addWidget(self.form)
        self.body.addWidget(self._slips_title)
        self.body.addLayout(self._slips)
        self.body.addStretch(1)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._keep)
        self.form.typed.connect(self._quiet.start)
        self.form.sealed.connect(self._seal)
        self.form.dropped.connect(self._drop)
        for column in (self._pressing, self._slips):
            column.setSpacing(scaled(12))

    @property
    def slips(self) -> list[SlipCard]:
        """The cards of what was written here, the newest first."""
        return list(self._cards.values())

    def begin_about(self, kind: str, record: str, name: str) -> None:
        """Somebody came here from a card or an event: its name stands in the form, unless a draft does."""
        self._wished = (kind, record, name)

    def place(self) -> dict[str, Any]:
        """Before a lock or a change of language, what was typed is kept here: no page keeps it for us."""
        self._keep_now()
        return {}

    def shown(self) -> None:
        self.bar.dismiss()
        self._read()
        self.form.account.setFocus()

    def changed(self, change: Change) -> None:
        if change.concerns("concern", "concern_receipt", "safeguarding_contact", "safeguarding_key"):
            self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Somebody leaves, or the laptop locks: what was typed is kept now and not in a moment."""
        super().hideEvent(event)
        self._keep_now()

    # --- what is there ---------------------------------------------------------------------------------------------

    def _read(self) -> None:
        day = day_of(self._desk.now())
        self._background.read(partial(concerns.desktop, region=self._desk.region, today=day), self._show, owner=self)

    def _show(self, desktop: concerns.Desktop) -> None:
        self._desktop = desktop
        self.danger.show_phones(desktop)
        if self.form.empty and not self._sealing and not self._quiet.isActive():
            self.form.show_values(self._begun(desktop))
        now = self._desk.now()
        wanted = {slip.id: slip for slip in desktop.slips}
        for gone in self._cards.keys() - wanted.keys():
            self._cards.pop(gone).deleteLater()
        for slip in desktop.slips:
            if slip.id not in self._cards:
                self._cards[slip.id] = self._made(slip)
            card = self._cards[slip.id]
            draft = desktop.drafts.get(slip.id, {}).get("text")
            card.show_slip(slip, desktop.phones, draft, now)
            # What somebody has to phone about stands above everything else.
            (self._pressing if slip.pressing else self._slips).addWidget(card)
        self._cards = {slip.id: self._cards[slip.id] for slip in desktop.slips}
        self._slips_title.setVisible(any(not slip.pressing for slip in desktop.slips))

    def _begun(self, desktop: concerns.Desktop) -> dict[str, str]:
        draft = desktop.drafts.get("")
        if draft is not None:
            return dict(draft)
        if self._wished is None:
            return {}
        kind, record, name = self._wished
        people = {} if kind == "event" else {"people": name}
        place = {"place": name} if kind == "event" else {}
        return {"about_kind": kind, "about_id": record, "about_name": name, **people, **place}

    def _made(self, slip: concerns.Slip) -> SlipCard:
        card = SlipCard(slip, self)
        card.typed.connect(partial(self._type_addition, slip.id))
        card.added.connect(partial(self._add, slip.id))
        card.told_again.connect(partial(self._put_away, slip.id))
        return card

    # --- what people do --------------------------------------------------------------------------------------------

    def _keep_now(self) -> None:
        if self._quiet.isActive():
            self._quiet.stop()
            self._keep()

    def _keep(self) -> None:
        if not self.form.empty:
            self._background.write(partial(concerns.keep_draft, typed=self.form.values()), initiator=self)
        for about, text in self._adding.items():
            self._background.write(partial(concerns.keep_draft, typed={"text": text}, about=about), initiator=self)
        self._adding.clear()

    def _seal(self) -> None:
        self._quiet.stop()
        self._keep()  # whatever happens next, what was typed is there
        self._sealing = True
        self.form.seal.setEnabled(False)
        work = partial(concerns.seal, report=self.form.report(self._desk.now()))
        self._background.write(work, initiator=self, then=self._sealed, failed=self._not_sealed)

    def _sealed(self, _case: str) -> None:
        self._sealing = False
        self._wished = None
        self.form.seal.setEnabled(True)
        self.form.show_values({})
        self._background.shrink_log()
        self._to_the_top()
        self._read()
        self.sync_asked.emit()

    def _to_the_top(self) -> None:
        """What stands there now says that nobody knows of it yet."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.verticalScrollBar().setValue(0)

    def _not_sealed(self, error: KnownError) -> None:
        self._sealing = False
        self.form.seal.setEnabled(True)
        sentence = sentences.of(error).sentence
        if error.problem is Problem.MISSING_ACCOUNT:
            self.form.account.set_wrong(sentence)
            self.form.account.setFocus()
        else:
            numbers = words.phone_now(self._desktop.phones if self._desktop else ())
            self.bar.show_message(f"{sentence} {numbers}")

    def _drop(self) -> None:
        self._quiet.stop()
        self._wished = None
        self.form.show_values({})
        self._background.write(concerns.drop_draft, initiator=self)
        self._background.shrink_log()

    def _type_addition(self, about: str, text: str) -> None:
        self._adding[about] = text
        self._quiet.start()

    def _add(self, about: str, text: str) -> None:
        self._adding.pop(about, None)
        work = partial(concerns.add, about=about, text=text)
        then, failed = partial(self._added, about), partial(self._not_added, about)
        self._background.write(work, initiator=self, then=then, failed=failed)

    def _put_away(self, slip: str) -> None:
        work = partial(concerns.told_again, slip=slip)
        self._background.write(work, initiator=self, then=lambda _nothing: self._read())

    def _added(self, about: str, _addition: str) -> None:
        card = self._cards.get(about)
        if card is not None:
            card.clear()
        self._background.shrink_log()
        self._read()
        self.sync_asked.emit()

    def _not_added(self, about: str, error: KnownError) -> None:
        card = self._cards.get(about)
        if card is not None:
            card.text.set_wrong(sentences.of(error).sentence)


class _Phones(Card):
    """What comes before any form: 999, then the telephone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, spacing=6)
        self.first = Text(self.tr("Is anyone in danger now? Call 999 first."), "heading", self, tone="bad", wrap=True)
        self.then = Text("", "body", self, wrap=True)
        self._lines = Flow(spacing=24)
        self._unknown = Text("", "small", self, wrap=True)
        self.setAccessibleName(self.first.text())
        self.body.addWidget(self.first)
        self.body.addWidget(self.then)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._unknown)

    def show_phones(self, desktop: concerns.Desktop) -> None:
        """Show the numbers of today."""
        clear(self._lines)
        if desktop.phones:
            self.then.setText(self.tr("Then phone the safeguarding lead. This form does not replace the call."))
        else:
            self.then.setText(words.phone_now(()))
        for phone in desktop.phones:
            self._lines.add(self._line(phone))
        self._unknown.setText(
            ""
            if desktop.can_seal
            else self.tr(
                "This laptop has no key of the lead yet. You can write, and your words are kept here; they can be "
                "sealed once the lead has made one and this laptop has synchronised."
            )
        )
        self._unknown.setVisible(not desktop.can_seal)

    def _line(self, phone: concerns.Phone) -> QWidget:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        number = Text(phone.phone, "heading", whole)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(number)
        column.addWidget(Text(breakable(phone.name), "strong", whole))
        column.addWidget(Text(words.contact_role(phone), "small", whole))
        return whole
