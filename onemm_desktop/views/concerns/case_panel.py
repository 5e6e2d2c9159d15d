"""One concern in full, on a lead's screen: what was reported, what came after it, and what the lead writes on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from onemm_desktop.programme.concern_cases import Entry, Opened
from onemm_desktop.views.concerns import words
from onemm_desktop.views.concerns.long_field import LongField
from onemm_desktop.views.lists.parts import Facts, clear
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.when import moment
from onemm_desktop.views.widgets import Card, Choice, Flow, LinkButton, Pill, PrimaryButton, SecondaryButton, Text
from onemm_wire.concern_contents import Addition, LeadNote, Report


class CasePanel(Card):
    """``noted`` carries the fields of a note; ``left`` that the concern is to go from the screen."""

    noted = Signal(dict)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(20, 16), spacing=12)
        self.setAccessibleName(self.tr("Concern"))
        self._case = ""
        self._closed = False
        self._title = Text("", "heading", self, wrap=True)
        self._pill = Pill(parent=self)
        self.close_case = LinkButton(self.tr("Put away"), self, hint="Esc")
        self.threshold = Text("", "strong", self, tone="bad", wrap=True)
        self._entries = QVBoxLayout()
        self.note = LongField(self.tr("Your note"), self, lines=4, help_text=self.tr("Sealed like the concern itself."))
        self.category = self._choice(self.tr("Category"), words.categories())
        self.referral = self._choice(self.tr("Passed on to"), words.referrals())
        self.met = QCheckBox(self.tr("The harm threshold is met: tell the LADO within one working day"), self)
        self.add = PrimaryButton(self.tr("Add to the chronology"), self)
        self.finish = SecondaryButton(self.tr("Close the concern"), self)
        self._lay_out()
        self.add.clicked.connect(lambda: self._note(closed=None))
        self.finish.clicked.connect(lambda: self._note(closed=not self._closed))
        self.close_case.clicked.connect(self.left)

    def show_case(self, opened: Opened, now: datetime) -> None:
        """Show a concern; a half-written note on the same one stays."""
        case = opened.case
        if case.id != self._case:
            self.clear_note()
        self._case, self._closed = case.id, case.closed
        self._title.setText(words.case_title(case, now))
        self._pill.set_state(*words.case_pill(case))
        threshold = words.lado_due(case.lado_by) if case.lado_by is not None else ""
        self.threshold.setText(threshold)
        self.threshold.setVisible(bool(threshold))
        self.met.setChecked(case.threshold_met)
        self.met.setEnabled(not case.threshold_met)
        self._put(self.category, case.category)
        self._put(self.referral, case.referral)
        self.finish.set_words(self.tr("Open it again") if case.closed else self.tr("Close the concern"))
        clear(self._entries)
        for entry in opened.entries:
            self._entries.addWidget(self._entry(entry, now))

    @property
    def chosen(self) -> dict[str, Any]:
        """What is chosen beside the note, as plain values."""
        return {
            "category": self.category.currentData(),
            "referral": self.referral.currentData(),
            "threshold_met": self.met.isChecked(),
        }

    def choose(self, chosen: Mapping[str, Any]) -> None:
        """Choose again what ``chosen`` told of; what that changes about the concern is still to be written."""
        for choice, code in ((self.category, chosen["category"]), (self.referral, chosen["referral"])):
            choice.setCurrentIndex(max(choice.findData(code), 0))
        self.met.setChecked(self.met.isChecked() or chosen["threshold_met"])

    def clear(self) -> None:
        """Take every word of it off the screen."""
        self._case = ""
        clear(self._entries)
        self._title.setText("")
        self.threshold.setText("")
        self.clear_note()

    def clear_note(self) -> None:
        """The note was sealed."""
        self.note.put("")

    def _note(self, *, closed: bool | None) -> None:
        said: dict[str, Any] = {
            "text": self.note.text,
            "category": self._changed(self.category),
            "referral": self._changed(self.referral),
            "threshold_met": True if self.met.isChecked() and self.met.isEnabled() else None,
            "closed": closed,
        }
        self.noted.emit(said)

    # --- entries ---------------------------------------------------------------------------------------------------

    def _entry(self, entry: Entry, now: datetime) -> QWidget:
        card = Card(self, quiet=True, spacing=6)
        content = entry.content
        match content:
            case Report():
                self._report(card, content, now)
            case Addition():
                by = self._by(content.recorder_name, content.recorder_role)
                self._said(card, self.tr("Added by {who}").format(who=by), content.text, entry.made_at, now)
            case LeadNote():
                self._said(card, content.by_name, "\n".join(self._told(content)), entry.made_at, now)
            case None:
                words_ = self.tr("This part was not sealed to this laptop, or was written by a newer version.")
                card.body.addWidget(Text(words_, "small", card, wrap=True))
        return card

    def _report(self, card: Card, report: Report, now: datetime) -> None:
        by = self._by(report.recorder_name, report.recorder_role)
        self._said(card, self.tr("Written by {who}").format(who=by), report.account, report.written_at, now)
        facts = Facts(card)
        told = " · ".join(part for part in (report.told_name, report.told_time) if part)
        facts.show_facts(
            [
                (self.tr("Danger now"), words.dangers()[report.danger]),
                (self.tr("When"), report.happened),
                (self.tr("Where"), report.place),
                (self.tr("Who"), report.people),
                (self.tr("Witnesses"), report.witnesses),
                (self.tr("Done so far"), report.action_taken),
                (self.tr("Told by telephone"), told),
                (self.tr("Why nobody was told"), report.not_referred_because),
                (self.tr("Begun from"), report.about_name),
            ]
        )
        card.body.addWidget(facts)

    def _said(self, card: Card, who: str, text: str, at: datetime, now: datetime) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(who, "strong", card, wrap=True), 1)
        head.addWidget(Text(moment(at, now), "small", card))
        card.body.addLayout(head)
        if text:
            said = Text(text, "body", card, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.body.addWidget(said)

    def _told(self, note: LeadNote) -> list[str]:
        lines = [note.text] if note.text else []
        if note.category is not None:
            lines.append(self.tr("Category: {word}").format(word=words.categories()[note.category]))
        if note.referral is not None:
            lines.append(self.tr("Passed on: {word}").format(word=words.referrals()[note.referral]))
        if note.threshold_met:
            lines.append(self.tr("The harm threshold is met."))
        if note.closed is not None:
            lines.append(self.tr("Closed.") if note.closed else self.tr("Opened again."))
        return lines

    @staticmethod
    def _by(name: str, role: str) -> str:
        return ", ".join(part for part in (name, words.roles().get(role, "")) if part)

    # --- laying out ------------------------------------------------------------------------------------------------

    def _choice(self, label: str, codes: dict[str, str]) -> Choice:
        choice = Choice(label, self)
        choice.addItem(label, None)
        for code, text in codes.items():
            choice.addItem(text, code)
        return choice

    def _put(self, choice: Choice, code: str | None) -> None:
        choice.setCurrentIndex(max(choice.findData(code), 0) if code else 0)
        choice.setProperty("was", code)

    @staticmethod
    def _changed(choice: Choice) -> str | None:
        code = choice.currentData()
        return code if code != choice.property("was") else None

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._pill)
        head.addWidget(self.close_case)
        self.body.addLayout(head)
        self.body.addWidget(self.threshold)
        self._entries.setSpacing(scaled(8))
        self.body.addLayout(self._entries)
        self.body.addWidget(self.note)
        choices = Flow(spacing=10)
        for choice in (self.category, self.referral):
            choices.add(choice)
        self.body.addLayout(choices)
        self.body.addWidget(self.met)
        buttons = Flow(spacing=10)
        buttons.add(self.add)
        buttons.add(self.finish)
        self.body.addLayout(buttons)
