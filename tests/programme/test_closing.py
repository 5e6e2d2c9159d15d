"""Closing: every row marked, later changes said as such, what was learnt on the cards of those who came."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

import pytest

from onemm_desktop.errors import Problem
from onemm_desktop.models import Event, RequirementSet, WalkIn
from onemm_desktop.programme import closing, event_life, training
from onemm_wire.records.training import MarkState
from tests.programme.event_desk import amend, card, close, event_of, halves, planned, refused, stage, state, summary
from tests.training_day import MORNING, Day


def open_names(day: Day) -> list[tuple[str, str]]:
    with day.database.read() as session:
        rows = closing.open_rows(session, day.event, now=day.clock(), role=day.desk.role)
    return [(row.name, row.session) for row in rows]


def set_all(day: Day, said: MarkState) -> int:
    return day.do(lambda session: closing.set_all(session, event=day.event, state=said), label="all_absent")[1]


def states_at(day: Day, person: str, *sessions: str | None) -> list[str]:
    rows = [next(row for row in day.roster(session_id=part).rows if row.attendee == person) for part in sessions]
    return [row.state for row in rows]


def test_a_register_closes_when_every_row_is_marked(day: Day) -> None:
    sian, idris = day.book("Siân", "Price"), day.book("Idris", "Bowen")
    day.book("Tegan", "Rees", state="apologies")
    day.book("Waits", "Still", state="waitlisted")
    day.mark(sian, "present")
    told = refused(Problem.NOT_ALL_MARKED, lambda: close(day))
    assert told.values == {"count": 1}
    assert open_names(day) == [("Idris Bowen", "")]
    assert set_all(day, "no_notice") == 1
    assert (day.row(sian).state, day.row(idris).state) == ("present", "no_notice")
    close(day)
    assert (state(day), event_of(day)["closed_by"]) == ("register_closed", "Dilys Hughes")
    refused(Problem.REGISTER_CLOSED, lambda: day.mark(idris, "present"))
    refused(Problem.NOT_NOW, lambda: close(day))


def test_set_all_is_one_action_and_touches_only_the_unmarked(day: Day) -> None:
    people = day.book_eleven()
    day.mark(people[0], "late")
    day.mark(people[1], "excused")
    assert set_all(day, "present") == 9
    assert [day.row(one).state for one in people[:3]] == ["late", "excused", "present"]
    assert day.undo() == "all_absent"
    assert [day.row(one).state for one in people[:3]] == ["late", "excused", "expected"]


def test_each_session_must_be_marked(day: Day) -> None:
    morning, _afternoon = halves(day)
    sian = day.book("Siân", "Price")
    day.mark(sian, "present", session_id=morning)
    assert open_names(day) == [("Siân Price", "Afternoon")]
    set_all(day, "no_notice")
    close(day)


def test_nothing_is_closed_before_its_day(day: Day) -> None:
    planned(day)
    refused(Problem.NOT_NOW, lambda: close(day))


def test_closing_puts_the_module_on_the_card_once_and_undo_takes_it_off(day: Day) -> None:
    event = planned(day, days=0)
    sian, away = day.book("Siân", "Price", modules=["online_a"]), day.book("Idris", "Bowen")
    had_it = day.book("Tegan", "Rees", modules=["face_to_face"])
    for person in (sian, had_it):
        day.mark(person, "present")
    day.mark(away, "no_notice")
    close(day)
    assert (card(day, sian), card(day, away), card(day, had_it)) == (
        ["online_a", "face_to_face"],
        [],
        ["face_to_face"],
    )
    gain = next(one for one in summary(day).gains if one.mentor == sian)
    assert (gain.done, gain.total, gain.state) == (2, 3, "in_progress")
    assert day.undo() == "register_closed"
    assert (state(day, event), card(day, sian)) == ("in_progress", ["online_a"])


def test_a_module_needs_every_session_that_names_it(day: Day) -> None:
    morning, afternoon = halves(day, "face_to_face")
    both, half, left = (day.book(name, "Price") for name in ("Both", "Half", "Left"))
    for person in (both, half, left):
        day.mark(person, "present", session_id=morning)
    day.mark(both, "late", session_id=afternoon)
    day.mark(half, "no_notice", session_id=afternoon)
    # Three hours from one o'clock: at half past three, five sixths of it are over.
    day.mark(left, "left_early", session_id=afternoon, at=MORNING.replace(hour=15, minute=30))
    close(day)
    assert [card(day, one) for one in (both, half, left)] == [["face_to_face"], [], ["face_to_face"]]


@pytest.mark.parametrize(("share", "given"), [(0.6, ["face_to_face"]), (0.9, [])])
def test_how_much_of_a_session_is_asked_for_is_the_rule_of_the_events_day(
    day: Day, share: float, given: list[str]
) -> None:
    """Two of three hours, judged by the newest rule in force; the one of next month does not count yet."""
    morning, afternoon = halves(day, "face_to_face")
    day.require("face_to_face", share=share, valid_from=date(2026, 11, 1))
    day.require("face_to_face", share=0.1 if not given else 1.0, valid_from=date(2026, 12, 1))
    sian = day.book("Siân", "Price")
    day.mark(sian, "present", session_id=morning)
    day.mark(sian, "left_early", session_id=afternoon, at=MORNING.replace(hour=15, minute=0))
    close(day)
    assert card(day, sian) == given


def test_without_a_known_rule_nobody_is_given_a_module_by_guessing(day: Day) -> None:
    event = planned(day, days=0)
    day.do(lambda session: session.delete(session.query(RequirementSet).one()))
    whole, most = day.book("Whole", "Price"), day.book("Most", "Price")
    day.mark(whole, "present")
    day.mark(most, "left_early", at=MORNING.replace(hour=15, minute=59))
    close(day)
    assert (state(day, event), card(day, whole), card(day, most)) == ("register_closed", ["face_to_face"], [])


def test_whoever_completes_the_training_is_trained_and_undo_and_amendments_take_it_back(day: Day) -> None:
    planned(day, days=0)
    done = ["online_a", "online_b"]
    sian = day.book("Siân", "Price", stage="training_booked", modules=done)
    part = day.book("Idris", "Bowen", stage="training_booked")
    active = day.book("Tegan", "Rees", stage="matched", modules=done)
    for person in (sian, part, active):
        day.mark(person, "present")
    close(day)
    assert [stage(day, one) for one in (sian, part, active)] == ["trained", "training_booked", "matched"]
    day.undo()
    assert stage(day, sian) == "training_booked"
    close(day)
    amend(day, sian, "no_notice")
    assert stage(day, sian) == "training_booked"
    amend(day, sian, "present")
    assert stage(day, sian) == "trained"


def test_a_recognised_walk_in_gains_as_the_mentor_they_are(day: Day) -> None:
    planned(day, days=0)
    mentor = day.book("Siân", "Price", state=None)
    walk_in = day.walk_in("Sian Price")
    day.do(lambda session: setattr(session.query(WalkIn).filter_by(id=walk_in).one(), "mentor_id", mentor))
    close(day)
    assert card(day, mentor) == ["face_to_face"]


def test_an_amendment_has_a_reason_is_shown_as_such_and_moves_the_card(day: Day) -> None:
    planned(day, days=0)
    sian, idris = day.book("Siân", "Price"), day.book("Idris", "Bowen")
    day.mark(sian, "present")
    day.mark(idris, "no_notice")
    refused(Problem.NOT_NOW, lambda: amend(day, idris, "present"))
    close(day)
    refused(Problem.MISSING_REASON, lambda: amend(day, idris, "present", reason=" "))
    amend(day, idris, "present")
    day.clock.later(minutes=1)
    amend(day, sian, "no_notice", reason="marked at the wrong row")
    assert (card(day, sian), card(day, idris)) == ([], ["face_to_face"])
    told = summary(day)
    assert [(one.name, one.state, one.reason, one.by) for one in told.amendments] == [
        ("Idris Bowen", "present", "seen on the paper sheet", "Dilys Hughes"),
        ("Siân Price", "no_notice", "marked at the wrong row", "Dilys Hughes"),
    ]
    assert day.undo() == "mark_amended"
    assert card(day, sian) == ["face_to_face"]


def test_who_left_early_left_at_some_time_and_that_decides_about_the_module(day: Day) -> None:
    planned(day, days=0)
    sian = day.book("Siân", "Price")
    day.mark(sian, "present")
    close(day)
    refused(Problem.WRONG_VALUE, lambda: amend(day, sian, "left_early"))
    refused(Problem.WRONG_VALUE, lambda: amend(day, sian, "late", clock="soon"))
    assert card(day, sian) == ["face_to_face"]
    amend(day, sian, "left_early", clock="1200")
    assert card(day, sian) == []
    amend(day, sian, "left_early", clock="15:30")
    assert card(day, sian) == ["face_to_face"]


def test_an_amendment_is_about_one_session_and_leaves_the_others(day: Day) -> None:
    morning, afternoon = halves(day, "face_to_face")
    sian = day.book("Siân", "Price")
    set_all(day, "no_notice")
    close(day)
    amend(day, sian, "present", session_id=afternoon)
    assert states_at(day, sian, morning, afternoon) == ["no_notice", "present"]
    assert day.roster(session_id=afternoon).rows[0].at == MORNING.replace(hour=13, minute=0)
    assert [(one.whose, one.state) for one in summary(day).amendments] == [("Siân Price (Afternoon)", "present")]
    amend(day, sian, "left_early", clock="1100", session_id=morning)
    assert (states_at(day, sian, morning), card(day, sian)) == (["left_early"], [])
    amend(day, sian, "present", session_id=morning)
    assert card(day, sian) == ["face_to_face"]
    refused(Problem.NOT_FOUND, lambda: amend(day, sian, "present", session_id=day.new_id()))


@pytest.mark.parametrize("marked_at", ["each session", "the whole event", "one session of it"])
def test_an_amendment_of_the_whole_event_replaces_what_was_said_at_every_session(day: Day, marked_at: str) -> None:
    morning, afternoon = halves(day, "face_to_face")
    sian = day.book("Siân", "Price")
    if marked_at != "each session":
        day.mark(sian, "no_notice")
    if marked_at == "one session of it":
        day.mark(sian, "excused", session_id=morning)
    set_all(day, "no_notice")
    close(day)
    for said, on_card in (("present", ["face_to_face"]), ("no_notice", [])):
        amend(day, sian, said)
        assert states_at(day, sian, morning, afternoon, None) == [said] * 3
        assert card(day, sian) == on_card
    assert day.undo() == "mark_amended"
    assert states_at(day, sian, morning, afternoon, None) == ["present"] * 3


def test_nobody_leaves_every_session_at_the_same_time(day: Day) -> None:
    halves(day)
    sian = day.book("Siân", "Price")
    set_all(day, "present")
    close(day)
    refused(Problem.WHICH_SESSION, lambda: amend(day, sian, "left_early", clock="1130"))


def test_an_amendment_leaves_a_module_that_another_event_gave(day: Day) -> None:
    sian = day.book("Siân", "Price", state=None)
    for _ in range(2):
        planned(day, days=0)
        day.mark(sian, "present")
        close(day)
    amend(day, sian, "no_notice")
    assert card(day, sian) == ["face_to_face"]
    for step in (event_life.reconcile, event_life.archive):
        day.do(partial(step, event=day.event))
    refused(Problem.NOT_NOW, lambda: amend(day, sian, "present"))


def test_the_summary_tells_attendance_from_commitment(day: Day) -> None:
    came, late, sorry, away = (day.book(name, "Price") for name in ("A", "B", "C", "D"))
    day.book("E", "Price", state="waitlisted")
    day.clock.at(9, 50)
    day.mark(came, "present")
    day.clock.at(10, 20)
    day.mark(late, "late", source="scan")
    day.mark(sorry, "apologies", source="paper")
    day.mark(away, "no_notice")
    day.walk_in("Jon Fairweather")
    told = summary(day)
    assert (told.attendance.part, told.attendance.whole, told.attendance.percent) == (2, 4, 50)
    assert (told.commitment.part, told.commitment.percent) == (3, 75)
    assert told.counters.walk_ins == 1
    assert dict(told.sources) == {"desk": 3, "scan": 1, "paper": 1}
    assert (told.first_in, told.last_in) == (MORNING.replace(minute=50), MORNING.replace(hour=10, minute=20))


def test_a_night_in_which_the_clocks_change_is_as_long_as_it_is(day: Day) -> None:
    """From ten in the evening to four in the morning, over the hour that comes twice: seven hours."""
    starts, ends = datetime(2026, 10, 24, 21, tzinfo=UTC), datetime(2026, 10, 25, 4, tzinfo=UTC)
    day.event = ""
    day.add_event(starts_at=starts, ends_at=ends, modules=["night"], hours=7.0, reference="WMD-E-9")
    sian, idris = day.book("Siân", "Price"), day.book("Idris", "Bowen")
    day.clock.now = starts
    for person in (sian, idris):
        day.mark(person, "present")
    day.clock.now = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # the second half past one
    day.mark(sian, "left_early")
    day.clock.now = datetime(2026, 10, 25, 3, tzinfo=UTC)
    day.mark(idris, "left_early")
    close(day)
    assert (card(day, sian), card(day, idris)) == ([], ["night"])
    assert day.roster().rows[0].state == "left_early"


def test_what_is_missing_beforehand_is_counted(day: Day) -> None:
    day.require("online_a", "online_b", "online_c", code="before-training")
    event = planned(day, requirement_code="before-training")
    some = day.book("Siân", "Price", modules=["online_a"])
    day.book("Idris", "Bowen", modules=["online_a", "online_b", "online_c"])
    with day.database.read() as session:
        held = session.query(Event).filter_by(id=event).one()
        assert training.missing_before(session, held) == {some: 2}
