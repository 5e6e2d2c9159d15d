"""The head-count, one key away from the register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from onemm_desktop.changes import Change
from onemm_desktop.models import Event, EventStaff
from tests.documents.reading import texts
from tests.robots.papers import TrainerRobot
from tests.training_day import Day

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def trainer(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainerRobot]:
    day = Day(tmp_path)
    day.add_event()
    sian, rukhsana, *_ = day.book_eleven()
    day.mark(sian, "present")
    day.mark(rukhsana, "late")
    day.keep(
        EventStaff(id=day.new_id(), partition="region/WMD", event_id=day.event, name="Mair Jones", duty="helper"),
    )
    robot = TrainerRobot(day, tmp_path)
    yield robot
    robot.close()
    day.close()


def test_f8_shows_who_is_in_and_enter_signs_a_helper_in(trainer: TrainerRobot) -> None:
    trainer.open_register()
    assert trainer.pages.register.desk.building.accessibleName() == "In the building: 2"
    trainer.press("F8").wait()
    page = trainer.pages.in_building
    assert trainer.window.current == "in_building"
    assert page.count.text() == "2 people in the building"
    lines = [page.people.item(line).text() for line in range(page.people.count())]
    assert lines[0] == "Mair Jones · Helper · not signed in"
    assert "Siân Llewellyn-Pritchard · since 09:40" in lines
    trainer.press("Home").press("Return").wait()
    assert page.count.text() == "3 people in the building"
    assert texts(page.pdf)[0].count("not signed in") == 1  # the trainer whom the event only names


def test_enter_on_a_mentor_marks_nobody(trainer: TrainerRobot) -> None:
    trainer.open_register().press("F8").wait()
    before = len(trainer.day.marks())
    trainer.press("End").press("Return").wait()
    assert len(trainer.day.marks()) == before


def cancelled_at_the_centre(trainer: TrainerRobot) -> None:
    """A sync brings that the office has cancelled the event."""
    with trainer.day.database.sync_write() as session:
        held = session.scalars(select(Event).where(Event.id == trainer.day.event)).one()
        held.state, held.cancelled_reason = "cancelled", "The heating has failed"
    trainer.background.changed.emit(Change(frozenset({("event", trainer.day.event)})), None)
    trainer.wait()


def test_an_event_cancelled_while_people_are_here_leads_to_who_they_are_and_to_their_list_on_paper(
    trainer: TrainerRobot,
) -> None:
    trainer.open_register().type("oluw")
    marks = len(trainer.day.marks())
    cancelled_at_the_centre(trainer)
    assert trainer.shows("This event was cancelled: The heating has failed. What was marked is kept.")
    register = trainer.pages.register
    assert register.desk.search.text() == "oluw", "nothing that was typed is lost"
    trainer.press("Return")
    assert len(trainer.day.marks()) == marks
    assert register.bar.action.accessibleName() == "Who is here: 2"
    trainer.click("Who is here")
    assert trainer.window.current == "in_building"
    assert trainer.pages.in_building.count.text() == "2 people in the building"
    assert "Rukhsana Begum" in texts(trainer.pages.in_building.pdf)[0]


def test_an_event_cancelled_after_everybody_left_offers_nobody(trainer: TrainerRobot) -> None:
    for attendee in {mark.attendee_id for mark in trainer.day.marks().values()}:
        trainer.day.mark(attendee, "left_early")
    trainer.open_register()
    cancelled_at_the_centre(trainer)
    assert trainer.shows("This event was cancelled: The heating has failed.")
    assert not trainer.pages.register.bar.action.isVisible()


def test_the_list_comes_back_after_a_lock(trainer: TrainerRobot) -> None:
    trainer.open_register().press("F8").wait()
    page = trainer.pages.in_building
    place = page.place()
    page.open("")
    page.come_back(place)
    trainer.wait()
    assert page.count.text() == "2 people in the building"
