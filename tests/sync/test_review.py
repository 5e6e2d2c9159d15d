"""Two laptops write the same telephone number offline: one question on both, one answer, everywhere the same."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete, select

from onemm_desktop.models import Conflict, Contact, Op, Progress, attention
from onemm_desktop.programme import review, undo
from onemm_desktop.programme.review_list import Review, listing
from onemm_wire.partitions import region, staff
from onemm_wire.records import Contact as ContactCard
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop, now
from tests.sync.records import identity

PHONE = identity(9_500)
BEFORE, MINE, THEIRS = "07700 900118", "07700 900412", "07700 900377"
Pair = tuple[Laptop, Laptop]


@pytest.fixture
def pair(furnished: Centre, laptop: Laptop, new_laptop: NewLaptop) -> Pair:
    """Both offices have typed another number; theirs was sent first."""
    furnished.put(staff("LDN"), ContactCard(id=PHONE, person_id=identity(1), phone=BEFORE, postcode="E1 6LS"))
    other = new_laptop()
    laptop.sync()
    other.sync()
    type_in(laptop, phone=MINE)
    type_in(other, phone=THEIRS)
    other.sync()
    laptop.sync()
    other.sync()
    return laptop, other


def type_in(laptop: Laptop, **values: Any) -> None:
    with laptop.at_work() as session:
        row = session.scalars(select(Contact).where(Contact.id == PHONE)).one()
        for name, value in values.items():
            setattr(row, name, value)


def cards(laptop: Laptop) -> Review:
    with laptop.database.read() as session:
        assert attention.count(session) == listing(session, now=now()).count
        return listing(session, now=now())


def settle(laptop: Laptop, choice: review.Choice, value: Any = None) -> None:
    [card] = cards(laptop).questions
    with laptop.at_work(label="conflict_settled") as session:
        review.settle(session, conflict=card.id, choice=choice, value=value)


def phone(laptop: Laptop) -> Any:
    return (laptop.record("contact", PHONE) or {}).get("phone")


def parked(laptop: Laptop) -> list[int]:
    return [n for n, state in laptop.ops() if state == "parked"]


def test_the_question_is_on_both_laptops_and_nothing_is_overwritten(furnished: Centre, pair: Pair) -> None:
    mine, theirs = pair
    for laptop in pair:
        [card] = cards(laptop).questions
        assert (card.laptop.value, card.centre.value, card.before) == (MINE, THEIRS, BEFORE)
        assert card.centre.at is not None
    assert (phone(mine), phone(theirs)) == (MINE, THEIRS)
    assert furnished.records("contact")[PHONE]["phone"] == THEIRS
    assert mine.sync().state == theirs.sync().state == "attention"


@pytest.mark.parametrize("who", [0, 1])
@pytest.mark.parametrize(("choice", "expected"), [("mine", MINE), ("theirs", THEIRS), ("other", "07700 900999")])
def test_settled_on_one_laptop_it_is_settled_everywhere(
    furnished: Centre, pair: Pair, who: int, choice: review.Choice, expected: str
) -> None:
    decider, other = pair[who], pair[1 - who]
    settle(decider, choice, expected if choice == "other" else None)
    assert phone(decider) == expected
    assert decider.sync().state == other.sync().state == "online"
    assert phone(decider) == phone(other) == furnished.records("contact")[PHONE]["phone"] == expected
    for laptop in pair:
        assert cards(laptop).count == 0
        assert parked(laptop) == []
        assert laptop.shadows == 0
        assert laptop.records("conflict") == furnished.records("conflict")
    [conflict] = furnished.records("conflict").values()
    assert (conflict["state"], conflict["choice"], conflict["value"]) == ("settled", choice, expected)
    assert (conflict["laptop"], conflict["centre"], conflict["before"]) == (MINE, THEIRS, BEFORE)


@pytest.mark.parametrize("who", [0, 1])
def test_taking_the_decision_back_after_it_was_sent_asks_again_everywhere(
    furnished: Centre, pair: Pair, who: int
) -> None:
    decider = pair[who]
    settle(decider, "mine")
    for laptop in (*pair, decider):
        laptop.sync()
    with decider.at_work() as session:
        undo.last(session)
    for _ in range(2):
        for laptop in pair:
            laptop.sync()
    for laptop in pair:
        [card] = cards(laptop).questions
        assert (card.laptop.value, card.centre.value) == (MINE, THEIRS)
    assert furnished.records("contact")[PHONE]["phone"] == THEIRS
    settle(pair[1 - who], "mine")
    for _ in range(2):
        for laptop in pair:
            laptop.sync()
    assert {phone(laptop) for laptop in pair} == {MINE}
    assert [cards(laptop).count for laptop in pair] == [0, 0]


def test_two_people_decide_differently_and_the_second_one_is_asked(furnished: Centre, pair: Pair) -> None:
    mine, theirs = pair
    settle(mine, "mine")
    settle(theirs, "other", "07700 900999")
    mine.sync()
    theirs.sync()
    mine.sync()
    for laptop in pair:
        [card] = cards(laptop).questions
        assert (card.laptop.value, card.centre.value) == ("07700 900999", MINE)
    assert phone(theirs) == "07700 900999"


def test_an_answer_lost_on_its_way_settles_once(furnished: Centre, pair: Pair) -> None:
    mine, _ = pair
    settle(mine, "mine")
    furnished.stop()
    assert mine.sync().state == "offline"
    mine.reopen()
    furnished.start()
    assert mine.sync().state == "online"
    assert furnished.records("contact")[PHONE]["phone"] == MINE


def test_what_the_centre_took_of_a_change_is_not_held_against_others(furnished: Centre, pair: Pair) -> None:
    """Of two fields one clashed: the other stands at the centre, and may be changed there by anyone."""
    mine, theirs = pair
    settle(mine, "theirs")
    mine.sync()
    theirs.sync()
    type_in(mine, phone=MINE, postcode="E1 7AA")
    type_in(theirs, phone="07700 900555")
    theirs.sync()
    mine.sync()
    assert furnished.records("contact")[PHONE]["postcode"] == "E1 7AA"
    theirs.sync()
    type_in(theirs, postcode="E2 8DD")
    theirs.sync()
    mine.sync()
    assert mine.record("contact", PHONE) == {**furnished.records("contact")[PHONE], "phone": MINE}


def test_removed_there_and_changed_here(furnished: Centre, laptop: Laptop, new_laptop: NewLaptop) -> None:
    other = new_laptop()
    laptop.sync()
    other.sync()
    laptop.change_mentor(identity(1), job_title="Surveyor")
    other.remove_mentor(identity(1))
    other.sync()
    laptop.sync()
    other.sync()
    [card] = cards(other).questions
    assert (card.field, card.centre.value, card.laptop.value["job_title"]) == ("", None, "Surveyor")
    settle(other, "mine")
    other.sync()
    laptop.sync()
    for desk in (laptop, other):
        assert (desk.record("mentor", identity(1)) or {})["job_title"] == "Surveyor"
        assert cards(desk).count == 0
    assert laptop.records("mentor") == furnished.records("mentor", region("LDN"))


@pytest.mark.parametrize("who", [0, 1])
@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_removed_here_and_changed_there(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop, who: int, choice: review.Choice
) -> None:
    other = new_laptop()
    laptop.sync()
    other.sync()
    laptop.remove_mentor(identity(1))
    other.change_mentor(identity(1), job_title="Surveyor")
    other.sync()
    laptop.sync()
    other.sync()
    settle((laptop, other)[who], choice)
    for _ in range(2):
        laptop.sync()
        other.sync()
    assert laptop.records("mentor") == other.records("mentor") == furnished.records("mentor", region("LDN"))
    assert (identity(1) in furnished.records("mentor")) == (choice == "theirs")
    assert [cards(desk).count for desk in (laptop, other)] == [0, 0]
    assert laptop.shadows == other.shadows == 0


def test_the_first_sync_of_a_new_laptop_brings_the_open_questions(pair: Pair, new_laptop: NewLaptop) -> None:
    third = new_laptop()
    third.sync()
    assert cards(third).count == 1
    settle(third, "mine")
    third.sync()
    pair[0].sync()
    assert parked(pair[0]) == []
    with pair[0].database.read() as session:
        assert session.scalars(select(Op.state)).all() == ["done"]
        assert session.scalars(select(Conflict.choice)).all() == ["mine"]


def test_a_decision_that_comes_with_the_pages_of_a_first_sync_lets_the_change_go(pair: Pair) -> None:
    mine, theirs = pair
    settle(theirs, "theirs")
    theirs.sync()
    with mine.database.sync_write() as session:
        session.execute(delete(Progress))
    mine.sync()
    assert (parked(mine), phone(mine)) == ([], THEIRS)
