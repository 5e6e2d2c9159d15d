"""Who is in the building now, in big letters: for the head-count, and for the day the alarm goes off."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.models import Desk
from onemm_desktop.programme import register
from onemm_desktop.programme.in_building import Building, Inside, who_is_in
from onemm_desktop.programme.print_runs import Subject
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.printing import papers
from onemm_desktop.views.printing.paper_page import PaperPage
from onemm_desktop.views.register import words
from onemm_desktop.views.theme import scaled, sized
from onemm_desktop.views.when import clock
from onemm_desktop.views.widgets import Card, SecondaryButton, Text
from onemm_wire.records.training import MarkState

_PERSON = Qt.ItemDataRole.UserRole


class InBuildingPage(PaperPage):
    """``open`` says for which event. Enter on a trainer or helper says that they are here, or have left."""

    def __init__(self, background: Background, dialogs: Dialogs, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(background, dialogs, "", parent)
        self._desk = desk
        self._event = ""
        self.set_title(self.tr("In the building now"))
        self.set_back(self.tr("Register"))
        self.count = Text("", "number", self)
        self.people = QListWidget(self)
        self.people.setAccessibleName(self.tr("People in the building"))
        self.people.setFont(sized(self.people.font(), 20))
        self.people.setSpacing(scaled(2))
        self.note = Text(
            self.tr("Enter on a trainer or helper says that they are here, or that they have left."),
            "small",
            self,
            wrap=True,
        )
        self.see_paper = SecondaryButton(self.tr("See the paper"), self)
        self._list = Card(self, padding=(14, 14))
        for part in (self.count, self.people, self.note):
            self._list.body.addWidget(part)
        self.stack.addWidget(self._list)
        for button in (self.see_paper, self.save, self.print):
            self.add_button(button)
        self.see_paper.clicked.connect(lambda: self.stack.setCurrentWidget(self._frame))
        self.people.itemActivated.connect(self._turn)

    def open(self, event: str) -> None:
        """Choose the event whose building is shown when the page comes to the front."""
        self._event = event

    def subject(self) -> Subject | None:
        return Subject("evacuation_list", "event", self._event, 0)

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        self.stack.setCurrentWidget(self._list)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def changed(self, change: Change) -> None:
        if change.concerns("attendance_mark", "walk_in", "event_staff", "event", "mentor"):
            self._read()

    def show_pdf(self, pdf: bytes) -> None:
        """The paper is ready to be printed; the list stays in front."""
        front = self.stack.currentWidget()
        super().show_pdf(pdf)
        if front is not None:
            self.stack.setCurrentWidget(front)

    def _read(self) -> None:
        if self._event:
            ask = partial(who_is_in, event=self._event, now=self._desk.now(), role=self._desk.role)
            self._background.read(ask, self._show, self.say_problem)

    def _show(self, building: Building) -> None:
        if building.event != self._event:
            return
        count = self.tr("%n person(s) in the building", "", len(building.inside))
        self.count.setText(count)
        self.set_facts(f"{building.title} — {building.venue} · {clock(building.at)}")
        line = self.people.currentRow()
        self.people.clear()
        for one in building.not_signed_in:
            self._add(one, self.tr("not signed in"))
        for one in building.inside:
            since = self.tr("since {time}").format(time=clock(one.since)) if one.since is not None else ""
            self._add(one, since)
        self.people.setCurrentRow(min(max(line, 0), self.people.count() - 1))
        self._background.produce(partial(papers.evacuation_pdf, building), self.show_pdf, self.say_problem)

    def _add(self, one: Inside, note: str) -> None:
        duty = words.duty(one.duty) if one.duty != "mentor" else ""
        said = " · ".join(part for part in (one.name, duty, note, one.access_needs) if part)
        item = QListWidgetItem(said, self.people)
        item.setData(_PERSON, one)

    def _turn(self, item: QListWidgetItem) -> None:
        """A trainer or helper came or left. Everybody else is marked on the register, where a slip shows."""
        one: Inside = item.data(_PERSON)
        if one.duty in ("mentor", "walk_in") or not one.person:
            return
        state: MarkState = "left_early" if one.since is not None else "present"
        self._background.write(
            partial(register.mark, event=self._event, attendee=one.person, state=state),
            label=words.UNDO_LABELS[state],
            values={"name": one.name},
            initiator=self,
            failed=self.say_problem,
        )

    def file_name(self) -> str:
        return self.title
