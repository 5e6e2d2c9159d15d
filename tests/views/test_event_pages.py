"""Planning an event, giving its places, deciding on it, closing its register: by hand, over a real database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from onemm_desktop.models import Event, Op, TrainingSession
from onemm_desktop.programme import closing, undo
from onemm_desktop.programme.event_plan import StaffPlan
from onemm_desktop.programme.roster import Part
from onemm_desktop.views import sentences
from onemm_desktop.views.events.lines_model import Line, LinesModel
from onemm_desktop.views.events.words import session_word
from tests.programme.event_desk import TEN, event_of, halves, places, state
from tests.robots.papers import TrainerRobot
from tests.training_day import Day

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    made = Day(tmp_path, role="staff")
    made.require("online_a", "online_b", code="before-training")
    yield made
    made.close()


@pytest.fixture
def office(qtbot: QtBot, day: Day, tmp_path: Path) -> Iterator[TrainerRobot]:
    robot = TrainerRobot(day, tmp_path)
    yield robot
    robot.close()


def coming(day: Day, **fields: object) -> str:
    start = TEN + timedelta(days=7)
    given = {"capacity": 1, "minimum": 2, "requirement_code": "before-training", "reference": "WMD-E-0077"}
    return day.add_event(starts_at=start, ends_at=start + timedelta(hours=6), **{**given, **fields})


def open_event(office: TrainerRobot, event: str) -> TrainerRobot:
    office.go("events").pages.events.event_asked.emit(event)
    return office.wait()


def test_an_event_is_planned_with_its_sessions_and_staff_and_opened(office: TrainerRobot) -> None:
    office.go("events").click("Plan an event")
    page = office.pages.plan
    for name, text in (("title", "Mentor training"), ("venue", "Ysgol Aberdâr")):
        page.fields[name].line.setText(text)
    page.staff.add_row(StaffPlan("")).name.line.setText("Owain Hughes")
    office.click("Add a session")
    office.type("Morning").click("Keep the plan")
    assert office.window.current == "event"
    path = office.pages.one_event.path
    assert path.accessibleName() == "The event is: Draft, step 1 of 8"
    assert [pill.text for pill in path.pills.values()][:3] == ["Draft", "Published", "Booking open"]
    office.click("Open booking")
    (event,) = _events(office.day)
    assert state(office.day, event) == "booking_open"
    assert [pill.text for pill in path.pills.values()][:3] == ["✓ Draft", "✓ Published", "Booking open"]
    office.press("Ctrl+Z").click("Change the plan")
    assert [row.name.text for row in page.sessions.rows] == ["Morning"]
    assert [row.name.text for row in page.staff.rows] == ["Owain Hughes"]


def waiting_ops(day: Day) -> int:
    with day.database.read() as session:
        return session.scalar(select(func.count()).select_from(Op)) or 0


def test_a_session_has_a_welsh_title_and_modules_and_a_plan_kept_unchanged_changes_nothing(
    office: TrainerRobot,
) -> None:
    day = office.day
    event = day.add_event()
    morning, _afternoon = halves(day, "added_by_the_centre", "face_to_face")
    open_event(office, event).click("Change the plan")
    row = office.pages.plan.sessions.rows[0]
    assert [name for name, tick in row.modules.ticks.items() if tick.isChecked()] == [
        "added_by_the_centre",
        "face_to_face",
    ]
    waiting = waiting_ops(day)
    office.click("Keep the plan")
    assert waiting_ops(day) == waiting
    office.click("Change the plan")
    row = office.pages.plan.sessions.rows[0]
    row.welsh.setFocus()
    office.type("Y bore")
    for code in ("face_to_face", "online_a"):
        row.modules.ticks[code].setFocus()
        office.press("Space")
    office.click("Keep the plan")
    with day.database.read() as session:
        (held,) = session.scalars(select(TrainingSession).where(TrainingSession.id == morning))
        assert (held.title, held.title_cy, held.modules) == ("Morning", "Y bore", ["added_by_the_centre", "online_a"])


def test_a_welsh_desk_is_told_the_welsh_title_of_a_session(qtbot: QtBot) -> None:
    part = Part("1", "Morning", "Y bore", TEN, TEN, 2.0, ())
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("cy_GB"))
        assert session_word(part) == "10:00 Y bore"
        assert session_word(replace(part, title_cy="")) == "10:00 Morning"
    finally:
        QLocale.setDefault(before)
    assert session_word(part) == "10:00 Morning"


def test_a_plan_that_cannot_be_is_said_and_stays_in_the_form(office: TrainerRobot) -> None:
    office.go("events").click("Plan an event").type("A title alone").click("Keep the plan")
    assert office.shows("need a name")
    assert office.pages.plan.fields["title"].text == "A title alone"


def test_places_are_given_up_promoted_and_moved(office: TrainerRobot) -> None:
    day = office.day
    event = coming(day)
    other = coming(day, reference="WMD-E-0078", capacity=20, minimum=0)
    sian = day.book("Siân", "Price", event=event, modules=["online_a"])
    idris = day.book("Idris", "Bowen", event=event, state="waitlisted")
    open_event(office, event)
    assert office.shows("1 of 1 booked · 1 waiting · at least 2")
    assert office.shows("1 of at least 2 are booked: too few so far.")
    model = office.pages.one_event.places.model
    assert [model.index(0, column).data() for column in range(4)] == ["Siân Price", "1 of 2 missing", "", "Booked"]
    assert model.index(1, 3).data() == "Waiting, 1"
    assert not office.pages.one_event.places.promote.isEnabled()
    office.click("Is coming").click("Give up the place")
    table = office.pages.one_event.places.table
    table.setCurrentIndex(model.index_of(idris))
    office.click("Give a free place")
    assert places(day, event) == {sian: "apologies", idris: "booked"}
    table.setCurrentIndex(model.index_of(idris))
    office.pages.one_event.places.target.setCurrentIndex(0)
    office.click("Move there")
    assert places(day, other) == {idris: "booked"}


def test_somebody_is_booked_by_a_name_and_enter(office: TrainerRobot) -> None:
    event = coming(office.day)
    mentor = office.day.book("Łukasz", "Nowak", state=None)
    open_event(office, event)
    office.pages.one_event.places.field.setFocus()
    office.type("luka").press("Return")
    assert places(office.day, event) == {mentor: "booked"}


def test_cancelling_asks_for_a_reason(office: TrainerRobot) -> None:
    event = coming(office.day)
    open_event(office, event).click("Cancel the event…").press("Return")
    assert office.shows("Say why in a few words, then do it again.")
    office.type("The heating has failed.").press("Return")
    assert event_of(office.day, event)["cancelled_reason"] == "The heating has failed."
    assert office.shows("Cancelled: The heating has failed.")
    assert not office.pages.one_event.plan.isVisible()


def test_a_postponed_event_is_a_week_later_unless_said_otherwise(office: TrainerRobot) -> None:
    event = coming(office.day)
    open_event(office, event).click("Postpone…").click("Postpone to this time")
    assert office.shows("Postponed to 5 December 2026")


def test_a_register_is_closed_with_one_key_for_those_who_did_not_come(office: TrainerRobot, tmp_path: Path) -> None:
    day = office.day
    event = day.add_event(modules=["face_to_face"])
    halves(day, "face_to_face")
    sian, idris = day.book("Siân", "Price"), day.book("Idris", "Bowen")
    day.mark(sian, "present")
    open_event(office, event).click("Close and sum up")
    assert office.shows("2 still to be marked")
    assert not office.pages.closing.close_register.isEnabled()
    office.press("Ctrl+Shift+N")
    assert office.shows("Everybody is marked: it can be closed.")
    office.click("Close the register")
    assert state(day, event) == "register_closed"
    assert office.shows("50 per cent attendance")
    told = [fact.value.accessibleName() for fact in office.pages.closing.summary.facts if fact.value.isVisible()]
    assert [line for line in told if line.startswith(("Attendance", "Commitment"))] == [
        "Attendance: 1 / 2 of the booked people came.",
        "Commitment: 1 / 2 came or said beforehand that they would not.",
    ]
    assert not any(line.startswith(("Evaluation", "Amendments")) for line in told), "nothing to say, and it is said"
    card = office.pages.closing.amend
    card.person.setCurrentIndex(card.person.findData(idris))
    card.session.setCurrentIndex(card.session.findText("13:00 Afternoon"))
    office.click("Amend")
    assert card.reason.wrong == "Say why in a few words, then do it again."
    card.reason.line.setText("signed on paper")
    card.state.setCurrentIndex(card.state.findData("left_early"))
    office.click("Amend")
    assert card.time.wrong == "Type hours and minutes, such as 10:12 or 1012."
    card.state.setCurrentIndex(card.state.findData("present"))
    office.click("Amend")
    assert office.shows("Amended by Dilys Hughes: Idris Bowen (Afternoon), Present — signed on paper")
    office.click("Summary on paper").click("Save PDF…")
    (saved,) = tmp_path.glob("*.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(saved).pages)
    for words in ("Attendance", "2 / 2 (100 %)", "signed on paper", "Siân Price", "Afternoon"):
        assert words in text


@pytest.mark.parametrize(
    ("key", "state", "button", "taken_back"),
    [
        ("Ctrl+Shift+N", "no_notice", "All of them: absent", "everybody who was marked absent at once, at Mentor"),
        ("Ctrl+Shift+X", "excused", "All of them: excused", "everybody who was excused at once, at Mentor"),
        ("Ctrl+Shift+A", "apologies", "All of them: apologies", "the apologies of everybody at once, at Mentor"),
    ],
)
def test_one_key_says_the_same_of_the_unmarked_alone_and_undo_names_it(
    office: TrainerRobot, key: str, state: str, button: str, taken_back: str
) -> None:
    day = office.day
    event = day.add_event()
    people = [day.book(name, "Price") for name in ("Siân", "Idris", "Tegan")]
    day.mark(people[0], "late")
    open_event(office, event).click("Close and sum up").press(key)
    assert [day.row(person).state for person in people] == ["late", state, state]
    with day.database.write(day.desk) as session:
        undone = undo.last(session)[1]
    assert taken_back in sentences.undone(undone.label, undone.values)
    assert [day.row(person).state for person in people] == ["late", "expected", "expected"]
    office.pages.closing.shown()
    office.wait().click(button)
    assert [day.row(person).state for person in people] == ["late", state, state]
    office.press(key)
    assert day.undo() == undone.label, "with nobody left unmarked, the key said nothing"


def test_the_list_of_the_unmarked_is_as_high_as_its_rows_up_to_five(office: TrainerRobot, qtbot: QtBot) -> None:
    day = office.day
    event = day.add_event()
    for name in ("Siân", "Idris"):
        day.book(name, "Price")
    open_event(office, event).click("Close and sum up")
    table = office.pages.closing.unmarked.table
    row = table.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: abs(table.viewport().height() - 2 * row) <= 2)
    day.book_many(18)
    office.pages.closing.shown()
    office.wait()
    qtbot.waitUntil(lambda: abs(table.viewport().height() - 5 * row) <= 2)


def test_an_amendment_asks_which_session_is_meant(office: TrainerRobot) -> None:
    day = office.day
    event = day.add_event()
    morning, afternoon = halves(day)
    sian = day.book("Siân", "Price")
    for part in (morning, afternoon):
        day.mark(sian, "no_notice", session_id=part)
    day.do(lambda session: closing.close(session, event=event))
    open_event(office, event).click("Close and sum up")
    card = office.pages.closing.amend
    offered = [card.session.itemText(place) for place in range(card.session.count())]
    assert offered == ["Choose the session", "All sessions", "10:00 Morning", "13:00 Afternoon"]
    card.reason.line.setText("signed on paper")
    office.click("Amend")
    assert office.shows("Choose the session at which this was so.")
    assert QApplication.focusWidget() is card.session
    office.press("Down").press("Down").press("Down").press("Return")
    assert not card.which.isVisible()
    office.click("Amend")
    assert office.shows("Amended by Dilys Hughes: Siân Price (Afternoon), Present — signed on paper")
    assert [day.roster(session_id=part).rows[0].state for part in (morning, afternoon)] == ["no_notice", "present"]
    assert card.session.session_id == afternoon
    card.session.setCurrentIndex(card.session.findData(""))
    card.state.setCurrentIndex(card.state.findData("excused"))
    card.reason.line.setText("the train was cancelled")
    office.click("Amend")
    assert [day.roster(session_id=part).rows[0].state for part in (morning, afternoon)] == ["excused", "excused"]


def test_a_coordinator_sees_and_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    day = Day(tmp_path, role="coordinator")
    event = coming(day)
    robot = TrainerRobot(day, tmp_path)
    open_event(robot, event)
    page = robot.pages.one_event
    shown = [page.plan, page.places.field, *page.steps.values(), robot.pages.events.new]
    assert not any(button.isVisible() for button in shown)
    robot.close()
    day.close()


def test_the_lines_are_a_sound_model(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = LinesModel(("Name", "Session", "State"))
    model.show_lines([Line("1", "Siân", "KPMG", ("Morning",), ("Present", "ok"))])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Session"
    assert model.index_of("gone").row() == 0


def _events(day: Day) -> list[str]:
    with day.database.read() as session:
        return list(session.scalars(select(Event.id)))


def test_the_register_marks_the_session_that_is_chosen(office: TrainerRobot) -> None:
    day = office.day
    day.add_event()
    _morning, afternoon = halves(day)
    sian = day.book("Siân", "Price")
    office.open_register()
    switch = office.pages.register.sessions
    assert [switch.itemText(place) for place in range(3)] == ["All sessions", "10:00 Morning", "13:00 Afternoon"]
    switch.setCurrentIndex(2)
    switch.activated.emit(2)
    office.wait().type("sian").press("Return")
    (mark,) = day.marks().values()
    assert (mark.attendee_id, mark.session_id, mark.state) == (sian, afternoon, "present")
    switch.setCurrentIndex(1)
    switch.activated.emit(1)
    office.wait()
    assert office.pages.register.expected.accessibleName() == "1 expected"
