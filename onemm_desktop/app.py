"""The composition root: the only place that builds the program, in order, and closes it in reverse.

paths -> settings -> opening (vault -> database) -> background -> sync -> window. Everything below gets what it needs
as an argument; there is no registry and no global to ask.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from onemm_desktop import settings as preferences
from onemm_desktop.changes import Change
from onemm_desktop.doorstep import Opened
from onemm_desktop.errors import KnownError
from onemm_desktop.models import laptop_rules, lease
from onemm_desktop.opening import Opening
from onemm_desktop.paths import Paths
from onemm_desktop.settings import Settings
from onemm_desktop.uptime import moments
from onemm_desktop.vault import Unlock, Vault
from onemm_desktop.views import theme
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.language import Speaker
from onemm_desktop.views.settings.page import Installed
from onemm_desktop.views.watch import Watch
from onemm_desktop.views.window import Window
from onemm_desktop.working import Surroundings, Working

#: Milliseconds between two counts of the days without the centre.
_COUNTS = 3_600_000


def system_clock() -> datetime:
    """The laptop's clock, as an aware instant."""
    return datetime.now(UTC)


class App(QObject):
    """The program from its start to its end. ``start`` shows the window; ``close`` leaves nothing half done."""

    #: The records are open and the first page is shown (Working).
    ready = Signal(object)
    #: What stands in the window instead; see ``Opening.asking``.
    asking = Signal(str)

    def __init__(
        self,
        qapp: QApplication,
        paths: Paths,
        *,
        clock: Callable[[], datetime] = system_clock,
        chance: Callable[[int], bytes] = os.urandom,
        dialogs: Dialogs | None = None,
        vault_at: Callable[[Path], Vault] = Vault,
    ) -> None:
        super().__init__()
        self._qapp = qapp
        self._paths = paths
        self._clock = clock
        self._chance = chance
        self._version = version("onemm-desktop")
        self.dialogs = dialogs or Dialogs()
        self.settings: Settings = preferences.load(paths.settings)
        self._speaker = Speaker(qapp)
        self._speaker.speak(self.settings.language)
        theme.load_fonts()
        self._dress()
        qapp.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.window = Window()
        self.window.closing.connect(self.close)
        self.opening = self._make_opening(vault_at)
        self._opened: Opened | None = None
        self.working: Working | None = None
        self._watch = Watch(qapp, self)
        self._watch.left_alone.connect(self._left_alone)
        self._watch.slept.connect(self.lock)
        self._watch.listen_to_system()
        self._counting = QTimer(self, interval=_COUNTS)
        self._counting.timeout.connect(self.count_days)
        self._closed = False

    @property
    def vault(self) -> Vault:
        """The vault of whoever works here, or of the first person of this laptop."""
        return (self._opened.seat if self._opened is not None else self.opening.seat_at(self._paths)).vault

    def start(self) -> None:
        """Show the window, with whatever this laptop needs first."""
        self.opening.begin()
        self.window.show()

    def close(self) -> None:
        """Finish every write, close the records, forget the key. May be called twice."""
        if self._closed:
            return
        self._closed = True
        self._speaker.stop()
        self._watch.end()
        self._counting.stop()
        if self.working is not None:
            self.working.close()
        if self._opened is not None:
            self._opened.seat.vault.lock()
        self.opening.close()

    # --- locking -----------------------------------------------------------------------------------------------

    def lock(self, *, somebody_else: bool = False) -> None:
        """Cover the window, keep what is half typed, close the records, drop the key. Nothing unsent is lost.

        Where nothing is open there is nothing to lock. ``somebody_else``: the names of this laptop's people are shown.
        """
        if self._says_no(lambda: self.lock(somebody_else=somebody_else)):
            return
        if self.working is None or self._opened is None:
            self._lock_before_the_first_page()
            return
        seat, working, opened = self._opened.seat, self.working, self._opened
        working.end_kiosk()
        half_typed = working.drafts.take()
        self.opening.begin(last=seat, listed=somebody_else)
        try:
            working.close(records_too=False)
            working.keep_drafts(half_typed)
        finally:
            # A full disk may keep no half-typed words; it keeps nobody's records open.
            opened.database.close()
            seat.vault.lock()
            self._let_go(working)

    def _left_alone(self) -> None:
        """Nobody has touched the laptop for some minutes. At a kiosk that is usual, as long as its event lasts."""
        if self.working is not None and self.working.holds_off_the_lock and self.working.kiosk is not None:
            self.working.kiosk.start_over()
        else:
            self.lock()

    def _show_program(self, kiosk: bool) -> None:
        self.window.setVisible(not kiosk)

    def _says_no(self, then: Callable[[], None]) -> bool:
        """Whether a dialog was open. It is answered with "no" before the records go; ``then`` is done after."""
        dialog = self._qapp.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return False
        dialog.reject()
        QTimer.singleShot(0, self, then)
        return True

    def _lock_before_the_first_page(self) -> None:
        if self.opening.holds_records:
            self.opening.close()
            self.opening.begin(listed=True)

    def _let_go(self, working: Working) -> None:
        self.working = None
        self._opened = None
        working.deleteLater()
        self._watch.end()
        self._counting.stop()

    # --- records that are open ---------------------------------------------------------------------------------

    def _make_opening(self, vault_at: Callable[[Path], Vault]) -> Opening:
        opening = Opening(
            self._paths,
            self.window,
            vault_at=vault_at,
            clock=self._clock,
            chance=self._chance,
            dialogs=self.dialogs,
            version=self._version,
            parent=self,
        )
        opening.address = self.settings.address
        opening.asking.connect(self._asked)
        opening.opened.connect(self._work)
        opening.connected.connect(self._keep_address)
        opening.language_chosen.connect(self._change_language)
        opening.closing.connect(self.window.close)
        return opening

    def _asked(self, what: str) -> None:
        if self.opening.holds_records:
            self._watch.begin(laptop_rules.Rules().lock_after_minutes)
        self.asking.emit(what)

    def _work(self, opened: Opened) -> None:
        self._opened = opened
        self.working = Working(
            opened.database, opened.seat.vault, opened.laptop, self.settings, self._surroundings(opened), self
        )
        self.working.shut_out.connect(self._shut_out)
        self.working.refreshed.connect(self._look_at_rules)
        self.working.kiosk_changed.connect(self._show_program)
        self._connect_settings()
        self.window.show_only(self.working.window)
        self.working.start()
        self._watch.begin(opened.rules.lock_after_minutes)
        self._counting.start()
        self.ready.emit(self.working)

    def count_days(self) -> None:
        """Count the days without the centre on; lock when there are too many."""
        if self._opened is None:
            return
        with self._opened.database.sync_write() as session:
            lease.count(session, moments(self._clock)())
            left = lease.days_left(session)
        if left is not None and left <= 0:
            self.lock()

    def _look_at_rules(self, change: Change) -> None:
        """Follow new rules for the lock at once; a PIN that they ask for is asked for at the next opening."""
        if self._opened is not None and (change.everything or change.concerns("device_policy")):
            with self._opened.database.read() as session:
                day = self._clock().date()
                rules = laptop_rules.rules(session, region=self._opened.laptop.region, day=day)
            if rules != self._opened.rules:
                self._opened = replace(self._opened, rules=rules)
                self._watch.begin(rules.lock_after_minutes)

    def _shut_out(self) -> None:
        if self.working is None or self._opened is None or self._says_no(self._shut_out):
            return
        working, opened = self.working, self._opened
        working.close(records_too=False)
        self._let_go(working)
        self.opening.shut_out(opened.seat, opened.database)

    def _choose_secret(self, kind: Unlock) -> None:
        if self.working is None or self._opened is None:
            return
        working, opened = self.working, self._opened
        half_typed = working.drafts.take()
        self.opening.choose_secret(opened, kind)
        working.close(records_too=False)
        working.keep_drafts(half_typed)
        self._let_go(working)

    # --- looks, language, settings -----------------------------------------------------------------------------

    def _surroundings(self, opened: Opened) -> Surroundings:
        installed = Installed(
            version=self._version,
            folder=str(opened.seat.paths.folder),
            unlock=opened.seat.vault.unlocked_by,
            has_keyring=not opened.seat.vault.needs_passphrase_on_create,
            database_bytes=lambda: _size(opened.seat.paths.database),
        )
        return Surroundings(self._clock, self._chance, self.dialogs, installed)

    def _connect_settings(self) -> None:
        if self.working is None:
            return
        page = self.working.settings_page
        page.scheme_chosen.connect(self._change_scheme)
        page.text_scale_chosen.connect(self._change_text_scale)
        page.language_chosen.connect(self._change_language)
        page.sounds_chosen.connect(self._change_sounds)
        page.locking.lock_asked.connect(self.lock)
        page.locking.somebody_else_asked.connect(lambda: self.lock(somebody_else=True))
        page.locking.secret_asked.connect(lambda kind: self._choose_secret(kind))
        self.working.window.lock_asked.connect(self.lock)

    def _change_scheme(self, scheme: str) -> None:
        self._keep(replace(self.settings, scheme=cast("preferences.Scheme", scheme)))
        self._dress()

    def _change_text_scale(self, per_cent: int) -> None:
        self._keep(replace(self.settings, text_scale=per_cent))
        self._dress()

    def _change_sounds(self, heard: bool) -> None:
        self._keep(replace(self.settings, sounds=heard))
        if self.working is not None:
            self.working.make_sounds(heard)

    def _change_language(self, language: str) -> None:
        """Speak another language: what stands in the window is built anew in it."""
        self._keep(replace(self.settings, language=cast("preferences.Language", language)))
        self._speaker.speak(self.settings.language)
        if self.working is not None and self._opened is not None:
            surroundings = self._surroundings(self._opened)
            self.window.show_only(self.working.rebuild_window(self._opened.laptop, self.settings, surroundings))
            self._connect_settings()
        else:
            self.opening.begin()

    def _system_changed(self) -> None:
        if self.settings.scheme == "system":
            self._dress()

    def _dress(self) -> None:
        theme.apply(self._qapp, self.settings.scheme, self.settings.text_scale / 100)

    def _keep_address(self, address: str) -> None:
        self.opening.address = address
        self._keep(replace(self.settings, address=address))

    def _keep(self, settings: Settings) -> None:
        """Looks are no reason to stop: where they cannot be kept, they last until the program ends."""
        self.settings = settings
        try:
            preferences.save(self._paths.settings, settings)
        except KnownError as error:
            if self.working is not None:
                self.working.window.show_problem(error)


def _size(database: Path) -> int:
    """Bytes of the records, with what is on its way into them."""
    return sum(file.stat().st_size for file in database.parent.glob(f"{database.name}*"))
