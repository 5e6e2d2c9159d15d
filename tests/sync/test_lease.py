"""Each word from the centre begins the lease anew; without one, people are told a week before the records lock."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onemm_desktop.background import Background
from onemm_desktop.models import Desk, Lease
from onemm_desktop.models.database import Database
from onemm_desktop.sync import status
from onemm_desktop.views.sync_words import under
from onemm_desktop.views.today.page import TodayPage
from tests.central_service import Centre
from tests.fixtures_desktop import MORNING
from tests.sync.laptop import Laptop

DAY = 86_400.0


def alone_for(database: Database, days: float) -> None:
    """Let the laptop have counted so many days without the centre."""
    with database.sync_write() as session:
        session.merge(Lease(pk=1, age=days * DAY, wall=MORNING, boot="", since_boot=0.0))


def told(database: Database) -> int | None:
    with database.read() as session:
        return status.read(session).days_left


@pytest.mark.parametrize(("days", "left"), [(0, None), (13.9, None), (14, 7), (20.5, 1), (21, 0), (30, -9)])
def test_the_last_week_is_told(database: Database, days: float, left: int | None) -> None:
    alone_for(database, days)
    assert told(database) == left


def test_the_pill_says_it(qapp: QApplication, database: Database) -> None:
    alone_for(database, 16)
    with database.read() as session:
        shown = status.resting(status.read(session), None)
    assert under(shown, MORNING)[0] == "Connect within 5 days"
    assert under(replace(shown, days_left=-2), MORNING)[0] == "Connect within 0 days"


def test_today_says_it_and_takes_it_back_when_the_centre_was_heard(
    background: Background, database: Database, desk: Desk, qtbot: QtBot
) -> None:
    page = TodayPage(background, desk)
    qtbot.addWidget(page)
    alone_for(database, 20)
    page.shown()
    background.settle()
    assert page.bar.sentence == "Connect this laptop within 1 day, or its records lock until you do."
    with qtbot.waitSignal(page.sync_asked):
        page.bar.action.click()
    alone_for(database, 0)
    page.shown()
    background.settle()
    assert page.bar.sentence == ""


def test_a_synchronisation_is_a_word_from_the_centre(laptop: Laptop, centre: Centre) -> None:
    alone_for(laptop.database, 20)
    assert laptop.sync().problem is None
    assert told(laptop.database) is None
    with laptop.database.read() as session:
        assert session.query(Lease).one().age == 0
