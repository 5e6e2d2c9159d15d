"""The real thing: processes, PostgreSQL, HTTP, SIGKILL and a network that lies. Longer: ``make torture``."""

from __future__ import annotations

from pathlib import Path

import pytest

from onemm_central.database import Database
from tests.torture import story
from tests.torture.report import Report

#: The harm is drawn from this seed; the moments at which it strikes are the machine's own.
SEED = 2026
SECONDS = 15.0


def eventful(report: Report) -> bool:
    """A day on which nothing happened would prove nothing."""
    saved = sum(len(desk.saved) for desk in report.desks)
    return report.killed.total() >= 6 and saved >= 50 and len(report.way.met) >= 10


@pytest.mark.timeout(300)
def test_nothing_is_lost_or_doubled_on_the_worst_day(tmp_path: Path, centre_database: Database) -> None:
    report = story.run(tmp_path, centre_database, seed=SEED, seconds=SECONDS, enough=eventful)
    print(report)
    assert eventful(report)
    assert report.ops["done"] >= 50
    assert report.restored == 1
