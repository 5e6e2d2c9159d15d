"""Each misfortune by itself, for every third request: all gets through all the same, and once."""

from __future__ import annotations

from pathlib import Path

import pytest

from onemm_desktop.sync import enrolment
from onemm_desktop.sync.transport import Transport
from onemm_wire.partitions import region
from tests.central_service import Centre
from tests.sync.laptop import enrol
from tests.sync.records import furnish, identity
from tests.torture.laptop import IMPATIENT
from tests.torture.proxy import MISFORTUNES, Fault, network

MENTORS = 30
TYPED = 4
#: Runs after which a laptop has either got through or never will.
RUNS = 200


@pytest.mark.parametrize("fault", MISFORTUNES, ids=lambda fault: fault.name.lower())
def test_a_laptop_gets_through(centre: Centre, tmp_path: Path, fault: Fault) -> None:
    furnish(centre, mentors_per_region=MENTORS)
    centre.add_user("desk@example.org")
    laptop = enrol(centre, tmp_path / "laptop", "desk@example.org")
    with network(centre.port, seed=7) as way:
        laptop.transport.close()
        laptop.transport = Transport(
            f"http://127.0.0.1:{way.port}",
            laptop.secrets[enrolment.TOKEN].decode(),
            centre=laptop.device.centre,
            timeouts=IMPATIENT,
        )
        way.faults, way.weather = (fault,), 0.3
        for run in range(RUNS):
            # Something is typed between any two tries; the first ones fall into the first sync.
            if run < TYPED:
                laptop.add_mentor(f"Family {run}")
            status = laptop.sync(page_records=10)
            if status.problem is None and run >= TYPED:
                break
        assert (status.problem, status.unsent) == (None, 0)
        assert way.met[fault.value] > 0
        laptop.sync()
    cards = centre.records("mentor", region("LDN"))
    assert laptop.records("mentor") == cards
    names = sorted(card["family_name"] for card in cards.values() if card["family_name"].startswith("Family "))
    assert names == [f"Family {run}" for run in range(TYPED)]
    assert centre.sql("SELECT count(*) FROM op_result") == [(TYPED,)]
    assert centre.sql("SELECT max(rev) FROM record WHERE id <> %s", identity(0)) == [(1,)]
    laptop.close()
