"""Fifty laptops in the same moment: all get through, and nobody's changes wait behind somebody's first sync."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from onemm_central.database import Database
from onemm_desktop.errors import Problem
from onemm_desktop.models import Device
from onemm_desktop.sync import enrolment
from onemm_wire.partitions import region
from tests.central_service import Centre
from tests.robots.centre_process import CentreProcess
from tests.sync.laptop import Laptop, enrol
from tests.sync.records import furnish, identity
from tests.torture.fleet import come_back, percentile
from tests.torture.laptop import opened

BACK = 40
NEW = 10
CHANGES = 6
MENTORS = 400
EMAIL = "london@example.org"


@pytest.fixture
def service(tmp_path: Path, centre_database: Database) -> Iterator[Centre]:
    """A centre as a process of its own, furnished."""
    process = CentreProcess(tmp_path / "centre", centre_database.url)
    process.start()
    centre = Centre(centre_database)
    centre.port = process.port
    furnish(centre, mentors_per_region=MENTORS)
    centre.add_user(EMAIL)
    yield centre
    process.stop()


def several(centre: Centre, first: Laptop, count: int, name: str) -> list[Laptop]:
    """More laptops in the state of the first, each its own device: enrolled by a plain request, which is quick."""
    (first.folder / "token").write_bytes(first.secrets[enrolment.TOKEN])
    first.close()
    laptops = []
    for number in range(count):
        folder = first.folder.with_name(f"{name}{number}")
        shutil.copytree(first.folder, folder)
        granted = centre.enrol(EMAIL)
        (folder / "token").write_text(granted["token"])
        laptop = opened(folder)
        with laptop.database.sync_write() as session:
            device = session.scalars(select(Device)).one()
            device.device_id, device.block = granted["device_id"], granted["block"]
        laptops.append(laptop)
    return laptops


@pytest.mark.timeout(240)
def test_fifty_laptops_come_back_in_the_same_moment(service: Centre, tmp_path: Path) -> None:
    fresh = enrol(service, tmp_path / "fresh", EMAIL)
    known = enrol(service, tmp_path / "known", EMAIL)
    known.sync()
    new = several(service, fresh, NEW, "new")
    back = several(service, known, BACK, "back")
    for number, laptop in enumerate(back):
        for change in range(CHANGES):
            laptop.change_mentor(identity(number * CHANGES + change), notes=f"note of {number}")
    laptops = back + new
    try:
        returns = come_back([partial(laptop.sync, page_records=50) for laptop in laptops], within=2.0, seed=50)
        print(f"95 % through within {percentile(returns, 0.95):.1f} s, the last after {percentile(returns, 1):.1f} s")
        # First syncs may be asked to wait their turn; changes never.
        assert not [one for one in returns[:BACK] if Problem.BUSY in one.problems]
        notes = [card["notes"] for card in service.records("mentor", region("LDN")).values() if card["notes"]]
        assert sorted(notes) == sorted(f"note of {number}" for number in range(BACK) for _ in range(CHANGES))
        come_back([laptop.sync for laptop in laptops], within=0.0, seed=51)
        held = service.records("mentor", region("LDN"))
        assert all(laptop.records("mentor") == held for laptop in (*back[:2], *new[:2]))
    finally:
        for laptop in laptops:
            laptop.close()
