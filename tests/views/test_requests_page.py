"""Requests about data by keyboard: note one, see how long there is, answer it, take that back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from onemm_desktop.background import Background
from onemm_desktop.models.database import Database
from onemm_desktop.programme import rights, undo
from onemm_desktop.views.main_window import Entry, MainWindow
from onemm_desktop.views.rights.page import RequestsPage
from onemm_desktop.views.today.page import TodayPage
from onemm_desktop.views.widgets import Pill, Text
from tests import region
from tests.test_accessibility import nameless

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Office:
    """A regional manager's window with the page in it."""

    def __init__(self, database: Database, background: Background) -> None:
        self.database = database
        self.background = background
        assert background.desk is not None
        self.page = RequestsPage(background, background.desk)
        self.today = TodayPage(background, background.desk)
        entries = [Entry("today", "Today", "today", self.today), Entry("requests", "Requests", "person", self.page)]
        self.window = MainWindow("Cardiff", entries)
        background.changed.connect(self.window.changed)

    def open(self, key: str = "requests") -> Office:
        self.window.resize(1180, 800)
        self.window.show()
        self.window.activateWindow()
        self.window.go(key)
        self.background.settle()
        return self

    def type(self, name: str) -> list[str]:
        """Type into the field; answers who is found."""
        self.page.asking.field.clear_text()
        QTest.keyClicks(self.page.asking.field, name)
        people = self.page.asking.people
        return [people.item(row).text() for row in range(people.count())]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.asking.field, key)
        self.background.settle()

    @property
    def shown(self) -> list[str]:
        """Every card's words."""
        return [
            " | ".join(
                [pill.text for pill in card.findChildren(Pill)] + [text.text() for text in card.findChildren(Text)]
            )
            for card in self.page.cards
        ]


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot) -> Iterator[Office]:
    database, desk = region.laptop_of(tmp_path, "regional_manager", region.everything())
    background = Background(database, desk)
    made = Office(database, background)
    qtbot.addWidget(made.window)
    yield made
    made.window.close()
    background.close()
    database.close()


def test_a_name_and_enter_note_a_request_and_the_clock_runs_from_the_day_it_came(office: Office) -> None:
    office.open()
    assert office.type("begum") == ["Kai Begum"]
    assert office.type("rhys") == ["David ap Rhys"]
    office.page.asking.day.setDate(QDate(2026, 11, 3))
    office.press(Qt.Key.Key_Return)
    (card,) = office.shown
    assert "David ap Rhys" in card
    assert "12 days left, until 3 December 2026" in card
    assert "To see what we hold · came in on 3 November 2026" in card
    assert office.page._facts.text() == "1 request to answer, the first by 3 December 2026"


def test_nobody_found_is_said_and_nothing_can_be_noted(office: Office) -> None:
    office.open()
    assert office.type("xyzzy") == []
    office.press(Qt.Key.Key_Return)
    assert not office.page.asking.note.isEnabled()
    assert office.shown == []


def test_answered_it_goes_and_ctrl_z_brings_it_back(office: Office) -> None:
    office.open()
    office.type("sian")
    office.press(Qt.Key.Key_Return)
    office.page.cards[0].done.click()
    office.background.settle()
    assert office.shown == []
    office.background.write(undo.last, then=lambda _: None)
    office.background.settle()
    assert len(office.shown) == 1


def test_today_tells_of_it(office: Office) -> None:
    work = partial(
        rights.receive, person=region.mentor_id(0), asked="erasure", received_on=date(2026, 10, 22), today=region.TODAY
    )
    office.background.write(work)
    office.background.settle()
    office.open("today")
    words = [part.text() for part in office.today.findChildren(Text)]
    assert "Siân Llewellyn-Pritchard" in words
    assert "To have it erased · 2 days left, until 23 November 2026" in words


def test_everything_has_a_name_for_screen_readers(office: Office) -> None:
    office.open()
    office.type("sian")
    office.press(Qt.Key.Key_Return)
    assert nameless(office.page) == []
