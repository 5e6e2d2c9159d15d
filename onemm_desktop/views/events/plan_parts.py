"""The sessions and the staff of a plan, a row each, to be added and taken away."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QDoubleSpinBox, QVBoxLayout, QWidget

from onemm_desktop.programme.dates import LONDON, local
from onemm_desktop.programme.event_plan import SessionPlan, StaffPlan
from onemm_desktop.views.people import words as people_words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.value_words import code_word
from onemm_desktop.views.widgets import Card, Choice, Field, Flow, SecondaryButton, Text
from onemm_wire.records.training import Duty

DUTIES: tuple[Duty, ...] = ("trainer", "helper", "host", "observer")


def time_edit(name: str, parent: QWidget) -> QDateTimeEdit:
    """A field for a day and a time by the clock on the wall."""
    edit = QDateTimeEdit(parent)
    edit.setAccessibleName(name)
    edit.lineEdit().setAccessibleName(name)
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("d MMM yyyy HH:mm")
    return edit


def set_time(edit: QDateTimeEdit, instant: datetime) -> None:
    """Show an instant."""
    at = local(instant)
    edit.setDateTime(QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0))


def time_of(edit: QDateTimeEdit) -> datetime:
    """The instant that is shown."""
    return cast("datetime", edit.dateTime().toPython()).replace(tzinfo=LONDON)


class ModuleTicks(QWidget):
    """The modules that a session gives, a tick each; one that the centre added, without a word of its own, too."""

    def __init__(self, chosen: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = people_words.modules()
        row = Flow(self, spacing=12)
        row.add(Text(self.tr("Gives"), "label", self))
        self.ticks: dict[str, QCheckBox] = {}
        for code in dict.fromkeys([*chosen, *words]):
            tick = QCheckBox(people_words.word(words, code), self)
            tick.setChecked(code in chosen)
            tick.setAccessibleName(self.tr("Session gives {module}").format(module=tick.text()))
            self.ticks[code] = tick
        # What was chosen comes first in what is kept, so that a plan that nobody changed is no change to send.
        for code in sorted(self.ticks, key=[*words, *chosen].index):
            row.add(self.ticks[code])

    @property
    def codes(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(code for code, tick in self.ticks.items() if tick.isChecked())


class SessionRow(QWidget):
    """One session: its titles, times and hours, and the modules that it gives."""

    def __init__(self, plan: SessionPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.name = Field(self.tr("Title of the session"), self)
        self.name.line.setText(plan.title)
        self.welsh = Field(self.tr("Welsh title of the session"), self)
        self.welsh.line.setText(plan.title_cy)
        self.begins = time_edit(self.tr("Beginning of the session"), self)
        self.ends = time_edit(self.tr("End of the session"), self)
        self.hours = hours_edit(self.tr("Hours of the session"), self)
        self.remove = SecondaryButton(self.tr("Remove the session"), self)
        set_time(self.begins, plan.starts_at)
        set_time(self.ends, plan.ends_at)
        self.hours.setValue(plan.hours)
        self.modules = ModuleTicks(plan.modules, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scaled(8))
        column.setSpacing(scaled(8))
        for parts in ((self.name, self.welsh), (self.begins, self.ends, self.hours, self.remove)):
            row = Flow(spacing=8, even=parts[0] is self.name)
            for part in parts:
                row.add(part)
            column.addLayout(row)
        column.addWidget(self.modules)

    def plan(self) -> SessionPlan:
        """What stands in the row."""
        begins, ends = time_of(self.begins), time_of(self.ends)
        return SessionPlan(
            self.name.text, begins, ends, self.hours.value(), self.welsh.text, self.modules.codes, self._plan.id
        )  # fmt: skip


class StaffRow(QWidget):
    """One person and their duty."""

    def __init__(self, plan: StaffPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.name = Field(self.tr("Name"), self)
        self.name.line.setText(plan.name)
        self.duty = Choice(self.tr("Duty"), self)
        for code in DUTIES:
            self.duty.addItem(code_word("event_staff", "duty", code), code)
        self.duty.setCurrentIndex(self.duty.findData(plan.duty))
        self.remove = SecondaryButton(self.tr("Remove the person"), self)
        row = Flow(self, spacing=8)
        row.add(self.name, stretch=True)
        row.add(self.duty)
        row.add(self.remove)

    def plan(self) -> StaffPlan:
        """What stands in the row."""
        return StaffPlan(self.name.text, cast("Duty", self.duty.currentData()), self._plan.id)


class SessionsCard(Card):
    """The sessions of a plan; an event without any is one session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Sessions"), spacing=8)
        self.add = SecondaryButton(self.tr("Add a session"), self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(8))
        self.rows: list[SessionRow] = []
        self.body.addLayout(self._rows)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_plans(self, plans: tuple[SessionPlan, ...]) -> None:
        """Show these and no others."""
        for row in list(self.rows):
            self._drop(row)
        for plan in plans:
            self.add_row(plan)

    def add_row(self, plan: SessionPlan) -> SessionRow:
        """One more."""
        row = SessionRow(plan, self)
        row.remove.clicked.connect(lambda: self._drop(row))
        self._rows.addWidget(row)
        self.rows.append(row)
        return row

    def _drop(self, row: SessionRow) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.deleteLater()


class StaffCard(Card):
    """Who works at the event; they are counted with those in the building."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Trainers and helpers"), spacing=8)
        self.add = SecondaryButton(self.tr("Add a person"), self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(8))
        self.rows: list[StaffRow] = []
        self.body.addLayout(self._rows)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(lambda: self.add_row(StaffPlan("")).name.line.setFocus())

    def show_plans(self, plans: tuple[StaffPlan, ...]) -> None:
        """Show these and no others."""
        for row in list(self.rows):
            self._drop(row)
        for plan in plans:
            self.add_row(plan)

    def add_row(self, plan: StaffPlan) -> StaffRow:
        """One more."""
        row = StaffRow(plan, self)
        row.remove.clicked.connect(lambda: self._drop(row))
        self._rows.addWidget(row)
        self.rows.append(row)
        return row

    def _drop(self, row: StaffRow) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.deleteLater()


def hours_edit(name: str, parent: QWidget) -> QDoubleSpinBox:
    """A field for hours as printed on certificates, in quarters."""
    edit = QDoubleSpinBox(parent)
    edit.setAccessibleName(name)
    edit.lineEdit().setAccessibleName(name)
    edit.setRange(0.0, 24.0)
    edit.setSingleStep(0.25)
    edit.setDecimals(2)
    return edit
