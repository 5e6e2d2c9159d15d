"""Everything that exists while the records are open: threads, synchronisation, the window's pages. Made by ``app.py``.

Built in the order database, background, sync, window; closed in reverse. Nothing below knows this module.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from sqlalchemy import delete, select

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.machine import machine
from onemm_desktop.models import Desk, Device, Draft
from onemm_desktop.models.database import Database
from onemm_desktop.pages import Pages
from onemm_desktop.programme import undo
from onemm_desktop.programme.concerns import Phone
from onemm_desktop.programme.this_laptop import ThisLaptop
from onemm_desktop.settings import Settings
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.bundles import Bundles
from onemm_desktop.sync.doctor import regular
from onemm_desktop.sync.doctor.round import Doctor
from onemm_desktop.sync.rekey import Rekey
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.vault import Vault
from onemm_desktop.views import sentences
from onemm_desktop.views.concerns import words
from onemm_desktop.views.concerns.lead_key import LeadKey
from onemm_desktop.views.concerns.watch import ConcernWatch
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.drafts import Drafts
from onemm_desktop.views.file_watch import FileWatch
from onemm_desktop.views.kiosk.window import KioskWindow
from onemm_desktop.views.main_window import MainWindow
from onemm_desktop.views.network_watch import NetworkWatch
from onemm_desktop.views.preflight.means import Means, printers
from onemm_desktop.views.printing.signing import Signing
from onemm_desktop.views.scanning.scanner import Scanner
from onemm_desktop.views.scanning.sounds import Sounds
from onemm_desktop.views.settings.carrying import Carrying
from onemm_desktop.views.settings.checking import Checking
from onemm_desktop.views.settings.page import Installed, SettingsPage
from onemm_desktop.views.settings.signing import SigningSettings
from onemm_desktop.views.sync_service import SyncService


@dataclass(frozen=True)
class Surroundings:
    """What the outside gives: time, chance, someone to ask, and what is installed here."""

    clock: Callable[[], datetime]
    chance: Callable[[int], bytes]
    dialogs: Dialogs
    installed: Installed


def desk_at(laptop: ThisLaptop, surroundings: Surroundings, device_key: Callable[[], bytes]) -> Desk:
    """The desk of this laptop's person; ``device_key`` asks the vault."""
    return Desk(
        user_id=laptop.user_id,
        user_name=laptop.user_name,
        role=laptop.role,
        region=laptop.region,
        device_id=laptop.device_id,
        block=laptop.number,
        clock=surroundings.clock,
        chance=surroundings.chance,
        device_key=device_key,
    )


