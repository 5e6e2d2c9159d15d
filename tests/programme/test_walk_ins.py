"""Walk-ins: four fields, one transaction, contact details with the office."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Contact, Op, WalkIn
from onemm_desktop.programme import walk_ins
from tests.training_day import Day


def test_a_walk_in_is_present_at_once_and_not_screened(day: Day) -> None:
    day.book_eleven()
    day.clock.at(10, 2)
    jon = day.walk_in("Jon Fairweather", organisation="Fairweather & Sons")
    row = day.roster().rows[-1]
    assert (row.attendee, row.name, row.walk_in, row.state) == (jon, "Jon Fairweather", True, "present")
    assert row.clearance.code == "not_started"
    assert (day.counters().present, day.counters().walk_ins) == (1, 1)


def test_walk_ins_stand_in_the_order_they_came_so_that_printed_numbers_stay(day: Day) -> None:
    day.book_eleven()
    for minute, name in enumerate(["Zoë Adams", "Aled Jones", "Mo Farah"]):
        day.clock.at(10, minute)
        day.walk_in(name)
    assert [row.name for row in day.roster().rows][-3:] == ["Zoë Adams", "Aled Jones", "Mo Farah"]


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("Jon Fairweather", "Jon", "Fairweather"),
        ("  Nguyễn   Thị Hương ", "Nguyễn Thị", "Hương"),
        ("Rekha", "Rekha", ""),
    ],
)
def test_one_field_holds_the_whole_name(day: Day, typed: str, given: str, family: str) -> None:
    day.walk_in(typed)
    with day.database.read() as session:
        person = session.scalars(select(WalkIn)).one()
    assert (person.given_name, person.family_name) == (given, family)


@pytest.mark.parametrize(
    ("typed", "email", "phone"),
    [(" jon@example.org ", "jon@example.org", ""), ("07700 900 412", "", "07700 900 412")],
)
def test_how_to_reach_them_goes_to_the_office_alone(day: Day, typed: str, email: str, phone: str) -> None:
    jon = day.walk_in("Jon Fairweather", contact=typed, consent=True)
    with day.database.read() as session:
        contact = session.scalars(select(Contact)).one()
        ops = session.scalars(select(Op).where(Op.kind != "contact")).all()
    assert (contact.person_id, contact.email, contact.phone) == (jon, email, phone)
    assert contact.partition == "region/WMD/staff"
    assert all(typed.strip() not in str(op.fields) for op in ops)


def test_all_of_it_is_one_action(day: Day) -> None:
    day.walk_in("Jon Fairweather", contact="jon@example.org", consent=True)
    with day.database.read() as session:
        ops = session.scalars(select(Op)).all()
    begun = {"event", "roster_snapshot"}
    assert {op.kind for op in ops} == {"walk_in", "contact", "attendance_mark"} | begun
    assert len({op.group for op in ops}) == 1


def test_a_contact_is_not_kept_without_consent(day: Day) -> None:
    with pytest.raises(KnownError) as refused:
        day.walk_in("Jon Fairweather", contact="jon@example.org")
    assert refused.value.problem is Problem.MISSING_CONSENT
    assert day.roster().rows == ()


def test_a_walk_in_needs_a_name(day: Day) -> None:
    with pytest.raises(KnownError) as refused:
        day.walk_in("   ")
    assert refused.value.problem is Problem.MISSING_NAME


def test_a_walk_in_is_linked_with_its_evidence_and_parted_again(day: Day) -> None:
    sian = day.book("Siân", "Llewellyn", state=None)
    day.keep(Contact(id=day.new_id(), partition="region/WMD/staff", person_id=sian, email="sian@example.org"))
    came = day.walk_in("Sian Llewelyn", contact="SIAN@example.org", consent=True)
    day.do(
        lambda session: walk_ins.link(session, walk_in=came, mentor=sian),
        label="walk_in_linked",
        values={"name": "Sian Llewelyn"},
    )
    with day.database.read() as session:
        person = session.scalars(select(WalkIn)).one()
    assert (person.mentor_id, person.evidence) == (sian, ["same_email", "near_name"])
    assert person.linked_at == day.clock()
    assert day.undo() == "walk_in_linked"
    with day.database.read() as session:
        person = session.scalars(select(WalkIn)).one()
    assert (person.mentor_id, person.linked_at, person.evidence) == (None, None, [])
    assert (person.given_name, person.family_name) == ("Sian", "Llewelyn")
    assert day.row(came).state == "present"


def test_a_walk_in_is_linked_to_nobody_unknown(day: Day) -> None:
    came = day.walk_in("Sian Llewelyn")
    with pytest.raises(KnownError) as unknown:
        day.do(lambda session: walk_ins.link(session, walk_in=came, mentor="nobody"))
    assert unknown.value.problem is Problem.NOT_FOUND
