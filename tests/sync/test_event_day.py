"""A training day over a real centre: the office goes on working while the trainer is offline, and no mark is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from onemm_desktop.models import Booking, Event, TrainingSession
from onemm_desktop.programme import bookings, closing, evaluation, event_life, event_plan, register, undo
from onemm_desktop.programme.in_building import who_is_in
from onemm_desktop.programme.roster import Roster, roster
from onemm_wire.records import Booking as WireBooking
from onemm_wire.records import EvaluationQuestion as WireQuestion
from onemm_wire.records import Event as WireEvent
from onemm_wire.records import TrainingSession as WireSession
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop, now
from tests.sync.records import identity

TRAINING, MORNING = identity(500), identity(501)
SIAN, RUKHSANA, LUKASZ = identity(0), identity(1), identity(2)
CALM = ("online", 0, 0)


@pytest.fixture
def trainer(furnished: Centre, new_laptop: NewLaptop) -> Laptop:
    """The trainer's laptop, with a training of two places that began an hour ago, and two people booked."""
    # Three hours from an hour ago: late in the evening the day ends in the middle of it.
    begun = now().replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
    furnished.put(
        "region/LDN",
        WireEvent(
            id=TRAINING, reference="LDN-T-0500", title="Mentor training", venue="The Exchange", capacity=2,
            starts_at=begun, ends_at=begun + timedelta(hours=3), hours=3.0, modules=["face_to_face"],
        ),
        WireBooking(id=identity(510), event_id=TRAINING, mentor_id=SIAN),
        WireBooking(id=identity(511), event_id=TRAINING, mentor_id=RUKHSANA),
    )  # fmt: skip
    laptop = new_laptop(role="trainer")
    laptop.sync()
    return laptop


@pytest.fixture
def office(trainer: Laptop, new_laptop: NewLaptop) -> Laptop:
    """The office's laptop, up to date."""
    laptop = new_laptop(role="staff")
    laptop.sync()
    return laptop


def both_send(trainer: Laptop, office: Laptop) -> None:
    """The office is online all day; the trainer comes back in the evening. Nobody is left with a question."""
    for laptop in (office, trainer, office):
        status = laptop.sync()
        assert (status.state, status.unsent, status.attention) == CALM


def mark(laptop: Laptop, mentor: str, session_id: str | None = None) -> None:
    with laptop.at_work() as session:
        register.mark(session, event=TRAINING, attendee=mentor, state="present", session_id=session_id)


def seen(laptop: Laptop, session_id: str | None = None) -> Roster:
    with laptop.database.read() as session:
        return roster(session, TRAINING, now=now(), role="trainer", session_id=session_id)


def rows(laptop: Laptop) -> dict[str, tuple[str, bool]]:
    return {row.attendee: (row.state, row.walk_in) for row in seen(laptop).rows}


def event(laptop: Laptop) -> dict[str, object]:
    return laptop.record("event", TRAINING) or {}


def test_an_event_cancelled_at_the_centre_keeps_the_marks_that_were_taken(
    trainer: Laptop, office: Laptop, furnished: Centre
) -> None:
    mark(trainer, SIAN)
    with office.at_work() as session:
        event_life.cancel(session, event=TRAINING, reason="The heating has failed.")
    both_send(trainer, office)
    assert (event(trainer)["state"], event(office)["state"]) == ("cancelled", "cancelled")
    register_there = seen(trainer)
    assert (register_there.closed_because, register_there.reason) == ("cancelled", "The heating has failed.")
    assert rows(trainer)[SIAN] == ("present", False)
    with trainer.database.read() as session:
        here = who_is_in(session, TRAINING, now=now(), role="trainer").inside
    assert [one.person for one in here] == [SIAN], "who is to be told and to leave"
    assert len(furnished.records("attendance_mark")) == 1


def test_a_sheet_of_the_evaluation_reaches_the_office_and_so_does_its_taking_back(
    trainer: Laptop, office: Laptop, furnished: Centre
) -> None:
    question = WireQuestion(
        id=identity(520),
        code="whole_day",
        position=1,
        asks="scale",
        wording="How was today?",
        valid_from=date(2020, 1, 1),
    )
    furnished.put("national", question)
    trainer.sync()
    for points in "5443":
        with trainer.at_work(label="sheet_added") as session:
            evaluation.add_sheet(session, event=TRAINING, answers={question.id: points})
    both_send(trainer, office)
    with office.database.read() as session:
        told = evaluation.evaluation(session, event=TRAINING, now=now(), role="staff")
    assert (told.sheets, told.results[0].mean) == (4, 4.0)
    with trainer.at_work() as session:
        undo.last(session)
    both_send(trainer, office)
    with office.database.read() as session:
        assert evaluation.evaluation(session, event=TRAINING, now=now(), role="staff").sheets == 3
    assert len(furnished.records("evaluation_answer")) == 5


def test_an_event_edited_at_the_centre_during_the_day_takes_both(trainer: Laptop, office: Laptop) -> None:
    mark(trainer, SIAN)
    with office.at_work() as session:
        plan = event_plan.planned(session, TRAINING).plan
        assert plan is not None
        longer = event_plan.Plan(
            title=plan.title, venue="The Annexe", starts_at=plan.starts_at, ends_at=plan.ends_at + timedelta(hours=1),
            hours=4.0, capacity=20, modules=plan.modules,
        )  # fmt: skip
        event_plan.edit(session, event=TRAINING, plan=longer)
    both_send(trainer, office)
    for laptop in (trainer, office):
        held = event(laptop)
        assert (held["venue"], held["hours"], held["state"]) == ("The Annexe", 4.0, "in_progress")
    assert rows(trainer)[SIAN] == ("present", False)


