"""A record that moved to another place: the news of its leaving the first one must not take it out of the second."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from onemm_desktop import models
from onemm_wire.partitions import partner, region
from onemm_wire.records import Mentee, Partner
from tests.central_service import Centre
from tests.sync.laptop import Laptop
from tests.sync.records import identity

#: A pull reads schools in the order of their ids: the place that is left comes first in it, or last.
SCHOOLS = identity(9_100), identity(9_900)
ORDERS = {"leaving is heard first": SCHOOLS, "arriving is heard first": SCHOOLS[::-1]}


def zofia(school: str) -> Mentee:
    return Mentee(
        id=identity(300), reference="LDN-Y-300", partner_id=school, given_name="Zofia", family_name="Wójcik",
        date_of_birth=date(2009, 5, 4),
    )  # fmt: skip


def move(centre: Centre, old: str, new: str) -> None:
    """As an administrator does: by hand."""
    centre.sql("DELETE FROM record WHERE partition = %s AND id = %s", partner(old), identity(300))
    centre.put(partner(new), zofia(new))


@pytest.mark.parametrize(("old", "new"), list(ORDERS.values()), ids=list(ORDERS))
def test_it_is_where_it_went(furnished: Centre, laptop: Laptop, old: str, new: str) -> None:
    furnished.put(region("LDN"), Partner(id=SCHOOLS[1], name="Other", partner_kind="school"))
    furnished.put(partner(old), zofia(old))
    laptop.sync()
    move(furnished, old, new)
    assert laptop.sync(page_records=1).problem is None
    moved = laptop.record("mentee", identity(300))
    assert moved is not None and moved["partner_id"] == new
    assert laptop.count(models.Incident) == 0


@pytest.mark.parametrize(("old", "new"), list(ORDERS.values()), ids=list(ORDERS))
def test_it_is_there_too_while_something_waits_for_the_place_it_left(
    furnished: Centre, laptop: Laptop, old: str, new: str
) -> None:
    furnished.put(region("LDN"), Partner(id=SCHOOLS[1], name="Other", partner_kind="school"))
    furnished.put(partner(old), zofia(old))
    laptop.sync()
    with laptop.at_work() as session:
        session.scalars(select(models.Mentee).where(models.Mentee.id == identity(300))).one().notes = "rang"
    move(furnished, old, new)
    status = laptop.sync()
    # Whether the note goes along a person decides; the record is where the centre says, with the note on top.
    assert (status.unsent, status.attention) == (0, 1)
    moved = laptop.record("mentee", identity(300))
    assert moved is not None and (moved["partner_id"], moved["notes"]) == (new, "rang")
    assert laptop.count(models.Incident) == 0
