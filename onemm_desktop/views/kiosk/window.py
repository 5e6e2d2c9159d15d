"""The kiosk: a window of its own over the whole screen, in which a person signs in and sees nobody else.

The program's window is hidden meanwhile, so none of its keys work. It is left by the PIN chosen when it began; neither
Esc nor Alt+F4 ends it. Whoever walks away in the middle of a name finds it gone after some seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from onemm_desktop.background import Background, Records
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme import badges, register
from onemm_desktop.programme.kiosk import LEAST_PIN, Leaving, Offer, offers, roster_now, running
from onemm_desktop.programme.roster import Roster
from onemm_desktop.views import sentences
from onemm_desktop.views.scanning.sounds import Sounds
from onemm_desktop.views.theme import scaled, sized
from onemm_desktop.views.widgets import Card, Field, LinkButton, PrimaryButton, SearchField, SecondaryButton, Text

#: How long a half-typed name, a list or a welcome stays on the screen, in ms.
FORGETS = 20_000
WELCOMES = 4_000


class KioskWindow(QWidget):
    """One event's self sign-in. It shows itself over the whole screen; ``left`` and ``lock_asked`` end it."""

    #: Somebody with the PIN wants the program back, or nobody chose a PIN.
    left = Signal()
    #: Too many wrong PINs.
    lock_asked = Signal()

    def __init__(self, background: Background, desk: Desk, event: str, sounds: Sounds) -> None:
        super().__init__()
        self._background = background
        self._desk = desk
        self._event = event
        self._sounds = sounds
        self._roster: Roster | None = None
        self._leaving: Leaving | None = None
        self._over = False
        self.setWindowTitle("1MM")
        self.setAccessibleName(self.tr("Sign in"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stack = QStackedWidget(self)
        self._forgetting = QTimer(self, singleShot=True)
        self._forgetting.timeout.connect(self.start_over)
        self.beginning = self._build_beginning()
        self.start = self._build_start()
        self.welcome = self._build_welcome()
        self.leave = self._build_leave()
        for page in (self.beginning, self.start, self.welcome, self.leave):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.addWidget(self.stack)
        self.stack.setCurrentWidget(self.beginning)
        self.pin.line.setFocus()
        self._read()

    # --- what the program tells it -----------------------------------------------------------------------------------

    @property
    def may_stay(self) -> bool:
        """Whether the kiosk holds off the lock for an unattended laptop: while it runs, and its event does."""
        return self._leaving is not None and self._roster is not None and self._desk.now() <= self._roster.ends_at

    def changed(self, change: Change) -> None:
        """Something was written here or arrived."""
        if change.concerns("attendance_mark", "booking", "walk_in", "mentor", "event", "training_session"):
            self._read()

    def take_scan(self, code: str) -> bool:
        """A badge was held under the scanner."""
        if self._leaving is None:
            return False
        found = self._background.look(partial(badges.recognise, event=self._event, scanned=code))[0]
        if found.outcome == "person":
            self._sign_in(found.person, found.name)
        else:
            self._sounds.doubtful()
            self._say(self.tr("This badge cannot be read here. Type your name, or ask at the desk."))
        return True

    def end(self) -> None:
        """Go away for good."""
        self._over = True
        self._forgetting.stop()
        self.close()
        self.deleteLater()

    def start_over(self) -> None:
        """Forget whoever was here."""
        self._forgetting.stop()
        if self._leaving is None:
            return
        self.name.clear()
        self.people.clear()
        self.leave_pin.line.clear()
        self.note.setText(self._invitation())
        self.stack.setCurrentWidget(self.start)
        self.name.setFocus()

    # --- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.start_over()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Alt+F4 and whatever else closes windows: not this one."""
        if self._over:
            event.accept()
        else:
            event.ignore()

    # --- signing in ----------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._background.read(self._ask(), self._keep, self._say_problem, owner=self)

    def _ask(self) -> Callable[[Records], Roster]:
        return partial(roster_now, event=self._event, now=self._desk.now(), role=self._desk.role)

    def _held(self) -> Roster | None:
        """The register of the session that is running: where the next one has begun meanwhile, it is read first."""
        if self._roster is not None and running(self._roster.sessions, self._desk.now()) != self._roster.session_id:
            try:
                self._keep(self._background.look(self._ask()))
            except KnownError as error:
                self._say_problem(error)
        return self._roster

    def _keep(self, held: Roster) -> None:
        self._roster = held
        self.heading.setText(held.title)
        if not held.editable and self._leaving is not None:
            self._say(self.tr("Signing in is over. Please ask at the desk."))

    def _look(self, typed: str) -> None:
        self._forgetting.start(FORGETS)
        self.people.clear()
        held = self._held()
        found = offers(held.rows, typed) if held is not None else ()
        for offer in found:
            item = QListWidgetItem(offer.masked, self.people)
            item.setData(Qt.ItemDataRole.UserRole, offer)
        self.people.setCurrentRow(0)
        self._say(self.tr("Choose your name, then press Enter.") if found else self._invitation())

    def _choose(self) -> None:
        item = self.people.currentItem()
        if item is None:
            return
        offer: Offer = item.data(Qt.ItemDataRole.UserRole)
        if len(offer.people) > 1:
            self._say(self.tr("Two people look like that here. Please ask at the desk."))
        else:
            self._sign_in(offer.people[0])

    def _sign_in(self, person: str, name: str = "") -> None:
        held = self._held()
        row = next((one for one in held.rows if one.attendee == person), None) if held is not None else None
        if row is not None and row.arrived and row.state != "left_early":
            self._greet(row.name)
            return
        name = row.name if row is not None else name
        self._background.write(
            partial(
                register.mark,
                event=self._event,
                attendee=person,
                state="present",
                source="kiosk",
                session_id=held.session_id if held is not None else None,
            ),
            label="marked_present",
            values={"name": name},
            initiator=self,
            then=lambda _: self._greet(name),
            failed=self._say_problem,
        )

    def _greet(self, name: str) -> None:
        self._sounds.good()
        first = name.split()[0] if name.split() else ""
        self.greeting.setText(self.tr("Welcome, {name}!").format(name=first) if first else self.tr("Welcome!"))
        self.stack.setCurrentWidget(self.welcome)
        self._forgetting.start(WELCOMES)

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setAccessibleName(sentence)
        self._forgetting.start(FORGETS)

    def _say_problem(self, error: KnownError) -> None:
        self._say(sentences.of(error).sentence)

    def _invitation(self) -> str:
        return self.tr("Three letters are enough. Or hold your badge under the scanner.")

    # --- beginning and leaving -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        typed = self.pin.text
        if len(typed) < LEAST_PIN or not typed.isdecimal():
            self.pin.set_wrong(self.tr("Choose four digits or more."))
            return
        self._leaving = Leaving(typed, self._desk.chance)
        self.pin.line.clear()
        self.start_over()

    def _open_leave(self) -> None:
        self.leave_pin.line.clear()
        self.leave_pin.clear_wrong()
        self.stack.setCurrentWidget(self.leave)
        self.leave_pin.line.setFocus()
        self._forgetting.start(FORGETS)

    def _try_to_leave(self) -> None:
        if self._leaving is None:
            return
        answer: Literal["open", "wrong", "lock"] = self._leaving.try_pin(self.leave_pin.text)
        self.leave_pin.line.clear()
        match answer:
            case "open":
                self.left.emit()
            case "lock":
                self.lock_asked.emit()
            case "wrong":
                self.leave_pin.set_wrong(self.tr("That is not the PIN."))

    # --- building ------------------------------------------------------------------------------------------------

    def _build_beginning(self) -> QWidget:
        self.pin = Field(self.tr("PIN for leaving"), self, secret=True)
        self.begin = PrimaryButton(self.tr("Begin self sign-in"), self)
        self.cancel = SecondaryButton(self.tr("Cancel"), self)
        self.begin.clicked.connect(self._begin)
        self.pin.line.returnPressed.connect(self._begin)
        self.cancel.clicked.connect(self.left)
        why = self.tr(
            "People sign themselves in on this screen and see nothing of others. Choose a PIN that is not the one of "
            "this laptop: with it you come back to the register."
        )
        return self._page(
            Text(self.tr("Self sign-in"), "title", self), Text(why, "body", self, wrap=True), self.pin, self.begin,
            self.cancel,
        )  # fmt: skip

    def _build_start(self) -> QWidget:
        self.heading = Text("", "title", self, wrap=True)
        self.name = SearchField(self.tr("Type your name"), self)
        self.name.setFont(sized(self.name.font(), 24))
        self.people = QListWidget(self)
        self.people.setAccessibleName(self.tr("Is this you?"))
        self.people.setFont(sized(self.people.font(), 24))
        self.people.setMinimumHeight(scaled(210))
        self.note = Text(self._invitation(), "body", self, wrap=True)
        self.staff = LinkButton(self.tr("Staff"), self)
        self.name.drive(self.people)
        self.name.searched.connect(self._look)
        self.name.returnPressed.connect(self._choose)
        self.people.itemClicked.connect(lambda _: self._choose())
        self.people.itemActivated.connect(lambda _: self._choose())
        self.staff.clicked.connect(self._open_leave)
        return self._page(self.heading, self.name, self.people, self.note, self.staff)

    def _build_welcome(self) -> QWidget:
        self.greeting = Text("", "title", self, wrap=True)
        self.greeting.setFont(sized(self.greeting.font(), 44))
        return self._page(self.greeting, Text(self.tr("You are signed in."), "body", self))

    def _build_leave(self) -> QWidget:
        self.leave_pin = Field(self.tr("PIN"), self, secret=True)
        self.back_to_register = PrimaryButton(self.tr("Back to the register"), self)
        self.back = SecondaryButton(self.tr("Back to signing in"), self)
        self.back_to_register.clicked.connect(self._try_to_leave)
        self.leave_pin.line.returnPressed.connect(self._try_to_leave)
        self.back.clicked.connect(self.start_over)
        return self._page(
            Text(self.tr("For staff"), "title", self), self.leave_pin, self.back_to_register, self.back
        )  # fmt: skip

    def _page(self, *parts: QWidget) -> QWidget:
        page = QWidget(self)
        card = Card(page, padding=(40, 36), spacing=18)
        card.setMinimumWidth(scaled(560))
        card.setMaximumWidth(scaled(720))
        for part in parts:
            card.body.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 4)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        return page
