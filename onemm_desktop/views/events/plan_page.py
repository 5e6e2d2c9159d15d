"""Planning an event, or changing its plan: a form, whose rules are the programme's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from onemm_desktop.background import Background
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme import event_plan
from onemm_desktop.programme.event_plan import Plan, Planned, SessionPlan
from onemm_desktop.views import sentences
from onemm_desktop.views.events.plan_parts import SessionsCard, StaffCard, hours_edit, set_time, time_edit, time_of
from onemm_desktop.views.page import Page
from onemm_desktop.views.people import words as people_words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.value_words import code_word
from onemm_desktop.views.widgets import Card, Choice, Field, Flow, PrimaryButton, Text
from onemm_wire.records.training import EventKind

_KINDS: tuple[EventKind, ...] = ("mentor_training", "safeguarding_briefing", "mentor_meetup", "partner_briefing")


class PlanPage(Page):
    """``open`` with an event's id, or with nothing for a new one. ``planned`` names the event once it is kept."""

    planned = Signal(str)

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Plan an event"), parent)
        self._background = background
        self._desk = desk
        self._event = ""
        self._held: Planned | None = None
        self.set_back(self.tr("Back"))
        self.keep = PrimaryButton(self.tr("Keep the plan"), self)
        self.add_button(self.keep)
        self.fields = {name: Field(label, self) for name, label in self._words().items()}
        self.kind = Choice(self.tr("Kind of event"), self)
        self.begins = time_edit(self.tr("Beginning"), self)
        self.ends = time_edit(self.tr("End"), self)
        self.hours = hours_edit(self.tr("Hours on certificates"), self)
        self.places = _number(self.tr("Places"), self)
        self.least = _number(self.tr("At least"), self)
        self.module = Choice(self.tr("Module that it gives"), self)
        self.before = Choice(self.tr("Asked for beforehand"), self)
        self.sessions = SessionsCard(self)
        self.staff = StaffCard(self)
        self._build()

    def open(self, event: str = "") -> None:
        """Choose the event whose plan is changed; nothing begins a new one."""
        self._event = event
        self._held = None

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        self.set_title(self.tr("Change the plan") if self._event else self.tr("Plan an event"))
        if self._held is None:
            self._background.read(
                partial(event_plan.planned, event=self._event), self._show, self._say_problem, owner=self
            )  # fmt: skip
        self.fields["title"].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, held: Planned) -> None:
        self._held = held
        plan = held.plan or self._blank()
        for name, field in self.fields.items():
            field.line.setText(getattr(plan, name))
        self.kind.setCurrentIndex(max(0, self.kind.findData(plan.event_kind)))
        set_time(self.begins, plan.starts_at)
        set_time(self.ends, plan.ends_at)
        self.hours.setValue(plan.hours)
        self.places.setValue(plan.capacity)
        self.least.setValue(plan.minimum)
        self.before.clear()
        self.before.addItem(self.tr("Nothing"), "")
        for one in held.requirements:
            self.before.addItem(one.title, one.code)
        self.before.setCurrentIndex(max(0, self.before.findData(plan.requirement_code)))
        self._show_modules(plan.modules)
        self.sessions.show_plans(plan.sessions)
        self.staff.show_plans(plan.staff)

    def _show_modules(self, chosen: tuple[str, ...]) -> None:
        words = people_words.modules()
        self.module.clear()
        self.module.addItem(self.tr("None"), ())
        for codes in dict.fromkeys([chosen, *((code,) for code in words)]):
            if codes:
                self.module.addItem(", ".join(words.get(code, code) for code in codes), codes)
        self.module.setCurrentIndex(1 if chosen else 0)

    def _blank(self) -> Plan:
        """A week from now, from ten to four."""
        starts = (self._desk.now() + timedelta(days=7)).replace(hour=10, minute=0, second=0)
        return Plan("", "", starts, starts + timedelta(hours=6), 5.5, 20)

    def plan(self) -> Plan:
        """What stands in the form."""
        texts = {name: field.text for name, field in self.fields.items()}
        return Plan(
            **texts,
            starts_at=time_of(self.begins),
            ends_at=time_of(self.ends),
            hours=self.hours.value(),
            capacity=self.places.value(),
            minimum=self.least.value(),
            event_kind=cast("EventKind", self.kind.currentData()),
            requirement_code=self.before.currentData() or "",
            modules=tuple(self.module.currentData() or ()),
            sessions=tuple(row.plan() for row in self.sessions.rows),
            staff=tuple(row.plan() for row in self.staff.rows),
        )

    def _keep(self) -> None:
        plan = self.plan()
        verb: Any = (
            partial(event_plan.edit, event=self._event, plan=plan)
            if self._event
            else partial(event_plan.create, plan=plan)
        )
        self._background.write(
            verb, label="event_planned", values={"name": plan.title}, initiator=self, then=self._kept,
            failed=self._say_problem,
        )  # fmt: skip

    def _kept(self, event: str | None) -> None:
        self._event = event or self._event
        self._held = None
        self.planned.emit(self._event)

    def _add_session(self) -> None:
        begins, ends = time_of(self.begins), time_of(self.ends)
        if self.sessions.rows:
            begins = time_of(self.sessions.rows[-1].ends)
        row = self.sessions.add_row(
            SessionPlan("", begins, ends, self.hours.value(), modules=self.module.currentData() or ())
        )
        row.name.line.setFocus()

    def _say_problem(self, error: KnownError) -> None:
        said = sentences.of(error)
        self.bar.show_message(said.sentence, said.button)

    # --- building ------------------------------------------------------------------------------------------------

    def _words(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "title_cy": self.tr("Welsh title"),
            "venue": self.tr("Venue"),
            "address": self.tr("Address"),
            "access_notes": self.tr("Getting in"),
        }

    def _build(self) -> None:
        for code in _KINDS:
            self.kind.addItem(code_word("event", "event_kind", code), code)
        form = Card(self, spacing=10)
        for field in self.fields.values():
            form.body.addWidget(field)
        for row in (
            (self.kind, self.begins, self.ends, self.hours),
            (self.places, self.least, self.module, self.before),
        ):
            flow = Flow(spacing=12)
            for part in row:
                flow.add(_labelled(part, form))
            form.body.addLayout(flow)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        for card in (form, self.sessions, self.staff):
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.keep.clicked.connect(self._keep)
        self.sessions.add.clicked.connect(self._add_session)
        self.bar.acted.connect(self.shown)


def _number(name: str, parent: QWidget) -> QSpinBox:
    edit = QSpinBox(parent)
    edit.setAccessibleName(name)
    edit.lineEdit().setAccessibleName(name)
    edit.setRange(0, 9999)
    return edit


def _labelled(part: QWidget, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(4))
    name = Text(part.accessibleName(), "strong", box)
    name.setBuddy(part)
    column.addWidget(name)
    column.addWidget(part)
    return box
