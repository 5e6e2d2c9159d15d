"""One event at a glance, beside the list: when, where, who, and the way into its register."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onemm_desktop.programme.events import Summary
from onemm_desktop.views.events import words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Flow, Pill, SecondaryButton, Text


class EventDetail(Card):
    """The panel at the right of the list."""

    register_asked = Signal(str)
    sign_in_sheet_asked = Signal(str)
    preflight_asked = Signal(str)
    event_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event = ""
        self._title = Text("", "heading", self, wrap=True)
        self._pill = Pill("", "neutral", self)
        self.register = SecondaryButton(self.tr("Open register"), self, hint="Enter")
        self.sheet = SecondaryButton(self.tr("Sign-in sheet"), self)
        self.prepare = SecondaryButton(self.tr("Prepare for offline"), self)
        self._facts = {name: _Fact(label, self) for name, label in self._names().items()}
        self.places = SecondaryButton(self.tr("Places and steps"), self)
        buttons = Flow(spacing=8)
        buttons.add(self.register)
        buttons.add(self.places)
        buttons.add(self.sheet)
        buttons.add(self.prepare)
        self.body.addWidget(self._title)
        self.body.addWidget(self._pill)
        for fact in self._facts.values():
            self.body.addWidget(fact)
        self.body.addStretch(1)
        self.body.addLayout(buttons)
        self.register.clicked.connect(lambda: self.register_asked.emit(self._event))
        self.places.clicked.connect(lambda: self.event_asked.emit(self._event))
        self.sheet.clicked.connect(lambda: self.sign_in_sheet_asked.emit(self._event))
        self.prepare.clicked.connect(lambda: self.preflight_asked.emit(self._event))
        self.hide()

    def show_event(self, event: Summary | None) -> None:
        """Show this event; nothing chosen hides the panel."""
        self.setVisible(event is not None)
        if event is None:
            return
        self._event = event.id
        self._title.setText(event.title)
        self.setAccessibleName(event.title)
        self._pill.set_state(*words.state_pill(event))
        self.prepare.setVisible(event.phase != "past" and event.running)
        for name, value in self._facts_of(event).items():
            self._facts[name].say(value)

    def _names(self) -> dict[str, str]:
        return {
            "when": self.tr("When"),
            "where": self.tr("Where"),
            "access": self.tr("Getting in"),
            "kind": self.tr("What"),
            "trainers": self.tr("Trainers"),
            "places": self.tr("Places"),
            "came": self.tr("Came"),
            "reference": self.tr("Reference"),
        }

    def _facts_of(self, event: Summary) -> dict[str, str]:
        places = words.places(event)
        if event.waitlisted:
            waiting = self.tr("%n on the waiting list", "", event.waitlisted)
            places = f"{places} · {waiting}"
        hours = self.tr("{hours} hours").format(hours=f"{event.hours:g}")
        return {
            "when": words.when(event),
            "where": "\n".join(part for part in (event.venue, event.address) if part),
            "access": event.access_notes,
            "kind": f"{words.kind(event)} · {hours}",
            "trainers": ", ".join(event.trainers),
            "places": places,
            "came": str(event.came) if event.came else "",
            "reference": event.reference,
        }


class _Fact(QWidget):
    """A small label and what it names; hidden while there is nothing to say."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = Text("", "body", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(1))
        column.addWidget(Text(label, "label", self))
        column.addWidget(self._value)

    def say(self, value: str) -> None:
        """Say this."""
        self._value.setText(value)
        self.setVisible(bool(value))
