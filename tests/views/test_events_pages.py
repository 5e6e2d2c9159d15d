"""Today and Events: what there is to do, and the way into the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from onemm_desktop.programme import closing, events, sheets
from onemm_desktop.views.events.model import Col, EventsModel
from tests.robots.papers import TrainerRobot
from tests.training_day import MORNING, Day

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    made = Day(tmp_path)
    yield made
    made.close()


@pytest.fixture
def trainer(qtbot: QtBot, day: Day, tmp_path: Path) -> Iterator[TrainerRobot]:
    robot = TrainerRobot(day, tmp_path)
    yield robot
    robot.close()


def add_event(day: Day, days: int, **fields: str) -> str:
    start = MORNING.replace(hour=10, minute=0) + timedelta(days=days)
    return day.add_event(starts_at=start, ends_at=start + timedelta(hours=6), **fields)


def titles(trainer: TrainerRobot) -> list[str]:
    model = trainer.pages.events.model
    return [str(model.index(line, Col.TITLE).data()) for line in range(model.rowCount())]


def test_today_opens_the_register_with_one_button(trainer: TrainerRobot) -> None:
    trainer.day.add_event()
    trainer.day.book_eleven()
    trainer.go("today")
    assert trainer.shows("Good morning, Dilys")
    assert trainer.shows("10:00–16:00 · The Exchange, Birmingham")
    assert trainer.shows("11 booked")
    trainer.click("Open register")
    assert trainer.window.current == "register"
    assert trainer.pages.register.event_id == trainer.day.event


def test_today_without_an_event_names_the_next_one(trainer: TrainerRobot) -> None:
    add_event(trainer.day, 5, title="Safeguarding briefing")
    trainer.go("today")
    assert trainer.shows("No event today")
    assert trainer.shows("The next one is Safeguarding briefing, Thursday 26 November 2026 · 10:00–16:00.")
    trainer.click("All events")
    assert trainer.window.current == "events"


def test_an_empty_laptop_says_where_events_come_from(trainer: TrainerRobot) -> None:
    trainer.go("today")
    assert trainer.shows("Events planned by the office arrive with the next sync.")
    trainer.go("events").click("Coming")
    assert trainer.shows("No event is planned yet")


def test_what_was_left_over_leads_back_to_its_register(trainer: TrainerRobot) -> None:
    old = add_event(trainer.day, -3, title="Mentor training last week")
    trainer.day.book("Tegan", "Price", event=old)
    trainer.go("today")
    assert trainer.shows("Wed 18 Nov · Mentor training last week")
    trainer.click("1 person is not marked yet")
    assert trainer.pages.register.event_id == old
    assert trainer.window.current == "register"


def test_every_task_that_is_left_over_leads_to_where_it_is_done(trainer: TrainerRobot, qtbot: QtBot) -> None:
    day = trainer.day
    day.event = add_event(day, -3)
    person = day.book("Tegan", "Price")
    day.do(lambda session: sheets.keep(session, event=day.event, at=MORNING, rows=[person], blank_rows=1))
    trainer.go("today").click("1 row of the printed sheet is not keyed in")
    assert trainer.window.current == "key_in"
    assert trainer.pages.key_in.place()["event"] == day.event
    day.mark(person, "present")
    trainer.go("today").click("The register is not closed yet")
    assert trainer.window.current == "closing"
    trainer.click("‹ Event")
    assert trainer.pages.one_event.place() == {"event": day.event}
    day.do(lambda session: closing.close(session, event=day.event))
    trainer.go("today").click("1 certificate is not printed yet")
    assert trainer.window.current == "certificates"
    trainer.go("today")
    with qtbot.waitSignal(trainer.pages.sync_asked):
        trainer.click("1 mark is not sent yet")


def test_today_follows_what_is_marked_and_waits(trainer: TrainerRobot, qtbot: QtBot) -> None:
    trainer.day.add_event()
    sian, *_ = trainer.day.book_eleven()
    trainer.go("today")
    assert trainer.shows("Everything on this laptop has been sent.")
    trainer.day.mark(sian, "present")
    trainer.go("today")
    assert trainer.shows("1 came")
    assert trainer.shows("to be sent")
    with qtbot.waitSignal(trainer.pages.sync_asked):
        trainer.click("Send and fetch now")


def test_events_are_found_under_today_coming_and_past(trainer: TrainerRobot) -> None:
    add_event(trainer.day, 0, title="Now")
    add_event(trainer.day, 7, title="Next week")
    add_event(trainer.day, 1, title="Tomorrow")
    add_event(trainer.day, -1, title="Yesterday")
    add_event(trainer.day, -30, title="Long ago")
    trainer.go("events")
    assert titles(trainer) == ["Now"]
    trainer.click("Coming")
    assert titles(trainer) == ["Tomorrow", "Next week"]
    trainer.click("Past")
    assert titles(trainer) == ["Yesterday", "Long ago"]
    assert trainer.shows("1 today · 2 coming · 2 past")


def test_a_day_of_another_year_says_so(trainer: TrainerRobot) -> None:
    add_event(trainer.day, -30)
    add_event(trainer.day, -365)
    trainer.go("events").click("Past")
    model = trainer.pages.events.model
    days = [str(model.index(line, Col.DAY).data()) for line in range(model.rowCount())]
    assert days == ["Thu 22 Oct", "Fri 21 Nov 2025"]


def test_the_list_is_walked_and_opened_by_keyboard(trainer: TrainerRobot) -> None:
    add_event(trainer.day, 1, title="Tomorrow")
    second = add_event(trainer.day, 2, title="Day after", access_notes="Ring at the side door.")
    trainer.go("events").press("Down")
    assert trainer.shows("Ring at the side door.")
    trainer.press("Return")
    assert trainer.window.current == "register"
    assert trainer.pages.register.event_id == second


def test_a_past_event_whose_register_is_open_stands_out(trainer: TrainerRobot) -> None:
    add_event(trainer.day, -1)
    add_event(trainer.day, -2, state="register_closed")
    add_event(trainer.day, -3, state="cancelled")
    trainer.go("events").click("Past")
    model = trainer.pages.events.model
    states = [model.index(line, Col.STATE).data() for line in range(model.rowCount())]
    assert states == ["Register open", "Register closed", "Cancelled"]


def test_ctrl_k_goes_to_an_event_by_its_words(trainer: TrainerRobot) -> None:
    add_event(trainer.day, 40, title="Mentor training", venue="Neuadd y Dref, Caernarfon")
    near = add_event(trainer.day, 3, title="Mentor training", venue="Ysgol Gyfun Aberdâr")
    trainer.go("today").press("Ctrl+K").type("mentor aberdar").press("Return")
    assert trainer.window.current == "register"
    assert trainer.pages.register.event_id == near


def test_the_model_keeps_qts_rules(qtbot: QtBot, qtmodeltester: ModelTester, day: Day) -> None:
    day.add_event()
    model = EventsModel()
    with day.database.read() as session:
        model.show_events(events.listing(session, now=day.clock()).today, 2026)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt says nothing of its types
