"""What waits to be sent, while the place it belongs to is taken from this laptop and given back.

Both were found by the simulator (``tests/simulation``), as laws I6 and I8.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from onemm_desktop.models import Contact, Incident, Mentee, Partner
from onemm_desktop.models.desk import desk_of
from onemm_desktop.sync import pull, push
from onemm_desktop.sync.calls import never
from onemm_wire.partitions import partner, region
from onemm_wire.protocol import Push
from tests.central_service import Centre
from tests.sync.laptop import Laptop, now


def other_work(centre: Centre) -> None:
    centre.sql("UPDATE role SET role = 'coordinator'")


def old_work(centre: Centre) -> None:
    centre.sql("UPDATE role SET role = 'staff'")


def test_a_refused_change_shows_on_its_record_again_once_that_is_here_again(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    with laptop.at_work() as session:
        contact = session.scalars(select(Contact)).one()
        contact.email = "mine@example.org"
        record = contact.id
    other_work(furnished)
    laptop.sync()
    assert laptop.ops() == [(1, "parked")]
    assert laptop.record("contact", record) is None
    old_work(furnished)
    laptop.sync()
    mine = laptop.record("contact", record)
    assert mine is not None and mine["email"] == "mine@example.org"
    assert furnished.records("contact")[record]["email"] == "sian@example.org"


def enter_school(laptop: Laptop) -> str:
    """A school and a young person of it; answers the partition of the school."""
    with laptop.at_work() as session:
        school = Partner(
            id=desk_of(session).new_id(), partition=region("LDN"), name="Ysgol Newydd", partner_kind="school"
        )
        session.add(school)
        session.flush()
        session.add(
            Mentee(
                id=desk_of(session).new_id(), partition=partner(school.id), reference="LDN-Y-7", partner_id=school.id,
                given_name="Aled", family_name="Rhys", date_of_birth=date(2009, 5, 4),
            )
        )  # fmt: skip
        return partner(school.id)


def test_a_school_taken_away_before_it_was_ever_granted_leaves_no_young_person(
    furnished: Centre, laptop: Laptop
) -> None:
    laptop.sync()
    place = enter_school(laptop)
    push.run(laptop.database, laptop.transport, cancelled=never, sent=lambda results, touched: None)
    assert place in laptop.partitions()
    other_work(furnished)
    laptop.sync()
    assert place not in laptop.partitions()


def test_a_school_leaves_whose_acceptance_is_heard_of_only_after_it_was_taken_away(
    furnished: Centre, laptop: Laptop
) -> None:
    laptop.sync()
    place = enter_school(laptop)
    unheard = Push(ops=push.next_batch(laptop.database, 0, 10), epoch=laptop.device.epoch)
    laptop.transport.push(unheard)
    other_work(furnished)
    pull.run(laptop.database, laptop.transport, clock=now, limit=100, cancelled=never, heard=lambda *_: None)
    assert place in laptop.partitions()  # what waits, waits
    laptop.sync()
    assert laptop.ops() == [(1, "done"), (2, "done")]
    assert place not in laptop.partitions()


def test_what_was_entered_in_a_new_school_and_is_gone_before_that_is_first_read_leaves_at_once(
    furnished: Centre, laptop: Laptop
) -> None:
    """By the pages themselves: nothing is left for the digest to find."""
    laptop.sync()
    place = enter_school(laptop)
    push.run(laptop.database, laptop.transport, cancelled=never, sent=lambda results, touched: None)
    furnished.sql(f"DELETE FROM record WHERE partition = '{place}'")
    laptop.sync()
    assert place not in laptop.partitions()
    assert laptop.count(Incident) == 0
