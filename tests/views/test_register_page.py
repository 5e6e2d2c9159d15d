"""The register at the door, by keyboard alone, over a real encrypted database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import WalkIn
from onemm_desktop.views.register.model import RosterModel
from tests.robots.register import RegisterRobot
from tests.statements import asked
from tests.training_day import Day

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    made = Day(tmp_path)
    made.add_event()
    made.require()
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, day: Day) -> Iterator[RegisterRobot]:
    """The register of the eleven people of the picture, open at 09:40."""
    day.book_eleven()
    robot = RegisterRobot(day).open()
    yield robot
    robot.close()


@pytest.fixture
def empty_desk(qtbot: QtBot, day: Day) -> Iterator[RegisterRobot]:
    """The register of an event nobody has booked."""
    robot = RegisterRobot(day).open()
    yield robot
    robot.close()


def test_the_page_says_which_event_it_is(desk: RegisterRobot) -> None:
    assert desk.page.title == "Mentor training — The Exchange, Birmingham"
    assert desk.shows("Saturday 21 November 2026 · 10:00–16:00 · 11 booked, capacity 60")
    assert (desk.counter("present"), desk.counter("expected")) == (0, 11)
    assert desk.shows("Expires in 12")
    assert desk.shows("3 of 3")


def test_three_letters_and_enter_mark_somebody_present(desk: RegisterRobot) -> None:
    desk.day.clock.at(10, 2)
    desk.type("rhys")
    assert desk.names() == ["David Ap-Rhys", "Rhys ap Gwilym"] or desk.names() == ["Rhys ap Gwilym", "David Ap-Rhys"]
    meant = desk.chosen()
    desk.enter()
    assert desk.status(meant) == "Present 10:02"
    assert desk.counter("present") == 1
    assert desk.said() == f"{meant} · Present 10:02"


def test_after_enter_the_field_is_empty_and_ready_for_the_next(desk: RegisterRobot) -> None:
    desk.type("sian").enter().type("begum").enter().type("nowak").enter()
    assert desk.counter("present") == 3
    assert desk.page.desk.search.text() == ""
    assert desk.has_focus(desk.page.desk.search)
    assert len(desk.names()) == 11


def test_whoever_is_in_already_is_told_since_when(desk: RegisterRobot) -> None:
    desk.day.clock.at(9, 52)
    desk.type("sian").enter()
    desk.day.clock.at(10, 30)
    desk.type("sian").enter()
    assert desk.said() == "Siân Llewellyn-Pritchard is in since 09:52."
    assert desk.status("Siân") == "Present 09:52"
    assert len(desk.day.marks()) == 1


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("Shift+Return", "Late 10:21"),
        ("Ctrl+E", "Left 10:21"),
        ("Ctrl+Shift+B", "Not yet booked 10:21"),
        ("Ctrl+Shift+A", "Apologies"),
        ("Ctrl+Shift+X", "Excused"),
        ("Ctrl+Shift+N", "No notice"),
    ],
)
def test_every_state_has_its_key(desk: RegisterRobot, key: str, status: str) -> None:
    desk.day.clock.at(10, 21)
    desk.type("nowak").press(key)
    assert desk.status("Łukasz") == status
    assert desk.page.desk.search.text() == ""


def test_the_time_of_a_late_arrival_is_corrected_in_a_small_field(desk: RegisterRobot) -> None:
    desk.day.clock.at(10, 21)
    desk.type("nowak").press("Shift+Return").type("nowak").press("Ctrl+T")
    desk.type("2512").enter()
    assert desk.page.desk.time.time.wrong == "Type hours and minutes, such as 10:12 or 1012."
    desk.page.desk.time.time.line.selectAll()
    desk.type("1012").enter()
    assert desk.status("Łukasz") == "Late 10:12"
    assert desk.has_focus(desk.page.desk.search)
    desk.press("Ctrl+Z")
    assert desk.toast() == "Taken back: the corrected time of Łukasz Nowak."
    assert desk.status("Łukasz") == "Late 10:21"


def test_a_mark_can_be_cleared_by_key(desk: RegisterRobot) -> None:
    desk.type("nowak").enter().type("nowak").press("Ctrl+Shift+E")
    assert desk.status("Łukasz") == "Expected"


def test_somebody_who_left_early_came_back(desk: RegisterRobot) -> None:
    desk.type("nowak").press("Ctrl+E")
    desk.day.clock.at(14, 0)
    desk.type("nowak").enter()
    assert desk.status("Łukasz") == "Present 14:00"


def test_the_arrows_choose_among_the_hits(desk: RegisterRobot) -> None:
    desk.type("rhys")
    first = desk.chosen()
    desk.press("Down")
    second = desk.chosen()
    assert first != second
    desk.enter()
    assert desk.status(second).startswith("Present")
    assert desk.status(first) == "Expected"


def test_enter_with_nobody_chosen_marks_nobody(desk: RegisterRobot) -> None:
    desk.enter()
    assert desk.said() == "Type a name first, or choose a row."
    assert desk.day.marks() == {}


def test_a_slip_of_the_finger_is_forgiven_and_said(desk: RegisterRobot) -> None:
    desk.type("adeyimi")
    assert desk.chosen() == "Oluwaseun Adeyemi"
    assert desk.said() == "Nobody is spelt like that; these come close."


def test_ctrl_z_takes_the_last_mark_back_and_says_so(desk: RegisterRobot) -> None:
    desk.type("sian").enter()
    desk.press("Ctrl+Z")
    assert desk.status("Siân") == "Expected"
    assert desk.toast() == "Taken back: Siân Llewellyn-Pritchard marked present."


def test_ctrl_z_in_a_half_typed_name_takes_back_the_typing_only(desk: RegisterRobot) -> None:
    desk.type("sian").enter().type("beg")
    desk.press("Ctrl+Z")
    assert desk.page.desk.search.text() == ""
    assert len(desk.day.marks()) == 1


def test_the_undo_button_does_what_the_key_does(desk: RegisterRobot) -> None:
    desk.type("sian").enter().click(desk.page.desk.undo)
    assert desk.counter("present") == 0


def test_a_click_on_the_box_marks_and_a_second_takes_it_back(desk: RegisterRobot) -> None:
    desk.tick("Rukhsana")
    assert desk.status("Rukhsana").startswith("Present")
    desk.tick("Rukhsana")
    assert desk.status("Rukhsana") == "Expected"


def test_the_space_bar_ticks_in_the_table(desk: RegisterRobot) -> None:
    desk.page.desk.table.setFocus()
    desk.press("Down").press("Space")
    assert desk.status(desk.chosen()).startswith("Present")
    assert desk.has_focus(desk.page.desk.table)


def test_one_mark_repaints_one_row(desk: RegisterRobot, qtbot: QtBot) -> None:
    changed: list[tuple[int, int]] = []
    desk.page.desk.model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    with qtbot.assertNotEmitted(desk.page.desk.model.modelReset):
        desk.tick("Rukhsana")
    row = desk.names().index("Rukhsana Begum")
    assert changed == [(row, row)]


def test_a_walk_in_takes_four_fields_and_enter(desk: RegisterRobot) -> None:
    panel = desk.page.desk.walk_in
    desk.day.clock.at(10, 2)
    desk.type("Jon Fairweather").press("F4")
    assert panel.name.text == "Jon Fairweather"
    assert desk.has_focus(panel.name.line)
    desk.press("Tab").type("jon@example.org").press("Tab").type("Fairweather Ltd").press("Tab").press("Space").enter()
    assert not panel.isVisible()
    assert desk.status("Jon Fairweather") == "Present 10:02"
    assert desk.shows("Fairweather Ltd · Walk-in")
    assert (desk.counter("present"), desk.counter("walk-ins")) == (1, 1)
    assert desk.has_focus(desk.page.desk.search)


def test_esc_closes_the_walk_in_and_keeps_what_was_typed(desk: RegisterRobot) -> None:
    panel = desk.page.desk.walk_in
    desk.press("F4").type("Jon Fair").press("Tab").type("jon@").press("Escape")
    assert not panel.isVisible()
    desk.press("F4")
    assert (panel.name.text, panel.contact.text) == ("Jon Fair", "jon@")


def test_a_walk_in_without_a_name_is_asked_for_it(desk: RegisterRobot) -> None:
    panel = desk.page.desk.walk_in
    desk.press("F4").enter()
    assert panel.name.wrong == "Write a name first."
    assert panel.isVisible()


def test_contact_details_need_consent_and_nothing_typed_is_lost(desk: RegisterRobot) -> None:
    panel = desk.page.desk.walk_in
    desk.press("F4").type("Jon").press("Tab").type("jon@example.org").enter()
    assert panel.contact.wrong
    assert desk.has_focus(panel.consent)
    desk.press("Space").enter()
    assert desk.status("Jon").startswith("Present")


def test_a_mentor_without_a_booking_is_recognised_while_the_name_is_typed(desk: RegisterRobot) -> None:
    desk.day.book("Ama", "Owusu", state=None, organisation="NHS")
    panel = desk.page.desk.walk_in
    desk.press("F4").type("ama owu").wait()
    assert desk.shows("Ama Owusu, NHS is already a mentor here. Nearly the same name.")
    desk.click(panel.recognise)
    assert desk.status("Ama Owusu").startswith("Present")
    assert desk.counter("walk-ins") == 1


def test_a_walk_in_is_linked_to_somebody_we_know_by_keys_alone_and_parted_again(desk: RegisterRobot) -> None:
    card = desk.day.book("Jonathan", "Fairweather", state=None)
    came = desk.day.walk_in("Jonathon Fairweather")
    desk.page.shown()
    desk.wait().type("fairw").press("Ctrl+Shift+K")
    panel = desk.page.desk.link
    assert panel.people.currentItem().text() == "Jonathan Fairweather — Nearly the same name."
    desk.enter()
    assert (panel.isVisible(), desk.has_focus(desk.page.desk.search)) == (False, True)
    assert desk.said() == "Jonathon Fairweather is linked to their card. Ctrl+Z parts them again."
    with desk.day.database.read() as session:
        assert session.scalar(select(WalkIn.mentor_id).where(WalkIn.id == came)) == card
    desk.press("Ctrl+Shift+K")
    assert desk.said() == "Jonathon Fairweather has a card already."
    desk.day.undo()
    desk.press("Ctrl+Shift+K")
    assert panel.isVisible()
    desk.press("Escape")
    assert not panel.isVisible()


def test_a_mentor_who_is_not_booked_is_found_and_enter_adds_them(desk: RegisterRobot) -> None:
    desk.day.book("Ama", "Owusu", state=None, organisation="NHS")
    desk.type("amma owusu").wait()
    assert desk.shows("Ama Owusu, NHS is not booked")
    desk.enter()
    assert desk.status("Ama Owusu") == "Not yet booked 09:40"
    assert desk.page.desk.search.text() == ""
    desk.press("Ctrl+Z")
    assert "Ama Owusu" not in desk.names()


def test_everybody_with_a_card_is_not_read_again_for_the_address_a_walk_in_leaves(desk: RegisterRobot) -> None:
    def reads() -> int:
        with asked() as statements:
            desk.type("ama owusu").wait().press("Escape")
        return sum("FROM contact" in one for one in statements)

    assert (reads(), reads()) == (1, 0)
    desk.press("F4").type("Jon").press("Tab").type("jon@example.org").press("Tab").press("Tab").press("Space").enter()
    assert desk.status("Jon").startswith("Present")
    assert reads() == 0
    desk.page.changed(Change(touched=frozenset({("contact", "another")})))
    assert reads() == 1


def test_somebody_spelt_nearly_like_one_on_the_register_does_not_hide_who_is_meant(desk: RegisterRobot) -> None:
    desk.day.book("Rukhsanna", "Begun", state=None)
    desk.type("rukhsanna begun").wait()
    assert desk.chosen() == "Rukhsana Begum"
    button = desk.page.desk.beyond
    assert (button.isVisible(), "Add Rukhsanna Begun, who is not booked" in button.accessibleName()) == (True, True)
    desk.press("Ctrl+Return")
    assert desk.status("Rukhsanna Begun").startswith("Not yet booked")
    assert (desk.status("Rukhsana Begum"), button.isVisible()) == ("Expected", False)


def test_whoever_was_found_beyond_is_forgotten_with_the_next_letter(desk: RegisterRobot) -> None:
    desk.day.book("Ama", "Owusu", state=None)
    desk.type("ama owusu").wait()
    desk.type("qqqqqqqq").wait().enter()
    assert desk.day.marks() == {}


def test_key_strokes_for_an_arrival(desk: RegisterRobot, capsys: pytest.CaptureFixture[str]) -> None:
    """Typed letters and one: for each of the eleven, the fewest letters after which Enter marks them."""
    strokes = {}
    for row in desk.day.roster().rows:
        letters = desk.day.shortest(row.name)
        desk.type(letters)
        assert desk.chosen() == row.name
        desk.enter()
        assert desk.status(row.name).startswith("Present")
        strokes[row.name] = len(letters) + 1
    with capsys.disabled():
        print(f"key strokes per arrival: {sum(strokes.values()) / len(strokes):.1f}, at most {max(strokes.values())}")
    assert max(strokes.values()) <= 5


def test_an_event_without_bookings_says_what_to_do(empty_desk: RegisterRobot) -> None:
    assert empty_desk.shows("Nobody is booked yet")
    empty_desk.press("F4").type("Jon Fairweather").enter()
    assert empty_desk.names() == ["Jon Fairweather"]


def test_a_name_nobody_has_leads_to_the_walk_in(desk: RegisterRobot) -> None:
    desk.type("qqq")
    assert desk.shows("Nobody called “qqq” is on this register")
    desk.enter()
    assert desk.day.marks() == {}


def test_a_closed_register_is_read_only_and_says_why(qtbot: QtBot, day: Day) -> None:
    day.event = day.add_event(state="register_closed")
    day.book("Tegan", "Price")
    robot = RegisterRobot(day).open()
    assert robot.shows("This register is closed.")
    robot.tick("Tegan").type("tegan").enter().press("Shift+Return").press("F4")
    assert day.marks() == {}
    assert not robot.page.desk.walk_in.isVisible()
    assert not robot.page.desk.undo.isEnabled()
    robot.close()


def test_a_coordinator_s_register_offers_nothing_that_would_do_nothing(qtbot: QtBot, day: Day) -> None:
    day.book("Tegan", "Price")
    day.desk = replace(day.desk, role="coordinator")
    robot = RegisterRobot(day).open()
    desk = robot.page.desk
    assert [button.isEnabled() for button in (desk.more, desk.add_walk_in, desk.undo)] == [False, False, False]
    robot.close()


def test_what_another_desk_wrote_appears_with_the_next_sync(desk: RegisterRobot) -> None:
    row = desk.day.roster().rows[0]
    desk.day.mark(row.attendee, "present")
    desk.page.shown()
    desk.wait()
    assert desk.status(row.name).startswith("Present")


def test_a_refused_mark_is_said_beside_the_register(desk: RegisterRobot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise KnownError(Problem.DISK_FULL)

    monkeypatch.setattr("onemm_desktop.views.register.page.register.mark", full)
    desk.type("sian").enter()
    assert desk.shows("The disk is full.")
    assert desk.status("Siân") == "Expected"


def test_names_of_sixty_letters_and_five_hundred_people(qtbot: QtBot, day: Day) -> None:
    long = "Adaobi Chukwuemeka-Oluwaseyifunmi Nwachukwu-Featherstonehaugh"
    day.book(*long.split(maxsplit=1))
    for number in range(499):
        day.book(f"Person{number}", f"Family{number:03}")
    robot = RegisterRobot(day).open(1024, 640)
    robot.type("featherston").enter()
    assert robot.status("Adaobi").startswith("Present")
    assert len(robot.names()) == 500
    robot.close()


def test_the_model_keeps_qts_rules(qtbot: QtBot, qtmodeltester: ModelTester, day: Day) -> None:
    day.book_eleven()
    model = RosterModel()
    model.show_rows(day.roster().rows)
    check: Callable[[RosterModel], None] = qtmodeltester.check  # pytest-qt says nothing of its types
    check(model)
    model.search("sian")
    check(model)
