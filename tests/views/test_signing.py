"""A certificate for signing is brought in, signs what is saved, and goes: over a real vault and real files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from onemm_desktop.background import Background
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.printing_people import Source
from onemm_desktop.settings import Settings
from onemm_desktop.vault import Vault
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.printing.signing import Signing
from onemm_desktop.views.settings.page import Installed, SettingsPage
from onemm_desktop.views.settings.signing import SigningCard, SigningSettings
from onemm_wire.partitions import Role
from tests.fixtures_desktop import MemoryKeyring
from tests.robots.papers import TrainerRobot
from tests.signers import NOW, PASSWORD, signer
from tests.test_accessibility import laptop, nameless
from tests.training_day import Day

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ISSUER = "Un Miliwn o Fentoriaid – Gorllewin Canolbarth"


class Today:
    """A clock that a test may set forward."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Chosen(Dialogs):
    """Answers with one file."""

    def __init__(self, path: Path) -> None:
        self.path: Path | None = path

    def open_file(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        return self.path


@pytest.fixture
def today() -> Today:
    return Today()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    vault = Vault(tmp_path, keyring=MemoryKeyring())
    vault.create()
    return vault


@pytest.fixture
def signing(vault: Vault, today: Today) -> Signing:
    return Signing(vault.secret, vault.keep, vault.forget, today)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "1MM.p12"
    path.write_bytes(signer(ISSUER).file)
    return path


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    made = Day(tmp_path)
    made.add_event()
    made.require()
    made.book_eleven()
    for row in made.roster().rows[:2]:
        made.mark(row.attendee, "present")
    yield made
    made.close()


@pytest.fixture
def office(qtbot: QtBot, day: Day, tmp_path: Path, signing: Signing) -> Iterator[TrainerRobot]:
    robot = TrainerRobot(day, tmp_path, signing)
    yield robot
    robot.close()


def signers(pdf: bytes) -> list[str]:
    """Who signed a PDF, as a reader that is not pyHanko sees it."""
    fields = pypdf.PdfReader(BytesIO(pdf)).get_fields() or {}
    return [str(field["/V"]["/Name"]) for field in fields.values() if field["/FT"] == "/Sig"]


# --- what is kept ----------------------------------------------------------------------------------------------------


def test_what_was_brought_in_signs_until_it_is_taken_away(signing: Signing, file: Path, vault: Vault) -> None:
    assert signing.hand().identity is None
    assert signing.bring(file, PASSWORD).name == ISSUER
    file.unlink()  # the stick goes back into its drawer
    assert signing.hand().name == ISSUER
    vault.lock()
    vault.unlock()
    assert signing.hand().name == ISSUER
    assert signing.forget().identity is None
    assert signing.hand().identity is None


def test_nothing_of_it_lies_open_in_the_vaults_file(signing: Signing, file: Path, tmp_path: Path) -> None:
    signing.bring(file, PASSWORD)
    kept = (tmp_path / "vault.json").read_bytes()
    assert ISSUER.encode() not in kept
    assert PASSWORD.encode() not in kept
    assert b"pdf signing" in kept


@pytest.mark.parametrize(
    ("password", "content", "problem"),
    [
        ("guess", None, Problem.SIGNER_PASSWORD),
        ("", None, Problem.SIGNER_PASSWORD),
        (PASSWORD, b"%PDF-1.7", Problem.SIGNER_FILE),
        (PASSWORD, signer(ISSUER, spoilt="expired").file, Problem.SIGNER_NOT_VALID),
    ],
)
def test_what_is_refused_leaves_what_was_there(
    signing: Signing, file: Path, password: str, content: bytes | None, problem: Problem
) -> None:
    signing.bring(file, PASSWORD)
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(KnownError) as refused:
        signing.bring(file, password)
    assert refused.value.problem is problem
    assert signing.hand().name == ISSUER


def test_a_file_that_is_gone_is_said(signing: Signing, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        signing.bring(tmp_path / "unplugged.p12", PASSWORD)
    assert refused.value.problem is Problem.CANNOT_READ_FILE


# --- what is saved ---------------------------------------------------------------------------------------------------


def test_saved_certificates_are_signed_and_it_is_said(
    office: TrainerRobot, signing: Signing, file: Path, tmp_path: Path, today: Today
) -> None:
    office.open_certificates().click("Issue 2 certificates").click("Save PDF")
    saved = tmp_path / office.answers.suggested
    assert signers(saved.read_bytes()) == []
    signing.bring(file, PASSWORD)
    office.click("Save PDF")
    assert signers(saved.read_bytes()) == [ISSUER]
    assert office.shows(f"signed by {ISSUER}.")
    today.now += timedelta(days=366)
    office.click("Save PDF")
    assert signers(saved.read_bytes()) == []
    assert office.shows("without a signature. The signing certificate is valid from")


def test_each_certificate_of_a_zip_is_signed_and_a_list_is_not(
    office: TrainerRobot, signing: Signing, file: Path, tmp_path: Path
) -> None:
    signing.bring(file, PASSWORD)
    office.go("documents")
    page = office.pages.documents
    page.open(Source("event", office.day.event), "certificate_of_attendance")
    page.look_up()
    office.wait().click("Issue 2 new and prepare").click("Save ZIP")
    with ZipFile(tmp_path / office.answers.suggested) as archive:
        assert [signers(archive.read(name)) for name in archive.namelist()] == [[ISSUER], [ISSUER]]
    assert office.shows(f"signed by {ISSUER}.")
    office.click("Choose again")
    page.open(Source("event", office.day.event), "room_sign")
    page.look_up()
    office.wait().click("Prepare").click("Save PDF")
    assert signers((tmp_path / office.answers.suggested).read_bytes()) == []


# --- Settings --------------------------------------------------------------------------------------------------------


class Desk:
    """The card of Settings, and hands on it."""

    def __init__(self, day: Day, signing: Signing, file: Path) -> None:
        self.background = Background(day.database, day.desk)
        self.card = SigningCard("Signature on certificates")
        self.dialogs = Chosen(file)
        self.work = SigningSettings(self.card, signing, self.background, self.dialogs)
        self.card.show()
        self.wait()

    def wait(self) -> None:
        assert self.background.settle()
        QApplication.processEvents()

    def type(self, password: str) -> None:
        self.card.choose.click()
        self.card.password.line.setText(password)
        self.card.password.line.returnPressed.emit()
        self.wait()


@pytest.fixture
def desk(qtbot: QtBot, day: Day, signing: Signing, file: Path) -> Iterator[Desk]:
    desk = Desk(day, signing, file)
    yield desk
    desk.background.close()
    desk.card.close()
    desk.card.deleteLater()


def test_it_is_chosen_once_by_its_password_and_taken_away_again(desk: Desk, signing: Signing) -> None:
    card = desk.card
    assert card.who.text() == "Nobody signs."
    assert not card.forget.isVisible()
    desk.type("guess")
    assert card.password.wrong == "This is not the password of that file. Type it again."
    assert card.password.isVisible()
    desk.type(PASSWORD)
    assert card.who.text().startswith(f"{ISSUER} signs, until ")
    assert card.said.sentence == "Certificates that are saved from now on are signed."
    assert card.password.line.text() == ""
    assert not card.password.isVisible()
    card.forget.click()
    desk.wait()
    assert card.who.text() == "Nobody signs."
    assert signing.hand().identity is None


def test_a_wrong_file_is_said_and_another_may_be_chosen(desk: Desk, file: Path) -> None:
    file.write_bytes(b"not a certificate")
    desk.type(PASSWORD)
    assert desk.card.said.sentence.startswith("This file holds no signing certificate.")
    assert not desk.card.password.isVisible()
    desk.dialogs.path = None
    desk.card.choose.click()
    assert not desk.card.password.isVisible()


def test_a_certificate_that_ran_out_is_told_when_settings_are_opened(
    desk: Desk, signing: Signing, file: Path, today: Today
) -> None:
    desk.type(PASSWORD)
    today.now += timedelta(days=366)
    desk.card.hide()
    desk.card.show()
    desk.wait()
    assert desk.card.said.sentence.startswith("The signing certificate is valid from")
    assert nameless(desk.card) == []


def test_a_password_that_is_being_typed_stays_when_the_page_comes_back(desk: Desk) -> None:
    desk.card.choose.click()
    desk.card.password.line.setText("half")
    desk.card.hide()
    desk.card.show()
    desk.wait()
    assert desk.card.password.line.text() == "half"


@pytest.mark.parametrize(("role", "there"), [("staff", True), ("regional_manager", True), ("trainer", False)])
def test_it_is_offered_where_certificates_of_a_region_are_issued(qtbot: QtBot, role: Role, there: bool) -> None:
    installed = Installed("0.1.0", "folder", unlock="keyring", has_keyring=True, database_bytes=lambda: 0)
    page = SettingsPage(replace(laptop(), role=role), installed, Settings(), now=lambda: NOW)
    qtbot.addWidget(page)
    assert page.signing.isVisibleTo(page) == there
