"""One answer: the verdict, what the certificate must say, and, for whoever may, the way to revoke it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onemm_desktop.programme.dates import day_of
from onemm_desktop.views.checking import words
from onemm_desktop.views.field_words import field_word
from onemm_desktop.views.settings.facts import Facts
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.value_words import code_word, codes_of
from onemm_desktop.views.when import full_day
from onemm_desktop.views.widgets import Card, Choice, Flow, Picture, SecondaryButton, Text
from onemm_wire.records import DocumentIssue, DocumentRevocation
from onemm_wire.records.documents import RevocationReason
from onemm_wire.standing import Standing

_PICTURES = {"ok": "check_circle", "warn": "warning", "bad": "error"}
#: What can still be revoked.
_COUNTING = frozenset({"valid", "genuine", "expired", "superseded", "contested"})


class AnswerCard(Card):
    """``revoked`` carries (number, reason)."""

    revoked = Signal(str, str)

    def __init__(
        self, found: Standing, *, differs: bool, page: int, may_revoke: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found = found
        verdict = words.differs() if differs else words.verdict(found.state)
        self.verdict = verdict.heading
        self.setAccessibleName(f"{verdict.heading} {verdict.meaning}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # where the answer is read out from
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        picture = Picture(_PICTURES[verdict.tone], 32, self, tone=verdict.tone)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(scaled(2))
        said.addWidget(Text(verdict.heading, "heading", self, tone=verdict.tone, wrap=True))
        said.addWidget(Text(verdict.meaning, "body", self, wrap=True))
        row.addLayout(said, 1)
        self.body.addLayout(row)
        if found.number:
            self.body.addWidget(self._facts(page))
        if may_revoke and found.state in _COUNTING and not differs:
            self._offer_to_revoke()

    def _facts(self, page: int) -> Facts:
        found = self._found
        facts = Facts("", self)

        if page:
            facts.set(self.tr("Page"), str(page))
        said = found.content
        if said is not None:
            kind = code_word(DocumentIssue.kind, "document", said.kind) if said.kind else self.tr("Certificate")
            facts.set(self.tr("Kind"), kind)
            facts.set(self.tr("Name on the certificate"), said.name)
            facts.set(self.tr("For"), said.title)
            facts.set(self.tr("Date"), full_day(said.held_on))
            facts.set(self.tr("Hours"), f"{said.hours:g}")
            if said.valid_until is not None:
                facts.set(self.tr("Valid until"), full_day(said.valid_until))
        facts.set(self.tr("Certificate number"), found.number)
        if found.on is not None:
            facts.set(self.tr("Revoked on"), full_day(day_of(found.on)))
        if found.by:
            facts.set(self.tr("Replaced by number"), found.by)
        return facts

    def _offer_to_revoke(self) -> None:
        self.reason = Choice(self.tr("Why it must not count any more"), self)
        self.reason.addItem(self.tr("Choose a reason"), "")
        for code, word in (codes_of(DocumentRevocation.kind, "reason") or {}).items():
            self.reason.addItem(word, code)
        self.revoke = SecondaryButton(self.tr("Revoke this certificate for good"), self)
        self.revoke.setEnabled(False)
        self.revoke.setToolTip(field_word(DocumentRevocation.kind, "reason"))
        self.reason.activated.connect(lambda _: self.revoke.setEnabled(bool(self.reason.currentData())))
        self.revoke.clicked.connect(self._revoke)
        row = Flow(spacing=12)
        row.add(self.reason)
        row.add(self.revoke)
        self.body.addLayout(row)

    def _revoke(self) -> None:
        self.revoke.setEnabled(False)
        self.revoked.emit(self._found.number, cast("RevocationReason", self.reason.currentData()))
