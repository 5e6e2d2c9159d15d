"""What the centre erases leaves every laptop: rows, shadows, and what its ops once said."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select, text

from onemm_central.records.erasure import erase
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Contact, Op
from onemm_desktop.programme import undo
from onemm_wire import partitions
from onemm_wire.protocol import Change
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop
from tests.sync.records import identity

SECRET = "lives at 7 Heol y Felin"


def every_word(laptop: Laptop) -> str:
    """All that stands in any table of this laptop."""
    with laptop.database.read() as session:
        tables = session.scalars(text("SELECT name FROM sqlite_schema WHERE type = 'table'")).all()
        rows = [row for table in tables for row in session.execute(text(f'SELECT * FROM "{table}"')).all()]
    return str(rows)


def erased(centre: Centre, record_id: str) -> None:
    with centre.database.connection() as connection:
        assert erase(connection, "mentor", record_id, reason="asked for it", author="test")


def answers(laptop: Laptop) -> list[tuple[str, str]]:
    with laptop.database.read() as session:
        ops = session.scalars(select(Op).order_by(Op.n)).all()
        return [(op.state, (op.answer or {}).get("status", "")) for op in ops]


def test_what_was_sent_and_what_waits_is_forgotten_when_the_news_comes(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes=SECRET)
    laptop.sync()
    laptop.change_mentor(identity(0), notes=f"{SECRET}, still")
    laptop.change_mentor(identity(1), notes="somebody else")
    erased(furnished, identity(0))
    laptop.sync()
    assert SECRET not in every_word(laptop)
    assert laptop.record("mentor", identity(0)) is None
    assert answers(laptop) == [("done", "gone"), ("parked", "gone"), ("done", "applied")]


def test_a_laptop_in_another_office_forgets_its_copy_and_its_question(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop
) -> None:
    second = new_laptop()
    laptop.sync()
    second.sync()
    laptop.change_mentor(identity(0), job_title="Nurse")
    laptop.sync()
    second.change_mentor(identity(0), job_title=SECRET)
    second.sync()
    assert second.sync().attention == 1
    erased(furnished, identity(0))
    second.sync()
    laptop.sync()
    for one in (laptop, second):
        assert SECRET not in every_word(one)
        assert one.records("conflict") == {}


def test_nothing_of_it_can_be_taken_back(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes=SECRET)
    laptop.sync()
    erased(furnished, identity(0))
    laptop.sync()
    with pytest.raises(KnownError) as raised, laptop.at_work() as session:
        undo.last(session)
    assert raised.value.problem is Problem.NOTHING_TO_UNDO


def test_what_was_done_to_others_no_longer_says_the_name(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    with laptop.at_work() as session:
        session.add(Contact(id="c1", partition=partitions.staff("LDN"), person_id=identity(0), phone="1"))
    with laptop.database.sync_write() as session:
        op = session.scalars(select(Op)).one()
        op.label, op.label_values = "contact_entered", {"name": SECRET, "place": "London"}
    erased(furnished, identity(0))
    laptop.sync()
    with laptop.database.read() as session:
        assert session.scalars(select(Op)).one().label_values == {"name": "…", "place": "London"}


def test_a_centre_that_says_nothing_of_erasure_is_understood() -> None:
    """The word is new: a page of an older centre does not have it."""
    older = b'{"partition": "region/LDN", "kind": "mentor", "id": "m", "seq": 1, "rev": 1, "data": null}'
    assert not msgspec.json.decode(older, type=Change).erased


def test_what_was_erased_in_the_new_life_of_a_restored_centre_is_forgotten_too(
    furnished: Centre, laptop: Laptop
) -> None:
    """Found by the simulator: what is compared and fetched anew names what is there, and says nothing of the rest."""
    laptop.sync()
    laptop.change_mentor(identity(0), notes=SECRET)
    laptop.sync()
    furnished.sql("UPDATE centre SET epoch = 'another life'")
    erased(furnished, identity(0))
    laptop.sync()
    assert SECRET not in every_word(laptop)
    assert answers(laptop) == [("done", "gone")]


def test_what_was_erased_while_its_place_was_not_this_laptops_to_read_is_forgotten_when_it_is_again(
    furnished: Centre, laptop: Laptop
) -> None:
    laptop.sync()
    with laptop.at_work() as session:
        contact = session.scalars(select(Contact)).one()
        contact.email, record = SECRET, contact.id
    laptop.sync()
    furnished.sql("UPDATE role SET role = 'coordinator'")
    laptop.sync()
    with furnished.database.connection() as connection:
        assert erase(connection, "contact", record, reason="asked for it", author="test")
    furnished.sql("UPDATE role SET role = 'staff'")
    laptop.sync()
    assert SECRET not in every_word(laptop)
