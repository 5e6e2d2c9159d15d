"""What waits to be sent, while the place it belongs to is taken from this laptop and given back.

Both were found by the simulator (``tests/simulation``), as laws I6 and I8.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from onemm_desktop.models import Contact, Mentee, Partner
from onemm_desktop.models.desk import desk_of
from onemm_desktop.sync import push
from onemm_desktop.sync.calls import never
from onemm_wire.partitions import partner, region
from tests.central_service import Centre
from tests.sync.laptop import Laptop


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


def test_a_school_taken_away_before_it_was_ever_granted_leaves_no_young_person(
    furnished: Centre, laptop: Laptop
) -> None:
    laptop.sync()
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
        place = partner(school.id)
    push.run(laptop.database, laptop.transport, cancelled=never, sent=lambda results, touched: None)
    assert place in laptop.partitions()
    other_work(furnished)
    laptop.sync()
    assert place not in laptop.partitions()
