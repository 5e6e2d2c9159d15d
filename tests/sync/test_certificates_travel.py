"""A certificate from its desk to everybody who is shown it: other laptops, and the public page of the centre.

And the note of what was printed, which goes the same way.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
import requests
from sqlalchemy import select

from onemm_desktop.models import Mentor
from onemm_desktop.programme import certificates, checking, print_runs, register
from onemm_desktop.programme.certificates import Issued
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.print_runs import Subject
from onemm_wire.partitions import partner
from onemm_wire.records import Booking, Event
from onemm_wire.standing import State
from tests.central.test_verify import said
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop, now
from tests.sync.records import identity

TRAINING, RUKHSANA, LUKASZ, SCHOOL = identity(700), identity(1), identity(2), identity(9_100)


@pytest.fixture
def trainer(furnished: Centre, new_laptop: NewLaptop) -> Laptop:
    """A laptop at a training that two people came to."""
    begun = now() - timedelta(hours=1)
    event = Event(
        id=TRAINING, reference="LDN-T-0700", title="Mentor training", venue="The Exchange", capacity=9,
        starts_at=begun, ends_at=begun + timedelta(hours=3), hours=3.0, state="in_progress",
    )  # fmt: skip
    booked = [
        Booking(id=identity(701 + place), event_id=TRAINING, mentor_id=who)
        for place, who in enumerate((RUKHSANA, LUKASZ))
    ]
    furnished.put("region/LDN", event, *booked)
    laptop = new_laptop(role="trainer")
    laptop.sync()
    for person in (RUKHSANA, LUKASZ):
        with laptop.at_work() as session:
            register.mark(session, event=TRAINING, attendee=person, state="present")
    return laptop


def issued(laptop: Laptop, person: str) -> Issued:
    with laptop.at_work() as session:
        _, (given,) = certificates.issue(session, event=TRAINING, people=[person])
    return given


def checked(laptop: Laptop, code: str) -> State:
    """What a laptop says of it, without the centre."""
    with laptop.database.read() as session:
        return checking.check(session, code, today=day_of(now())).state


def shown(centre: Centre, code: str) -> str:
    """What a stranger reads who points a telephone at the paper."""
    return said(requests.post(f"{centre.address}/verify", data={"asked": code}, timeout=30))


def test_a_revoked_certificate_counts_nowhere_once_everybody_has_heard(
    furnished: Centre, trainer: Laptop, new_laptop: NewLaptop
) -> None:
    office, colleague = new_laptop(), new_laptop(role="trainer")
    paper, other = issued(trainer, RUKHSANA), issued(trainer, LUKASZ)
    assert shown(furnished, paper.link) == "genuine", "the paper proves itself before the laptop is online again"
    for laptop in (trainer, office, colleague):
        laptop.sync()
    with office.at_work() as session:
        checking.revoke(session, number=paper.number, reason="issued_in_error")
    heard = [checked(office, paper.link), shown(furnished, paper.link), checked(colleague, paper.link)]
    assert heard == ["revoked", "valid", "valid"], "only this office knows"
    office.sync()
    assert [shown(furnished, paper.link), checked(colleague, paper.link)] == ["revoked", "valid"]
    for laptop in (colleague, trainer):
        laptop.sync()
        assert [checked(laptop, paper.link), checked(laptop, paper.number)] == ["revoked", "revoked"]
        assert checked(laptop, other.link) == "valid"
    assert [shown(furnished, paper.number), shown(furnished, other.link)] == ["revoked", "valid"]


def test_a_certificate_under_a_corrected_name_supersedes_the_old_one_everywhere(
    furnished: Centre, trainer: Laptop, new_laptop: NewLaptop
) -> None:
    old = issued(trainer, RUKHSANA)
    trainer.sync()
    office = new_laptop()
    office.sync()
    with office.at_work() as session:
        card = session.scalars(select(Mentor).where(Mentor.id == RUKHSANA)).one()
        card.certificate_name = "Rukhsana Begum-Khan"
    office.sync()
    trainer.sync()
    new = issued(trainer, RUKHSANA)
    assert (new.number != old.number, new.printed_name) == (True, "Rukhsana Begum-Khan")
    trainer.sync()
    office.sync()
    assert [checked(office, old.link), checked(office, new.link)] == ["superseded", "valid"]
    assert [shown(furnished, old.link), shown(furnished, new.link)] == ["superseded", "valid"]


def test_what_a_school_prints_is_noted_in_its_own_records_and_the_office_hears_of_it(
    furnished: Centre, new_laptop: NewLaptop
) -> None:
    school, office = new_laptop(role="coordinator", partner_id=SCHOOL), new_laptop()
    for laptop in (school, office):
        laptop.sync()
    subject = Subject("visitor_list", "partner", SCHOOL, 15)
    with school.at_work() as session:
        print_runs.keep(session, subject=subject, way="printer", pages=1)
    status = school.sync()
    assert (status.state, status.unsent, status.attention) == ("online", 0, 0)
    assert len(furnished.records("print_run", partner(SCHOOL))) == 1
    office.sync()
    with office.database.read() as session:
        last = print_runs.last(session, paper="visitor_list", people_from="partner", about=SCHOOL)
    assert last is not None
    assert (last.pages, last.by) == (1, school.device.user_name)
