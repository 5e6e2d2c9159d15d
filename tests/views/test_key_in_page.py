"""A signed sheet is keyed in by keyboard, row by row, in the order of the paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdfium2 import PdfDocument
from pytestqt.qtbot import QtBot

from onemm_desktop.views.paper.model import Col
from tests.robots.papers import TrainerRobot
from tests.test_accessibility import nameless
from tests.training_day import Day

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def trainer(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainerRobot]:
    day = Day(tmp_path)
    day.add_event()
    for given, family in (("Ffion", "Prys"), ("Rhys", "Morgan"), ("Tegan", "Price")):
        day.book(given, family)
    robot = TrainerRobot(day, tmp_path)
    robot.open_sheet().click("Key in a signed sheet")
    yield robot
    robot.close()
    day.close()


def column(trainer: TrainerRobot, col: Col) -> list[str]:
    model = trainer.pages.key_in.model
    return [str(model.index(line, col).data()) for line in range(model.rowCount())]


def test_a_whole_sheet_takes_two_strokes_a_row(trainer: TrainerRobot) -> None:
    assert not nameless(trainer.pages.key_in)
    assert column(trainer, Col.NAME)[:4] == ["Rhys Morgan", "Tegan Price", "Ffion Prys", "Blank row"]
    trainer.type("p").press("Return").type("l1012").press("Return").type("n").press("Return")
    trainer.type("Jon Fairweather 1020").press("Return")
    assert column(trainer, Col.STATE)[:4] == ["Present 10:00", "Late 10:12", "No notice", "Present 10:20"]
    assert column(trainer, Col.SOURCE)[:4] == ["on paper"] * 4
    assert trainer.shows("Row 4: Jon Fairweather is written down.")


def test_the_desk_s_answer_takes_a_second_enter(trainer: TrainerRobot) -> None:
    rhys = trainer.day.roster().rows[0].attendee
    trainer.day.mark(rhys, "present")
    trainer.pages.key_in.shown()
    trainer.wait().type("n").press("Return")
    assert "“Present 09:40” was said already, at the desk." in trainer.pages.key_in.entry.wrong
    assert trainer.day.row(rhys).state == "present"
    trainer.press("Down").press("Up")
    assert not trainer.pages.key_in.entry.wrong
    trainer.press("Return")
    assert trainer.day.row(rhys).state == "present", "after moving away, Enter is a first one again"
    trainer.press("Return")
    assert trainer.day.row(rhys).state == "no_notice"


def test_a_row_that_is_not_there_and_a_letter_that_is_none(trainer: TrainerRobot) -> None:
    page = trainer.pages.key_in
    trainer.type("#61").press("Return")
    assert page.entry.wrong == "There is no row 61: this sheet ends with row 8."
    assert page.entry.text == "#61", "what was typed is not lost"
    page.entry.line.clear()
    trainer.type("#3").press("Return").type("q").press("Return")
    assert page.entry.wrong.startswith("This is no letter or time of a row.")
    assert not trainer.day.marks()


def test_the_code_on_the_paper_opens_its_sheet(trainer: TrainerRobot) -> None:
    document = PdfDocument(trainer.pages.sign_in_sheet.pdf)
    image: Image.Image = document[0].render(scale=3).to_pil()
    document.close()
    (read,) = zxingcpp.read_barcodes(image)
    assert read.text == "1MMS/WMD-E-0031/1"
    trainer.day.book("Aled", "Aaron")
    trainer.pages.key_in.open("another event")
    trainer.pages.key_in.open(trainer.day.event)
    trainer.go("key_in").type(read.text).press("Return")
    assert column(trainer, Col.NAME)[0] == "Rhys Morgan", "the paper's order, not today's"
    trainer.type("1MMS/WMD-E-0031/9").press("Return")
    assert trainer.pages.key_in.entry.wrong.startswith("This sheet was not printed by this laptop.")


def test_an_event_without_a_printed_sheet_says_so(trainer: TrainerRobot) -> None:
    trainer.pages.key_in.open(trainer.day.add_event(reference="WMD-E-0032"))
    trainer.go("key_in")
    assert trainer.shows("No sheet was printed for this event on this laptop")
    assert not trainer.pages.key_in.entry.isEnabled()
