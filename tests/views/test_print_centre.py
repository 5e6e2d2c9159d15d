"""The print centre: who is in and who is not is seen first; then one paper, a ZIP, or the pages a jam has eaten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtPrintSupport import QPrinter
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from onemm_desktop.models import DocumentIssue, Event, PrintRun
from onemm_desktop.programme.printing_people import Source
from onemm_desktop.views.printing import page_range
from onemm_desktop.views.printing.print_centre_page import PrintCentrePage
from onemm_desktop.views.widgets import Choice
from onemm_wire import badges
from tests.robots.papers import TrainerRobot
from tests.test_accessibility import nameless
from tests.training_day import Day

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def trainer(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainerRobot]:
    day = Day(tmp_path)
    day.add_event()
    day.require()
    day.book_eleven()
    for row in day.roster().rows[:4]:
        day.mark(row.attendee, "present")
    robot = TrainerRobot(day, tmp_path)
    yield robot
    robot.close()
    day.close()


def opened(trainer: TrainerRobot, source: Source, paper: str) -> PrintCentrePage:
    trainer.go("documents")
    page = trainer.pages.documents
    page.open(source, paper)
    look_up(trainer)
    return page


def look_up(trainer: TrainerRobot) -> None:
    """As after the pause in typing."""
    trainer.pages.documents.look_up()
    trainer.wait()


def shown(page: PrintCentrePage) -> list[tuple[str, str]]:
    rows = range(page.model.rowCount())
    return [(page.model.index(row, 1).data(), page.model.index(row, 2).data()) for row in rows]


def pages_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_problems_stand_first_then_the_paper_and_the_numbers_are_kept(
    trainer: TrainerRobot, qtmodeltester: ModelTester
) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "certificate_of_attendance")
    qtmodeltester.check(page.model)  # type: ignore[no-untyped-call]  # the plugin has no types here
    lines = shown(page)
    assert [state for _, state in lines] == ["Not marked"] * 7 + ["New"] * 4
    assert trainer.shows("4 in · 7 left out, with the reason")
    trainer.click("Issue 4 new and prepare")
    assert page.preview.pages == 4
    trainer.click("Choose again")
    with trainer.day.database.read() as session:
        numbers = list(session.scalars(select(DocumentIssue.number).order_by(DocumentIssue.number)))
    assert [state for _, state in shown(page)][-4:] == numbers
    trainer.click("Prepare for 4")
    with trainer.day.database.read() as session:
        assert len(session.scalars(select(DocumentIssue)).all()) == 4, "a reprint is no reissue"


def test_what_was_printed_is_noted_without_a_name_and_told_the_next_time(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "certificate_of_attendance")
    trainer.click("Issue 4 new and prepare")
    page.range.setText("2-3")
    trainer.click("Print").click("Save PDF").click("Save ZIP")
    with trainer.day.database.read() as session:
        runs = session.scalars(select(PrintRun)).all()
        said = [(run.way, run.pages, run.people, run.paper, run.about_id, run.printed_by) for run in runs]
    about = (4, "certificate_of_attendance", trainer.day.event, trainer.day.desk.user_name)
    assert sorted(said) == [("pdf", 4, *about), ("printer", 2, *about), ("zip", 4, *about)]
    trainer.click("Choose again")
    by = f"by {trainer.day.desk.user_name}, 4"
    assert trainer.wait().shows(by)
    choose(page.choices.paper, "sign_in_blank")
    look_up(trainer)
    assert not trainer.shows(by), "that one was never printed"


def test_what_the_printer_did_not_take_was_not_printed(trainer: TrainerRobot) -> None:
    opened(trainer, Source("event", trainer.day.event), "certificate_of_attendance")
    trainer.click("Issue 4 new and prepare")
    trainer.answers.paper = 2
    trainer.click("Print")
    with trainer.day.database.read() as session:
        assert session.scalars(select(PrintRun)).all() == []


def test_after_a_jam_some_pages_are_printed_again(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "certificate_of_attendance")
    trainer.click("Issue 4 new and prepare")
    page.range.setText("2–3")
    trainer.click("Print")
    document = pypdfium2.PdfDocument(trainer.answers.printed)
    assert len(document) == 2
    document.close()
    assert trainer.shows("went to the printer.")
    page.range.setText("3-9")
    trainer.click("Print")
    assert trainer.shows("There are no such pages here. There are 4.")


def test_a_printer_that_stops_says_where_to_go_on_and_the_rest_is_printed_from_there(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "certificate_of_attendance")
    trainer.click("Issue 4 new and prepare")
    trainer.answers.paper = 2
    trainer.click("Print")
    assert trainer.shows(
        "The printer did not take page 3. Check it and print from that page on, or save a PDF instead."
    )
    assert page.preview.pages == 4, "the paper is still there"
    trainer.answers.paper = None
    page.range.setText("3-4")
    trainer.click("Print")
    assert len(pages_of(trainer.answers.printed)) == 2
    assert trainer.shows("went to the printer.")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_is_gone_takes_no_page_and_loses_none(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "certificate_of_attendance")
    trainer.click("Issue 4 new and prepare")
    there, trainer.answers.printed = trainer.answers.printed, trainer.answers.folder / "gone" / "printed.pdf"
    trainer.click("Print")
    assert trainer.shows(
        "The printer did not take page 1. Check it and print from that page on, or save a PDF instead."
    )
    trainer.answers.printed = there
    trainer.click("Print")
    assert len(pages_of(there)) == page.preview.pages == 4


def test_a_zip_holds_a_pdf_for_each_person(trainer: TrainerRobot, tmp_path: Path) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "certificate_of_attendance")
    trainer.click("Issue 4 new and prepare").click("Save ZIP")
    with ZipFile(tmp_path / trainer.answers.suggested) as archive:
        found = archive.namelist()
    assert len(found) == 4
    assert found[0].endswith("-00001-" + found[0][-6:])
    assert page.preview.pages == 4


def test_a_folder_that_is_gone_leaves_no_half_zip(trainer: TrainerRobot, tmp_path: Path) -> None:
    opened(trainer, Source("event", trainer.day.event), "certificate_of_attendance")
    trainer.answers.folder = tmp_path / "unplugged"
    trainer.click("Issue 4 new and prepare").click("Save ZIP")
    assert trainer.shows("The file could not be saved there.")
    assert list(tmp_path.rglob("*.zip*")) == []


def test_a_pasted_list_names_who_was_not_found(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("pasted", text="Rukhsana Begum\nNobody Here"), "mentor_training")
    assert shown(page) == [("Nobody Here", "Nobody found"), ("Rukhsana Begum", "New")]


def test_what_a_recognition_is_for_is_asked_first(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("pasted", text="Non Prys"), "recognition")
    assert shown(page) == [("Non Prys", "Say what it is for")]
    page.choices.reason.line.setText("training mentors")
    look_up(trainer)
    trainer.click("Issue 1 new and prepare")
    assert "training mentors" in page.preview.text(0)
    assert "Certificate of Recognition" in page.preview.text(0)


@pytest.mark.parametrize("paper", ["sign_in_blank", "sign_in_filled", "room_sign", "evacuation_list", "labels"])
def test_papers_of_an_event_are_one_click_away(trainer: TrainerRobot, paper: str) -> None:
    page = opened(trainer, Source("event", trainer.day.event), paper)
    trainer.click("Prepare for 11")
    assert page.preview.pages == 1
    assert not page.zip.isVisible()


def test_badges_open_this_register_and_the_last_sheet_is_filled_with_blanks(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "badges_eight")
    trainer.click("Prepare for 11")
    assert page.preview.pages == 2
    assert "Rukhsana" in page.preview.text(0)
    document = pypdfium2.PdfDocument(page.pdf)
    sheet = document[1].render(scale=3).to_pil()
    document.close()
    scanned = [badges.read(found.text)[0] for found in zxingcpp.read_barcodes(sheet)]
    assert len(scanned) == 3
    with trainer.day.database.read() as session:
        key = session.scalars(select(Event.badge_key).where(Event.id == trainer.day.event)).one()
    assert all(badges.genuine(one, key) and one.event == trainer.day.event for one in scanned)


def test_the_summary_of_an_event_is_one_click_away_too(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "event_summary")
    trainer.click("Prepare for 11")
    assert "Mentor training" in page.preview.text(0)


def test_a_list_leads_here_with_those_it_found_in_its_order(trainer: TrainerRobot) -> None:
    trainer.go("mentors").type("rhys").press("Ctrl+P")
    assert trainer.window.current == "documents"
    page = trainer.pages.documents
    assert page.choices.which.currentText() == "As in the list: 2"
    choose(page.choices.paper, "labels")
    look_up(trainer)
    assert shown(page) == [("Rhys ap Gwilym", "In"), ("David Ap-Rhys", "In")]
    page.come_back(page.place())
    look_up(trainer)
    assert len(shown(page)) == 2
    choose(page.choices.which, "suspended")
    look_up(trainer)
    assert shown(page) == []


def test_a_list_that_is_narrowed_leads_here_with_nobody_else(trainer: TrainerRobot) -> None:
    mentors = trainer.go("mentors").pages.mentors
    mentors.controls.choose("clearance", "applied")
    trainer.wait().click("Print for these")
    choose(trainer.pages.documents.choices.paper, "labels")
    look_up(trainer)
    assert shown(trainer.pages.documents) == [("Łukasz Nowak", "In")]


def test_nobody_found_is_nobody_to_print_for(trainer: TrainerRobot) -> None:
    trainer.go("mentors").type("zzzzzzzz").press("Ctrl+P")
    assert not trainer.pages.mentors.print_these.isEnabled()
    assert trainer.window.current == "mentors"


def choose(choice: Choice, code: str) -> None:
    """As somebody who opens the list and clicks."""
    choice.setCurrentIndex(choice.findData(code))
    choice.activated.emit(choice.currentIndex())


def test_certificates_are_printed_two_to_a_sheet(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "certificate_of_attendance")
    choose(page.choices.sheet, "a5")
    trainer.click("Issue 4 new and prepare")
    assert page.preview.pages == 2


def test_badges_with_codes_on_their_backs_go_to_the_printer_on_both_sides(
    trainer: TrainerRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QPrinter.DuplexMode] = []
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _self, mode: asked.append(mode))
    page = opened(trainer, Source("event", trainer.day.event), "badges_eight")
    trainer.click("Prepare for 11").click("Print")
    assert (page.preview.pages, asked) == (2, [])
    trainer.click("Choose again")
    choose(page.choices.sheet, "back")
    trainer.click("Prepare for 11").click("Print")
    assert (page.preview.pages, asked) == (4, [QPrinter.DuplexMode.DuplexLongSide])


def test_labels_start_where_a_used_sheet_was_left(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "labels")
    assert page.choices.first.isVisible()
    choose(page.choices.sheet, "L7163")
    page.choices.first.setValue(14)
    assert page.choices.first.value() == page.choices.first.maximum() == 14
    trainer.click("Prepare for 11")
    assert page.preview.pages == 2, "one on the old sheet, ten on a new one"
    assert page.preview.text(0).count("\n") < page.preview.text(1).count("\n")


def test_a_sheet_is_asked_for_only_where_there_are_several(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("event", trainer.day.event), "room_sign")
    assert not page.choices.sheet.isVisible()
    assert not page.choices.first.isVisible()


def test_everything_has_a_name_for_those_who_hear_it(trainer: TrainerRobot) -> None:
    page = opened(trainer, Source("pasted", text=""), "recognition")
    assert nameless(page) == []
    assert page.place() == {"where": "pasted", "id": "", "people": (), "paper": "recognition"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", (1, 2, 3, 4, 5)),
        ("2–4", (2, 3, 4)),
        ("5, 1", (5, 1)),
        ("4-", (4, 5)),
        ("-2", (1, 2)),
        ("2-3,3", (2, 3)),
        ("6", None),
        ("0", None),
        ("4-2", None),
        ("x", None),
        ("-", None),
    ],
)
def test_pages_as_people_write_them(typed: str, expected: tuple[int, ...] | None) -> None:
    assert page_range.pages(typed, 5) == expected
