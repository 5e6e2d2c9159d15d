"""The real thing: processes, PostgreSQL, HTTP, SIGKILL and a network that lies. Longer: ``make torture``."""

from __future__ import annotations

from pathlib import Path

import pytest

from onemm_central.database import Database
from tests.torture import story

#: The harm is drawn from this seed; the moments at which it strikes are the machine's own.
SEED = 2026
SECONDS = 15.0


@pytest.mark.timeout(240)
def test_nothing_is_lost_or_doubled_on_the_worst_day(tmp_path: Path, centre_database: Database) -> None:
    report = story.run(tmp_path, centre_database, seed=SEED, seconds=SECONDS)
    print(report)
    # A day on which nothing happened would prove nothing.
    assert report.killed.total() >= 6
    assert report.ops["done"] >= 50
    assert len(report.way.met) >= 10
    assert report.restored == 1
