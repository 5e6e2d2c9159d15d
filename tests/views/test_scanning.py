"""A scanner at the door: its codes mark people and never land in a field, whatever it does and whoever types."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from onemm_desktop.views.scanning.burst import BREATH, FAST, FEWEST, Burst
from onemm_wire import badges
from tests.robots.register import RegisterRobot
from tests.training_day import MORNING, Day

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    made = Day(tmp_path)
    made.add_event()
    yield made
    made.close()


@pytest.fixture
def people(day: Day) -> list[str]:
    """The ids of the eleven who are booked."""
    return day.book_eleven()


@pytest.fixture
def desk(qtbot: QtBot, day: Day, people: list[str]) -> Iterator[RegisterRobot]:
    robot = RegisterRobot(day).open()
    robot.page._sounds.enabled = False
    yield robot
    robot.close()


# --- telling scanners from hands -------------------------------------------------------------------------------------


def burst_of(gaps: list[int]) -> list[int]:
    """The lengths of the bursts that keys with these gaps make."""
    lengths: list[int] = []
    burst, at = Burst(), 0
    for gap in gaps:
        at += gap
        if not burst.takes(at):
            lengths.append(burst.count)
            burst = Burst()
        burst.add("x", at)
    return [length for length in [*lengths, burst.count] if length]


@settings(max_examples=25, deadline=None)
@given(gaps=st.lists(st.integers(1, 5), min_size=20, max_size=90))
def test_keys_at_one_to_five_milliseconds_are_one_scan(gaps: list[int]) -> None:
    assert burst_of(gaps) == [len(gaps)]


@settings(max_examples=25, deadline=None)
@given(gaps=st.lists(st.sampled_from([0, 0, 0, 16]), min_size=20, max_size=90))
def test_a_clock_in_steps_of_sixteen_does_not_part_a_scan(gaps: list[int]) -> None:
    assert burst_of(gaps) == [len(gaps)]


@settings(max_examples=25, deadline=None)
@given(gaps=st.lists(st.integers(FAST + 1, 400), max_size=60))
def test_fingers_are_never_a_scan(gaps: list[int]) -> None:
    assert all(length < FEWEST for length in burst_of(gaps))


def test_a_scanner_may_catch_its_breath() -> None:
    assert burst_of([2] * 10 + [BREATH] + [2] * 10) == [21]


# --- at the desk -----------------------------------------------------------------------------------------------------


def test_a_scanned_badge_marks_its_bearer_and_says_so(desk: RegisterRobot, people: list[str]) -> None:
    desk.day.clock.at(9, 52)
    desk.gun.scan(desk.day.badge(people[0]))
    desk.wait()
    assert desk.status("Siân") == "Present 09:52"
    assert desk.toast() == "Siân Llewellyn-Pritchard · Present 09:52"
    assert [mark.source for mark in desk.day.marks().values()] == ["scan"]
    assert desk.page.desk.search.text() == ""


@pytest.mark.parametrize("end", ["Tab", "Return Return", ""])
def test_whatever_ends_a_code_the_focus_stays_and_nothing_is_pressed(
    desk: RegisterRobot, people: list[str], qtbot: QtBot, end: str
) -> None:
    desk.gun.scan(desk.day.badge(people[0]), end=end)
    qtbot.waitUntil(lambda: bool(desk.day.marks()))
    desk.wait()
    assert len(desk.day.marks()) == 1
    assert desk.has_focus(desk.page.desk.search)
    assert desk.page.desk.search.text() == ""


def test_a_scan_marks_the_session_that_is_chosen(desk: RegisterRobot, people: list[str]) -> None:
    _morning, afternoon = desk.day.halve()
    desk.page.shown()
    desk.wait()
    switch = desk.page.sessions
    switch.setCurrentIndex(switch.findData(afternoon))
    switch.activated.emit(switch.currentIndex())
    desk.wait().gun.scan(desk.day.badge(people[0]))
    desk.wait()
    assert [mark.session_id for mark in desk.day.marks().values()] == [afternoon]


def test_a_second_scan_says_since_when(desk: RegisterRobot, people: list[str]) -> None:
    code = desk.day.badge(people[0])
    desk.day.clock.at(9, 52)
    desk.gun.scan(code)
    desk.wait()
    desk.day.clock.at(10, 30)
    desk.gun.scan(code)
    desk.wait()
    assert desk.said() == "Siân Llewellyn-Pritchard is in since 09:52."
    assert len(desk.day.marks()) == 1


def test_caps_lock_does_no_harm(desk: RegisterRobot, people: list[str]) -> None:
    desk.gun.scan(desk.day.badge(people[0]).swapcase())
    desk.wait()
    assert desk.status("Siân").startswith("Present")


def test_a_scan_in_the_middle_of_a_walk_in_leaves_what_was_typed(desk: RegisterRobot, people: list[str]) -> None:
    code = desk.day.badge(people[0])
    panel = desk.page.desk.walk_in
    desk.press("F4")
    desk.gun.hands("Jon Fair")
    desk.gun.scan(code)
    desk.gun.hands("weather")
    desk.wait()
    assert panel.name.line.text() == "Jon Fairweather"
    assert desk.has_focus(panel.name.line)
    assert desk.status("Siân").startswith("Present")
    assert panel.isVisible()


def test_a_scan_presses_no_button_and_ticks_no_box(desk: RegisterRobot, people: list[str]) -> None:
    code = desk.day.badge(people[0])
    desk.press("F4")
    desk.page.desk.walk_in.consent.setFocus()
    desk.gun.scan(f"  {code}  ", end="Return")
    desk.wait()
    assert not desk.page.desk.walk_in.consent.isChecked()
    assert desk.page.desk.walk_in.isVisible()
    assert desk.status("Siân").startswith("Present")


def test_a_half_typed_name_stays_through_a_scan(desk: RegisterRobot, people: list[str]) -> None:
    code = desk.day.badge(people[0])
    desk.gun.hands("beg")
    desk.gun.scan(code)
    desk.wait()
    assert desk.page.desk.search.text() == "beg"
    desk.enter()
    assert desk.counter("present") == 2


def test_hands_are_typed_as_ever(desk: RegisterRobot) -> None:
    desk.gun.hands("begum")
    assert desk.page.desk.search.text() == "begum"
    assert desk.chosen() == "Rukhsana Begum"


def test_fingers_that_roll_over_are_fingers(desk: RegisterRobot, qtbot: QtBot) -> None:
    desk.gun.hands("begum", gap=12)
    qtbot.waitUntil(lambda: desk.page.desk.search.text() == "begum")


def test_a_password_that_types_itself_is_left_alone(desk: RegisterRobot, qtbot: QtBot) -> None:
    secret = QLineEdit(desk.page)
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    secret.show()
    secret.setFocus()
    desk.gun.scan("cccccbenfnnvgjk", end="")
    assert secret.text() == "cccccbenfnnvgjk"


def test_foreign_codes_and_control_characters_never_stop_the_queue(desk: RegisterRobot, people: list[str]) -> None:
    badge = desk.day.badge(people[1])
    desk.type("nowak").enter()
    for code in ("5012345678900", "https://example.org/?id=7", "\x02\x1a\x04\x0bgarbage\x1d\x1b\x7f"):
        desk.page.desk.tell("")
        desk.gun.scan(code)
        desk.wait()
        assert desk.said() == "That is not a badge of ours. Find the name instead."
        assert desk.counter("present") == 1  # no control character took it back
    desk.gun.scan(badge)
    desk.wait()
    assert desk.counter("present") == 2


def test_a_badge_of_another_event_offers_its_register_and_marks_nobody(desk: RegisterRobot, people: list[str]) -> None:
    later = MORNING + timedelta(days=7)
    other = desk.day.add_event(title="Safeguarding briefing", starts_at=later, ends_at=later + timedelta(hours=2))
    desk.gun.scan(desk.day.badge(people[0], event=other))
    desk.wait()
    assert desk.day.marks() == {}
    assert desk.said() == "This badge is for another event: Safeguarding briefing."
    desk.page.bar.acted.emit()
    desk.wait()
    assert desk.page.event_id == other
    assert desk.page.title.startswith("Safeguarding briefing")


def test_a_forged_badge_marks_nobody(desk: RegisterRobot, people: list[str]) -> None:
    code = desk.day.badge(people[0])
    forged = code[:-1] + ("A" if code[-1] != "A" else "B")
    desk.gun.scan(forged)
    desk.wait()
    assert desk.day.marks() == {}
    assert desk.said() == "This badge was not made for Mentor training. Find the name instead."


def test_two_scans_that_ran_together_mark_two_people(desk: RegisterRobot, people: list[str]) -> None:
    desk.gun.scan(desk.day.badge(people[0]) + desk.day.badge(people[1]))
    desk.wait()
    assert desk.counter("present") == 2


def test_a_page_without_use_for_a_code_gets_what_was_typed(desk: RegisterRobot) -> None:
    desk.page._event = ""
    desk.gun.scan("WMD-M-00412", end="Return")
    assert desk.page.desk.search.text() == "WMD-M-00412"


def test_a_scan_can_be_taken_back_and_is_named(desk: RegisterRobot, people: list[str]) -> None:
    desk.gun.scan(desk.day.badge(people[0]))
    desk.wait().press("Ctrl+Z")
    assert desk.toast() == "Taken back: Siân Llewellyn-Pritchard marked present."


def test_sixty_scans_among_five_hundred_bookings_lose_and_double_none(qtbot: QtBot, day: Day) -> None:
    people = day.book_many(500)
    robot = RegisterRobot(day).open()
    robot.page._sounds.enabled = False
    key = day.badge_key()
    codes = [badges.code(key, day.event, person) for person in people[:60]]
    for number, code in enumerate(codes):
        day.clock.later(seconds=1)
        robot.gun.scan(code, end=("Return", "Tab")[number % 2])
        if number % 3 == 0:
            robot.gun.scan(code)  # the same badge twice, before the first is written
    robot.wait()
    marked = [mark.attendee_id for mark in day.marks().values()]
    assert sorted(marked) == sorted(people[:60])
    assert robot.counter("present") == 60
    robot.close()
