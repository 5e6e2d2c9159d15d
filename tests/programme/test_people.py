"""What the lists and cards are made of, and who may put what right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from benchmarks.laptop import fill
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Contact, Desk, Mentor, Op
from onemm_desktop.models.database import Database
from onemm_desktop.programme.amend import amend, amend_contact
from onemm_desktop.programme.cards import mentee_card, mentor_card
from onemm_desktop.programme.listing import MANY, Order
from onemm_desktop.programme.matching import Matches, days_silent
from onemm_desktop.programme.people import Mentors, YoungPeople, age
from onemm_wire.partitions import Role
from tests import region

TODAY = region.TODAY


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[Database, Desk]]:
    """The laptop of somebody in the office, with the whole small region."""
    database, desk = region.laptop_of(tmp_path, "staff", region.everything())
    yield database, desk
    database.close()


def mentors_in(database: Database, order: Order) -> list[str]:
    """Family names in an order of the list."""
    with database.read() as session:
        keys = Mentors().directory(session, order, TODAY).keys
        rows = {row.key: row.name for row in Mentors().rows(session, keys, TODAY)}
        assert list(Mentors().keys(session, order)) == list(keys)
    return [rows[key].split()[-1] for key in keys]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        (Order("name"), "Rhys", "O’Connor"),
        (Order("name", descending=True), "O’Connor", "Rhys"),
        (Order("organisation"), "Llewellyn-Pritchard", "Rhys"),
        (Order("clearance"), "Rhys", "Nguyễn"),
        (Order("modules"), "Rhys", "O’Connor"),
        (Order("stage"), "Rhys", "El-Amrani"),
    ],
)
def test_mentors_are_sorted_by_what_the_programme_means(
    office: tuple[Database, Desk], order: Order, first: str, last: str
) -> None:
    names = mentors_in(office[0], order)
    assert (names[0], names[-1]) == (first, last)
    assert len(names) == 6


def test_facets_say_what_a_clearance_means_today(office: tuple[Database, Desk]) -> None:
    with office[0].read() as session:
        people = Mentors().directory(session, Order("name"), TODAY)
    assert people.counted("clearance") == {"clear": 2, "applied": 1, "expires": 1, "expired": 1, "not_started": 1}


def test_only_the_touched_are_read_again(office: tuple[Database, Desk]) -> None:
    with office[0].read() as session:
        one = Mentors().entries(session, Change(touched=frozenset({("mentor", region.mentor_id(1))})), TODAY)
        assert one is not None
        assert [entry.facets for entry in one] == [("checking", "applied")]
        many = Change(touched=frozenset(("mentor", str(number)) for number in range(MANY + 1)))
        assert Mentors().entries(session, many, TODAY) is None
        assert Mentors().entries(session, Change(everything=True), TODAY) is None
        gone = Change(touched=frozenset({("mentor", "of another region")}))
        assert Mentors().entries(session, gone, TODAY) is None
        mentor_of_a_match = Change(touched=frozenset({("mentor", region.mentor_id(0))}))
        assert Matches().entries(session, mentor_of_a_match, TODAY) is None


def test_matches_are_found_by_either_name_the_partner_or_the_reference(office: tuple[Database, Desk]) -> None:
    with office[0].read() as session:
        pairs = Matches().directory(session, Order("mentor"), TODAY)
        for text, expected in (
            ("kai", 1),
            ("margaret", 1),
            ("vale college", 2),
            ("cdf-p-00001", 1),
            ("kai margaret", 0),
        ):
            assert len(pairs.find(text).positions) == expected, text
        assert [row.silent_days for row in Matches().rows(session, pairs.keys, TODAY)] == [51, 0]


def test_a_match_whose_people_have_not_arrived_yet_is_listed(office: tuple[Database, Desk]) -> None:
    database, _ = office
    with database.sync_write() as session:
        for person in session.scalars(select(Mentor)):
            session.delete(person)
    with database.read() as session:
        pairs = Matches().directory(session, Order("mentor"), TODAY)
        rows = Matches().rows(session, pairs.keys, TODAY)
    assert sorted((row.mentor, row.mentee.split()[0]) for row in rows) == [("", "Ffion"), ("", "Kai")]


@given(met=st.dates(date(2025, 1, 1), TODAY))
def test_an_active_pair_is_silent_after_thirty_five_days(met: date) -> None:
    days = (TODAY - met).days
    assert days_silent("active", None, met, TODAY) == (days if days > 35 else 0)
    assert days_silent("closed", None, met, TODAY) == 0


def test_a_pair_that_never_met_is_silent_since_it_started() -> None:
    assert days_silent("active", date(2026, 1, 1), None, TODAY) == 324
    assert days_silent("active", None, None, TODAY) == 0


@pytest.mark.parametrize(
    ("born", "years"), [(date(2010, 11, 21), 16), (date(2010, 11, 22), 15), (date(2008, 2, 29), 18)]
)
def test_somebody_is_older_on_the_birthday(born: date, years: int) -> None:
    assert age(born, TODAY) == years


def test_a_birthday_on_the_29th_of_february_comes_on_the_1st_of_march() -> None:
    assert age(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age(date(2008, 2, 29), date(2026, 3, 1)) == 18


def test_a_card_holds_marks_before_bookings(office: tuple[Database, Desk]) -> None:
    with office[0].read() as session:
        came = mentor_card(session, region.mentor_id(0), role="staff", today=TODAY)
        excused = mentor_card(session, region.mentor_id(1), role="staff", today=TODAY)
    assert [event.state for event in came.events] == ["late"]
    assert [event.state for event in excused.events] == ["apologies"]
    assert [pair.mentee for pair in came.pairs] == ["Kai Begum"]


@pytest.mark.parametrize(
    ("role", "held", "contact_editable", "editable"),
    [
        ("staff", True, True, True),
        ("regional_manager", True, True, True),
        ("trainer", True, False, True),
        ("coordinator", False, False, False),
    ],
)
def test_what_a_role_may_see_and_change_of_a_mentor(
    tmp_path: Path, role: Role, held: bool, contact_editable: bool, editable: bool
) -> None:
    database, _ = region.laptop_of(tmp_path, role, region.everything())
    with database.read() as session:
        card = mentor_card(session, region.mentor_id(0), role=role, today=TODAY)
    database.close()
    assert (card.contact is not None, card.contact_editable, card.editable) == (held, contact_editable, editable)
    assert bool(card.checks) == held


def test_a_card_that_is_not_here_is_not_found(office: tuple[Database, Desk]) -> None:
    with office[0].read() as session, pytest.raises(KnownError) as error:
        mentee_card(session, "nobody", role="staff", today=TODAY)
    assert error.value.problem is Problem.NOT_FOUND


def test_a_detail_is_written_tidily_with_one_op(office: tuple[Database, Desk]) -> None:
    database, desk = office
    with database.write(desk) as session:
        change = amend(
            session, kind="mentor", record=region.mentor_id(1), field="organisation", text="  Ernst\n& Young "
        )
    assert change.touched == {("mentor", region.mentor_id(1))}
    with database.read() as session:
        assert session.scalars(select(Op.fields)).all() == [{"organisation": "Ernst & Young"}]


def test_the_same_text_again_changes_nothing(office: tuple[Database, Desk]) -> None:
    database, desk = office
    with database.write(desk) as session:
        assert amend(session, kind="mentor", record=region.mentor_id(1), field="organisation", text="KPMG") == Change()
        assert amend_contact(session, mentor=region.mentor_id(1), field="phone", text="07700 900001") == Change()
    with database.read() as session:
        assert session.scalars(select(Op)).all() == []


def test_contact_details_are_made_where_there_are_none(office: tuple[Database, Desk]) -> None:
    database, desk = office
    fill(database, [(region.CARDS, region.mentor(77, "Abeba", "Bekele"))])
    with database.write(desk) as session:
        amend_contact(session, mentor=region.mentor_id(77), field="email", text="abeba@example.org")
        amend_contact(session, mentor=region.mentor_id(77), field="phone", text="07700 900123")
    with database.read() as session:
        made = session.scalars(select(Contact).where(Contact.person_id == region.mentor_id(77))).one()
        assert (made.partition, made.email, made.phone) == (region.OFFICE, "abeba@example.org", "07700 900123")


def test_a_role_that_may_only_read_is_refused(tmp_path: Path) -> None:
    database, desk = region.laptop_of(tmp_path, "trainer", region.everything())
    with pytest.raises(KnownError) as error, database.write(desk) as session:
        amend_contact(session, mentor=region.mentor_id(0), field="phone", text="1")
    assert error.value.problem is Problem.NOT_ALLOWED
    database.close()
    database, desk = region.laptop_of(tmp_path, "coordinator", region.everything())
    with pytest.raises(KnownError) as error, database.write(desk) as session:
        amend(session, kind="mentor", record=region.mentor_id(0), field="notes", text="1")
    assert error.value.problem is Problem.NOT_ALLOWED
    database.close()


def test_stages_and_clearances_are_not_amended(office: tuple[Database, Desk]) -> None:
    database, desk = office
    with database.write(desk) as session:
        with pytest.raises(ValueError, match="stage"):
            amend(session, kind="mentor", record=region.mentor_id(0), field="stage", text="active")
        with pytest.raises(ValueError, match="person_id"):
            amend_contact(session, mentor=region.mentor_id(0), field="person_id", text="x")


def test_young_people_are_sorted_by_partner_and_year(office: tuple[Database, Desk]) -> None:
    with office[0].read() as session:
        for column in ("name", "partner", "year", "stage"):
            assert len(YoungPeople().directory(session, Order(column), TODAY)) == 3
