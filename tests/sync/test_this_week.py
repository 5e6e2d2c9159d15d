"""Today's register is there before anything else of a first sync, and is no second truth beside the pages."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from sqlalchemy import select

from onemm_desktop.models import Booking as BookingRow
from onemm_desktop.models import Event as EventRow
from onemm_desktop.models import Incident, Mentor
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.calls import Call
from onemm_desktop.sync.pages import Page
from onemm_desktop.sync.transport import Transport
from onemm_wire.partitions import region
from onemm_wire.protocol import PageAsked
from onemm_wire.records import Booking
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop, now, watched
from tests.sync.records import event, furnish, identity

LONDON = region("LDN")
TODAY, BOOKED, LATE = 8_000, 8_001, 40


@pytest.fixture
def full(centre: Centre) -> Centre:
    """Fifty mentors in London; one of the last in the order of pages is booked on today's training."""
    furnish(centre, mentors_per_region=50)
    today = msgspec.structs.replace(event(TODAY), starts_at=now(), ends_at=now() + timedelta(hours=3))
    centre.put(LONDON, today, Booking(id=identity(BOOKED), event_id=today.id, mentor_id=identity(LATE)))
    return centre


def _after_the_first_page(laptop: Laptop) -> None:
    laptop.sync(lambda: laptop.count(EventRow) > 0, page_records=5)


def test_todays_event_its_bookings_and_people_come_first(full: Centre, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    _after_the_first_page(laptop)
    assert laptop.record("event", identity(TODAY)) is not None
    assert (laptop.count(BookingRow), laptop.count(Mentor)) == (1, 1)
    assert laptop.record("mentor", identity(LATE)) is not None
    assert laptop.changes, "the screens were not told"
    assert sum(place.records for place in laptop.progress().values()) == 0

    transport = watched(laptop)
    laptop.sync(page_records=5)
    assert all(asked.week_of is None for asked in transport.asked)
    assert laptop.records("mentor") == full.records("mentor", LONDON)
    assert laptop.device.last_checkpoint is not None


def test_what_is_typed_on_it_stays_on_top(full: Centre, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    _after_the_first_page(laptop)
    laptop.change_mentor(identity(LATE), notes="typed early")
    laptop.sync(page_records=5)
    assert full.records("mentor")[identity(LATE)]["notes"] == "typed early"
    assert laptop.records("mentor") == full.records("mentor", LONDON)


def test_what_left_the_centre_after_it_leaves_the_laptop_without_a_repair(full: Centre, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    _after_the_first_page(laptop)
    full.sql("DELETE FROM record WHERE id = %s", identity(BOOKED))
    laptop.sync(page_records=5)
    assert laptop.count(BookingRow) == 0
    with laptop.database.read() as session:
        assert session.scalars(select(Incident)).all() == []
    assert laptop.device.last_checkpoint is not None


def test_what_is_typed_on_it_is_sent_to_a_centre_that_was_restored_meanwhile(
    full: Centre, new_laptop: NewLaptop
) -> None:
    laptop = new_laptop()
    _after_the_first_page(laptop)
    laptop.change_mentor(identity(LATE), notes="typed early")
    full.sql("UPDATE centre SET epoch = 'second'")
    assert laptop.sync(page_records=5).unsent == 0
    assert full.records("mentor")[identity(LATE)]["notes"] == "typed early"


def test_a_centre_that_knows_no_weeks_is_read_page_by_page(full: Centre, new_laptop: NewLaptop) -> None:
    """It answers with an ordinary page one: that counts for nothing, too."""
    laptop = new_laptop()

    class Earlier(Transport):
        def ask_for(self, asked: PageAsked) -> Call[Page]:
            return super().ask_for(msgspec.structs.replace(asked, week_of=None))

    device = laptop.device
    laptop.transport.close()
    laptop.transport = Earlier(device.address, laptop.secrets[enrolment.TOKEN].decode(), centre=device.centre)
    assert laptop.sync(page_records=5).problem is None
    assert laptop.records("mentor") == full.records("mentor", LONDON)
