"""Ctrl+Z takes the last action back by an opposite change, also tomorrow, never what somebody else has said since."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Contact, Mentor, Op, WalkIn
from onemm_desktop.models.database import Database
from onemm_desktop.programme import undo
from tests.training_day import KEY, Day, meet, opened


def test_the_last_mark_is_taken_back_and_named(day: Day) -> None:
    sian, rukhsana, *_ = day.book_eleven()
    day.mark(sian, "present")
    day.mark(rukhsana, "late")
    assert day.undo() == "marked_late"
    assert day.row(rukhsana).state == "expected"
    assert day.undo() == "marked_present"
    assert day.counters().present == 0


def test_a_corrected_mark_goes_back_to_what_it_was(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    arrived = day.row(sian).at
    day.clock.at(15, 0)
    day.mark(sian, "left_early")
    day.undo()
    assert (day.row(sian).state, day.row(sian).at) == ("present", arrived)


def test_nothing_to_undo_says_so(day: Day) -> None:
    with pytest.raises(KnownError) as nothing:
        day.undo()
    assert nothing.value.problem is Problem.NOTHING_TO_UNDO


def test_an_action_is_taken_back_once(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    day.undo()
    with pytest.raises(KnownError):
        day.undo()
    assert len(day.marks()) == 2  # said, and said back: nothing was rubbed out


def test_undo_survives_a_restart(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    day.database.close()
    day.database = Database.open(day.database.path, KEY)
    assert day.undo() == "marked_present"


def test_undo_works_after_the_change_was_sent(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    with day.database.sync_write() as session:
        session.query(Op).update({Op.state: "done"})
    day.undo()
    assert day.row(sian).state == "expected"


def test_what_another_desk_has_said_since_stands(tmp_path: Path) -> None:
    with opened([Day(tmp_path, name="one"), Day(tmp_path, name="two")]) as [one, two]:
        event = one.add_event()
        two.add_event(id=event)
        for laptop in (one, two):
            laptop.chance.seed(1)
            person = laptop.book("Tegan", "Price")
        two.chance.seed(2)
        one.mark(person, "present")
        meet(one, two)
        two.mark(person, "left_early")
        meet(one, two)
        with pytest.raises(KnownError):
            one.undo()
        assert one.row(person).state == "left_early"


def test_a_walk_in_goes_as_a_whole(tmp_path: Path) -> None:
    with opened([Day(tmp_path, role="staff")]) as [office]:
        office.add_event()
        office.walk_in("Jon Fairweather", contact="jon@example.org", consent=True)
        assert office.undo() == "walk_in_added"
        assert office.roster().rows == ()
        with office.database.read() as session:
            assert session.scalars(select(WalkIn)).all() == []
            assert session.scalars(select(Contact)).all() == []


def test_a_trainer_takes_a_walk_in_back_with_the_contact_details(day: Day) -> None:
    day.walk_in("Jon Fairweather", contact="jon@example.org", consent=True)
    day.undo()
    assert day.roster().rows == ()
    with day.database.read() as session:
        assert session.scalars(select(Contact)).all() == []


def test_a_contact_that_the_office_has_written_to_since_stays_with_the_office(day: Day) -> None:
    day.walk_in("Jon Fairweather", contact="jon@example.org", consent=True)
    with day.database.sync_write() as session:
        session.execute(update(Contact).values(rev=2))
    day.undo()
    assert day.roster().rows == ()
    with day.database.read() as session:
        assert [contact.email for contact in session.scalars(select(Contact))] == ["jon@example.org"]


def test_an_edited_card_gets_back_only_what_still_is_as_it_was_left(day: Day) -> None:
    sian, *_ = day.book_eleven()

    def edit(session: Session) -> None:
        card = session.scalars(select(Mentor).where(Mentor.id == sian)).one()
        card.preferred_name, card.organisation, card.clearance_until = "Shân", "Cardiff Council", day.clock().date()

    day.do(edit, label="edited_mentor", values={"name": "Siân"})
    with day.database.sync_write() as session:
        session.query(Mentor).filter(Mentor.id == sian).update({Mentor.organisation: "Said by the centre"})
    assert day.undo() == "edited_mentor"
    with day.database.read() as session:
        card = session.scalars(select(Mentor).where(Mentor.id == sian)).one()
    assert (card.preferred_name, card.organisation, card.clearance_until) == ("", "Said by the centre", None)


def test_what_has_no_label_is_passed_over(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")

    def tidy(session: Session) -> None:
        session.scalars(select(Mentor).where(Mentor.id == sian)).one().notes = "tidied by the program"

    day.do(tidy)
    assert day.undo() == "marked_present"


def test_undo_says_what_it_touched(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    change, undone = day.do(undo.last)
    assert change.concerns("attendance_mark")
    assert undone.values == {"name": "somebody"}