def test_a_booking_removed_meanwhile_leaves_the_person_on_the_register_that_had_begun(
    trainer: Laptop, office: Laptop
) -> None:
    mark(trainer, SIAN)
    with office.at_work() as session:
        session.delete(session.scalars(select(Booking).where(Booking.mentor_id == SIAN)).one())
    both_send(trainer, office)
    for laptop in (trainer, office):
        assert laptop.record("booking", identity(510)) is None
        assert rows(laptop)[SIAN] == ("present", False), "came as booked, and no walk-in was made of them"


def test_two_desks_that_marked_apart_agree_on_what_they_agree_and_flag_what_they_do_not(
    trainer: Laptop, office: Laptop, furnished: Centre
) -> None:
    mark(trainer, SIAN)
    mark(office, SIAN)
    mark(trainer, RUKHSANA)
    with office.at_work() as session:
        register.mark(session, event=TRAINING, attendee=RUKHSANA, state="apologies")
    both_send(trainer, office)
    for laptop in (trainer, office):
        assert rows(laptop) == {SIAN: ("present", False), RUKHSANA: ("contested", False)}
        assert len(laptop.records("attendance_mark")) == 4, "what each desk said is kept"
    mark(trainer, RUKHSANA)
    both_send(trainer, office)
    for laptop in (trainer, office):
        assert rows(laptop) == {SIAN: ("present", False), RUKHSANA: ("present", False)}
    assert len(furnished.records("attendance_mark")) == len(trainer.records("attendance_mark"))


def test_a_session_taken_away_meanwhile_loses_no_mark(trainer: Laptop, office: Laptop, furnished: Centre) -> None:
    held = seen(trainer)
    session = WireSession(
        id=MORNING, event_id=TRAINING, title="Morning", hours=1.5,
        starts_at=held.starts_at, ends_at=held.starts_at + timedelta(hours=1),
    )  # fmt: skip
    furnished.put("region/LDN", session)
    for laptop in (trainer, office):
        laptop.sync()
    mark(trainer, SIAN, MORNING)
    with office.at_work() as writing:
        writing.delete(writing.scalars(select(TrainingSession)).one())
    both_send(trainer, office)
    assert seen(trainer, MORNING).session_id is None, "the whole event is shown instead"
    assert rows(trainer)[SIAN] == ("present", False)


def test_a_place_moved_at_the_centre_stays_where_the_trainer_saw_it(trainer: Laptop, office: Laptop) -> None:
    later = now() + timedelta(days=9)
    with office.at_work() as session:
        plan = event_plan.Plan("Next training", "The Annexe", later, later + timedelta(hours=2), 2.0, 9)
        other = event_plan.create(session, plan=plan)[1]
        event_life.open_booking(session, event=other)
        bookings.move(session, event=TRAINING, mentor=RUKHSANA, to=other)
    mark(trainer, SIAN)
    both_send(trainer, office)
    for laptop in (trainer, office):
        assert rows(laptop) == {SIAN: ("present", False), RUKHSANA: ("expected", False)}
        (roster_kept,) = laptop.records("roster_snapshot").values()
        assert set(roster_kept["booked"]) == {SIAN, RUKHSANA}


def test_a_register_closed_offline_is_closed_and_its_modules_reach_the_office(trainer: Laptop, office: Laptop) -> None:
    mark(trainer, SIAN)
    with trainer.at_work() as session:
        closing.set_all(session, event=TRAINING, state="no_notice")
        closing.close(session, event=TRAINING)
    with office.at_work() as session:
        event_life.confirm(session, event=TRAINING)  # decided at the centre while it was under way
    both_send(trainer, office)
    for laptop in (trainer, office):
        assert event(laptop)["state"] == "register_closed"
        assert [(laptop.record("mentor", one) or {})["modules"] for one in (SIAN, RUKHSANA)] == [["face_to_face"], []]


def test_two_laptops_that_give_the_last_place_show_one_too_many(trainer: Laptop, office: Laptop) -> None:
    with office.at_work() as session:
        bookings.cancel(session, event=TRAINING, mentor=RUKHSANA)
    both_send(trainer, office)
    for laptop, mentor in ((trainer, LUKASZ), (office, identity(3))):
        with laptop.at_work() as session:
            assert bookings.book(session, event=TRAINING, mentor=mentor)[1] == "booked"
    both_send(trainer, office)
    for laptop in (trainer, office):
        with laptop.database.read() as session:
            assert bookings.free(session, session.scalars(select(Event).where(Event.id == TRAINING)).one()) == -1


def test_a_register_closed_at_two_desks_was_closed_by_the_first(trainer: Laptop, office: Laptop) -> None:
    for laptop in (trainer, office):
        with laptop.at_work() as session:
            closing.set_all(session, event=TRAINING, state="present")
            closing.close(session, event=TRAINING)
    both_send(trainer, office)
    assert event(trainer) == event(office)
    assert rows(trainer) == rows(office) == {SIAN: ("present", False), RUKHSANA: ("present", False)}