class Working(QObject):
    """The open program. ``settings_page`` tells what a person chose about looks; keeping it is ``app.py``'s."""

    #: A change was committed or arrived, and has been shown (for the demo and tests).
    refreshed = Signal(object)
    #: The centre has shut this laptop out; told from any thread.
    shut_out = Signal()
    #: A kiosk has begun (True) or ended.
    kiosk_changed = Signal(bool)

    def __init__(
        self,
        database: Database,
        vault: Vault,
        laptop: ThisLaptop,
        settings: Settings,
        surroundings: Surroundings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        device_key = partial(vault.secret, enrolment.KEY)
        self.desk = desk_at(laptop, surroundings, device_key)
        self.background = Background(database, self.desk, self)
        with database.read() as session:
            device = session.query(Device).one()
        transport = enrolment.transport_of(device, key=device_key)
        transport.when_revoked = self._hear_shut_out
        rekey = Rekey(vault.secret, vault.keep, surroundings.clock)
        self._bundles = Bundles(database, transport, device_key, clock=surroundings.clock, former_keys=rekey.former)
        self._doctor = Doctor(database, transport, clock=surroundings.clock)
        look = partial(regular.look, database, surroundings.clock)
        self.file_watch = FileWatch(self.background, look, self)
        runner = Runner(database, transport, clock=surroundings.clock, greeted=rekey.when_due)
        self.sync = SyncService(self.background, runner, parent=self)
        self._watch = NetworkWatch(self)
        self._warned: int | None = None
        self._lead_key = LeadKey(vault.secret, vault.keep)
        self._signing = Signing(vault.secret, vault.keep, vault.forget, surroundings.clock)
        self._concerns = ConcernWatch(self.background, self.desk, self)
        self._sounds = Sounds(self, enabled=settings.sounds)
        self.window = self._build_window(laptop, settings, surroundings)
        self.kiosk: KioskWindow | None = None
        self.scanner = Scanner(self._scanned, self)
        self._connect()

    def start(self) -> None:
        """Show the page on which the records were locked, or the first one, and look for the centre."""
        kept = self._kept_drafts()
        self.drafts = Drafts(self.window, self.background, kept)
        self.window.go(self.drafts.front or self.window.keys[0])
        self.scanner.listen()
        self._concerns.start()
        self.sync.start()
        self.file_watch.start()

    def keep_drafts(self, half_typed: dict[str, dict[str, Any]]) -> None:
        """Keep what was half typed among the encrypted records, until they are opened again."""
        with self._database.sync_write() as session:
            session.execute(delete(Draft))
            session.add_all(Draft(page=page, content=content) for page, content in half_typed.items())

    def rebuild_window(self, laptop: ThisLaptop, settings: Settings, surroundings: Surroundings) -> MainWindow:
        """The window once more, in another language; what was in front is in front again."""
        front = self.window.current
        kept = self.drafts.take()
        self.carrying.cancel()
        self.checking.cancel()
        self.window = self._build_window(laptop, settings, surroundings)
        self.drafts = Drafts(self.window, self.background, kept)
        self._connect_window()
        self.window.show_status(self.sync.status)
        self.window.show_pressing(self._concerns.pressing)
        self.settings_page.show_status(self.sync.status)
        self.window.go(front if front in self.window.keys else self.window.keys[0])
        return self.window

    def close(self, *, records_too: bool = True) -> None:
        """Stop the synchronisation, finish every write that was asked for, close the records unless told otherwise."""
        # Pages keep what is being typed when they are hidden: now, and not when nobody can write any more.
        self.end_kiosk()
        self.scanner.end()
        self.window.hide()
        self.file_watch.close()
        self.sync.close()
        self.carrying.cancel()
        self.checking.cancel()
        self.pages.preflight.rehearsal.cancel()
        self.background.close()
        if records_too:
            self._database.close()

    def _kept_drafts(self) -> dict[str, dict[str, Any]]:
        """What was kept by the last lock. It is taken out: once given back it is the page's again."""
        with self._database.sync_write() as session:
            kept = {draft.page: draft.content for draft in session.scalars(select(Draft))}
            session.execute(delete(Draft))
        return kept

    def _meet(self, then: Callable[[SyncStatus], None]) -> None:
        """Send and fetch now, and tell how that ended."""
        self.sync.finished.connect(then, Qt.ConnectionType.SingleShotConnection)
        self.sync.sync_now()

    def _hear_shut_out(self) -> None:
        if shiboken6.isValid(self):
            self.shut_out.emit()

    @property
    def holds_off_the_lock(self) -> bool:
        """Whether people sign themselves in here: then a laptop nobody touches is no laptop left alone."""
        return self.kiosk is not None and self.kiosk.may_stay

    def begin_kiosk(self, event: str) -> None:
        """Let people sign themselves in: the program's window goes until somebody with the PIN comes back."""
        self.end_kiosk()
        self.kiosk = KioskWindow(self.background, self.desk, event, self._sounds)
        self.kiosk.left.connect(self.end_kiosk)
        self.kiosk.lock_asked.connect(self.window.lock_asked)
        self.kiosk.showFullScreen()
        self.kiosk_changed.emit(True)

    def end_kiosk(self) -> None:
        """The program's window is there again."""
        if self.kiosk is not None:
            kiosk, self.kiosk = self.kiosk, None
            self.kiosk_changed.emit(False)
            kiosk.end()

    def _scanned(self, code: str) -> bool:
        return self.kiosk.take_scan(code) if self.kiosk is not None else self.window.take_scan(code)

    def make_sounds(self, enabled: bool) -> None:
        """Whether a scan is heard."""
        self._sounds.enabled = enabled

    def take_back(self) -> None:
        """Take the last action back, and say what it was."""
        self.background.write(undo.last, initiator=self, then=self._say_undone, failed=self._say_problem)

    def _build_window(self, laptop: ThisLaptop, settings: Settings, surroundings: Surroundings) -> MainWindow:
        self.settings_page = SettingsPage(laptop, surroundings.installed, settings, now=surroundings.clock)
        self.carrying = Carrying(
            self.settings_page.carrying,
            self._bundles,
            self.background,
            surroundings.dialogs,
            laptop_name=laptop.name,
            now=surroundings.clock,
        )
        self.checking = Checking(self.settings_page.checking, self._doctor, self.background)
        SigningSettings(self.settings_page.signing, self._signing, self.background, surroundings.dialogs)
        means = Means(
            meet=self._meet,
            leave=self.sync.cancel,
            examine=lambda cancelled, heard: self._doctor.round(repair=False, cancelled=cancelled, heard=heard),
            machine=partial(machine, self._database.path.parent),
            unlock=surroundings.installed.unlock,
            printers=printers,
        )
        self.pages = Pages(
            self.background,
            self.desk,
            surroundings.dialogs,
            self.settings_page,
            self._lead_key,
            means,
            self._sounds,
            self._signing,
        )
        window = MainWindow(laptop.region_name, self.pages.entries)
        self.pages.connect_to(window)
        self.pages.undo_asked.connect(self.take_back)
        self.pages.register.kiosk_asked.connect(self.begin_kiosk)
        self.pages.sync_asked.connect(self.sync.sync_now)
        self.pages.setParent(window)
        return window

    def _connect(self) -> None:
        self._watch.returned.connect(self.sync.network_returned)
        self.background.changed.connect(self._refresh)
        self.background.failed.connect(self._show_problem)
        self.sync.status_changed.connect(self._show_status)
        self._concerns.pressing_changed.connect(self._show_pressing)
        self._concerns.reminded.connect(self._remind)
        self._connect_window()

    def _connect_window(self) -> None:
        self.window.undo_asked.connect(self.take_back)
        self.window.sync_asked.connect(self.sync.sync_now)
        self.settings_page.sync_asked.connect(self.sync.sync_now)
        self.settings_page.cancel_asked.connect(self.sync.cancel)
        self.settings_page.cancel_asked.connect(self.carrying.cancel)

    def _refresh(self, change: Change, initiator: QObject | None) -> None:
        self.window.changed(change, initiator)
        if self.kiosk is not None:
            self.kiosk.changed(change)
        self.refreshed.emit(change)

    def _show_status(self, status: SyncStatus) -> None:
        if not shiboken6.isValid(self.window):
            return  # said by a run that ended together with the window
        warned, self._warned = self._warned, status.days_left
        if warned != status.days_left and self.window.current == "today":
            self.pages.today.shown()  # it tells of the days, and nothing of the records has changed
        self.window.show_status(status)
        self.settings_page.show_status(status)

    def _show_pressing(self, concerns: int) -> None:
        self.window.show_pressing(concerns)

    def _remind(self, phones: list[Phone]) -> None:
        self.window.say(f"{words.not_reached()} {words.phone_now(phones)}")

    def _say_undone(self, undone: undo.Undone) -> None:
        self.window.say(sentences.undone(undone.label, undone.values))

    def _say_problem(self, error: KnownError) -> None:
        if error.problem is Problem.NOTHING_TO_UNDO:
            self.window.say(sentences.of(error).sentence)
        else:
            self._show_problem(error)

    def _show_problem(self, error: KnownError) -> None:
        self.window.show_problem(error)
