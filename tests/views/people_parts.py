"""Laptops with one or more people on them, for what happens when they are left alone, shared, or guessed at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from onemm_desktop import sealing
from onemm_desktop.app import App
from onemm_desktop.models import Device, DevicePolicy, Event
from onemm_desktop.models.database import Database
from onemm_desktop.paths import Paths
from onemm_desktop.vault import Vault
from onemm_desktop.views.unlock.page import UnlockPage
from onemm_desktop.working import Working
from onemm_wire import bundle
from tests.fixtures_desktop import MORNING, Chance, Clock, MemoryKeyring, desk_for, enrol

PIN = "270418"
EVENT = "0193d000-0000-7000-8000-0000000000ee"
CENTRE_KEY = bytes(range(32))
DEVICE_KEY = bytes(range(1, 33))


@pytest.fixture
def quick_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tried is the order of things; that the real numbers are RFC 9106's has its own test."""
    monkeypatch.setattr(sealing, "_KIB", 32)


P = TypeVar("P", bound=QWidget)


def today() -> Event:
    """A training day, still to be held."""
    return Event(
        id=EVENT,
        partition="region/london",
        reference="E-1",
        title="Training",
        event_kind="training",
        state="booking_open",
        venue="Hall",
        starts_at=MORNING,
        ends_at=MORNING.replace(hour=17),
        hours=6.0,
        capacity=40,
        minimum=8,
    )


@dataclass
class Laptop:
    """A laptop with one or more people on it, whose centre is not to be reached."""

    qapp: QApplication
    qtbot: QtBot
    folder: Path
    keyring: MemoryKeyring = field(default_factory=MemoryKeyring)
    apps: list[App] = field(default_factory=list)

    def vault(self, folder: Path) -> Vault:
        return Vault(folder, keyring=self.keyring)

    def add_person(self, folder: Path, name: str, *, pin: str | None = None) -> Paths:
        """Enrol somebody, with today's event in their records."""
        vault = self.vault(folder)
        folder.mkdir(parents=True, exist_ok=True)
        database = Database.open(folder / "records.db", vault.create(pin, "pin" if pin else "keyring"))
        vault.keep("device_key", DEVICE_KEY)
        vault.name_person(name, 7)
        enrol(database, desk_for())
        with database.sync_write() as session:
            device = session.query(Device).one()
            device.user_name = name
            device.centre_seal_key = bundle.text_of(bundle.public_seal_key(CENTRE_KEY))
            session.add(today())
        database.close()
        return Paths(folder)

    def lay_down(self, folder: Path, **rules: object) -> None:
        """Let the centre's rules have arrived."""
        self.change(folder, DevicePolicy(id="1", partition="national", valid_from=MORNING.date(), **rules))

    def change(self, folder: Path, row: object) -> None:
        vault = self.vault(folder)
        database = Database.open(folder / "records.db", vault.unlock(PIN))
        with database.sync_write() as session:
            session.merge(row)
        database.close()

    def start(self) -> App:
        app = App(self.qapp, Paths(self.folder), clock=Clock(), chance=Chance(len(self.apps)), vault_at=self.vault)
        self.apps.append(app)
        app.start()
        return app

    def wait(self, app: App) -> Working:
        """Until the first page is shown."""
        self.qtbot.waitUntil(lambda: app.working is not None, timeout=20_000)
        assert app.working is not None
        app.working.background.settle()
        return app.working


@pytest.fixture
def laptop(qapp: QApplication, qtbot: QtBot, tmp_path: Path, quick_stretching: None) -> Iterator[Laptop]:
    """A laptop on which nobody has enrolled yet."""
    laptop = Laptop(qapp, qtbot, tmp_path)
    yield laptop
    for app in laptop.apps:
        app.close()
        app.window.deleteLater()
    # Now, because the next program would dress every widget that is still there.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def nia(laptop: Laptop) -> Laptop:
    """Nia Parry's laptop, opened by this account's keyring."""
    laptop.add_person(laptop.folder, "Nia Parry")
    return laptop


@pytest.fixture
def nia_with_pin(laptop: Laptop) -> Laptop:
    """Nia Parry's laptop, opened by her PIN."""
    laptop.add_person(laptop.folder, "Nia Parry", pin=PIN)
    return laptop


def front(app: App, page: type[P]) -> P:
    """What stands in the window, which must be this."""
    shown = app.window.currentWidget()
    assert isinstance(shown, page), f"{type(shown).__name__} is in front"
    return shown


def unlock_page(app: App) -> UnlockPage:
    return front(app, UnlockPage)


def type_pin(laptop: Laptop, app: App, pin: str) -> None:
    page = unlock_page(app)
    page.pin.line.setText(pin)
    page.open()


def key_of(laptop: Laptop) -> bytes:
    return bytes(laptop.vault(laptop.folder).unlock(PIN))
