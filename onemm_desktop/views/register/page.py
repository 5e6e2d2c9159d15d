"""The register page: who is here. Made for a trainer with a queue at the door and hands on the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk
from onemm_desktop.programme import badges, register
from onemm_desktop.programme.badges import Scanned
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.door import Door
from onemm_desktop.programme.roster import Counters, Roster
from onemm_desktop.views import sentences
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.page import Page
from onemm_desktop.views.printing import print_words
from onemm_desktop.views.register import words
from onemm_desktop.views.register.badge_printer import BadgePrinter, Wanted
from onemm_desktop.views.register.desk import RegisterDesk
from onemm_desktop.views.register.reading import RegisterReading
from onemm_desktop.views.register.session_switch import SessionSwitch
from onemm_desktop.views.register.walk_in_desk import WalkInDesk
from onemm_desktop.views.scanning.sounds import Sounds
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.when import clock, long_day
from onemm_desktop.views.widgets import Counter, Flow, LinkButton, PrimaryButton, SecondaryButton
from onemm_wire.records.training import MarkState


class RegisterPage(Page):
    """One event's register. ``open`` says which."""

    undo_asked = Signal()
    sign_in_sheet_asked = Signal(str)
    certificates_asked = Signal(str)
    #: The event at which people are to sign themselves in.
    kiosk_asked = Signal(str)
    #: The event whose head-count is wanted.
    building_asked = Signal(str)
    #: A sentence for the foot of the window: a scan is seen from two steps away.
    said = Signal(str)
    #: ("event", event, its title): somebody is worried about something at this session.
    concern_asked = Signal(str, str, str)

    def __init__(
        self,
        background: Background,
        desk: Desk,
        sounds: Sounds | None = None,
        dialogs: Dialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Register"), parent)
        self._sounds = sounds or Sounds(self)
        self._background = background
        self._desk = desk
        self._event = ""
        self._remedy: Callable[[], None] | None = None
        self._badges = BadgePrinter(background, dialogs or Dialogs(), desk, self)
        self._reading = RegisterReading(background, desk, self)
        self.set_back(self.tr("Events"))
        self._build_buttons()
        self._build_counters()
        self.desk = RegisterDesk(self)
        self.body.addWidget(self.desk, 1)
        self.walk_in_desk = WalkInDesk(background, self.desk, self._where, self)
        self._connect()

    @property
    def event_id(self) -> str:
        """The event that is open; nothing before the first."""
        return self._event

    def open(self, event: str) -> None:
        """Choose the event whose register is shown when the page comes to the front."""
        if event != self._event:
            self._event = event
            self.desk.clear()
            self.sessions.forget()

    def shown(self) -> None:
        self.bar.dismiss()
        self._read()
        self.desk.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, change: Change) -> None:
        self.walk_in_desk.changed(change)
        self._reading.changed(change)

    def place(self) -> dict[str, Any]:
        panel = self.desk.walk_in
        return {"event": self._event, "walk_in": not panel.isHidden(), "consent": panel.consent.isChecked()}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()
        self.desk.walk_in.consent.setChecked(place["consent"])
        if place["walk_in"]:
            self.desk.walk_in.open()

    # --- reading -------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        if self._event:
            self._reading.open(self._event, self.sessions.session_id)

    def _show(self, door: Door, places: frozenset[int] | None) -> None:
        if door.roster.event != self._event:
            return  # another register was opened while this one was read
        if places is None:
            self._show_event(door.roster)
            self._show_closed(door.roster, len(door.inside))
            self.desk.show_roster(door.roster)
        else:
            self.desk.show_marked(door.roster, places)
        self.desk.show_inside(len(door.inside))
        self._show_counters(door.counters)

    def _show_event(self, roster: Roster) -> None:
        self.sessions.show_parts(roster.sessions, roster.session_id)
        self.set_title(f"{roster.title} — {roster.venue}")
        times = f"{clock(roster.starts_at)}–{clock(roster.ends_at)}"
        booked = self.tr("{booked} booked, capacity {capacity}").format(booked=roster.booked, capacity=roster.capacity)
        self.set_facts(f"{long_day(day_of(roster.starts_at))} · {times} · {booked}")

    def _show_closed(self, roster: Roster, inside: int) -> None:
        """Why no marks are taken. Whoever is here when an event is cancelled is to be told and to leave: the list of
        them, to call out and to print, is one button away."""
        if not roster.closed_because:
            return
        here = inside if roster.state == "cancelled" else 0
        self._remedy = self._ask_building if here else None
        action = self.tr("Who is here: {count}").format(count=here) if here else ""
        tone: Tone = "warn" if here else "neutral"
        self.bar.show_message(words.closed(roster.closed_because, roster.reason), action, tone)

    def _ask_building(self) -> None:
        self.building_asked.emit(self._event)

    def _show_counters(self, counters: Counters) -> None:
        self.present.set_number(counters.present)
        self.walk_ins.set_number(counters.walk_ins)
        self.expected.set_number(counters.expected)
        self.apologies.set_number(counters.apologies)
        self.certificates.set_words(self.tr("Print %n certificate(s)", "", counters.present))
        self.certificates.setEnabled(counters.present > 0)

    def _switch(self) -> None:
        """Another session is marked from here on."""
        self._read()
        self.desk.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _where(self) -> tuple[str, str | None]:
        """The event, and the session of it, that is marked."""
        return self._event, self.sessions.session_id

    # --- marking -------------------------------------------------------------------------------------------------

    def _mark(self, attendee: str, state: str, name: str) -> None:
        self._write_mark(attendee, state, name, "desk", self._marked)
        self.desk.next_person(attendee)

    def _write_mark(
        self, attendee: str, state: str, name: str, source: register.Source, then: Callable[[str, str, None], None]
    ) -> None:
        verb = partial(
            register.mark,
            event=self._event,
            attendee=attendee,
            state=cast("MarkState", state),
            source=source,
            session_id=self.sessions.session_id,
        )
        self._background.write(
            verb,
            label=words.UNDO_LABELS[state],
            values={"name": name},
            initiator=self,
            then=partial(then, name, state),
            failed=self._say_problem,
        )

    def _marked(self, name: str, state: str, _nothing: None) -> None:
        self.desk.tell(words.marked(name, state, self._desk.now()))

    # --- scanning ------------------------------------------------------------------------------------------------

    def take_scan(self, code: str) -> bool:
        """A badge was read. It marks at once; whatever is being typed stays, and so does the focus."""
        if not self._event:
            return False
        for found in self._background.look(partial(badges.recognise, event=self._event, scanned=code)):
            self._take_scan(found)
        return True

    def _take_scan(self, found: Scanned) -> None:
        if found.outcome != "person":
            self._sounds.doubtful()
            self._tell_scan(words.not_taken(found))
            if found.outcome == "other_event":
                self._remedy = partial(self._open_instead, found.event)
                self.bar.show_message(words.not_taken(found), self.tr("Open that register"), tone="warn")
            return
        row = self.desk.row_of(found.person)
        self.desk.see(found.person)
        if row is not None and row.arrived and row.state != "left_early":
            self._sounds.good()
            self._tell_scan(words.said_of(row))
            return
        self._write_mark(found.person, "present", found.name, "scan", self._scan_marked)

    def _scan_marked(self, name: str, state: str, _nothing: None) -> None:
        self._sounds.good()
        self._tell_scan(words.marked(name, state, self._desk.now()))

    def _tell_scan(self, sentence: str) -> None:
        self.desk.tell(sentence)
        self.said.emit(sentence)

    def _act(self) -> None:
        """What the button of the bar is for: the remedy of what it says, or else reading the register again."""
        remedy, self._remedy = self._remedy, None
        self.shown()
        if remedy is not None:
            remedy()

    def _open_instead(self, event: str) -> None:
        self.open(event)
        self.shown()

    def _walked_in(self, name: str) -> None:
        said = words.marked(name, "present", self._desk.now())
        self.desk.tell(self.tr("{said} · Ctrl+P prints the badge").format(said=said))

    def _correct_time(self, attendee: str, name: str, typed: str) -> None:
        verb = partial(
            register.correct_time,
            event=self._event,
            attendee=attendee,
            typed=typed,
            session_id=self.sessions.session_id,
        )
        self._background.write(
            verb,
            label="time_corrected",
            values={"name": name},
            initiator=self,
            then=partial(self._time_corrected, attendee, name),
            failed=self._time_refused,
        )

    def _time_corrected(self, attendee: str, name: str, at: datetime) -> None:
        self.desk.time.dismiss()
        self.desk.next_person(attendee)
        self.desk.tell(f"{name} · {clock(at)}")

    def _time_refused(self, error: KnownError) -> None:
        if error.problem is Problem.WRONG_VALUE:
            self.desk.time.show_wrong()
        else:
            self._say_problem(error)

    def _print_badge(self, attendee: str, name: str, elsewhere: bool) -> None:
        self._badges.print(Wanted(self._event, attendee, name), elsewhere=elsewhere)

    def _badge_printed(self, name: str) -> None:
        if self._remedy == self._badges.again:  # what was said of the printer is true no more
            self._remedy = None
            self.bar.dismiss()
        self.desk.tell(self.tr("The badge of {name} went to the printer.").format(name=name))

    def _no_badge(self, name: str, reason: str) -> None:
        self._remedy = None
        said = self.tr("{name} gets no badge: {reason}.").format(name=name, reason=print_words.reason(reason))
        self.bar.show_message(said, tone="warn")

    def _badge_not_taken(self, names: list[str]) -> None:
        said = self.tr("The printer did not take the badge of {names}. The register is as it was.")
        self._remedy = self._badges.again
        self.bar.show_message(said.format(names=", ".join(names)), self.tr("Choose a printer"))

    def _say_problem(self, error: KnownError) -> None:
        said = sentences.of(error)
        self._remedy = None
        self.bar.show_message(said.sentence, said.button)

    # --- building ------------------------------------------------------------------------------------------------

    def _build_buttons(self) -> None:
        self.sign_in_sheet = SecondaryButton(self.tr("Sign-in sheet"), self)
        self.certificates = PrimaryButton(self.tr("Print certificates"), self)
        self.certificates.setEnabled(False)
        self.concern = LinkButton(self.tr("Report a concern"), self)
        self.concern.clicked.connect(lambda: self.concern_asked.emit("event", self._event, self.title))
        self.sessions = SessionSwitch(self)
        self.sessions.switched.connect(self._switch)
        self._buttons.add(self.sessions)
        self.add_button(self.concern)
        self.kiosk = SecondaryButton(self.tr("Self sign-in"), self)
        self.kiosk.clicked.connect(lambda: self.kiosk_asked.emit(self._event))
        self.add_button(self.kiosk)
        self.add_button(self.sign_in_sheet)
        self.add_button(self.certificates)

    def _build_counters(self) -> None:
        self.present = Counter(self.tr("present"), self)
        self.walk_ins = Counter(self.tr("walk-ins"), self)
        self.expected = Counter(self.tr("expected"), self)
        self.apologies = Counter(self.tr("apologies"), self)
        row = Flow(spacing=16, even=True)
        for counter in (self.present, self.walk_ins, self.expected, self.apologies):
            row.add(counter)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.sign_in_sheet.clicked.connect(lambda: self.sign_in_sheet_asked.emit(self._event))
        self.certificates.clicked.connect(lambda: self.certificates_asked.emit(self._event))
        self.bar.acted.connect(self._act)
        self._reading.was_read.connect(self._show)
        self._reading.failed.connect(self._say_problem)
        self.desk.undo_asked.connect(self.undo_asked)
        self.desk.building_asked.connect(self._ask_building)
        self.desk.marked.connect(self._mark)
        self.desk.time.corrected.connect(self._correct_time)
        self.desk.badge_asked.connect(self._print_badge)
        self._badges.printed.connect(self._badge_printed)
        self._badges.not_taken.connect(self._badge_not_taken)
        self._badges.left_out.connect(self._no_badge)
        self._badges.failed.connect(self._say_problem)
        self.walk_in_desk.added.connect(self._walked_in)
        self.walk_in_desk.recognised.connect(lambda mentor, name: self._mark(mentor, "present", name))
        self.walk_in_desk.failed.connect(self._say_problem)
