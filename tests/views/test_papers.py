"""Papers: the sign-in sheet and certificates, seen, saved and printed, over a real database and a real PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import DocumentIssue
from onemm_desktop.programme.certificates import select_people
from onemm_desktop.views.printing.certificates_model import CertificatesModel, Col
from tests.robots.papers import TrainerRobot
from tests.test_accessibility import nameless
from tests.training_day import Day

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TOO_LONG = "Bergerdorff-Featherstonehaugh-" * 12


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    made = Day(tmp_path)
    made.add_event()
    made.require()
    made.book_eleven()
    yield made
    made.close()


@pytest.fixture
def trainer(qtbot: QtBot, day: Day, tmp_path: Path) -> Iterator[TrainerRobot]:
    robot = TrainerRobot(day, tmp_path)
    yield robot
    robot.close()


def text_of(pdf: bytes) -> list[str]:
    """The words of every page."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    document.close()
    return pages


def attendee(day: Day, name: str) -> str:
    return next(row.attendee for row in day.roster().rows if name in row.name)


def issued(day: Day) -> list[DocumentIssue]:
    with day.database.read() as session:
        return list(session.scalars(select(DocumentIssue).order_by(DocumentIssue.number)))


def test_the_sheet_is_seen_before_it_is_printed(trainer: TrainerRobot) -> None:
    trainer.open_sheet()
    page = trainer.pages.sign_in_sheet
    assert page.preview.pages == 1
    assert "Siân Llewellyn-Pritchard" in page.preview.text(0)
    assert trainer.shows("Mentor training — The Exchange, Birmingham · Saturday 21 November 2026")


def test_a_filled_sheet_holds_the_times_of_the_register(trainer: TrainerRobot) -> None:
    trainer.day.clock.at(9, 52)
    trainer.day.mark(attendee(trainer.day, "Siân"), "present")
    trainer.day.clock.at(15, 7)
    trainer.day.mark(attendee(trainer.day, "Rukhsana"), "left_early")
    trainer.open_sheet()
    page = trainer.pages.sign_in_sheet
    page.which.setCurrentIndex(1)
    page.which.activated.emit(1)
    trainer.wait()
    (text,) = text_of(page.pdf)
    assert "09:52" in text
    assert "15:07" in text


def test_a_sheet_is_saved_under_a_name_that_says_what_it_is(trainer: TrainerRobot, tmp_path: Path) -> None:
    trainer.open_sheet().click("Save PDF")
    assert trainer.answers.suggested == "Sign-in sheet WMD-E-0031 2026-11-21.pdf"
    assert (tmp_path / trainer.answers.suggested).read_bytes() == trainer.pages.sign_in_sheet.pdf
    assert trainer.shows("Saved as Sign-in sheet WMD-E-0031 2026-11-21.pdf.")


def test_a_folder_that_is_gone_is_said_and_the_paper_stays(trainer: TrainerRobot, tmp_path: Path) -> None:
    trainer.open_sheet()
    trainer.answers.folder = tmp_path / "unplugged"
    trainer.click("Save PDF")
    assert trainer.shows("The file could not be saved there.")
    assert trainer.pages.sign_in_sheet.preview.pages == 1


def test_whoever_changes_their_mind_saves_and_prints_nothing(trainer: TrainerRobot, tmp_path: Path) -> None:
    trainer.answers.cancel = True
    trainer.open_sheet().click("Save PDF").click("Print")
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_printer_gets_every_page(trainer: TrainerRobot) -> None:
    for row in trainer.day.roster().rows[:3]:
        trainer.day.mark(row.attendee, "present")
    trainer.open_certificates().click("Issue").click("Print")
    printed = pypdfium2.PdfDocument(trainer.answers.printed)
    sizes = [printed.get_page_size(number) for number in range(len(printed))]
    printed.close()
    assert [width > height for width, height in sizes] == [True, True, True]
    assert trainer.shows("went to the printer")


def test_the_list_says_who_gets_one_and_who_does_not_and_why(trainer: TrainerRobot) -> None:
    day = trainer.day
    day.mark(attendee(day, "Siân"), "present")
    day.mark(attendee(day, "Rukhsana"), "late")
    day.mark(attendee(day, "Łukasz"), "apologies")
    day.walk_in("Jon Fairweather")
    day.book("Adaobi", TOO_LONG)
    day.mark(attendee(day, "Adaobi"), "present")
    trainer.open_certificates()
    model = trainer.pages.certificates.model
    lines = {
        str(model.index(line, Col.NAME).data()): str(model.index(line, Col.STATE).data())
        for line in range(model.rowCount())
    }
    assert (lines["Siân Llewellyn-Pritchard"], lines["Rukhsana Begum"]) == ("New", "New")
    assert lines["Łukasz Nowak"] == "Apologies"
    assert lines["Jon Fairweather"] == "No consent given"
    assert lines[f"Adaobi {TOO_LONG}"] == "Name too long"
    assert lines["David Ap-Rhys"] == "Not marked"
    assert issued(day) == []


