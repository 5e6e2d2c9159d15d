"""A badge at once, for whoever has just come: one key from the register, by a printer that may be gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from onemm_desktop.models import PrintRun, WalkIn
from onemm_desktop.programme import undo
from onemm_desktop.views.register.badge_printer import paper_for
from onemm_wire import badges
from tests.robots.papers import TrainerRobot
from tests.training_day import Day

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


#: What Qt says of a printer that is gone, and the program says better.
gone = pytest.mark.qt_log_ignore("This plugin does not support", r"QPainter::begin\(\): Returned false")


@pytest.fixture
def trainer(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainerRobot]:
    day = Day(tmp_path)
    day.add_event()
    day.book("Siân", "Llewellyn-Pritchard", organisation="Cardiff & Vale College")
    robot = TrainerRobot(day, tmp_path).open_register()
    yield robot
    robot.close()
    day.close()


def walk_in(trainer: TrainerRobot, name: str) -> None:
    trainer.press("F4").type(name).press("Return")


def test_one_key_after_a_walk_in_prints_a_badge_that_opens_this_register(trainer: TrainerRobot) -> None:
    walk_in(trainer, "Aled Parry")
    assert trainer.shows("Aled Parry · Present 09:40 · Ctrl+P prints the badge")
    trainer.press("Ctrl+P")
    assert trainer.shows("The badge of Aled Parry went to the printer.")
    document = pypdfium2.PdfDocument(trainer.answers.printed)
    codes = [badges.read(one.text)[0] for one in zxingcpp.read_barcodes(document[0].render(scale=4).to_pil())]
    document.close()
    with trainer.day.database.read() as session:
        guest = session.scalars(select(WalkIn.id)).one()
        runs = [(run.paper, run.people, run.way, run.about_id) for run in session.scalars(select(PrintRun))]
    assert [(one.event, one.person) for one in codes] == [(trainer.day.event, guest)]
    assert badges.genuine(codes[0], trainer.day.badge_key())
    assert runs == [("badges_eight", 1, "printer", trainer.day.event)]


def test_ctrl_z_after_a_badge_takes_the_walk_in_back_and_not_the_key_of_the_badges(trainer: TrainerRobot) -> None:
    walk_in(trainer, "Aled Parry")
    trainer.press("Ctrl+P")
    key = trainer.day.badge_key()
    trainer.pages.undo_asked.connect(lambda: trainer.background.write(undo.last))
    trainer.click("Undo")
    assert [row.name for row in trainer.day.roster().rows] == ["Siân Llewellyn-Pritchard"]
    assert trainer.day.badge_key() == key


def test_whoever_is_chosen_in_the_table_has_a_badge_without_being_marked_and_nothing_typed_is_lost(
    trainer: TrainerRobot,
) -> None:
    trainer.type("sian").press("Ctrl+P")
    assert trainer.pages.register.desk.search.text() == "sian"
    assert trainer.day.marks() == {}
    document = pypdfium2.PdfDocument(trainer.answers.printed)
    assert len(zxingcpp.read_barcodes(document[0].render(scale=4).to_pil())) == 1
    document.close()


def test_the_printer_is_asked_for_once_and_again_only_to_print_elsewhere(trainer: TrainerRobot) -> None:
    asked = trainer.answers.asked
    walk_in(trainer, "Aled Parry")
    trainer.press("Ctrl+P")
    walk_in(trainer, "Bethan Rees")
    trainer.press("Ctrl+P")
    assert trainer.answers.asked == asked + 1
    trainer.press("Ctrl+Shift+P")
    assert trainer.answers.asked == asked + 2


@gone
def test_a_printer_that_is_gone_is_said_with_one_remedy_that_prints_every_badge(trainer: TrainerRobot) -> None:
    here = trainer.answers.printed
    trainer.answers.paper = 0
    for name in ("Aled Parry", "Bethan Rees"):
        walk_in(trainer, name)
        trainer.press("Ctrl+P")
    sentence = "The printer did not take the badge of Aled Parry, Bethan Rees. The register is as it was."
    assert trainer.shows(sentence)
    assert len(trainer.day.marks()) == 2, "they are in all the same"
    trainer.answers.cancel = True
    trainer.click("Choose a printer")
    assert trainer.shows(sentence), "no printer was chosen: what is left stays said"
    trainer.answers.cancel, trainer.answers.paper = False, None
    trainer.click("Choose a printer")
    assert not trainer.shows(sentence)
    assert here.exists()
    with trainer.day.database.read() as session:
        assert len(session.scalars(select(PrintRun)).all()) == 2


@gone
def test_the_next_badge_takes_along_what_the_printer_did_not_take(trainer: TrainerRobot) -> None:
    trainer.answers.paper = 0
    walk_in(trainer, "Aled Parry")
    trainer.press("Ctrl+P")
    trainer.answers.paper = None
    walk_in(trainer, "Bethan Rees")
    trainer.press("Ctrl+P")
    assert trainer.pages.register.bar.sentence == ""
    with trainer.day.database.read() as session:
        assert len(session.scalars(select(PrintRun)).all()) == 2


def test_a_suspended_mentor_gets_no_badge_and_the_desk_says_why(trainer: TrainerRobot) -> None:
    trainer.day.book("Ifan", "Rowlands", stage="suspended")
    trainer.open_register().type("ifan").press("Ctrl+P")
    assert trainer.shows("Ifan Rowlands gets no badge: Suspended.")
    assert not trainer.answers.printed.exists()


def test_whoever_chooses_no_printer_prints_nothing(trainer: TrainerRobot) -> None:
    trainer.answers.cancel = True
    walk_in(trainer, "Aled Parry")
    trainer.press("Ctrl+P")
    assert not trainer.answers.printed.exists()
    assert trainer.pages.register.bar.sentence == ""


@pytest.mark.parametrize(
    ("size", "paper"),
    [
        (QPageSize.PageSizeId.A4, "badges_eight"),
        (QPageSize.PageSizeId.Letter, "badges_eight"),
        (QPageSize.PageSizeId.A6, "badges_a6"),
    ],
)
def test_small_paper_takes_one_badge_and_a_sheet_eight(qtbot: QtBot, size: QPageSize.PageSizeId, paper: str) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(size))
    assert paper_for(printer) == paper
