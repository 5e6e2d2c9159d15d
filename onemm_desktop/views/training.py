"""The trainer's pages and the ways between them: Today, Events, the register, its papers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from onemm_desktop.background import Background
from onemm_desktop.models import Desk
from onemm_desktop.programme import events
from onemm_desktop.programme.dates import day_of
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.events.page import EventsPage
from onemm_desktop.views.go_anywhere import Found
from onemm_desktop.views.main_window import Entry, MainWindow
from onemm_desktop.views.printing.certificates_page import CertificatesPage
from onemm_desktop.views.printing.sign_in_sheet_page import SignInSheetPage
from onemm_desktop.views.register.page import RegisterPage
from onemm_desktop.views.today.page import TodayPage
from onemm_desktop.views.when import short_day


class TrainingPages(QObject):
    """Builds them and connects what they ask for. Put ``entries`` first into the window's, then ``connect_to`` it."""

    #: The register's own button for Ctrl+Z.
    undo_asked = Signal()
    #: Today's own button for F5.
    sync_asked = Signal()

    def __init__(self, background: Background, desk: Desk, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._desk = desk
        self._window: MainWindow | None = None
        self.today = TodayPage(background, desk)
        self.events = EventsPage(background, desk)
        self.register = RegisterPage(background, desk)
        self.sign_in_sheet = SignInSheetPage(background, dialogs, desk)
        self.certificates = CertificatesPage(background, dialogs, desk)

    @property
    def entries(self) -> list[Entry]:
        """The pages, in the order of the rail; the register and its papers stand under Events."""
        return [
            Entry("today", self.tr("Today"), "calendar_month", self.today),
            Entry("events", self.tr("Events"), "assignment_turned_in", self.events),
            Entry("register", self.tr("Register"), "check", self.register, under="events"),
            Entry("sign_in_sheet", self.tr("Sign-in sheet"), "print", self.sign_in_sheet, under="events"),
            Entry("certificates", self.tr("Certificates"), "badge", self.certificates, under="events"),
        ]

    def connect_to(self, window: MainWindow) -> None:
        """Let one page lead to another."""
        self._window = window
        for page in (self.today, self.events):
            page.register_asked.connect(self.open_register)
            page.sign_in_sheet_asked.connect(self.open_sign_in_sheet)
        self.register.sign_in_sheet_asked.connect(self.open_sign_in_sheet)
        self.register.certificates_asked.connect(self.open_certificates)
        self.register.undo_asked.connect(self.undo_asked)
        self.today.sync_asked.connect(self.sync_asked)
        self.today.events_asked.connect(partial(window.go, "events"))
        self.register.went_back.connect(partial(window.go, "events"))
        for paper in (self.sign_in_sheet, self.certificates):
            paper.went_back.connect(self._back_to_register)
        window.add_finder(self.find_events)

    def open_register(self, event: str) -> None:
        """Show an event's register."""
        self.register.open(event)
        self._go("register")

    def open_sign_in_sheet(self, event: str) -> None:
        """Show an event's sign-in sheet; the way back leads to its register."""
        self.register.open(event)
        self.sign_in_sheet.open(event)
        self._go("sign_in_sheet")

    def open_certificates(self, event: str) -> None:
        """Show an event's certificates; the way back leads to its register."""
        self.register.open(event)
        self.certificates.open(event)
        self._go("certificates")

    def find_events(self, text: str) -> list[Found]:
        """For Ctrl+K: events by words of their title, venue or reference, the nearest to today first."""
        places = self._background.look(partial(events.find, text=text, now=self._desk.now()))
        return [Found(place.title, _when_and_where(place), partial(self.open_register, place.id)) for place in places]

    def _back_to_register(self) -> None:
        self._go("register")

    def _go(self, key: str) -> None:
        if self._window is not None:
            self._window.go(key)


def _when_and_where(place: events.Place) -> str:
    return f"{short_day(day_of(place.starts_at))} · {place.venue}"
