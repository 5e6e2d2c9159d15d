"""Check a certificate on a laptop without a network: typed, scanned, from a PDF or a picture; and revoke one."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop import models
from onemm_desktop.background import Background
from onemm_desktop.documents.certificate import Certificate, pdf
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Device, DocumentRevocation
from onemm_desktop.models.database import Database
from onemm_desktop.programme import checking
from onemm_desktop.views.checking import words
from onemm_desktop.views.checking.page import CheckingPage
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.main_window import Entry, MainWindow
from onemm_wire import certificates, device_keys, partitions
from onemm_wire.certificate_numbers import certificate_number
from onemm_wire.partitions import Role
from onemm_wire.records import DeviceKey, DocumentIssue
from onemm_wire.standing import State
from tests import region
from tests.documents.examples import CERTIFICATE
from tests.documents.reading import picture
from tests.test_accessibility import nameless
from tests.wire.test_certificates import CODE, KEY, PUBLIC, SIAN
from tests.wire.test_standing import CENTRE, CENTRE_PUBLIC

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NEXT = certificate_number("CDF", 2026, 7, 43)
PAPER = replace(
    CERTIFICATE,
    number=SIAN.number,
    name=SIAN.name,
    title=SIAN.title,
    link=certificates.link("https://centre.example.org", CODE),
)


class Files(Dialogs):
    """Opens the file that was written down before."""

    chosen: Path | None = None

    def open_file(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        return self.chosen


def laptop(folder: Path, role: Role) -> tuple[Database, models.Desk]:
    """A laptop without a window that holds one certificate and the key that signed it."""
    key = DeviceKey(
        id="0193d000-0000-7000-8000-0000000000e1",
        region="CDF",
        block=7,
        public_key=base64.b64encode(PUBLIC).decode(),
        valid_from=datetime(2026, 1, 1, tzinfo=UTC),
        statement="",
    )
    key = msgspec.structs.replace(key, statement=device_keys.state(key, CENTRE))
    placed = [*region.everything(), (partitions.NATIONAL, key), (region.CARDS, issue())]
    database, desk = region.laptop_of(folder, role, placed)
    with database.sync_write() as session:
        session.scalars(select(Device)).one().centre_sign_key = base64.b64encode(CENTRE_PUBLIC).decode()
    return database, desk


class Desk:
    """A window with the page in it, on such a laptop."""

    def __init__(self, folder: Path, role: Role) -> None:
        self.folder = folder
        self.database, desk = laptop(folder, role)
        self.background = Background(self.database, desk)
        self.dialogs = Files()
        self.page = CheckingPage(self.background, self.dialogs, desk)
        self.window = MainWindow("Cardiff", [Entry("checking", "Check", "badge", self.page)])
        self.background.changed.connect(self.window.changed)
        self.window.resize(1180, 800)
        self.window.show()
        self.window.go("checking")

    def close(self) -> None:
        self.window.close()
        self.background.close()
        self.database.close()

    def type(self, text: str) -> list[str]:
        """Type it, or let a scanner do it, and Enter; answers the verdicts."""
        self.page.field.line.clear()
        QTest.keyClicks(self.page.field.line, text)
        QTest.keyClick(self.page.field.line, Qt.Key.Key_Return)
        self.background.settle()
        return [card.verdict for card in self.page.cards]

    def open(self, name: str, content: bytes) -> list[str]:
        """Open a file of this content; answers the verdicts."""
        self.dialogs.chosen = self.folder / name
        self.dialogs.chosen.write_bytes(content)
        self.page.open_file.click()
        self.background.settle()
        self.background.settle()
        return [card.verdict for card in self.page.cards]

    def let_fall(self, *dragged: QUrl, on: QWidget | None = None) -> list[str]:
        """Drag these over the page, or over a part ``on`` it, and let go where that is allowed; answers the verdicts.

        Qt offers what is dragged to the part under the pointer, then to what holds it, until one accepts drops.
        """
        target = on or self.page
        while not target.acceptDrops():
            target = cast("QWidget", target.parentWidget())
        mime, place = QMimeData(), QPointF(5, 5)
        mime.setUrls(dragged)
        mime.setText("\n".join(url.toString() for url in dragged))  # as file managers do
        how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        entering = QDragEnterEvent(place, *how)
        entering.ignore()
        QApplication.sendEvent(target, entering)
        if entering.isAccepted():
            QApplication.sendEvent(target, QDropEvent(place, *how))
        self.background.settle()
        self.background.settle()
        return [card.verdict for card in self.page.cards]


def issue(**fields: str) -> DocumentIssue:
    issued = DocumentIssue(
        id="0193d000-0000-7000-8000-0000000000e2",
        document="certificate_of_attendance",
        number=SIAN.number,
        person_id=region.mentor_id(0),
        name_as_printed=SIAN.name,
        title=SIAN.title,
        hours=SIAN.hours,
        held_on=SIAN.held_on,
        issued_at=datetime(2026, 11, 23, 10, tzinfo=UTC),
        code=CODE,
    )
    return msgspec.structs.replace(issued, **fields)


def said(state: State) -> list[str]:
    return [words.verdict(state).heading]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Desk]:
    made = Desk(tmp_path, getattr(request, "param", "staff"))
    qtbot.addWidget(made.window)
    yield made
    made.close()


def test_a_scanned_code_shows_what_the_paper_must_say_and_every_part_has_a_name(desk: Desk) -> None:
    assert desk.type(PAPER.link) == said("valid")
    assert "Compare what it says with the paper" in desk.page.cards[0].accessibleName()
    assert nameless(desk.window) == []
    assert desk.type(SIAN.number.lower()) == said("valid")
    assert desk.type(CODE[:60] + ("A" if CODE[60] != "A" else "B") + CODE[61:])[0] in (
        *said("false"), *said("unreadable"),
    )  # fmt: skip
    assert desk.type("hello") == said("unreadable")


def test_a_scan_takes_the_place_of_what_was_typed_wherever_the_focus_is(desk: Desk) -> None:
    desk.page.field.line.setText("half typed")
    desk.page.open_file.setFocus()
    assert desk.window.take_scan(PAPER.link)
    desk.background.settle()
    assert [card.verdict for card in desk.page.cards] == said("valid")


def test_a_pdf_of_many_is_checked_page_by_page_and_a_copied_code_is_found_out(desk: Desk) -> None:
    other = certificates.code_of(replace(SIAN, number=NEXT, name="Somebody"), KEY)
    copied: Certificate = replace(PAPER, name="Rukhsana Begum")
    unheard = replace(PAPER, number=NEXT, name="Somebody", link=certificates.link("https://a.b", other))
    assert desk.open("all.pdf", pdf([PAPER, copied, unheard])) == [
        *said("valid"), words.differs().heading, *said("genuine"),
    ]  # fmt: skip


def test_a_picture_from_a_scanner_is_read_and_a_file_without_a_code_says_so(desk: Desk) -> None:
    scan = desk.folder / "scan.png"
    picture(pdf([PAPER]), scale=200 / 72).rotate(2, expand=True, fillcolor=255).save(scan)
    assert desk.open("scan.png", scan.read_bytes()) == said("valid")
    assert desk.open("plain.pdf", pdf([replace(PAPER, link="")])) == []
    assert "no code in this file" in desk.page.bar.sentence
    assert desk.open("broken.pdf", b"%PDF-1.7 nothing") == []
    assert desk.page.bar.sentence != ""


def test_a_picture_let_fall_on_the_page_is_read_wherever_it_falls_and_several_or_a_link_are_not(desk: Desk) -> None:
    scan = desk.folder / "scan.png"
    picture(pdf([PAPER]), scale=200 / 72).save(scan)
    here = QUrl.fromLocalFile(str(scan))
    assert desk.let_fall(here, here) == []
    assert desk.let_fall(QUrl("https://centre.example.org/scan.png")) == []
    assert desk.let_fall(here, on=desk.page.field.line) == said("valid")
    assert desk.page.field.line.text() == "", "its path is not what is to be checked"


def test_staff_revoke_with_a_reason_and_the_answer_changes_before_their_eyes(desk: Desk) -> None:
    desk.type(CODE)
    card = desk.page.cards[0]
    assert not card.revoke.isEnabled()
    card.reason.setCurrentIndex(1)
    card.reason.activated.emit(1)
    card.revoke.click()
    desk.background.settle()
    desk.background.settle()
    assert [card.verdict for card in desk.page.cards] == said("revoked")
    with desk.database.read() as session:
        kept = session.scalars(select(DocumentRevocation)).one()
    assert (kept.number, kept.reason, kept.partition) == (SIAN.number, "issued_in_error", region.CARDS)


@pytest.mark.parametrize("desk", ["trainer"], indirect=True)
def test_a_trainer_checks_and_does_not_revoke(desk: Desk) -> None:
    assert desk.type(CODE) == said("valid")
    assert not hasattr(desk.page.cards[0], "revoke")
    assert desk.background.desk is not None

    def work(session: Session) -> None:
        checking.revoke(session, number=SIAN.number, reason="misused")

    with pytest.raises(KnownError) as refused, desk.database.write(desk.background.desk) as session:
        work(session)
    assert refused.value.problem is Problem.NOT_ALLOWED


@pytest.fixture
def laptop_alone(tmp_path: Path) -> Iterator[tuple[Database, models.Desk]]:
    made = laptop(tmp_path, "staff")
    yield made
    made[0].close()


def test_revoking_twice_is_once_and_what_is_no_number_is_refused(laptop_alone: tuple[Database, models.Desk]) -> None:
    held, desk = laptop_alone

    def revoke(number: str) -> None:
        with held.write(desk) as session:
            checking.revoke(session, number=number, reason="misused")

    revoke(SIAN.number)
    revoke(SIAN.number.lower())
    with held.read() as session:
        assert len(session.scalars(select(DocumentRevocation)).all()) == 1
        found = checking.check(session, CODE, today=date(2026, 12, 1))
        assert found.state == "revoked"
    with pytest.raises(KnownError):
        revoke("LDN26-1")


def test_keys_of_which_a_former_key_of_the_centre_said_so_count_and_others_do_not(
    laptop_alone: tuple[Database, models.Desk],
) -> None:
    def known(today: str, *former: str) -> str:
        with laptop_alone[0].sync_write() as session:
            device = session.scalars(select(Device)).one()
            device.centre_sign_key, device.former_sign_keys = today, list(former)
        with laptop_alone[0].read() as session:
            return checking.check(session, CODE, today=date(2026, 12, 1)).state

    another, right = base64.b64encode(bytes(32)).decode(), base64.b64encode(CENTRE_PUBLIC).decode()
    assert known(another) == "unsure"
    assert known(another, right) == "valid"
    assert known("") == "unsure"
