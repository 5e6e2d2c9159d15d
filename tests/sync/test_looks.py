"""Who was shown a screening check: told to the centre, read by leads alone, and not kept where it happened."""

from __future__ import annotations

from sqlalchemy import select
from typer.testing import CliRunner

from onemm_central.cli import app
from onemm_desktop.models import Op, Shadow
from onemm_desktop.programme import looks
from onemm_wire.partitions import staff
from onemm_wire.records import Clearance
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop
from tests.sync.records import identity

CHECK = "0193d000-0000-7000-8000-00000000c4ec"


def look(laptop: Laptop) -> None:
    with laptop.at_work() as session:
        looks.seen(session, clearances=[CHECK])


def test_a_look_reaches_the_centre_and_leaves_the_laptop(furnished: Centre, new_laptop: NewLaptop) -> None:
    furnished.put(staff("LDN"), Clearance(id=CHECK, mentor_id=identity(0), level="enhanced"))
    laptop, lead = new_laptop(role="staff"), new_laptop(role="safeguarding_lead")
    laptop.sync()
    look(laptop)
    assert len(laptop.records("access")) == 1
    status = laptop.sync()
    assert (status.state, status.unsent, status.attention) == ("online", 0, 0)
    assert laptop.records("access") == {}
    with laptop.database.read() as session:
        (op,) = session.scalars(select(Op).where(Op.kind == "access"))
        assert (op.state, op.fields) == ("done", {})
        assert session.scalars(select(Shadow)).all() == []

    lead.sync()
    look(lead)
    lead.sync()
    assert [seen["seen_id"] for seen in lead.records("access").values()] == [CHECK, CHECK]
    said = CliRunner().invoke(app, ["audit", "person", identity(0)], env={"ONEMM_DATABASE_URL": furnished.database.url})
    assert said.output.count(f"\tsaw clearance {CHECK} (screen)\t") == 2


def test_nobody_looks_in_anothers_name(furnished: Centre, new_laptop: NewLaptop) -> None:
    laptop = new_laptop(role="staff")
    laptop.sync()
    look(laptop)
    with laptop.database.sync_write() as session:
        (op,) = session.scalars(select(Op).where(Op.kind == "access"))
        op.fields = {**op.fields, "reader_id": "somebody else"}
    assert laptop.sync().attention == 1
    assert furnished.records("access") == {}
