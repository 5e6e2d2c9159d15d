"""The check in Settings, and the look at the file that nobody asks for: said in sentences, stopped by a button."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk, Device, Incident
from onemm_desktop.models.database import Database
from onemm_desktop.sync.doctor import regular
from onemm_desktop.sync.doctor.findings import Found, Report, Trouble
from onemm_desktop.sync.doctor.round import Doctor
from onemm_desktop.views import doctor_words
from onemm_desktop.views.file_watch import FileWatch
from onemm_desktop.views.settings.checking import Checking, CheckingCard
from tests.fixtures_desktop import KEY, Clock
from tests.models.builders import new_mentor


@pytest.fixture
def card(qtbot: QtBot, background: Background, database: Database, desk: Desk, clock: Clock) -> CheckingCard:
    """The card over a copy of one mentor, with the doctor behind it; the centre is not asked."""
    with database.write(desk) as session:
        new_mentor(session)
    card = CheckingCard("Are the records sound?")
    qtbot.addWidget(card)
    Checking(card, Doctor(database, None, clock=clock), background)
    return card


def pressed(card: CheckingCard, qtbot: QtBot, *, mend: bool = False) -> str:
    checking = card.findChild(Checking)
    assert checking is not None
    with qtbot.waitSignal(checking.finished):
        (card.said.action if mend else card.check).click()
        assert not card.progress.isHidden()
    assert card.progress.isHidden()
    assert card.check.isEnabled()
    return card.said.sentence


def test_what_is_wrong_is_said_and_mended_by_a_button(
    card: CheckingCard, background: Background, database: Database, qtbot: QtBot
) -> None:
    changes: list[Change] = []
    background.changed.connect(lambda change, _: changes.append(change))
    sound = "Everything is in order. 1 change waits to be sent; it was not touched."
    assert pressed(card, qtbot) == sound
    assert (card.findings.isHidden(), card.said.action.isHidden()) == (True, True)
    with database.sync_write() as session:
        session.connection().exec_driver_sql("UPDATE mentor SET sort_name = 'somebody else'")
    assert pressed(card, qtbot).startswith("Something is not in order that this laptop can mend itself.")
    assert card.findings.text() == "1 name cannot be found by searching."
    assert changes == []
    assert pressed(card, qtbot, mend=True).startswith("Everything is in order again.")
    assert card.findings.text() == "1 name could not be found by searching, and can be found again."
    assert changes == [Change(everything=True)]
    assert pressed(card, qtbot) == sound


def test_a_check_can_be_stopped(card: CheckingCard, background: Background, qtbot: QtBot) -> None:
    waiting = threading.Event()
    background.network(lambda: waiting.wait(20), lambda _: None)
    checking = card.findChild(Checking)
    assert checking is not None
    with qtbot.waitSignal(checking.finished):
        card.check.click()
        card.progress.cancel.click()
        waiting.set()
    assert (card.said.sentence, card.check.isEnabled()) == ("", True)


@pytest.mark.parametrize("what", list(Trouble))
@pytest.mark.parametrize("mended", [False, True])
def test_there_is_a_sentence_for_everything_that_may_be_found(qapp: object, what: Trouble, mended: bool) -> None:
    found = Found(what, 2, "mentor", mended)
    assert doctor_words.found_words(found).endswith(".")
    assert doctor_words.verdict(Report((found,)))[0].endswith(".")


# --- the look that nobody asks for ------------------------------------------------------------------------------------


def test_the_file_is_read_through_once_a_week_and_after_an_end_that_was_none(database: Database, clock: Clock) -> None:
    assert regular.look(database, clock)
    assert not regular.look(database, clock)
    clock.forward(days=6)
    assert not regular.look(database, clock)
    clock.forward(days=2)
    assert regular.look(database, clock)
    database.ended_uncleanly = True
    assert regular.look(database, clock)
    assert not regular.due(database, clock())
    assert regular.due(database, clock() - timedelta(days=400))  # a clock that was set right again


@pytest.fixture
def damaged(database: Database, tmp_path: Path) -> Iterator[Database]:
    """A file with one byte that fell over, among the records; the tables of the program's own can be read."""
    with database.sync_write() as session:
        session.connection().exec_driver_sql("CREATE TABLE filler AS SELECT randomblob(200000) AS much")
    database.close()
    path = tmp_path / "records.db"
    content = bytearray(path.read_bytes())
    content[-5_000] ^= 1
    path.write_bytes(content)
    reopened = Database.open(path, KEY)
    yield reopened
    reopened.close()


def test_damage_is_said_and_told_to_the_centre(damaged: Database, clock: Clock, qtbot: QtBot) -> None:
    background = Background(damaged)
    try:
        said: list[KnownError] = []
        background.failed.connect(said.append)
        watch = FileWatch(background, lambda stop: regular.look(damaged, clock, stop))
        with qtbot.waitSignal(watch.looked) as looked:
            watch.look_now()
        assert looked.args == [False]
        assert [error.problem for error in said] == [Problem.DAMAGE_FOUND]
        watch.close()
    finally:
        background.close()
    with damaged.read() as session:
        assert session.scalars(select(Incident.what)).all() == ["damaged"]
        assert session.scalars(select(Device.sound_at)).one() is None
