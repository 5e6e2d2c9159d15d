"""Who somebody at the door probably is, among everybody with a card."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from onemm_desktop.models import Contact, Mentor
from onemm_desktop.programme.likely import Alike, Everybody, Likely
from tests.training_day import Day


def found(day: Day, name: str = "", contact: str = "") -> list[Alike]:
    with day.database.read() as session:
        return list(Likely(session).find(name=name, contact=contact))


def reachable(day: Day, person: str, *, email: str = "", phone: str = "") -> None:
    day.keep(Contact(id=day.new_id(), partition="region/WMD/staff", person_id=person, email=email, phone=phone))


@pytest.mark.parametrize(
    ("typed", "evidence"),
    [
        ("Siân Llewellyn-Pritchard", "same_name"),
        ("pritchard sian llewellyn", "same_name"),
        ("sian lle", "near_name"),
        ("Shian Llewelyn-Pritchard", "near_name"),
    ],
)
def test_a_name_in_part_swapped_or_misspelt_is_somebodys(day: Day, typed: str, evidence: str) -> None:
    day.book_eleven()
    [one] = found(day, typed)
    assert (one.name, one.evidence) == ("Siân Llewellyn-Pritchard", (evidence,))


@pytest.mark.parametrize("typed", ["", "sian", "si l", "sian 100%", "zz qq ww"])
def test_strangers_stay_out_of_the_list(day: Day, typed: str) -> None:
    day.book_eleven()
    assert found(day, typed) == []


@pytest.mark.parametrize(
    ("contact", "evidence"),
    [
        (" AMA@Example.org ", "same_email"),
        ("07700 900 412", "same_phone"),
        ("+44 7700 900412", "same_phone"),
    ],
)
def test_an_address_or_a_number_tells_a_person_whatever_they_call_themselves(
    day: Day, contact: str, evidence: str
) -> None:
    ama = day.book("Ama", "Owusu", state=None)
    reachable(day, ama, email="ama@example.org", phone="+447700900412")
    [one] = found(day, "Amma O.", contact)
    assert (one.mentor, one.evidence) == (ama, (evidence,))


def test_what_speaks_more_comes_first(day: Day) -> None:
    day.book("Ama", "Owusu", state=None)
    other = day.book("Ama", "Owusuh", state=None)
    reachable(day, other, phone="07700 900412")
    first, *_ = found(day, "Ama Owusu", "07700900412")
    assert first.mentor == other


def test_half_a_number_is_nobodys(day: Day) -> None:
    ama = day.book("Ama", "Owusu", state=None)
    reachable(day, ama, phone="07700 900412")
    assert found(day, contact="900412") == []


def test_whoever_gets_a_card_while_everybody_is_read_is_found_by_the_next_to_ask(day: Day) -> None:
    everybody = Everybody()
    asked = everybody.version
    with day.database.read() as session:
        assert session.scalar(select(Mentor.id)) is None  # from here on it sees what is there now
        day.book("Ama", "Owusu", state=None)
        everybody.changed()
        assert everybody.find(session, version=asked, name="Ama Owusu", contact="") == ()
    with day.database.read() as session:
        [one] = everybody.find(session, version=everybody.version, name="Ama Owusu", contact="")
    assert one.name == "Ama Owusu"


def test_everybody_is_read_once_until_somebody_changes(day: Day) -> None:
    everybody = Everybody()
    with day.database.read() as session:
        everybody.find(session, version=everybody.version, name="", contact="")
    day.book("Ama", "Owusu", state=None)
    with day.database.read() as session:
        assert everybody.find(session, version=everybody.version, name="Ama Owusu", contact="") == ()
