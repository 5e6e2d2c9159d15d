"""The composition root: the only place that builds the program, in order, and closes it in reverse.

paths -> settings -> vault -> database -> background -> sync -> window. Everything below gets what it needs as an
argument; there is no registry and no global to ask.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from platform import node
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from onemm_desktop import settings as preferences
from onemm_desktop.errors import KnownError
from onemm_desktop.first_run import LaptopFirstRun
from onemm_desktop.models.database import Database
from onemm_desktop.paths import Paths
from onemm_desktop.programme.this_laptop import ThisLaptop, this_laptop
from onemm_desktop.settings import Settings
from onemm_desktop.vault import Vault
from onemm_desktop.views import theme
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.first_run.page import FirstRunPage
from onemm_desktop.views.language import Speaker
from onemm_desktop.views.settings.page import Installed
from onemm_desktop.views.trouble import TroublePage
from onemm_desktop.views.unlock.page import UnlockPage
from onemm_desktop.views.window import Window
from onemm_desktop.working import Surroundings, Working


def system_clock() -> datetime:
    """The laptop's clock, as an aware instant."""
    return datetime.now(UTC)


class App(QObject):
    """The program from its start to its end. ``start`` shows the window; ``close`` leaves nothing half done."""

    #: The records are open and the first page is shown (Working).
    ready = Signal(object)
    #: What stands in the window instead: "first_run", "unlock" or "trouble".
    asking = Signal(str)

    def __init__(
        self,
        qapp: QApplication,
        paths: Paths,
        *,
        clock: Callable[[], datetime] = system_clock,
        chance: Callable[[int], bytes] = os.urandom,
        dialogs: Dialogs | None = None,
        vault: Vault | None = None,
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
        self.vault = vault or Vault(paths.vault)
        self._database: Database | None = None
        self._laptop: ThisLaptop | None = None
        self.working: Working | None = None
        self.window = Window()
        self.window.closing.connect(self.close)
        self._closed = False

    def start(self) -> None:
        """Show the window, with whatever this laptop needs first."""
        self._begin()
        self.window.show()

    def close(self) -> None:
        """Finish every write and close the records. May be called twice."""
        if self._closed:
            return
        self._closed = True
        self._speaker.stop()
        asking = self.window.currentWidget()
        if isinstance(asking, FirstRunPage | UnlockPage):
            asking.close_page()
        if self.working is not None:
            self.working.close()
        elif self._database is not None:
            self._database.close()

    # --- what stands in the window -----------------------------------------------------------------------------

    def _begin(self) -> None:
        try:
            match self.vault.state:
                case "new":
                    self._ask_first_run()
                case "passphrase":
                    self._ask_passphrase()
                case "keyring":
                    self._open(self.vault.unlock())
        except KnownError as error:
            self._show_trouble(error)

    def _ask_first_run(self) -> None:
        first_run = LaptopFirstRun(
            self._paths, self.vault, self._database, clock=self._clock, app_version=self._version
        )
        page = FirstRunPage(first_run, address=self.settings.address, device_name=node())
        page.connected.connect(lambda address: self._keep(replace(self.settings, address=address)))
        page.language_chosen.connect(self._change_language)
        page.finished.connect(partial(self._first_run_finished, first_run, page))
        self._show(page, "first_run")

    def _first_run_finished(self, first_run: LaptopFirstRun, page: FirstRunPage) -> None:
        page.close_page()
        self._database = first_run.database
        self._work()

    def _ask_passphrase(self) -> None:
        page = UnlockPage(self.vault.unlock)
        page.unlocked.connect(self._unlocked)
        self._show(page, "unlock")

    def _unlocked(self, key: object) -> None:
        try:
            self._open(cast("bytearray", key))
        except KnownError as error:
            self._show_trouble(error)

    def _open(self, key: bytearray) -> None:
        self._database = Database.open(self._paths.database, key)
        self._work()

    def _work(self) -> None:
        if self._database is None:
            raise RuntimeError("no records are open")
        with self._database.read() as session:
            self._laptop = this_laptop(session)
        if self._laptop is None:
            # A first run was cut short after the records were made and before the centre's answer was kept.
            self._ask_first_run()
            return
        self.working = Working(self._database, self.vault, self._laptop, self.settings, self._surroundings(), self)
        self._connect_settings()
        self.window.show_only(self.working.window)
        self.working.start()
        self.ready.emit(self.working)

    def _show_trouble(self, error: KnownError) -> None:
        page = TroublePage(error)
        page.acted.connect(self._act_on_trouble)
        self._show(page, "trouble")

    def _act_on_trouble(self, action: str) -> None:
        if action == "try_again":
            self._begin()
        else:
            self.window.close()

    def _show(self, page: QWidget, what: str) -> None:
        self.window.show_only(page)
        self.asking.emit(what)

    # --- looks, language, settings -----------------------------------------------------------------------------

    def _surroundings(self) -> Surroundings:
        installed = Installed(
            version=self._version,
            folder=str(self._paths.folder),
            key_in_keyring=self.vault.state == "keyring",
            database_bytes=lambda: _size(self._paths.database),
        )
        return Surroundings(self._clock, self._chance, self.dialogs, installed)

    def _connect_settings(self) -> None:
        if self.working is None:
            return
        page = self.working.settings_page
        page.scheme_chosen.connect(self._change_scheme)
        page.text_scale_chosen.connect(self._change_text_scale)
        page.language_chosen.connect(self._change_language)

    def _change_scheme(self, scheme: str) -> None:
        self._keep(replace(self.settings, scheme=cast("preferences.Scheme", scheme)))
        self._dress()

    def _change_text_scale(self, per_cent: int) -> None:
        self._keep(replace(self.settings, text_scale=per_cent))
        self._dress()

    def _change_language(self, language: str) -> None:
        """Speak another language: what stands in the window is built anew in it."""
        self._keep(replace(self.settings, language=cast("preferences.Language", language)))
        self._speaker.speak(self.settings.language)
        if self.working is not None and self._laptop is not None:
            self.window.show_only(self.working.rebuild_window(self._laptop, self.settings, self._surroundings()))
            self._connect_settings()
        else:
            self._begin()

    def _system_changed(self) -> None:
        if self.settings.scheme == "system":
            self._dress()

    def _dress(self) -> None:
        theme.apply(self._qapp, self.settings.scheme, self.settings.text_scale / 100)

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