def test_certificates_are_issued_seen_and_kept(trainer: TrainerRobot) -> None:
    day = trainer.day
    for name in ("Siân", "Nguyễn", "Łukasz"):
        day.mark(attendee(day, name), "present")
    trainer.open_certificates().click("Issue")
    pages = text_of(trainer.pages.certificates.pdf)
    kept = issued(day)
    assert len(pages) == len(kept) == 3
    assert {one.name_as_printed for one in kept} == {"Siân Llewellyn-Pritchard", "Nguyễn Thị Hương", "Łukasz Nowak"}
    assert all(any(one.number in page for page in pages) for one in kept)


def test_who_may_not_issue_certificates_sees_them_and_why(qtbot: QtBot, day: Day, tmp_path: Path) -> None:
    day.mark(attendee(day, "Siân"), "present")
    day.desk = replace(day.desk, role="coordinator")
    school = TrainerRobot(day, tmp_path)
    try:
        school.open_certificates()
        page = school.pages.certificates
        assert "Siân Llewellyn-Pritchard" in [one.name for one in page.model.chosen]
        assert not page.issue.isEnabled()
        assert page.bar.sentence == page.issue.toolTip()
        assert page.bar.sentence == "Your role may read this but not write it. A trainer or the office can."
        assert issued(day) == []
    finally:
        school.close()


def test_a_reprint_keeps_the_number(trainer: TrainerRobot) -> None:
    day = trainer.day
    day.mark(attendee(day, "Siân"), "present")
    trainer.open_certificates().click("Issue").click("Choose people").click("Show")
    assert len(issued(day)) == 1
    assert issued(day)[0].number in text_of(trainer.pages.certificates.pdf)[0]


def test_only_the_ticked_are_printed(trainer: TrainerRobot) -> None:
    day = trainer.day
    for name in ("Siân", "Rukhsana"):
        day.mark(attendee(day, name), "present")
    trainer.open_certificates()
    trainer.pages.certificates.table.setCurrentIndex(trainer.pages.certificates.model.index(0, Col.NAME))
    trainer.press("Space").click("Issue")
    assert [one.name_as_printed for one in issued(day)] == ["Siân Llewellyn-Pritchard"]


def test_nothing_can_be_issued_where_nobody_came(trainer: TrainerRobot) -> None:
    trainer.open_certificates()
    assert not trainer.pages.certificates.issue.isEnabled()


def test_making_can_be_cancelled_and_the_list_is_back(trainer: TrainerRobot, monkeypatch: pytest.MonkeyPatch) -> None:
    day = trainer.day
    day.mark(attendee(day, "Siân"), "present")
    page = trainer.pages.certificates

    def stopped(*_: object, **__: object) -> bytes:
        raise KnownError(Problem.CANCELLED)

    trainer.open_certificates()
    monkeypatch.setattr("onemm_desktop.documents.certificate.pdf", stopped)
    trainer.click("Issue")
    assert page.stack.currentWidget() is not page.progress
    assert page.bar.sentence == ""
    assert page.issue.isVisible()


def test_the_way_back_leads_to_the_register(trainer: TrainerRobot) -> None:
    trainer.open_certificates().click("‹ Register")
    assert trainer.window.current == "register"
    assert trainer.pages.register.event_id == trainer.day.event


def test_the_way_back_from_a_sheet_leads_to_where_it_was_asked_for(trainer: TrainerRobot) -> None:
    trainer.go("today").click("Sign-in sheet").click("‹ Back")
    assert trainer.window.current == "today"


def test_every_page_names_its_parts(trainer: TrainerRobot) -> None:
    trainer.day.mark(attendee(trainer.day, "Siân"), "present")
    trainer.go("today").go("events").open_sheet().open_certificates()
    pages = trainer.pages
    for page in (pages.today, pages.events, pages.register, pages.sign_in_sheet, pages.certificates):
        assert not nameless(page)


def test_the_model_keeps_qts_rules(qtbot: QtBot, qtmodeltester: ModelTester, day: Day) -> None:
    day.mark(attendee(day, "Siân"), "present")
    model = CertificatesModel()
    with day.database.read() as session:
        model.show_selection(select_people(session, day.event, today=day.clock().date(), role="staff"), {})
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt says nothing of its types
