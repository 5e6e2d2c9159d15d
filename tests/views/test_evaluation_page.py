"""Sheets keyed in without the mouse, what they say together, and the form they came on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onemm_desktop.programme import undo
from onemm_desktop.views.evaluation.bars import Bars
from onemm_desktop.views.sentences.undo import taken_back
from tests.documents.reading import texts
from tests.programme.test_evaluation import ask, seen
from tests.robots.papers import TrainerRobot
from tests.test_accessibility import nameless
from tests.training_day import Day

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainerRobot]:
    day = Day(tmp_path)
    day.add_event()
    day.clock.at(15, 30)
    ask(day, "whole_day", wording="How was today?", ends=["poor", "excellent"], position=1)
    ask(day, "recommend", "yes_no", wording="Would you recommend it?", position=2)
    ask(day, "best", "text", wording="What helped most?", wording_cy="Beth a’ch helpodd fwyaf?", position=3)
    robot = TrainerRobot(day, tmp_path)
    yield robot
    robot.close()
    day.close()


def opened(desk: TrainerRobot) -> TrainerRobot:
    desk.pages.one_event.open(desk.day.event)
    return desk.go("event").click("Evaluation")


def focused() -> str:
    held = QApplication.focusWidget()
    return held.accessibleName() if held is not None else ""


def test_a_whole_sheet_takes_its_digits_its_words_and_enter(desk: TrainerRobot) -> None:
    opened(desk)
    assert focused() == "How was today?"
    desk.type("5")
    assert focused() == "Would you recommend it?"
    desk.type("1")
    assert focused() == "What helped most?"
    desk.type("The pairs").press("Return")
    assert desk.shows("Sheet 1 is written down. Ctrl+Z takes it back.")
    assert focused() == "How was today?", "the next sheet begins where this one did"
    desk.type("4").type("0").press("Return")
    desk.type("3").press("Return")
    assert seen(desk.day).sheets == 3
    assert desk.shows("3 answers · mean 4.0 of 5")
    assert desk.shows("Not shown under 3 answers"), "two said whether they would recommend it"
    bars = desk.pages.evaluation.results.findChildren(Bars)
    assert [one.accessibleName() for one in bars] == ["1: 0, 2: 0, 3: 1, 4: 1, 5: 1"]
    assert not desk.shows("The pairs"), "one answer in words betrays its writer"


def test_ctrl_z_names_the_sheet_that_it_takes_back(desk: TrainerRobot) -> None:
    opened(desk).type("5").press("Return")
    with desk.day.database.write(desk.day.desk) as session:
        undone = undo.last(session)[1]
    said = taken_back()[undone.label].format(**undone.values)
    assert (said, seen(desk.day).sheets) == ("Taken back: the last sheet of “Mentor training”.", 0)


@pytest.mark.parametrize("typed", ["7", "x"])
def test_what_is_no_answer_is_named_and_the_hands_stay(desk: TrainerRobot, typed: str) -> None:
    opened(desk).type(typed)
    assert desk.shows("Question 1 takes 1 poor – 5 excellent.")
    assert focused() == "How was today?"
    desk.type("2")
    assert not desk.shows("Question 1 takes")
    assert focused() == "Would you recommend it?"


def test_a_refused_sheet_loses_nothing_that_was_typed(desk: TrainerRobot) -> None:
    opened(desk).press("Return")
    assert desk.shows("Nothing is filled in on this sheet")
    desk.press("Down").press("Down").type("w" * 601).press("Return")
    assert desk.shows("Question 3: 600 characters at most.")
    assert list(desk.pages.evaluation.sheet.fields.values())[2].text() == "w" * 601
    assert seen(desk.day).sheets == 0


def test_a_form_worded_anew_keeps_what_was_typed_for_the_questions_that_stay(desk: TrainerRobot) -> None:
    opened(desk).type("5").type("1").type("half a sent")
    ask(desk.day, "new", wording="Was it warm?", position=0)
    desk.pages.evaluation.shown()
    desk.wait()
    assert [line.text() for line in desk.pages.evaluation.sheet.fields.values()] == ["", "5", "1", "half a sent"]


def test_before_the_day_nothing_can_be_keyed_in_and_the_form_can_be_printed(desk: TrainerRobot) -> None:
    desk.day.clock.now = desk.day.clock.now.replace(day=20)
    opened(desk)
    assert not desk.pages.evaluation.sheet.isVisible()
    desk.click("Form on paper")
    (page,) = texts(desk.pages.evaluation_form.pdf)
    assert "Beth a’ch helpodd fwyaf?" in page
    assert "What helped most?" in page
    assert "Please do not write your name." in page


def test_an_event_that_asks_nothing_says_so(desk: TrainerRobot) -> None:
    for code in ("whole_day", "recommend", "best"):
        ask(desk.day, code, on_form=False, valid_from=date(2026, 11, 1))
    opened(desk)
    assert not desk.pages.evaluation.sheet.isVisible()
    assert not desk.pages.evaluation.paper.isEnabled()


def test_everything_has_a_name(desk: TrainerRobot) -> None:
    opened(desk).type("5").press("Return")
    assert nameless(desk.window) == []


def test_the_summary_tells_the_evaluation_on_screen_and_on_paper(desk: TrainerRobot) -> None:
    opened(desk)
    for points, words in (("5", "Zest"), ("4", "Apples"), ("3", "Maps")):
        desk.type(points).type("1").type(words).press("Return")
    desk.pages.one_event.closing_asked.emit(desk.day.event)
    desk.wait()
    assert desk.shows("3 sheets · How was today? 4.0")
    desk.click("Summary on paper")
    whole = " ".join(texts(desk.pages.event_summary.pdf))
    assert "mean 4.0 / 5 (1: 0, 2: 0, 3: 1, 4: 1, 5: 1)" in whole
    assert "yes 3 / 3" in whole
    assert whole.index("Apples") < whole.index("Maps") < whole.index("Zest")
