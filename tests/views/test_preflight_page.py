"""Prepare for offline: it tries everything, says what it found in a sentence and a remedy, and keeps that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from onemm_desktop.models import Mentor, SafeguardingContact
from onemm_desktop.programme import preflight
from onemm_desktop.sync.alone import one_process
from onemm_desktop.views.preflight import words
from tests.robots.papers import TrainerRobot
from tests.test_accessibility import nameless
from tests.training_day import MORNING, REGION, Day

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    made = Day(tmp_path)
    start = MORNING + timedelta(days=1)
    made.add_event(starts_at=start, ends_at=start + timedelta(hours=6))
    yield made
    made.close()


@pytest.fixture
def trainer(qtbot: QtBot, day: Day, tmp_path: Path) -> Iterator[TrainerRobot]:
    robot = TrainerRobot(day, tmp_path)
    yield robot
    robot.close()


def prepared(trainer: TrainerRobot) -> preflight.Run:
    """Check now, from Today, and what was kept of it."""
    trainer.go("today").click("Prepare for offline").click("Check now")
    with trainer.day.database.read() as session:
        run = preflight.last(session, event=trainer.day.event)
    assert run is not None
    return run


def lights(run: preflight.Run) -> dict[str, str]:
    return {one.check: one.light for one in run.findings}


def test_every_check_is_tried_and_shown_with_its_remedy(trainer: TrainerRobot) -> None:
    trainer.day.book_eleven()
    trainer.go("today")
    assert trainer.shows("This laptop was not made ready for it yet.")
    run = prepared(trainer)
    assert {one.check for one in run.findings} == set(preflight.CHECKS)
    assert lights(run)["records"] == "warn", "the file was read, the centre could not be asked"
    assert lights(run)["papers"] == "ok"
    assert lights(run)["copy"] == "bad", "this laptop never held everything"
    assert trainer.shows("11 booked mentors have their cards here.")
    assert trainer.shows("Sign-in sheet and 11 certificates were made.")
    assert trainer.shows("Connect to the internet and check again.")
    assert not nameless(trainer.pages.preflight)
    trainer.click("‹ Back")
    assert trainer.window.current == "today"
    assert trainer.shows("Not ready, as of today 09:40.")


def test_a_name_that_no_certificate_holds_is_found_the_day_before(trainer: TrainerRobot) -> None:
    trainer.day.book("Ffion", "Prys")
    trainer.day.book("Odd", "\U00013000", organisation="A glyph nobody has")
    run = prepared(trainer)
    (names,) = (one for one in run.findings if one.check == "names")
    assert names.light == "warn"
    assert trainer.shows("1 name cannot be printed: Odd \U00013000")
    trainer.click("Mentors")
    assert trainer.window.current == "mentors"


def test_a_booked_mentor_without_a_card_is_missed(trainer: TrainerRobot) -> None:
    day = trainer.day
    day.book("Ffion", "Prys")
    stranger = day.book("Gone", "Away")
    with day.database.sync_write() as session:
        session.delete(session.query(Mentor).filter_by(id=stranger).one())
    assert lights(prepared(trainer))["bookings"] == "bad"
    assert trainer.shows("1 booked mentor has no card here.")


def test_numbers_to_phone_count_on_the_day_of_the_event(trainer: TrainerRobot) -> None:
    day = trainer.day
    day.keep(
        SafeguardingContact(
            id=day.new_id(),
            partition=REGION,
            name="Mair Jenkins",
            contact_role="lead",
            phone="029 2018 0000",
            valid_from=date(2020, 1, 1),
            valid_until=MORNING.date(),
        )
    )
    assert lights(prepared(trainer))["phones"] == "bad", "the number ends today, the event is tomorrow"


def test_a_run_that_is_stopped_keeps_nothing(trainer: TrainerRobot) -> None:
    page = trainer.pages.preflight
    page.open(trainer.day.event)
    trainer.go("preflight")
    page.check.click()
    assert page.progress.isVisible()
    page.progress.cancel.click()
    trainer.wait()
    assert not page.progress.isVisible()
    assert page.check.isEnabled()
    with trainer.day.database.read() as session:
        assert preflight.last(session, event=trainer.day.event) is None


def test_records_in_other_hands_spoil_one_light_and_not_the_run(trainer: TrainerRobot) -> None:
    with one_process(trainer.day.database.path) as alone:
        assert alone
        run = prepared(trainer)
    assert lights(run)["records"] == "warn"
    assert trainer.shows("The records could not be read from end to end just now.")
    assert {one.check for one in run.findings} == set(preflight.CHECKS)


def test_a_scanned_code_turns_the_scanner_green(trainer: TrainerRobot) -> None:
    page = trainer.pages.preflight
    page.open(trainer.day.event)
    trainer.go("preflight")
    page.scanned.line.setFocus()
    trainer.type("1MM1.AAAA").press("Return")
    assert not page.rehearsal.running, "the scanner's Enter begins nothing"
    trainer.click("Check now")
    assert trainer.shows("The scanner’s code arrived here.")


def test_every_finding_has_a_sentence(qtbot: QtBot) -> None:
    for check, about in words._found(2):
        finding = preflight.Finding(
            check,  # type: ignore[arg-type]  # the keys are the checks
            "warn",
            about,
            {"count": "2", "since": MORNING.isoformat(), "megabytes": "900", "charge": "12", "minutes": "3"}
            | {"days": "2", "name": "A", "phone": "B"},
        )
        assert "{" not in words.sentence(finding, {}, MORNING)
        assert words.title(finding.check)


def test_a_run_leaves_its_summary_in_sight(trainer: TrainerRobot) -> None:
    """The button goes grey meanwhile: the focus must not be handed on to the field at the foot of the page."""
    trainer.window.resize(1280, 420)
    prepared(trainer)
    prepared(trainer)
    check = trainer.pages.preflight.check
    assert check.hasFocus()
    assert not check.visibleRegion().isEmpty()
