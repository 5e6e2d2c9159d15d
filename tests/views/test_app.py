"""The whole program around its records: what is in the way is one sentence and one action, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from onemm_desktop import settings
from onemm_desktop.app import App
from onemm_desktop.models import Device
from onemm_desktop.models.database import Database
from onemm_desktop.paths import Paths
from onemm_desktop.sync import enrolment
from onemm_desktop.vault import Vault
from onemm_desktop.views import theme
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.first_run.page import FirstRunPage
from onemm_desktop.views.trouble import TroublePage
from onemm_desktop.views.unlock.page import UnlockPage
from onemm_desktop.working import Working
from onemm_wire import bundle
from tests.fixtures_desktop import Chance, Clock, MemoryKeyring, NoKeyring, desk_for, enrol
from tests.robots.hands import Hands
from tests.signers import NOW, PASSWORD, signer

PASSPHRASE = "four quiet otters sing"


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def laptop(tmp_path: Path, keyring: MemoryKeyring) -> Paths:
    """An enrolled laptop whose centre is not to be reached."""
    return enrolled(tmp_path, Vault(tmp_path, keyring=keyring), None)


def enrolled(folder: Path, vault: Vault, passphrase: str | None) -> Paths:
    database = Database.open(folder / "records.db", vault.create(passphrase))
    vault.keep(enrolment.TOKEN, b"token")
    enrol(database, desk_for())
    database.close()
    return Paths(folder)


@pytest.fixture
def start(qapp: QApplication, keyring: MemoryKeyring) -> Iterator[list[App]]:
    """Programs that a test has started; closed when it ends."""
    started: list[App] = []
    yield started
    for app in started:
        app.close()
        app.window.deleteLater()


def begin(
    started: list[App], qapp: QApplication, paths: Paths, keyring: MemoryKeyring, dialogs: Dialogs | None = None
) -> App:
    app = App(
        qapp,
        paths,
        clock=Clock(),
        chance=Chance(),
        dialogs=dialogs,
        vault_at=lambda folder: Vault(folder, keyring=keyring),
    )
    started.append(app)
    app.start()
    return app


def test_an_enrolled_laptop_opens_its_records_without_a_network(
    qapp: QApplication, laptop: Paths, keyring: MemoryKeyring, start: list[App], qtbot: QtBot
) -> None:
    app = begin(start, qapp, laptop, keyring)
    assert isinstance(app.working, Working)
    with qtbot.waitSignal(app.working.sync.finished, timeout=20_000):
        app.working.sync.sync_now()
    assert app.working.window.rail.pill.words == "Offline · all sent"


def test_a_wrong_passphrase_is_said_and_the_right_one_opens(
    qapp: QApplication, tmp_path: Path, start: list[App], qtbot: QtBot
) -> None:
    keyring = NoKeyring()
    paths = enrolled(tmp_path, Vault(tmp_path, keyring=keyring), PASSPHRASE)
    app = begin(start, qapp, paths, keyring)
    page = app.window.currentWidget()
    assert isinstance(page, UnlockPage)
    hands = Hands(app.window)
    with qtbot.waitSignal(page.refused, timeout=20_000):
        hands.type("four quiet cats sing").press("Return")
    assert "not the passphrase" in page.passphrase.wrong
    with qtbot.waitSignal(app.ready, timeout=20_000):
        hands.type(PASSPHRASE).press("Return")


def test_a_damaged_file_is_left_as_it_is_and_said(
    qapp: QApplication, laptop: Paths, keyring: MemoryKeyring, start: list[App]
) -> None:
    whole = laptop.database.read_bytes()
    damaged = whole[:4096] + bytes(len(whole) - 4096)
    laptop.database.write_bytes(damaged)
    app = begin(start, qapp, laptop, keyring)
    page = app.window.currentWidget()
    assert isinstance(page, TroublePage)
    assert "cannot be read" in page.said.sentence
    assert laptop.database.read_bytes() == damaged


def test_a_keyring_that_lost_the_key_can_be_tried_again(
    qapp: QApplication, laptop: Paths, keyring: MemoryKeyring, start: list[App], qtbot: QtBot
) -> None:
    kept = dict(keyring.kept)
    keyring.kept.clear()
    app = begin(start, qapp, laptop, keyring)
    page = app.window.currentWidget()
    assert isinstance(page, TroublePage)
    keyring.kept |= kept
    with qtbot.waitSignal(app.ready):
        page.button.click()


def test_a_first_run_that_was_cut_short_begins_again(
    qapp: QApplication, tmp_path: Path, keyring: MemoryKeyring, start: list[App]
) -> None:
    Database.open(tmp_path / "records.db", Vault(tmp_path, keyring=keyring).create(None)).close()
    app = begin(start, qapp, Paths(tmp_path), keyring)
    page = app.window.currentWidget()
    assert isinstance(page, FirstRunPage)
    assert page.passphrase not in [page.step], "the vault is there already"


def test_looks_are_kept_for_the_next_start(
    qapp: QApplication, laptop: Paths, keyring: MemoryKeyring, start: list[App]
) -> None:
    app = begin(start, qapp, laptop, keyring)
    assert app.working is not None
    page = app.working.settings_page
    page.scheme_chosen.emit("dark")
    page.text_scale_chosen.emit(150)
    kept = settings.load(laptop.settings)
    assert (kept.scheme, kept.text_scale) == ("dark", 150)
    # Put back once the window has gone: an open one is dressed anew for each, three seconds of work.
    start.remove(app)
    app.close()
    app.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.apply(qapp, "light")


def test_welsh_is_spoken_at_once_and_english_again(
    qapp: QApplication, laptop: Paths, keyring: MemoryKeyring, start: list[App]
) -> None:
    app = begin(start, qapp, laptop, keyring)
    assert app.working is not None
    app.working.window.go("settings")
    app.working.settings_page.language_chosen.emit("cy")
    assert app.working.window.current == "settings"
    assert app.working.settings_page.title == "Gosodiadau"
    app.working.settings_page.language_chosen.emit("en")
    assert app.working.settings_page.title == "Settings"


def test_ctrl_z_with_nothing_done_says_so(
    qapp: QApplication, laptop: Paths, keyring: MemoryKeyring, start: list[App], qtbot: QtBot
) -> None:
    app = begin(start, qapp, laptop, keyring)
    working = app.working
    assert working is not None
    working.window.undo_asked.emit()
    working.background.settle()
    assert working.window.toast.text() == "There is nothing to take back."


class OnTheStick(Dialogs):
    """Saves wherever it is suggested to, but on a stick."""

    def __init__(self, stick: Path) -> None:
        self.stick = stick

    def save_as(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        return self.stick / suggested.name


def test_settings_saves_a_file_that_is_sealed_to_the_centre(
    qapp: QApplication, laptop: Paths, keyring: MemoryKeyring, start: list[App], tmp_path: Path, qtbot: QtBot
) -> None:
    centre = bundle.text_of(bundle.public_seal_key(bytes(range(32))))
    vault = Vault(laptop.folder, keyring=keyring)
    database = Database.open(laptop.database, vault.unlock())
    vault.keep(enrolment.KEY, bytes(range(1, 33)))
    with database.sync_write() as session:
        session.query(Device).one().centre_seal_key = centre
    database.close()
    stick = tmp_path / "STICK"
    stick.mkdir()
    working = begin(start, qapp, laptop, keyring, OnTheStick(stick)).working
    assert working is not None
    with qtbot.waitSignal(working.carrying.finished, timeout=20_000):
        working.settings_page.carrying.save.click()
    (file,) = stick.iterdir()
    assert bundle.read_bundle(file.read_bytes()).header.device == desk_for().device_id


class TheFile(Dialogs):
    """Answers with one file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open_file(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        return self.path


def test_who_is_chosen_in_settings_signs_what_the_pages_save(
    qapp: QApplication, laptop: Paths, keyring: MemoryKeyring, start: list[App], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "1MM.p12"
    file.write_bytes(signer("One Million Mentors, London").file)
    app = App(
        qapp,
        laptop,
        clock=lambda: NOW,
        chance=Chance(),
        dialogs=TheFile(file),
        vault_at=lambda folder: Vault(folder, keyring=keyring),
    )
    start.append(app)
    app.start()
    working = app.working
    assert working is not None
    card = working.settings_page.signing
    card.choose.click()
    card.use_asked.emit(PASSWORD)
    assert working.background.settle()
    assert card.who.text().startswith("One Million Mentors, London signs, until ")
    hand = working.pages.certificates.signing()
    assert hand is not None
    assert hand.hand().name == "One Million Mentors, London"
