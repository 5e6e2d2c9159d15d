"""An updated laptop fetches what its older program had no place for, and nothing else."""

from __future__ import annotations

import pytest

from onemm_desktop import models
from onemm_wire.partitions import region, staff
from onemm_wire.protocol import PageAsked
from onemm_wire.records import Clearance
from tests.central_service import Centre
from tests.sync.laptop import Laptop, watched
from tests.sync.older_program import older_program, updated
from tests.sync.records import identity, mentors

LONDON, CONTACTS = region("LDN"), staff("LDN")
RAMP = "a ramp"


@pytest.fixture
def needs(furnished: Centre) -> Centre:
    """The centre knows what mentors need, and how they were cleared."""
    furnished.put(LONDON, *mentors(7, code="LDN"))
    furnished.sql(
        "UPDATE record SET data = data || jsonb_build_object('access_needs', %s::text) WHERE id = %s", RAMP, identity(0)
    )
    furnished.put(CONTACTS, *(Clearance(id=identity(500 + n), mentor_id=identity(n), level="basic") for n in range(5)))
    return furnished


def quietly(centre: Centre, statement: str) -> None:
    """A change of the centre's own shapes, of which no cursor is told: as a new release fills a new column."""
    centre.sql("ALTER TABLE record DISABLE TRIGGER USER")
    centre.sql(statement)
    centre.sql("ALTER TABLE record ENABLE TRIGGER USER")


def asked(laptop: Laptop) -> list[PageAsked]:
    transport = watched(laptop)
    laptop.sync(page_records=3)
    return transport.asked


def test_a_new_kind_is_fetched_where_it_may_lie_and_nothing_is_read_twice(
    needs: Centre, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with older_program(laptop):
        assert laptop.sync().problem is None
    updated(laptop, monkeypatch)
    first = PageAsked(partition=CONTACTS, limit=3, kinds=["clearance"])
    rest = PageAsked(partition=CONTACTS, after=("clearance", identity(502)), limit=3, kinds=["clearance"])
    assert asked(laptop) == [first, rest]
    assert laptop.records("clearance") == needs.records("clearance")
    assert asked(laptop) == []


def test_what_an_older_program_kept_unread_has_its_place_before_anything_is_asked(
    needs: Centre, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with older_program(laptop):
        laptop.sync()
    # The old one names the same schema as today's, so that the centre counts what it does not keep.
    told = laptop.count(models.Incident)
    needs.stop()
    updated(laptop, monkeypatch)
    laptop.change_mentor(identity(1), notes="waits")
    assert laptop.records("mentor")[identity(0)]["access_needs"] == RAMP
    needs.start()
    assert {one.partition for one in asked(laptop)} == {CONTACTS}
    assert laptop.records("mentor") == needs.records("mentor", LONDON)
    assert needs.records("mentor")[identity(1)]["notes"] == "waits"
    assert laptop.count(models.Incident) == told


def test_a_field_that_did_not_come_with_every_record_is_fetched_with_its_kind_alone(
    needs: Centre, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    quietly(needs, f"UPDATE record SET data = data - 'access_needs' WHERE id = '{identity(3)}'")
    with older_program(laptop):
        laptop.sync()
    quietly(needs, f"""UPDATE record SET data = data || '{{"access_needs": "a loop"}}' WHERE id = '{identity(3)}'""")
    updated(laptop, monkeypatch)
    assert laptop.records("mentor")[identity(3)]["access_needs"] == ""
    laptop.change_mentor(identity(3), notes="waits")
    pages = [(one.partition, one.kinds) for one in asked(laptop)]
    assert pages == [(LONDON, ["mentor"])] * 3 + [(CONTACTS, ["clearance"])] * 2
    mine = laptop.records("mentor")[identity(3)]
    assert (mine["access_needs"], mine["notes"]) == ("a loop", "waits")
    assert laptop.records("mentor") == needs.records("mentor", LONDON)


def test_stopped_on_the_way_it_goes_on_at_the_next_page(
    needs: Centre, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with older_program(laptop):
        laptop.sync()
    updated(laptop, monkeypatch)
    laptop.sync(lambda: laptop.count(models.Clearance) > 0, page_records=2)
    assert 0 < laptop.count(models.Clearance) < 5
    transport = watched(laptop)
    laptop.sync(page_records=2)
    assert [one.after for one in transport.asked] == [("clearance", identity(501)), ("clearance", identity(503))]
    assert laptop.records("clearance") == needs.records("clearance")
